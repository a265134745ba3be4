import SourcePaths

/// Breakpoints that are kept: restored at the start, and brought together with those of other Dialbacks.
extension DebuggerState {
  /// Sets the breakpoints that were kept. The time for it is linear in their number.
  mutating func restoreBreakpoints(_ records: [BreakpointRecord]) -> [Effect] {
    var places = Set(listedBreakpoints.map { record(of: $0).key })
    return records.flatMap { record -> [Effect] in
      let isNew = places.insert(identified(record).key).inserted
      return restore(record, isNew: isNew)
    }
  }

  /// - Parameter isNew: no breakpoint is there.
  private mutating func restore(_ record: BreakpointRecord, isNew: Bool) -> [Effect] {
    var effects: [Effect]
    if let function = record.function, record.line <= 0 {
      effects = waiting(for: function, record.options).1
    } else if isNew {
      effects =
        addBreakpoint(
          record.file, line: record.line, record.options, function: record.function,
          text: record.function == nil ? record.text : nil
        ).1
    } else {
      effects = setBreakpoint(record.file, line: record.line, record.options, function: record.function).1
    }
    effects.removeAll { if case .saveBreakpoints = $0 { true } else { false } }
    return effects
  }

  private func record(of breakpoint: Breakpoint) -> BreakpointRecord {
    identified(BreakpointRecord(breakpoint))
  }

  /// With the name that its file has without links, as far as that is known.
  private func identified(_ record: BreakpointRecord) -> BreakpointRecord {
    guard case .local(let path) = record.file, let real = realPaths[path] else { return record }
    var record = record
    record.file = .local(real)
    return record
  }

  /// Has what is kept be as this Dialback's breakpoints are.
  func save() -> [Effect] {
    let kept = breakpoints.lazy.filter { !$0.isInternal && !$0.options.isTemporary }
    return [.saveBreakpoints(kept.map(BreakpointRecord.init))]
  }

  // MARK: Other Dialbacks

  /// Takes over what another Dialback has changed in the same project, and says so.
  mutating func takeOver(_ changes: KeptChanges) -> [Effect] {
    var effects = changes.warning.map { tell(nil, $0, isWarning: true) } ?? []
    let removed = Set(changes.removedBreakpoints.map { identified($0).key })
    let leaving = removed.isEmpty ? [] : breakpoints.filter { isKept($0) && removed.contains(record(of: $0).key) }
    effects += clear(leaving.map(\.number))
    for record in changes.breakpoints { effects += take(record) }
    for record in changes.removedExceptions {
      let known = exceptionBreakpoints.filter { $0.exception == record.exception }
      effects += clearExceptions(known.map(\.number))
    }
    for record in changes.exceptions {
      effects += restore([record])
      if let number = exceptionBreakpoints.first(where: { $0.exception == record.exception })?.number {
        effects += report(exception: number)
      }
    }
    // The word for each of them is written once.
    effects.removeAll {
      switch $0 {
      case .saveBreakpoints, .saveExceptions: true
      case _: false
      }
    }
    if let words = changes.words { effects += tell(nil, words, isWarning: false) }
    let hasExceptions = !changes.exceptions.isEmpty || !changes.removedExceptions.isEmpty
    return effects + save() + (hasExceptions ? saveExceptions() : [])
  }

  private mutating func take(_ record: BreakpointRecord) -> [Effect] {
    let key = identified(record).key
    guard let known = breakpoints.first(where: { isKept($0) && self.record(of: $0).key == key }) else {
      return restore(record, isNew: true)
    }
    return known.options == record.options ? [] : change(known.number, .options(record.options))
  }

  private func isKept(_ breakpoint: Breakpoint) -> Bool { !breakpoint.isInternal && !breakpoint.options.isTemporary }
}

extension BreakpointRecord {
  init(_ breakpoint: Breakpoint) {
    self.init(
      file: breakpoint.file, line: breakpoint.line, options: breakpoint.options, function: breakpoint.function,
      text: breakpoint.text)
  }
}

extension KeptChanges {
  /// The changes in a sentence; `nil` where there are none.
  var words: String? {
    let changed =
      breakpoints.map { "\($0.file.name):\($0.line)" } + exceptions.map(\.exception)
    let removed = removedBreakpoints.map { "\($0.file.name):\($0.line)" } + removedExceptions.map(\.exception)
    let parts = [("set or changed", changed), ("removed", removed)].filter { !$0.1.isEmpty }.map { word, places in
      "\(word) \(places.count == 1 ? "a breakpoint" : "\(places.count) breakpoints") (\(Self.list(places)))"
    }
    return parts.isEmpty ? nil : "Another Dialback in this project has " + parts.joined(separator: ", and ")
  }

  private static func list(_ places: [String]) -> String {
    places.prefix(3).joined(separator: ", ") + (places.count > 3 ? ", …" : "")
  }
}
