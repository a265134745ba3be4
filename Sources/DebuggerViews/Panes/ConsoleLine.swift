import DebuggerModel
import TerminalGrid

/// One line of the console, with the colours that the process gave it.
struct ConsoleLine: Equatable, Sendable {
  let process: ProcessNumber?
  let category: OutputCategory
  let runs: [AnsiRun]

  var text: String { runs.map(\.text).joined() }

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
