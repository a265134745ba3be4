import CommandLanguage
import DebuggerModel

/// Which of a frame's variables are shown, and in which order.
struct VariableSieve: Equatable, Sendable {
  var order = VariableOrder.given
  /// They have it in their name, their type or their value, whatever its case; empty for all.
  var text = ""

  func sift(_ variables: [Variable]) -> [Variable] {
    let kept = keep(variables)
    switch order {
    case .given: return kept
    case .name: return kept.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
    case .type: return kept.sorted { ($0.type, $0.name) < ($1.type, $1.name) }
    }
  }

  /// Leaves out those that do not have the text.
  func keep(_ variables: [Variable]) -> [Variable] {
    let wanted = text.lowercased()
    return wanted.isEmpty ? variables : variables.filter { has(wanted, $0) }
  }

  private func has(_ wanted: String, _ variable: Variable) -> Bool {
    [variable.name, variable.type, variable.value].contains { $0.lowercased().contains(wanted) }
  }
}
