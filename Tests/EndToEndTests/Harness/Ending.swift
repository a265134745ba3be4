import Subprocess

/// How a program ended.
enum Ending: Equatable {
  case exited(Int)
  case killed(signal: Int)

  init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(Int(code))
    case .signaled(let signal): self = .killed(signal: Int(signal))
    }
  }
}
