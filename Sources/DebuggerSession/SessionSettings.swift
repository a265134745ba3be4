/// How a session driver behaves for the whole run.
public struct SessionSettings: Sendable {
  /// The address to listen at.
  public var host: String
  /// 0 takes any free port.
  public var port: Int
  /// Ask each process to stop at its first line (154), for programs that Dialback itself starts.
  public var stopsOnStart: Bool
  /// Seconds to wait for the value of an expression.
  public var evaluationTimeout: Double
  /// Seconds to wait for anything else.
  public var requestTimeout: Double
  /// Seconds that a process may take to be let go when Dialback leaves.
  public var farewellTimeout: Double
  /// How many files may be open at a time: each process takes one.
  public var descriptorLimit = Int.max
  /// Bytes of the messages of all processes that may be held: more than one message has.
  public var messageMemory = 384 << 20
  /// Threads stay stopped until their watches are evaluated.
  public var awaitsWatches = false
  /// For processes that were started with an access token.
  public var accessTokens: AccessTokens?
  /// The peers that may connect.
  public var access = AccessPolicy(users: .any)
  /// Programs are started here: those may connect, whatever else holds.
  public var startsPrograms = false

  public init(
    host: String, port: Int, stopsOnStart: Bool = false, evaluationTimeout: Double = 60, requestTimeout: Double = 30,
    farewellTimeout: Double = 2
  ) {
    self.host = host
    self.port = port
    self.stopsOnStart = stopsOnStart
    self.evaluationTimeout = evaluationTimeout
    self.requestTimeout = requestTimeout
    self.farewellTimeout = farewellTimeout
  }
}
