public import SourcePaths

/// Asks a process for the text of a file.
public struct SourceRequest: Equatable, Sendable {
  public let process: ProcessNumber
  public let path: RemotePath
  /// A frame of a present stop: it can find what is no file.
  public let frame: FrameKey?
  /// The frame runs the very code that is asked for.
  public let isFramesOwn: Bool
  /// The frame has to find it: the file can't be had, or there is none.
  public let asksFrame: Bool

  public init(
    process: ProcessNumber, path: RemotePath, frame: FrameKey?, isFramesOwn: Bool = false, asksFrame: Bool = false
  ) {
    self.process = process
    self.path = path
    self.frame = frame
    self.isFramesOwn = isFramesOwn
    self.asksFrame = asksFrame
  }
}
