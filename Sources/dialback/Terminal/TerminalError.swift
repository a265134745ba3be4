/// Why the screen can't be opened: a sentence, with the mend. The exit status of the contract is 2.
enum TerminalError: Error, Equatable, CustomStringConvertible {
  case notATerminal
  case unknownType(String)
  /// The cursor can't be placed on a terminal of this type.
  case cannotShowScreens(String)
  case failed(String)

  var description: String {
    switch self {
    case .notATerminal:
      "standard input and output are not a terminal; start dialback in one, or use --batch to have it without a screen"
    case .unknownType(let type):
      "the terminal type “\(type)” is not known on this machine; "
        + "set TERM=xterm-256color, or install the description of this type (package ncurses-term)"
    case .cannotShowScreens(let type):
      "the terminal “\(type)” cannot show a screen; set TERM=xterm-256color if it can after all, or use --batch"
    case .failed(let type):
      "the terminal “\(type)” could not be opened; try TERM=xterm-256color, or use --batch"
    }
  }
}
