/// Whether what is in no project root is passed over. Both sides have it, and a program that is told by its environment alone
/// (`PYDEVD_FILTER_LIBRARIES`): here it is set in the debugger's object (`pydevd.py`, `set_use_libraries_filter` or
/// `is_filter_libraries`).
enum LibraryFilter {
  private static let program = """
    def apply(isOn):
        import sys
        for name in ('_pydevd_bundle.pydevd_constants', '_pydevd_bundle.pydevd_comm', 'pydevd'):
            module = sys.modules.get(name)
            for getter in ('get_global_debugger', 'GetGlobalDebugger'):
                found = getattr(module, getter, None)
                found = found() if found is not None else None
                if hasattr(found, 'set_use_libraries_filter'):
                    return found.set_use_libraries_filter(isOn)
                if hasattr(found, 'is_filter_libraries'):
                    found.is_filter_libraries = isOn
                    return
    """

  static func expression(_ isOn: Bool) -> String {
    let text = (program + "\n\napply(\(isOn ? "True" : "False"))\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .joined(separator: "\\n")
    // Under the name of one of pydevd's own files, which its tracer leaves alone.
    let own = "getattr(__import__('sys').modules.get('_pydevd_bundle.pydevd_constants'), '__file__', '<string>')"
    return "eval(compile(\"\(text)\", \(own), 'exec'), {})"
  }
}
