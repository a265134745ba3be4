public import CommandLanguage

/// Where a key binding holds.
public enum KeyContext: Hashable, Sendable {
  /// Everywhere, except in popups and where the focused pane has a binding of its own.
  case global
  case pane(PaneName)
  /// While a popup is open, nothing else counts: a key can't step the program behind it.
  case popup

  /// - Parameter name: what follows `keys.` in a file of keys: a pane, `popup`, or nothing for the table `keys` itself.
  public init?(name: String) {
    switch name {
    case "": self = .global
    case "popup": self = .popup
    default:
      guard let pane = PaneName(rawValue: name) else { return nil }
      self = .pane(pane)
    }
  }

  public var name: String {
    switch self {
    case .global: ""
    case .pane(let pane): pane.rawValue
    case .popup: "popup"
    }
  }
}
