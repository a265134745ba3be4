import Glibc

/// One program on a terminal of its own: a tmux server with a private socket and configuration.
struct TmuxSession {
  /// The path of the session's files without their endings.
  private let files: String
  private let environment: [String: String]

  /// Runs the program, notes its process and then its exit status, and keeps the terminal open after it. (tmux knows
  /// both itself, but now and then misses the end of a program.) Ctrl-C is the program's alone.
  private static let wrapper = #"""
    files=$1; shift
    trap : INT
    sh -c 'echo $$ >"$0.pid"; exec "$@"' "$files" "$@"
    echo $? >"$files.new"; mv "$files.new" "$files.status"
    exec sleep 3600
    """#

  /// Starts `arguments` in `folder` on a terminal of that size. `name` names the session's files in `scratch`.
  static func start(
    _ arguments: [String], name: String, size: TerminalSize, folder: String, scratch: String,
    environment: [String: String], term: String
  ) async throws -> Self {
    let configuration = """
      set -g default-terminal \(term)
      set -g status off
      set -g history-limit 0
      set -g monitor-bell on
      set -g allow-rename on
      set -s escape-time 0

      """
    let session = Self(files: "\(scratch)/\(name)", environment: environment)
    try Files.write(configuration, to: "\(session.files).conf")
    try await session.tmux(
      [
        "-f", "\(session.files).conf", "new-session", "-d", "-s", "main", "-c", folder, "-x", "\(size.columns)",
        "-y", "\(size.rows)", "sh", "-c", wrapper, "sh", session.files,
      ] + arguments)
    try await eventually(complaint: { "\(arguments) did not start" }) { try? session.processID }
    return session
  }

  /// The process of the program itself.
  var processID: pid_t {
    get throws {
      guard let processID = try Files.number(in: "\(files).pid") else {
        throw HarnessError("the program on the terminal has no process yet")
      }
      return pid_t(processID)
    }
  }

  /// How the program ended; nil while it runs.
  var ending: Ending? {
    guard let status = try? Files.number(in: "\(files).status") else { return nil }
    return status > 128 ? .killed(signal: status - 128) : .exited(status)
  }

  /// Runs one tmux command on this session's server and gives what it printed.
  @discardableResult
  func tmux(_ arguments: [String]) async throws -> String {
    let outcome = try await Command(["tmux", "-u", "-S", "\(files).tmux"] + arguments, environment: environment).run()
    guard outcome.status == .exited(0) else {
      throw HarnessError("tmux \(arguments.joined(separator: " ")): \(outcome.errors)")
    }
    return outcome.output
  }

  /// Presses keys, in tmux's names: `F8`, `S-F8`, `C-c`, `Enter`, `n`.
  func press(_ keys: String...) async throws {
    try await tmux(["send-keys", "-t", "main"] + keys)
  }

  /// Types text, character by character.
  func type(_ text: String) async throws {
    try await tmux(["send-keys", "-t", "main", "-l", text])
  }

  /// Runs a command of the command language, typed after `:`.
  func command(_ text: String) async throws {
    try await type(":" + text)
    try await press("Enter")
  }

  func resize(to size: TerminalSize) async throws {
    try await tmux(["resize-window", "-t", "main", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// The screen as it is now.
  func screen() async throws -> Screen {
    Screen(text: try await tmux(["capture-pane", "-p", "-t", "main"]))
  }

  /// The screen as it is now, with its colours as `SGR` sequences.
  func styledScreen() async throws -> StyledScreen {
    StyledScreen(capture: try await tmux(["capture-pane", "-p", "-e", "-t", "main"]))
  }

  /// One of tmux's format variables, such as `pane_title`.
  func variable(_ name: String) async throws -> String {
    let text = try await tmux(["display-message", "-p", "-t", "main", "#{\(name)}"])
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Sends a signal to the program itself.
  func send(signal: Int32) throws {
    kill(try processID, signal)
  }

  /// Ends the program, and the server.
  func stop() async {
    if ending == nil { try? send(signal: SIGKILL) }
    _ = try? await tmux(["kill-server"])
  }
}

/// The mouse, as terminals report it (xterm's 1006).
extension TmuxSession {
  /// Clicks on a cell; columns and rows count from 0.
  func click(_ column: Int, _ row: Int) async throws {
    try await send("\u{1b}[<0;\(column + 1);\(row + 1)M\u{1b}[<0;\(column + 1);\(row + 1)m")
  }

  /// Turns the wheel over a cell.
  func wheel(up: Bool, _ column: Int, _ row: Int, times: Int = 1) async throws {
    for _ in 0..<times { try await send("\u{1b}[<\(up ? 64 : 65);\(column + 1);\(row + 1)M") }
  }

  /// Clicks on the first place where the screen shows `text`, once it does.
  func click(on text: String) async throws {
    let screen = try await wait(forText: text)
    guard let row = screen.rows.firstIndex(where: { $0.contains(text) }),
      let start = screen.rows[row].firstRange(of: text)?.lowerBound
    else { throw HarnessError("“\(text)” has gone from the screen") }
    try await click(screen.rows[row].distance(from: screen.rows[row].startIndex, to: start), row)
  }

  /// Sends bytes as they are, in one write.
  func send(_ text: String) async throws {
    let bytes = text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }
    try await tmux(["send-keys", "-t", "main", "-H"] + bytes)
  }
}
