public import CommandLanguage
public import DebuggerModel
import SourcePaths
import TerminalGrid

/// The whole screen: keys, pastes and the mouse become actions, the state becomes a grid. What concerns only the screen
/// itself (focus, prompt, popups, sizes) is done here; only what is for others comes out.
public struct DebuggerScreen: Sendable {
  var keyMap: KeyMap {
    didSet {
      keyNames = KeyNames(keyMap)
      lastHints = nil
      unfoldingKey = Self.unfoldingKey(keyMap)
    }
  }
  var keyNames: KeyNames
  private(set) var unfoldingKey: String?
  let options: ScreenOptions
  let glyphs: Glyphs
  /// The name of the theme that is used now.
  var theme: String
  var panes = PaneSet()
  var weights = LayoutWeights()
  /// All panes, the one used last first: that one has the focus.
  var recency: [PaneName] = [.source, .variables, .stack, .console, .breakpoints, .watches, .threads, .evaluation]
  var isZoomed = false
  var popup: Popup?
  /// The completions that were looked at last.
  var lastCompletions: RequestToken?
  /// The text for changing a value that was looked at last.
  var lastLiteral: RequestToken?
  var prompt: Prompt?
  var history = PromptHistory()
  var lastSearch = ""
  /// Where the source pane was before, the newest last; and where it is.
  var places: [Place] = []
  var lastPlace: Place?
  /// The remote files that were asked about already.
  var askedFiles: Set<RemotePath> = []
  /// At which stop the calls are offered once it is known which have been made.
  var awaitedCalls: FrameKey?
  /// A name whose definition is looked for.
  var awaitedDefinition: String?
  var snippet = Snippet()
  var size = Size.zero
  /// The border that the mouse holds.
  var dragged: LayoutBorder?
  /// Said by the screen itself since the last key.
  var said: String?
  /// It is a warning.
  var isSaidAloud = true
  /// The count of the newest notice, and of the one that was there at the last key.
  var newestNotice = 0
  var readNotice = 0
  var lastEvaluation: RequestToken?
  var grace = StepGrace()
  var progress = Progress()
  /// What the name that is typed can become, once that was asked.
  var completionRows: CompletionRows?
  /// The hints that were shown last, of no popup.
  var lastHints: (pane: PaneName, line: HintLine)?
  private var awaitedInput = false
  /// The thread that is shown stood still when the state was last looked at.
  private var wasStopped = false
  /// How far the console had come when it was last seen.
  var seenConsole = 0
  /// F9 has been explained.
  var knowsF9 = false
  /// Dialback goes when the last process, which was killed for it, is gone.
  var quitsWhenAlone = false
  /// When there was a process last, in seconds since the start.
  var waitingSince = 0.0
  var hadProcess = false

  public init(keyMap: KeyMap, options: ScreenOptions = ScreenOptions()) {
    self.keyMap = keyMap
    keyNames = KeyNames(keyMap)
    unfoldingKey = Self.unfoldingKey(keyMap)
    self.options = options
    theme = options.theme
    glyphs = options.isASCII ? .ascii : .unicode
  }

  private static func unfoldingKey(_ keyMap: KeyMap) -> String? {
    keyMap.keys(for: ViewCommand.toggleLibraryFrames.commandText, in: .pane(.stack)).first
  }

  /// Keys are text now: a prompt or the finder is open.
  public var isTyping: Bool {
    if case .finder? = popup { return true }
    return prompt != nil
  }

  /// The pane that gets the keys.
  public var focused: PaneName { recency.first ?? .source }

  /// Follows a change of the state; to be called after every one.
  public mutating func absorb(_ state: DebuggerState) {
    panes.absorb(shown(state))
    rememberPlace()
    absorbTable(state)
    absorbProject(state)
    absorbMappings(state)
    absorbCalls(state)
    absorbCompletions(state)
    absorbLiteral(state)
    let isStopped = state.selectedSuspension != nil
    if isStopped, !wasStopped {
      // Said of a thread that ran, it is true no longer.
      said = nil
      readNotice = max(readNotice, newestNotice)
    }
    wasStopped = isStopped
    if let count = state.notice?.count, count > newestNotice {
      newestNotice = count
      said = nil
    }
    // Who looks at the console when the program asks wants to answer.
    if state.awaitsInput != awaitedInput {
      awaitedInput = state.awaitsInput
      if awaitedInput, focused == .console, prompt == nil, popup == nil {
        prompt = Prompt(.programInput, initial: "")
      }
    }
    if let last = state.evaluations.last, last.token != lastEvaluation {
      lastEvaluation = last.token
      if !last.isStatement { reveal(.evaluation) }
    }
  }

  /// What the panes need that is not loaded; to be asked after `absorb`, and carried out like commands of the user.
  public mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand] {
    guard quitsWhenAlone, state.attachedProcesses.isEmpty else {
      return wantedVisibility(state) + panes.wanted(state) + wantedTable(state) + wantedDefinition(state)
        + wantedMapping(state)
    }
    quitsWhenAlone = false
    return [.quit]
  }

  /// Uses other keys from now on; help and hints follow.
  public mutating func setKeyMap(_ keyMap: KeyMap) { self.keyMap = keyMap }

  /// Binds a key everywhere, as `key KEY COMMAND` does.
  public mutating func bind(_ key: String, _ commandText: String) throws(KeyMapError) {
    try keyMap.bind(key, commandText)
  }

  /// Gives the waiting screen the code that connects a process; none where Dialback starts the program itself.
  /// - Parameter notes: on the addresses in it.
  public mutating func setSnippet(_ lines: [String], _ pycharmLines: [String] = [], notes: [String] = []) {
    snippet = Snippet(lines: lines, pycharmLines: pycharmLines, notes: notes)
  }

  /// Shows a text in a popup.
  public mutating func showText(title: String, _ text: String, isProse: Bool = false) {
    open(.text(TextPopup(title: title, text: text, isProse: isProse)))
  }

  /// Puts a sentence on the status line until the next key.
  public mutating func say(_ text: String) {
    said = text
    isSaidAloud = true
  }

  /// The same where nothing went wrong.
  mutating func tell(_ text: String) {
    said = text
    isSaidAloud = false
  }
}
