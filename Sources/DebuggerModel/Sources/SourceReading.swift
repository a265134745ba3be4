/// The text of code that runs in a process, and where the process had it from.
public struct SourceReading: Equatable, Sendable {
  public enum Origin: String, Equatable, Sendable {
    case file
    /// A member of a zip archive.
    case archive
    /// What Python's `linecache` was told: notebooks, doctests and templates tell it.
    case linecache
    /// What the module's loader gives.
    case loader
    /// The file of Python's library that a frozen module was made of.
    case library
    /// No text: the instructions of the code, each on its line.
    case bytecode

    /// For a title, in brackets; `nil` where it is simply the file.
    public var words: String? {
      switch self {
      case .file: nil
      case .archive: "from its archive"
      case .linecache: "as Python's linecache has it"
      case .loader: "as its loader has it"
      case .library: "from Python's library there"
      case .bytecode: "bytecode: its source is not known there"
      }
    }
  }

  public let text: String
  public let origin: Origin

  public init(_ text: String, origin: Origin = .file) {
    self.text = text
    self.origin = origin
  }
}
