extension PathMapper {
  /// What a remote path is here.
  public enum Resolution: Equatable, Sendable {
    /// The local path, and the mapping that led to it.
    case mapped(LocalPath, PathMapping)
    /// No mapping is for it: the path is taken as one of this machine.
    case identical(LocalPath)
    /// The code has no file.
    case pseudo
  }
}
