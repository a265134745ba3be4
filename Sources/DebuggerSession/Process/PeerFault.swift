import DebuggerModel
import PydevdWire

/// What is wrong on the other side and can't be made good from here: it is told where it bites, with the mend, once in a session.
enum PeerFault: Hashable {
  /// A fork takes a copy of the debugger along that has no connection: what stops there stops for good.
  case losesForks
  /// `SafeCallWrapper` of the compiled part nests once for each event in the frame that called `settrace`
  /// (`pydevd_cython.pyx`).
  case nestsInModules
  /// `sys.settrace` on Pythons that have something better (`pydevd_pep_669_tracing_wrapper.py`).
  case tracesSlowly
  /// A closed connection is still taken for one (`pydevd.py`, `connected`).
  case comesBackNoMore(raises: Bool)

  var text: String {
    switch self {
    case .losesForks:
      "This process has multiprocessing and does not bring its children along: one that is forked and comes to a breakpoint "
        + "hangs there, and nobody hears of it. Call settrace with patch_multiprocessing=True."
    case .nestsInModules:
      "With the compiled part of this pydevd-pycharm, a long loop at a module's own level ends in a RecursionError. Call settrace "
        + "inside of a function, or set PYDEVD_USE_CYTHON=NO in the program's environment."
    case .tracesSlowly:
      "pydevd-pycharm traces this Python slowly. USE_LOW_IMPACT_MONITORING=1 in the program's environment makes it fast; the "
        + "function that calls settrace does not stop then, those that it calls do."
    case .comesBackNoMore(let raises):
      "With this pydevd-pycharm, a later settrace of the process "
        + (raises ? "raises an AttributeError" : "does nothing")
        + ", as its connection was closed. `detach` without `hard` keeps it."
    }
  }

  /// What a first stop shows of a process.
  struct Signs {
    let dialect: Dialect
    /// As `3.11.4`.
    let python: String
    let losesForks: Bool
    /// The compiled part is in use.
    let isCompiled: Bool
    /// `sys.monitoring` is in use.
    let isMonitored: Bool
    /// It stopped at a module's own level.
    let isInModule: Bool

    private var minor: Int {
      let parts = python.split(separator: ".").compactMap { Int($0) }
      return parts.count > 1 && parts[0] == 3 ? parts[1] : 0
    }

    var faults: [PeerFault] {
      var faults: [PeerFault] = []
      if losesForks { faults.append(.losesForks) }
      if isInModule, isCompiled, minor >= 11, dialect.nestsInModules { faults.append(.nestsInModules) }
      if !isMonitored, minor >= 12, dialect.canMonitor { faults.append(.tracesSlowly) }
      return faults
    }
  }
}

extension SessionDriver {
  func tell(_ fault: PeerFault, of number: ProcessNumber) {
    guard toldFaults.insert(fault).inserted else { return }
    emit(.notice(number, fault.text, isWarning: true))
  }

  /// Closes the connection of a process that goes on.
  func detach(_ number: ProcessNumber) {
    if let dialect = processes[number]?.dialect, dialect.forgetsConnection {
      tell(.comesBackNoMore(raises: dialect.raisesOnReturn), of: number)
    }
    sayFarewell(to: number)
  }
}
