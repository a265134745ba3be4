/// Asks a stopped thread for something about one of its frames that is not a value.
public struct Inquiry: Equatable, Sendable {
  public enum Question: Equatable, Sendable {
    /// What the dotted name may go on with.
    case completions(of: String)
    /// Signature and docstring of an expression's value.
    case documentation(of: String)
    /// A value with nothing cut off: a string's own text, a container with one element a line.
    case wholeText(of: VariablePath)
    /// A value with nothing cut off as Python's `repr` has it.
    case copy(of: VariablePath)
    /// A text that evaluates to an expression's value, for changing it; empty where there is none.
    case literal(of: String)
    /// A part of an array, a table or a nested list.
    case array(String, ArrayWindow.Part)
    /// What keeps an expression's value alive.
    case referrers(of: String)
    /// The lines that the frame can be made to go on from.
    case jumpTargets
    /// How far the frame has come in its statement.
    case progress
    /// Takes in what was changed in a module's file; the answer is what became of it.
    case reload(module: String)
    /// Whether texts are expressions.
    case syntax(of: [String])
  }

  public enum Answer: Equatable, Sendable {
    case completions([Completion])
    case text(String)
    case lines([Int])
    case progress(CallProgress)
    case array(ArrayWindow)
    /// - Parameter count: how many there are, told or not.
    case referrers([Referrer], count: Int)
    /// The first text that is no expression.
    case syntax(SyntaxProblem?)
  }

  public let frame: FrameKey
  public let question: Question
  public let token: RequestToken

  public init(frame: FrameKey, question: Question, token: RequestToken) {
    self.frame = frame
    self.question = question
    self.token = token
  }
}

/// The fault that a process found in one of several expressions.
public struct SyntaxProblem: Equatable, Sendable {
  /// Of the expression.
  public let index: Int
  /// In Python's words.
  public let message: String

  public init(index: Int, message: String) {
    self.index = index
    self.message = message
  }
}

/// Something that refers to a value.
public struct Referrer: Equatable, Sendable {
  public let type: String
  /// Where in it the value is: `attribute parent`, `item 3`, `local order of work`.
  public let place: String
  /// What it is itself; empty for frames and modules.
  public let value: String

  public init(type: String, place: String, value: String) {
    self.type = type
    self.place = place
    self.value = value
  }
}

/// What a name that is being typed can become.
public struct Completion: Equatable, Sendable {
  public let name: String
  /// One word: `function`, `class`, `module`, …; empty where the process does not know.
  public let kind: String
  public let documentation: String

  public init(name: String, kind: String, documentation: String = "") {
    self.name = name
    self.kind = kind
    self.documentation = documentation
  }
}

/// The completions that came last, for the prompt that asked for them.
public struct CompletionList: Equatable, Sendable {
  /// The dotted name that was asked about.
  public let text: String
  public let items: [Completion]
  /// Tells one answer from the next.
  public let token: RequestToken
}

/// The text that came last for a prompt in which a value is changed.
public struct Literal: Equatable, Sendable {
  /// The expression that was asked about.
  public let expression: String
  /// Evaluates to its value.
  public let text: String
  /// Tells one answer from the next.
  public let token: RequestToken
}

/// The lines that a frame can jump to, for the gutter.
public struct JumpTargets: Equatable, Sendable {
  public let frame: FrameKey
  public let lines: [Int]
}

/// How far a frame has come in the statement that it stands at.
public enum CallProgress: Equatable, Sendable {
  /// Its line has just begun.
  case start
  /// The end of what was carried out last; the column counts bytes of UTF-8.
  case end(line: Int, column: Int)
  /// Python does not say, as before 3.11.
  case unknown
}

/// Makes the innermost frame of a stopped thread go on from another line.
public struct JumpRequest: Equatable, Sendable {
  public let process: ProcessNumber
  public let thread: ThreadID
  public let stop: StopID
  public let line: Int
  /// The innermost frame's, as the stop told it.
  public let function: String
  public let token: RequestToken

  public init(
    process: ProcessNumber, thread: ThreadID, stop: StopID, line: Int, function: String, token: RequestToken
  ) {
    self.process = process
    self.thread = thread
    self.stop = stop
    self.line = line
    self.function = function
    self.token = token
  }
}
