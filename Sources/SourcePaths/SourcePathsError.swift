/// Why a text is no path mapping: a sentence with the mend.
public enum SourcePathsError: Error, Equatable, Sendable, CustomStringConvertible {
  case noSeparator(String)
  case emptySide(String)
  case relativeRemote(String)
  /// The local side begins with a `~` that can't be resolved.
  case unknownHome(String)

  public var description: String {
    switch self {
    case .noSeparator(let text): "\(text): a mapping is REMOTE=LOCAL, as in /srv/app=/home/me/app"
    case .emptySide(let text): "\(text): a mapping needs a folder on both sides of the =, as in /srv/app=/home/me/app"
    case .relativeRemote(let text):
      "\(text): the remote side of a mapping is a whole path, as in /srv/app=/home/me/app or C:\\app=/home/me/app"
    case .unknownHome(let text): "\(text): whose home the ~ means is not known here; write the local folder in full"
    }
  }
}
