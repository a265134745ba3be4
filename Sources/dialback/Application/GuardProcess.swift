import CGuard
import PydevdClient

/// The guard beside this process, by its control socket.
struct GuardProcess: ConnectionGuard {
  private let control: CInt

  /// Starts the guard. To be called before any thread is made, since it forks; `nil` where that is not possible: Dialback
  /// then works, and only a killed Dialback leaves processes as the Python side by itself would.
  static func start() -> GuardProcess? {
    let control = guard_start()
    return control < 0 ? nil : GuardProcess(control: control)
  }

  /// Lets Dialback and its guard hold many processes: each takes a descriptor of both. A program that is started from here has
  /// the same limit, and old Pythons go through all descriptors below it when they start another one: so it stays bounded.
  /// - Returns: how many there may be.
  static func raiseDescriptorLimit() -> Int { Int(guard_raise_limit(4096)) }

  func adoptListener(_ descriptor: CInt) { _ = guard_adopt_listener(control, descriptor) }

  func adopt(_ number: UInt32, _ descriptor: CInt) { _ = guard_adopt(control, number, descriptor) }

  func setLastWords(_ number: UInt32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { guard_last_words(control, number, $0.baseAddress, $0.count) } == 0
  }

  func setUnsent(_ number: UInt32, _ descriptor: CInt, _ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { guard_unsent(control, number, descriptor, $0.baseAddress, $0.count) }
  }

  func release(_ number: UInt32) { _ = guard_release(control, number) }

  func askForPort(_ port: Int) { _ = guard_ask_for_port(CInt(port)) }

  /// All processes are let go: the guard answers those that dial in at the very last, and gives the port back.
  func dismiss() { guard_dismiss(control) }
}
