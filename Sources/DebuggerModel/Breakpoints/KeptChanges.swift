/// The changes that another Dialback has made to what is kept of a project.
public struct KeptChanges: Equatable, Sendable {
  /// New ones, and those whose options have changed.
  public var breakpoints: [BreakpointRecord] = []
  public var removedBreakpoints: [BreakpointRecord] = []
  public var exceptions: [ExceptionRecord] = []
  public var removedExceptions: [ExceptionRecord] = []
  /// A sentence about what could not be read.
  public var warning: String?

  public init() {}

  public var isEmpty: Bool { self == KeptChanges() }
}

/// The entries of a list, each under a key of its own.
public protocol KeptRecord: Equatable, Sendable {
  associatedtype Key: Hashable

  var key: Key { get }
  /// Whether another record of the same key does the same.
  func isLike(_ other: Self) -> Bool
  /// The record with what another one of the same key does.
  func doing(_ other: Self) -> Self
}

extension KeptRecord {
  public func isLike(_ other: Self) -> Bool { self == other }
  public func doing(_ other: Self) -> Self { other }
}

/// Brings two lists together that have come from the same one.
public enum KeptMerge {
  /// Their list with what has changed between `base` and `mine`. Where both have changed a record, mine counts.
  public static func merge<Record: KeptRecord>(base: [Record], mine: [Record], theirs: [Record]) -> [Record] {
    let (base, mineByKey) = (byKey(base), byKey(mine))
    var done: Set<Record.Key> = []
    var result: [Record] = []
    for record in theirs where done.insert(record.key).inserted {
      guard let own = mineByKey[record.key] else {
        if base[record.key] == nil { result.append(record) }
        continue
      }
      let isMine = base[record.key].map { !own.isLike($0) } ?? true
      result.append(isMine ? own : own.doing(record))
    }
    for record in mine where done.insert(record.key).inserted {
      // One that they have removed, and that I have not touched, is gone.
      if base[record.key].map({ !record.isLike($0) }) ?? true { result.append(record) }
    }
    return result
  }

  /// The entries that a list had, with the changes of others that it has taken over since: those are none of its own.
  public static func base<Record: KeptRecord>(
    _ base: [Record], taking changed: [Record], _ removed: [Record], into mine: [Record]
  ) -> [Record] {
    guard !changed.isEmpty || !removed.isEmpty else { return base }
    let mine = byKey(mine)
    let taken = changed.filter { record in mine[record.key].map { $0.isLike(record) } ?? false }
    let replaced = Set(taken.map(\.key)).union(removed.map(\.key).filter { mine[$0] == nil })
    return base.filter { !replaced.contains($0.key) } + taken
  }

  /// The way from a list to another one.
  public static func difference<Record: KeptRecord>(
    from old: [Record], to new: [Record]
  ) -> (changed: [Record], removed: [Record]) {
    let (oldByKey, newByKey) = (byKey(old), byKey(new))
    let changed = new.filter { record in oldByKey[record.key].map { !record.isLike($0) } ?? true }
    return (changed, old.filter { newByKey[$0.key] == nil })
  }

  private static func byKey<Record: KeptRecord>(_ records: [Record]) -> [Record.Key: Record] {
    Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
  }
}

extension BreakpointRecord: KeptRecord {
  /// A breakpoint that logs may be beside one that stops; one whose function is still to be found has no line.
  public struct Key: Hashable, Sendable {
    let file: SourceFile
    let line: Int
    let isLog: Bool
    let function: String?
  }

  public var key: Key {
    Key(file: file, line: line, isLog: options.isLog, function: line > 0 ? nil : function)
  }

  /// The text of a line is looked up by each Dialback for itself.
  public func isLike(_ other: Self) -> Bool { options == other.options }

  public func doing(_ other: Self) -> Self {
    var record = self
    record.options = other.options
    return record
  }
}

extension ExceptionRecord: KeptRecord {
  public var key: String { exception }
}
