extension DebuggerState {
  /// Has pydevd compare a module with its file and take in what is new (`pydevd_reload.py`, `xreload`). Its own message for
  /// that (119) has no answer on pydevd-pycharm, and tells neither side's user that there is no such module; a statement
  /// in the selected frame does.
  mutating func reloadModule(_ name: String, _ token: RequestToken) -> [Effect] {
    let module = "__import__('importlib').import_module('\(name)')"
    let reloader = "__import__('_pydevd_bundle.pydevd_reload', None, None, ['xreload'])"
    return evaluate("\(reloader).xreload(\(module))", isStatement: true, token)
  }
}
