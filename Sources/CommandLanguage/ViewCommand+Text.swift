extension ViewCommand {
  /// The command of the language that stands for it.
  public var commandText: String {
    switch self {
    case .toggleBreakpoint: "toggle-breakpoint"
    case .editBreakpoint: "edit-breakpoint"
    case .exceptionBreakpoints: "exception-breakpoints"
    case .evaluate: "evaluate"
    case .focusEvaluation: "focus-evaluation"
    case .printWord: "print-word"
    case .addWatch: "add-watch"
    case .setValue: "set-value"
    case .showFullValue: "full-value"
    case .copy: "copy"
    case .runToCursor: "run-to-cursor"
    case .setNextStatement: "set-next-statement"
    case .chooseCall: "choose-call"
    case .typeInput: "type-input"
    case .executionPoint: "execution-point"
    case .search: "search"
    case .searchNext: "search-next"
    case .searchPrevious: "search-previous"
    case .goToLine: "go-to-line"
    case .openFile: "open-file"
    case .goToDefinition: "go-to-definition"
    case .goBack: "go-back"
    case .otherText: "other-text"
    case .focus(let pane): "focus \(pane.rawValue)"
    case .focusNext: "focus-next"
    case .focusPrevious: "focus-previous"
    case .nextTab: "next-tab"
    case .previousTab: "previous-tab"
    case .nextThread: "next-thread"
    case .previousThread: "previous-thread"
    case .nextProcess: "next-process"
    case .previousProcess: "previous-process"
    case .zoom: "zoom"
    case .resetLayout: "reset-layout"
    case .widen: "widen"
    case .narrow: "narrow"
    case .heighten: "heighten"
    case .lower: "lower"
    case .move(let movement): movement.commandText
    case .open: "open"
    case .expand: "expand-here"
    case .collapse: "collapse-here"
    case .enableOrDisable: "toggle-enabled"
    case .delete: "delete"
    case .toggleFrozen: "toggle-frozen"
    case .toggleLibraryFrames: "library-frames"
    case .pathMappings: "path-mappings"
    case .theme(let name): "theme" + (name.map { " \($0)" } ?? "")
    case .filter(let text): "filter" + (text.map { " \($0)" } ?? "")
    case .displayMode(let mode): "show-as" + (mode.map { " \($0.rawValue)" } ?? "")
    case .sortVariables(let order): "sort-variables" + (order.map { " \($0.rawValue)" } ?? "")
    case .copyPath: "copy-path"
    case .mark: "mark"
    case .filterConsole(let filter): "filter-console" + (filter.map { " \($0.rawValue)" } ?? "")
    case .saveDisplay(let file): "save-display \(file)"
    case .saveConsole(let file): "save-console \(file)"
    case .commandLine: "command-line"
    case .runAsKeys: "run-as-keys"
    case .help: "help-keys"
    case .restart: "restart"
    case .detach: "ask-detach"
    case .kill: "ask-kill"
    case .quit: "close-or-quit"
    case .redraw: "redraw"
    case .suspend: "suspend"
    case .cancel: "cancel"
    }
  }
}

extension ViewCommand.Movement {
  /// The command of the language that stands for it; `up` and `down` alone are pdb's.
  public var commandText: String {
    switch self {
    case .up: "cursor-up"
    case .down: "cursor-down"
    case .left: "cursor-left"
    case .right: "cursor-right"
    case .pageUp: "page-up"
    case .pageDown: "page-down"
    case .halfPageUp: "half-page-up"
    case .halfPageDown: "half-page-down"
    case .top: "top"
    case .bottom: "bottom"
    case .lineStart: "line-start"
    case .lineEnd: "line-end"
    }
  }
}
