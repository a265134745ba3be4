/// Makes lines of what a process prints. A carriage return or a backspace goes back, and what comes then takes the place of
/// what was there, character for character: a progress bar stays one line.
public struct AnsiLineBuilder: Sendable {
  /// A line that has become so long (UTF-8 bytes) is broken, so that a process that never ends one can't fill the memory.
  public static let longestLine = 32_768

  private var parser = AnsiParser()
  private var line = AnsiLine()

  public init() {}

  /// The line that has not ended yet; empty at the start of a line.
  public var current: [AnsiRun] { line.runs }

  /// - Parameter chunk: whole characters; lines and escape sequences may go on in the next chunk.
  /// - Returns: the lines that it ends. An empty line has no runs.
  public mutating func append(_ chunk: String) -> [AnsiTextLine] { add(parser.parse(chunk)) }

  /// Nothing more will come: what is left over is a line too.
  public mutating func finish() -> [AnsiTextLine] {
    var lines = add(parser.finish())
    if !line.isEmpty { endLine(&lines) }
    return lines
  }

  private mutating func add(_ pieces: [AnsiPiece]) -> [AnsiTextLine] {
    var lines: [AnsiTextLine] = []
    for piece in pieces {
      switch piece {
      case .run(let run):
        // Its end may come next, so it is broken where more of it comes.
        if line.length >= Self.longestLine { endLine(&lines, goesOn: true) }
        line.write(run)
      case .newline: endLine(&lines)
      case .carriageReturn: line.carriageReturn()
      case .backspace: line.backspace()
      case .erase(let part): line.erase(part)
      case .column(let column): line.go(to: column)
      case .move(let columns): line.move(by: columns)
      }
    }
    return lines
  }

  private mutating func endLine(_ lines: inout [AnsiTextLine], goesOn: Bool = false) {
    lines.append(AnsiTextLine(runs: line.runs, goesOn: goesOn))
    line = AnsiLine()
  }
}

/// A line that a process has printed.
public struct AnsiTextLine: Equatable, Sendable {
  /// None where the line is empty.
  public let runs: [AnsiRun]
  /// It was broken for its length alone: the next line goes on with it.
  public let goesOn: Bool

  public init(runs: [AnsiRun], goesOn: Bool = false) {
    self.runs = runs
    self.goesOn = goesOn
  }
}
