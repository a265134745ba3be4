/// What has to be known to read what a process sends.
extension Dialect {
  /// A frame's `file` is percent-coded once more (`pydevd_net_command_factory_xml.py`, `make_thread_stack_str`). From 193 on a
  /// literal `%41` in a path must stay.
  public var quotesFrameFile: Bool { family == .pydevd || isPycharm(before: 193) }

  /// The `message` of a stop is percent-coded once more (`make_thread_suspend_str`; not in 212.5284, seen in 222).
  public var quotesThreadMessage: Bool { isPycharm(from: 222) }

  /// Values begin with their type: `int: 1` (`pydevd_xml.py`, `var_to_xml`).
  public var prefixesValueWithType: Bool { family == .pydevd || isPycharm(before: 193) }

  /// What a log expression gives is printed and the thread goes on; pydevd-pycharm prints and stops all the same
  /// (`pydevd_frame.py`, `handle_breakpoint_expression`).
  public var logsWithoutStopping: Bool { family == .pydevd }

  /// That a breakpoint's file does not exist comes by 116; pydevd-pycharm writes it to the process's standard error, which may
  /// not be redirected (`pydevd_process_net_command.py`, `cmd_set_break` and `process_net_command`).
  public var tellsMissingFiles: Bool { family == .pydevd }

  /// Children are asked for by an offset as the first name (`pydevd_resolver.py`, `MAX_ITEMS_TO_HANDLE`); pydevd has a child
  /// called `more` instead.
  public var pagesByOffset: Bool { family == .pycharm }

  /// The stop of `settrace` comes as a pause (105), as a line breakpoint (111) elsewhere (`pydevd.py`, `_locked_settrace`).
  public var reportsEntryAsPause: Bool { isPycharm(before: 192) }
}
