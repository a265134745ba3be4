/// Where the user has moved borders to, in thousandths; the others are at their default places.
struct LayoutWeights: Equatable, Sendable {
  private var moved: [LayoutBorder: Int] = [:]

  /// How many of `extent` cells the left or upper part gets.
  func cut(_ border: LayoutBorder, of extent: Int) -> Int {
    ((moved[border] ?? border.share) * extent + 500) / 1000
  }

  /// Puts a border behind so many of `extent` cells.
  mutating func move(_ border: LayoutBorder, to cut: Int, of extent: Int) {
    guard extent > 0 else { return }
    moved[border] = (min(max(0, cut), extent) * 1000 + extent / 2) / extent
  }

  mutating func reset() { moved = [:] }

  /// Thousandths by the names of the borders, to be kept.
  var kept: [String: Int] { Dictionary(uniqueKeysWithValues: moved.map { ($0.rawValue, $1) }) }

  /// Takes back what was kept; what is no border or no share is left out.
  mutating func restore(_ kept: [String: Int]) {
    for (name, share) in kept where (0...1000).contains(share) {
      if let border = LayoutBorder(rawValue: name) { moved[border] = share }
    }
  }
}
