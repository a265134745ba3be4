/// Processes that others have started.
extension DebuggerState {
  /// A process that was started through a shell has its debugged parent further up.
  mutating func descends(_ number: ProcessNumber, from pids: [Int]) -> [Effect] {
    guard let process = process(number), process.parent == nil else { return [] }
    // A pid is one of a machine, or of a container.
    let elder = processes.filter { $0.number < number && $0.host == process.host }
    guard let pid = pids.first(where: { pid in elder.contains { $0.identity.pid == pid } }),
      let parent = elder.last(where: { $0.identity.pid == pid })
    else { return [] }
    update(number) { $0.parent = parent.number }
    console.append(
      "Process \(number) was started by process \(parent.number)\n", process: number, category: .message)
    return []
  }

  /// The processes as a tree: each before those that it has started, with how deep it stands.
  public var family: [(process: ProcessState, depth: Int)] {
    let known = Set(processes.map(\.number))
    let children = Dictionary(grouping: processes.indices.filter { processes[$0].parent != nil }) {
      processes[$0].parent
    }
    var rows: [(process: ProcessState, depth: Int)] = []
    func add(_ index: Int, depth: Int) {
      rows.append((processes[index], depth))
      for child in children[processes[index].number] ?? [] { add(child, depth: depth + 1) }
    }
    for index in processes.indices where processes[index].parent.map(known.contains) != true { add(index, depth: 0) }
    return rows
  }
}

extension ProcessState {
  /// One word for lists.
  public var stateName: String {
    if attachment != .attached { return "detached" }
    if suspendedThreads.isEmpty { return threads.contains { $0.status == .pausing } ? "pausing" : "running" }
    return "stopped"
  }
}
