public import SourcePaths

/// The exceptions that were asked about last, the one that the thread stopped at first.
public struct ExceptionChain: Equatable, Sendable {
  public let exceptions: [RaisedException]
  /// Tells one answer from the next.
  public let token: RequestToken

  public init(exceptions: [RaisedException], token: RequestToken) {
    self.exceptions = exceptions
    self.token = token
  }
}

/// One exception of a chain: what it was, how it came about, and the way that it took.
public struct RaisedException: Equatable, Sendable {
  /// How an exception belongs to the one before it in the list.
  public enum Link: String, Equatable, Sendable {
    /// The one that the thread stopped at.
    case none = ""
    /// `raise … from` it (`__cause__`).
    case cause
    /// It was being handled (`__context__`).
    case context
  }

  public struct Frame: Equatable, Sendable {
    public let function: String
    public let remoteFile: RemotePath
    public let line: Int

    public init(function: String, remoteFile: RemotePath, line: Int) {
      self.function = function
      self.remoteFile = remoteFile
      self.line = line
    }
  }

  public let link: Link
  public let summary: ExceptionSummary
  /// Where it was raised comes first.
  public let frames: [Frame]

  public init(link: Link, summary: ExceptionSummary, frames: [Frame]) {
    self.link = link
    self.summary = summary
    self.frames = frames
  }
}
