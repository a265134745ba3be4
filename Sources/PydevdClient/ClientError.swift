/// Why a request to a process had no answer.
public enum ClientError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The process did not answer within so many seconds; it may still be at work.
  case timedOut(seconds: Double, what: String)
  /// The connection is gone.
  case disconnected
  /// The thread was let go before it could be asked.
  case threadWentOn
  /// The text cannot be sent to this release without harming its session.
  case notSendable(String)
  /// The messages of all peers take more memory than they may, in bytes: this one had to give way.
  case noRoom(limit: Int)
  /// Nothing was acknowledged for so many seconds.
  case linkIsDead(seconds: Double)
  case cannotListen(host: String, port: Int, reason: String)

  public var description: String {
    switch self {
    case .timedOut(let seconds, let what):
      "no answer to \(what) in \(Int(seconds.rounded(.up))) s; the process may still be busy with it"
    case .disconnected: "the connection is gone"
    case .threadWentOn: "the thread has gone on meanwhile"
    case .notSendable(let text): "\(text) can't be sent to this release: it is too long for text that is not ASCII"
    case .noRoom(let limit):
      "the messages that all processes are sending take more than \(limit >> 20) MB together; ask for less at once"
    case .linkIsDead(let seconds): "the link has been silent for \(Int(seconds)) s"
    case .cannotListen(let host, let port, let reason): "can't listen at \(host), port \(port): \(reason)"
    }
  }
}
