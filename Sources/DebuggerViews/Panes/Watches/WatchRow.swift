import DebuggerModel

/// A row of the watches: an expression, or something inside of its value.
enum WatchRow: Equatable, Sendable {
  case watch(Watch, isExpanded: Bool)
  case inside(VariableRow)
}

extension Watch {
  /// What went wrong with the expression in this frame.
  var failure: String? {
    switch value {
    case .failed(let reason)?: reason
    case .loaded(let variable)?: variable.isError ? variable.value : nil
    case .underWay?, nil: nil
    }
  }

  var path: VariablePath { VariablePath([expression], scope: .expression) }

  var isExpandable: Bool { failure == nil && value?.value?.expandable == true }
}
