/// 101: ends the handshake; `settrace` returns.
public struct Run: PydevdNotification {
  public init() {}

  public var command: CommandID { .run }

  public func payload(for dialect: Dialect) -> String { "" }
}

/// 154: stop at the program's first line; before RUN (`cmd_stop_on_start`).
public struct StopOnStart: PydevdNotification {
  public init() {}

  public var command: CommandID { .stopOnStart }

  public func payload(for dialect: Dialect) -> String { "true" }
}

/// 105: stops a thread at its next line of Python, or all of them.
public struct Suspend: PydevdNotification {
  let thread: String?

  /// - Parameter thread: `nil` for all, where the dialect has that.
  public init(thread: String?) { self.thread = thread }

  public var command: CommandID { .threadSuspend }

  public func payload(for dialect: Dialect) -> String { thread ?? "*" }
}

/// 106: lets a stopped thread go on, or all of them.
public struct Resume: PydevdNotification {
  let thread: String?

  /// - Parameter thread: `nil` for all, where the dialect has that.
  public init(thread: String?) { self.thread = thread }

  public var command: CommandID { .threadRun }

  public func payload(for dialect: Dialect) -> String { thread ?? "*" }
}

/// 107, 108, 109, 144, 159: one step of a stopped thread.
public struct Step: PydevdNotification {
  public enum Kind: Equatable, Sendable { case into, over, `return`, intoMyCode, overMyCode }

  let thread: String
  let kind: Kind

  public init(thread: String, kind: Kind) {
    self.thread = thread
    self.kind = kind
  }

  public var command: CommandID {
    switch kind {
    case .into: .stepInto
    case .over: .stepOver
    case .return: .stepReturn
    case .intoMyCode: .stepIntoMyCode
    case .overMyCode: .stepOverMyCode
    }
  }

  public func payload(for dialect: Dialect) -> String { thread }
}
