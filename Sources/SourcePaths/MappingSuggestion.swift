/// A mapping that would lead from a remote file to a local one.
public struct MappingSuggestion: Hashable, Sendable {
  public let mapping: PathMapping
  /// The local file that the remote one would be.
  public let file: LocalPath
  /// Components at the end that both paths have in common; the more, the likelier.
  public let common: Int

  public init(mapping: PathMapping, file: LocalPath, common: Int) {
    self.mapping = mapping
    self.file = file
    self.common = common
  }
}
