/// A border that can be moved, in the arrangement that it belongs to. Its place is a share of what it divides.
enum LayoutBorder: String, Hashable, Sendable, CaseIterable {
  case stackedSource, stackedConsole, stackedStack
  case twoColumns, twoConsole, twoVariables, twoStack
  case threeBottom, threeLeft, threeRight, threeThreads, threeVariables, threeStack, threeEvaluation

  /// Thousandths that the left or upper part has by default; the mock-ups come out of these.
  var share: Int {
    switch self {
    case .stackedSource: 545
    case .stackedConsole: 700
    case .stackedStack: 608
    case .twoColumns: 672
    case .twoConsole: 705
    case .twoVariables: 500
    case .twoStack: 450
    case .threeBottom: 760
    case .threeLeft: 165
    case .threeRight: 620
    case .threeThreads: 500
    case .threeVariables: 640
    case .threeStack: 300
    case .threeEvaluation: 540
    }
  }
}
