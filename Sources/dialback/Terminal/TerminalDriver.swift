import CNcurses
import Glibc
import TerminalGrid

/// The terminal: shows grids, and sends only what changed since the last one.
@UIActor
final class TerminalDriver {
  private let options: TerminalOptions
  private let depth: ColorDepth
  private var shown: Grid?
  private var shownCursor: Point?
  private var pen: CellPen
  /// The window's name, once it was given one.
  private var title: String?

  /// Takes the terminal over, and asks it `PasteBrackets.questions`, and for its background where no theme was
  /// chosen. Call it after the signals are taken, that is in the `setup` of `UIThread.run`.
  init(_ options: TerminalOptions) throws(TerminalError) {
    try Self.open(options.type ?? "")
    let asksBackground = options.asksBackground && TerminalType.hasTitle(options.type ?? "")
    let questions = (asksBackground ? TerminalBackground.question : []) + PasteBrackets.questions
    screen_write(questions, questions.count)
    self.options = options
    depth = options.usesColors ? Self.depth() : .none
    pen = CellPen(theme: options.theme, depth: depth)
  }

  /// Columns and rows now.
  var size: Size {
    let size = screen_size()
    return Size(width: Int(size.columns), height: Int(size.rows))
  }

  /// Uses other colours from the next `flush` on.
  func setTheme(_ theme: Theme) {
    pen = CellPen(theme: theme, depth: depth)
    shown = nil
  }

  /// Shows a grid, with the cursor on a cell or hidden.
  /// - Returns: the bytes that were sent; none where all of it is shown already.
  @discardableResult
  func flush(_ grid: Grid, cursor: Point?) -> Int {
    let next = options.isASCII ? grid.ascii() : grid
    let isChanged = draw(next)
    guard isChanged || cursor != shownCursor || shown == nil else { return 0 }
    shown = next
    shownCursor = cursor
    return screen_refresh(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? -1))
  }

  /// Makes the next `flush` send everything anew, for a screen that another program has written on.
  func redraw() {
    screen_redraw()
    shown = nil
  }

  /// Stops the process as Ctrl-Z does, and comes back with it; ask for a frame then.
  func suspend() {
    restoreTitle()
    screen_suspend()
    shown = nil
  }

  /// Does what a signal means for the terminal.
  /// - Returns: whether a frame is needed, of the size that there is now.
  func handle(signal: Int32) -> Bool {
    switch signal {
    case SIGWINCH: screen_resize()
    case SIGTSTP: screen_suspend()
    case SIGCONT: screen_resume()
    default: return false
    }
    shown = nil
    return true
  }

  /// Puts text onto the clipboard of the terminal's machine.
  /// - Returns: whether it isn't too long for that.
  func copy(_ text: String) -> Bool {
    guard let bytes = Clipboard.sequence(text) else { return false }
    write(bytes)
    return true
  }

  /// Names the terminal's window; the name that it had comes back with `close`.
  func setTitle(_ title: String) {
    guard title != self.title, TerminalType.hasTitle(options.type ?? "") else { return }
    write((self.title == nil ? TerminalTitle.keep : []) + TerminalTitle.sequence(title))
    self.title = title
  }

  /// Rings the bell, which many terminals show as a mark on the window.
  func ring() { write([0x07]) }

  /// Gives the terminal back; what came on standard error in the meantime is written then.
  func close() {
    restoreTitle()
    screen_close()
  }

  private func restoreTitle() {
    if title != nil { write(TerminalTitle.giveBack) }
    title = nil
  }

  private func write(_ bytes: [UInt8]) { screen_write(bytes, bytes.count) }

  // MARK: Drawing

  /// - Returns: whether anything was drawn.
  private func draw(_ grid: Grid) -> Bool {
    let before = shown?.size == grid.size ? shown : nil
    var isChanged = false
    for y in 0..<grid.size.height {
      guard let range = grid.changedColumns(y, since: before) else { continue }
      let cells = pen.cells(grid.row(y), range)
      screen_draw(Int32(range.lowerBound), Int32(y), cells, Int32(cells.count))
      isChanged = true
    }
    return isChanged
  }

  // MARK: Opening

  private static func open(_ type: String) throws(TerminalError) {
    var error: TerminalError?
    for candidate in TerminalType.candidates(type) {
      switch screen_problem(rawValue: UInt32(screen_open(candidate))) {
      case screen_ready: return
      case screen_not_a_terminal: throw .notATerminal
      case screen_unknown_type: error = error ?? .unknownType(candidate)
      case screen_no_addressing: throw .cannotShowScreens(candidate)
      default: throw .failed(candidate)
      }
    }
    throw error ?? .unknownType(type)
  }

  private static func depth() -> ColorDepth {
    if screen_has_direct_colors() != 0 { return .direct }
    switch screen_colors() {
    case ..<8: return .none
    case 8..<16: return .eight
    case 16..<256: return .sixteen
    default: return .palette
    }
  }
}
