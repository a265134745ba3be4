import DebuggerModel
import DebuggerSession
import Platform
import SourcePaths
import TOML

/// Keeps the breakpoints of a project in a file of the user's state folder, named after the project's path. Other Dialbacks may
/// debug the same project: what they have changed is kept, and told.
struct ProjectBreakpointStore: BreakpointStore {
  let path: String
  /// The name that an earlier version gave the file, if it was another.
  let oldPath: String?
  let root: String
  private let file: StateFile
  private let known = Locked(Known())

  /// What this Dialback has had of the file, so that its own changes can be told from those of others.
  private struct Known: Sendable {
    /// Those that its state has.
    var breakpoints: [BreakpointRecord] = []
    var exceptions: [ExceptionRecord] = []
    /// What was told last, which is not told twice.
    var told = KeptChanges()
    var stamp: LocalFile.Stamp?
  }

  /// - Parameter root: the project's folder.
  init(stateFolder: String, root: String) {
    self.root = root
    let names = Self.names(for: root)
    let folder = stateFolder + "/projects/"
    path = folder + names.name + ".toml"
    oldPath = names.old.map { folder + $0 + ".toml" }
    file = StateFile(path: path, oldPath: oldPath)
  }

  /// Bytes of the longest name that has room for what is added to it, in the 255 that file systems allow.
  private static let longestName = 200

  /// The name of a project's files, without their endings; and the one that an earlier version gave them, if it was another.
  static func names(for root: String) -> (name: String, old: String?) {
    let parts = root.utf8.map { byte -> String in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x2d
      return isPlain ? String(UnicodeScalar(byte)) : byte == 0x2f ? "_" : "%" + String(byte, radix: 16)
    }
    let whole = parts.joined()
    guard whole.utf8.count > longestName else { return (whole, nil) }
    // FNV-1a, of the whole path. Its end says more than its beginning.
    let hash = root.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return (String(hash, radix: 16) + "-" + whole.suffix(longestName - 20), whole)
  }

  // MARK: Reading

  /// What was kept, and what could not be read, in words.
  /// - Parameter first: the exception breakpoints of a project that has none kept.
  func load(first: [ExceptionRecord] = []) -> (
    breakpoints: [BreakpointRecord], exceptions: [ExceptionRecord], warning: String?
  ) {
    do {
      let reading = try file.read()
      let (kept, warning) = contents(of: reading)
      known.withLock {
        $0.breakpoints = kept.breakpoints
        $0.exceptions = kept.exceptions ?? first
        $0.stamp = reading.stamp
      }
      return (kept.breakpoints, kept.exceptions ?? first, warning.map { "The kept breakpoints: \($0)" })
    } catch {
      known.withLock { $0.exceptions = first }
      return ([], first, "The kept breakpoints can't be read: \(error); none is kept until that is mended")
    }
  }

  private struct Kept {
    var breakpoints: [BreakpointRecord] = []
    /// `nil` where none ever were.
    var exceptions: [ExceptionRecord]?
  }

  private func contents(of reading: StateFile.Reading) -> (Kept, warning: String?) {
    var lost = 0
    func records<Record>(_ key: String, _ read: (TOMLTable) -> Record?) -> [Record]? {
      guard let value = reading.table?[key] else { return nil }
      let records = (value.array ?? []).compactMap { $0.table.flatMap(read) }
      lost += value.array.map { $0.count - records.count } ?? 1
      return records
    }
    let kept = Kept(
      breakpoints: records("breakpoint", BreakpointRecord.init) ?? [],
      exceptions: records("exception", ExceptionRecord.init))
    guard reading.warning == nil, lost > 0, let text = reading.text else { return (kept, reading.warning) }
    return (kept, file.keepCopy(text, "has \(lost) entries that could not be read"))
  }

  // MARK: Writing

  func save(_ records: [BreakpointRecord]) throws -> KeptChanges {
    try exchange(keepsExceptions: false) { $0.breakpoints = records }
  }

  func save(exceptions records: [ExceptionRecord]) throws -> KeptChanges {
    try exchange(keepsExceptions: true) { $0.exceptions = records }
  }

  func changes() throws -> KeptChanges {
    let isSame = known.withLock { $0.stamp == file.stamp }
    return isSame ? KeptChanges() : try exchange(keepsExceptions: false) { _ in }
  }

  /// Brings the state of this Dialback and the file together.
  /// - Parameters:
  ///   - keepsExceptions: also those that a project begins with; else they are kept once somebody has changed them.
  ///   - change: gives the newest state.
  /// - Returns: what the state does not have yet.
  private func exchange(keepsExceptions: Bool, _ change: (inout Known) -> Void) throws -> KeptChanges {
    try known.withLock { known in
      var base = known
      var (new, warning) = (known, nil as String?)
      change(&new)
      let told = known.told
      base.breakpoints = KeptMerge.base(
        base.breakpoints, taking: told.breakpoints, told.removedBreakpoints, into: new.breakpoints)
      base.exceptions = KeptMerge.base(
        base.exceptions, taking: told.exceptions, told.removedExceptions, into: new.exceptions)
      var merged = (breakpoints: new.breakpoints, exceptions: new.exceptions)
      let stamp = try file.update { [base] reading in
        let (theirs, problem) = contents(of: reading)
        warning = problem
        merged.breakpoints = KeptMerge.merge(
          base: base.breakpoints, mine: new.breakpoints,
          theirs: reading.table == nil ? base.breakpoints : theirs.breakpoints)
        merged.exceptions = KeptMerge.merge(
          base: base.exceptions, mine: new.exceptions, theirs: theirs.exceptions ?? base.exceptions)
        let areKept = keepsExceptions || theirs.exceptions != nil
        let text = Self.text(root: root, merged.breakpoints, areKept ? merged.exceptions : nil)
        return text == reading.text ? nil : text
      }
      new.stamp = stamp
      let changes = Self.changes(from: new, to: merged, warning)
      // A state that could not take something over is not asked again and again.
      let isNews = changes != known.told
      new.told = changes
      known = new
      return isNews ? changes : KeptChanges()
    }
  }

  private static func changes(
    from known: Known, to merged: (breakpoints: [BreakpointRecord], exceptions: [ExceptionRecord]), _ warning: String?
  ) -> KeptChanges {
    var changes = KeptChanges()
    (changes.breakpoints, changes.removedBreakpoints) = KeptMerge.difference(
      from: known.breakpoints, to: merged.breakpoints)
    (changes.exceptions, changes.removedExceptions) = KeptMerge.difference(
      from: known.exceptions, to: merged.exceptions)
    changes.warning = warning
    return changes
  }

  private static func text(
    root: String, _ breakpoints: [BreakpointRecord], _ exceptions: [ExceptionRecord]?
  ) -> String {
    let head =
      TOMLText.line("root", TOMLText.quoted(root))
      + TOMLText.line(StateFile.entryCount, "\(breakpoints.count + (exceptions?.count ?? 0))")
    let empty =
      (breakpoints.isEmpty ? "breakpoint = []\n" : "") + (exceptions?.isEmpty == true ? "exception = []\n" : "")
    return head + empty + breakpoints.map { "\n[[breakpoint]]\n" + $0.tableLines }.joined()
      + (exceptions ?? []).map { "\n[[exception]]\n" + $0.tableLines }.joined()
  }
}
