import CommandLanguage
import DebuggerModel

/// A row of the list of breakpoints.
enum BreakpointRow: Equatable, Sendable {
  case line(Breakpoint)
  case exception(ExceptionBreakpoint)

  var number: BreakpointNumber {
    switch self {
    case .line(let breakpoint): breakpoint.number
    case .exception(let breakpoint): breakpoint.number
    }
  }

  /// As it is listed: `work.py:7`, `ValueError`.
  func name(_ names: FileNames) -> String {
    switch self {
    case .line(let breakpoint): breakpoint.placeText(names)
    case .exception(let breakpoint): breakpoint.exception == "*" ? "every exception" : breakpoint.exception
    }
  }

  /// In full.
  var place: String {
    switch self {
    case .line(let breakpoint):
      breakpoint.isPlaced ? "\(breakpoint.file.text):\(breakpoint.line)" : breakpoint.placeText(FileNames())
    case .exception(let breakpoint): breakpoint.exception
    }
  }

  var options: String {
    switch self {
    case .line(let breakpoint): breakpoint.options.commandText
    case .exception(let breakpoint): breakpoint.options.commandText
    }
  }

  var isEnabled: Bool {
    switch self {
    case .line(let breakpoint): breakpoint.options.isEnabled
    case .exception(let breakpoint): breakpoint.options.isEnabled
    }
  }

  var hits: Int {
    switch self {
    case .line(let breakpoint): breakpoint.hits
    case .exception(let breakpoint): breakpoint.hits
    }
  }

  var message: String? {
    switch self {
    case .line(let breakpoint): breakpoint.message
    case .exception(let breakpoint): breakpoint.state.message
    }
  }

  func mark(isMuted: Bool, _ glyphs: Glyphs) -> BreakpointMark {
    switch self {
    case .line(let breakpoint): BreakpointMark(breakpoint, isMuted: isMuted, glyphs)
    case .exception(let breakpoint): BreakpointMark(breakpoint, isMuted: isMuted, glyphs)
    }
  }
}
