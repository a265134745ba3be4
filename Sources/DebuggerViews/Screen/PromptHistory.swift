/// What was typed before, apart for each kind of question; the oldest goes first.
struct PromptHistory: Equatable, Sendable {
  private enum Kind: Hashable { case command, expression, search, place, mapping, options, input }

  private var entries: [Kind: [String]] = [:]
  private static let most = 200

  func entries(for purpose: PromptPurpose) -> [String] { entries[Self.kind(of: purpose)] ?? [] }

  mutating func add(_ text: String, for purpose: PromptPurpose) {
    guard !text.isEmpty else { return }
    var list = entries(for: purpose).filter { $0 != text }
    list.append(text)
    entries[Self.kind(of: purpose)] = list.suffix(Self.most)
  }

  private static func kind(of purpose: PromptPurpose) -> Kind {
    switch purpose {
    case .command: .command
    case .evaluate, .watch, .setValue: .expression
    case .search: .search
    case .goToLine, .openFile: .place
    case .mapping, .mapRemote: .mapping
    case .programInput: .input
    case .breakpointOptions: .options
    }
  }
}
