import SourcePaths

/// Remembers the values of each function's variables from its previous stop, so that changed ones can be marked.
struct ValueMemory: Equatable, Sendable {
  private struct Place: Hashable, Sendable {
    let process: ProcessNumber
    let thread: ThreadID
    let function: String
    let file: RemotePath
    let depth: Int
  }

  private struct Values: Equatable, Sendable {
    let stop: StopID
    var current: [VariablePath: String]
    let earlier: [VariablePath: String]
  }

  private var places: [Place: Values] = [:]

  /// Puts the earlier value on each variable that has another one now, and remembers the present values.
  /// - Parameter depth: the frame's distance from the outermost one, which stays while the function runs.
  mutating func mark(_ variables: [Variable], key: FrameKey, frame: StackFrame, depth: Int) -> [Variable] {
    let place = Place(
      process: key.process, thread: key.thread, function: frame.function, file: frame.remoteFile, depth: depth)
    var values = places[place] ?? Values(stop: key.stop, current: [:], earlier: [:])
    if values.stop != key.stop { values = Values(stop: key.stop, current: [:], earlier: values.current) }
    values.current.reserveCapacity(values.current.count + variables.count)
    let marked = variables.map { variable in
      // A call has no earlier value: each returns one of its own.
      guard !variable.isPending, variable.group != .returned else { return variable }
      var variable = variable
      let text = Self.text(of: variable)
      if let before = values.earlier[variable.path], before != text { variable.previous = before }
      values.current[variable.path] = text
      return variable
    }
    places[place] = values
    return marked
  }

  mutating func forget(_ process: ProcessNumber, _ thread: ThreadID) {
    places = places.filter { $0.key.process != process || $0.key.thread != thread }
  }

  mutating func forget(_ process: ProcessNumber) {
    places = places.filter { $0.key.process != process }
  }

  private static func text(of variable: Variable) -> String { variable.value }
}
