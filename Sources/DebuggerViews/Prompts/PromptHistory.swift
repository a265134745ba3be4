/// What was typed before, apart for each kind of question; the oldest goes first.
struct PromptHistory: Equatable, Sendable {
  private enum Kind: String, Hashable { case command, expression, search, place, mapping, options, input }

  private var entries: [Kind: [String]] = [:]
  private static let most = 200

  func entries(for purpose: PromptPurpose) -> [String] { entries[Self.kind(of: purpose)] ?? [] }

  mutating func add(_ text: String, for purpose: PromptPurpose) {
    guard !text.isEmpty else { return }
    var list = entries(for: purpose).filter { $0 != text }
    list.append(text)
    entries[Self.kind(of: purpose)] = list.suffix(Self.most)
  }

  /// What is worth keeping for another run. What programs were told may be secret: it is not among it.
  var kept: [String: [String]] {
    Dictionary(uniqueKeysWithValues: entries.filter { $0.key != .input }.map { ($0.key.rawValue, $0.value) })
  }

  mutating func restore(_ kept: [String: [String]]) {
    for (name, list) in kept {
      if let kind = Kind(rawValue: name), kind != .input { entries[kind] = list.suffix(Self.most) }
    }
  }

  private static func kind(of purpose: PromptPurpose) -> Kind {
    switch purpose {
    case .command: .command
    case .evaluate, .watch, .setValue: .expression
    case .search, .filter: .search
    case .goToLine: .place
    case .mapping, .mapRemote: .mapping
    case .programInput: .input
    case .breakpointOptions: .options
    }
  }
}
