import CommandLanguage
import DebuggerModel

/// Which lines of the console are shown.
struct ConsoleLineFilter: Equatable, Sendable {
  var kind = ConsoleFilter.all
  /// The process whose lines are shown, with `.process`.
  var process: ProcessNumber?

  func takes(_ process: ProcessNumber?, _ category: OutputCategory) -> Bool {
    let isProgram = category == .stdout || category == .stderr
    switch kind {
    case .all: return true
    case .program: return isProgram
    case .stdout: return category == .stdout
    case .stderr: return category == .stderr
    case .messages: return !isProgram
    case .process: return isProgram && process == self.process
    }
  }

  /// For the title; empty where all is shown.
  var words: String {
    switch kind {
    case .all: ""
    case .program, .stdout, .stderr, .messages: kind.rawValue
    case .process: process.map { "process \($0)" } ?? "process"
    }
  }
}
