/// Asks where threads are, running ones too.
public struct StacksRequest: Equatable, Sendable {
  public struct Target: Hashable, Sendable {
    public let process: ProcessNumber
    public let thread: ThreadID
  }

  /// The threads whose stacks are not known already.
  public let targets: [Target]
  /// The command that waits for it; `nil` for the screen.
  public let token: RequestToken?
}

/// Where a thread was when it was asked for.
public struct ThreadStack: Equatable, Sendable {
  public let target: StacksRequest.Target
  public let frames: Result<[StackFrame], CommandFailure>

  public init(target: StacksRequest.Target, frames: Result<[StackFrame], CommandFailure>) {
    self.target = target
    self.frames = frames
  }
}
