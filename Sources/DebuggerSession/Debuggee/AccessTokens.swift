/// What the two ends show each other before a process that was started with tokens obeys (`pydevd.py`, `_Authentication`).
public struct AccessTokens: Sendable, Equatable {
  /// Shown to processes: their `--access-token`. `nil` where there is none: no process can be asked for its own then.
  public var own: String?
  /// What processes have to show: their `--client-access-token`. `nil` takes any.
  public var ofProcesses: String?

  public init(own: String?, ofProcesses: String? = nil) {
    self.own = own
    self.ofProcesses = ofProcesses
  }
}
