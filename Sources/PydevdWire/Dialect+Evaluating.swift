/// What has to be known to evaluate, to complete and to jump.
extension Dialect {
  /// `await` at the top of an expression is carried out, in a loop of its own (`pydevd_vars.py`, `_EvalAwaitInNewEventLoop`,
  /// `evaluate_expression`); pydevd-pycharm takes it for a syntax error.
  public var evaluatesAwait: Bool { family == .pydevd }

  /// While an expression is evaluated, nothing else is served (`pydevd_process_net_command.py`, `process_net_command` and
  /// `pydevd.py`, `process_internal_commands`, share `_main_lock`).
  public var evaluationBlocksAll: Bool { family == .pycharm }
}
