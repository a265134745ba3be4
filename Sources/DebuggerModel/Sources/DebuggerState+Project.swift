extension DebuggerState {
  /// What is there already stays until the new list is here. A second request while one is under way is the same one.
  mutating func indexProject(_ token: RequestToken) -> [Effect] {
    let effects: [Effect] = isIndexing ? [] : [.indexProject(settings.root)]
    isIndexing = true
    return effects + succeed(token, .null)
  }

  mutating func projectIndexed(_ index: ProjectIndex) -> [Effect] {
    isIndexing = !index.isComplete
    if index.isComplete || project?.isComplete != true { project = index }
    return unmappedFiles.map(SourceFile.remote).filter { sources[$0] != nil }.flatMap { readCandidates(for: $0) }
  }
}
