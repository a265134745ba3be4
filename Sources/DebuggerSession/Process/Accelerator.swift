import PydevdWire

/// Orders wake the stopped threads of pydevd-pycharm (`dialback_accelerator.py`).
enum Accelerator {
  /// Puts everything back. It is the accelerator itself that takes this message; no release has such a value of the command.
  struct Stop: PydevdNotification {
    let command = CommandID.enableDontTrace
    func payload(for dialect: Dialect) -> String { "dialback" }
  }
}
