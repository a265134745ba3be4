import CommandLanguage

extension ViewCommand {
  /// A word or two for the hint line.
  var hint: String {
    switch self {
    case .toggleBreakpoint: "brk"
    case .editBreakpoint: "edit brk"
    case .exceptionBreakpoints: "exceptions"
    case .evaluate: "eval"
    case .focusEvaluation: "eval pane"
    case .printWord: "print"
    case .addWatch: "watch"
    case .setValue: "set"
    case .showFullValue: "full"
    case .copy: "copy"
    case .runToCursor: "here"
    case .setNextStatement: "jump"
    case .chooseCall: "into call"
    case .executionPoint: "exec line"
    case .search: "find"
    case .searchNext: "next hit"
    case .searchPrevious: "prev hit"
    case .goToLine: "line"
    case .openFile: "file"
    case .focus(let pane): pane.rawValue
    case .focusNext: "panes"
    case .focusPrevious: "panes back"
    case .nextTab, .previousTab: "tab"
    case .nextThread, .previousThread: "thread"
    case .nextProcess, .previousProcess: "process"
    case .zoom: "zoom"
    case .resetLayout: "reset"
    case .widen: "wider"
    case .narrow: "narrower"
    case .heighten: "higher"
    case .lower: "lower"
    case .move(.bottom): "end"
    case .move(let movement): movement.commandText
    case .open: "open"
    case .expand: "expand"
    case .collapse: "collapse"
    case .enableOrDisable: "on/off"
    case .delete: "delete"
    case .toggleFrozen: "freeze"
    case .toggleLibraryFrames: "libraries"
    case .pathMappings: "paths"
    case .commandLine: "cmds"
    case .help: "help"
    case .restart: "restart"
    case .detach: "detach"
    case .kill: "kill"
    case .quit: "quit"
    case .redraw: "redraw"
    case .suspend: "suspend"
    case .cancel: "cancel"
    }
  }
}
