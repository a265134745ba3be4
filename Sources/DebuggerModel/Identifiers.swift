/// The number people use for a process: 1, 2, … in the order of connection, never used again in one run.
public struct ProcessNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let rawValue: Int

  public init(_ rawValue: Int) { self.rawValue = rawValue }

  public var description: String { String(rawValue) }

  public static func < (left: ProcessNumber, right: ProcessNumber) -> Bool { left.rawValue < right.rawValue }
}

/// pydevd's own name of a thread, `pid_<pid>_id_<id>`; unique in one process only.
public struct ThreadID: Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  /// A greenlet or tasklet: a stack beside the one of the thread that it belongs to, `__frame__:ID|THREAD`
  /// (`pydevd_custom_frames.py`, `add_custom_frame`).
  public var isCustomFrame: Bool { rawValue.hasPrefix("__frame__:") }
}

/// pydevd's own name of a frame; it dies with the stop that it was reported in.
public struct FrameID: Hashable, Sendable {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// One suspension of one thread. What is asked about a stop carries its id, and what comes back for an earlier stop is dropped.
public struct StopID: Hashable, Comparable, Sendable {
  public let rawValue: Int

  public init(_ rawValue: Int) { self.rawValue = rawValue }

  public static func < (left: StopID, right: StopID) -> Bool { left.rawValue < right.rawValue }
}

/// The number people use for a breakpoint: 1, 2, … never used again in one run.
public struct BreakpointNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let rawValue: Int

  public init(_ rawValue: Int) { self.rawValue = rawValue }

  public var description: String { String(rawValue) }

  public static func < (left: BreakpointNumber, right: BreakpointNumber) -> Bool { left.rawValue < right.rawValue }
}

/// Ties a command, or a question of the screen's own, to its answer.
public struct RequestToken: Hashable, Sendable {
  public let rawValue: Int

  public init(_ rawValue: Int) { self.rawValue = rawValue }
}
