import DebuggerModel
import TerminalGrid

/// One line of the console, with the colours that the process gave it.
struct ConsoleLine: Equatable, Sendable {
  let process: ProcessNumber?
  let category: OutputCategory
  let runs: [AnsiRun]
  /// It was broken for its length alone: its stream's next line goes on with it.
  var goesOn = false

  var text: String { runs.map(\.text).joined() }

  /// The memory that it takes, about: its text in UTF-8, and what goes with each run.
  var bytes: Int { runs.reduce(0) { $0 + $1.text.utf8.count + 64 } }

  /// Dialback says it, not the program.
  var isOwn: Bool { category == .message || category == .warning }

  /// How a piece of it is drawn: stderr and our own words have roles of their own where the process set no colour.
  func style(of run: AnsiRun) -> Style {
    switch category {
    case .stdout: Style(run.style, plain: .stdout)
    case .stderr: Style(run.style, plain: .stderr)
    case .message: Style(.message)
    case .warning: Style(.warning)
    }
  }
}
