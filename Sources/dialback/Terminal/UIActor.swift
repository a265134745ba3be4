/// Everything that belongs to the process's first thread: the terminal, the screen, the state that it shows.
@globalActor
actor UIActor {
  static let shared = UIActor()

  nonisolated var unownedExecutor: UnownedSerialExecutor { UIThread.shared.asUnownedSerialExecutor() }

  /// Runs code of the actor at once, where the caller is on its thread already; a precondition failure elsewhere.
  static func assumeIsolated<Result: Sendable>(_ operation: @UIActor () throws -> Result) rethrows -> Result {
    shared.preconditionIsolated("this is not the thread of the screen")
    return try withoutActuallyEscaping(operation) { operation in
      try unsafeBitCast(operation, to: (() throws -> Result).self)()
    }
  }
}
