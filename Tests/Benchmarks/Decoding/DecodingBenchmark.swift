/// How fast bytes become messages, one JSON object a line:
///
///     DecodingBenchmark frames [RUNS [PAYLOAD [KB]]]
///     DecodingBenchmark messages FILE...
///
/// `frames` decodes large messages beside memchr and memcpy over the same bytes. `messages` reads recorded messages; each FILE
/// holds what one process sent, from its reply to 501 on.
@main struct DecodingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "frames": try frames(Array(arguments.dropFirst()))
    case "messages": try messages(Array(arguments.dropFirst()))
    case .some, nil: fatalError("usage: DecodingBenchmark frames [RUNS [PAYLOAD [KB]]] | messages FILE...")
    }
  }

  private static let sizes = [1 << 10, 16 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20, 64 << 20]

  private static func frames(_ arguments: [String]) throws {
    let runs = arguments.first.flatMap { Int($0) } ?? 15
    let only = arguments.dropFirst(2).first.flatMap { Int($0) }
    for payload in Payload.allCases where arguments.count < 2 || payload.rawValue == arguments[1] {
      for chunk in [64 << 10, nil] {
        for size in sizes where only.map({ $0 == size >> 10 }) ?? true {
          let count = size < 4 << 20 ? 4 * runs : runs
          try FrameRow(payload: payload, bytes: size, chunk: chunk, runs: count).measure().print()
        }
      }
    }
  }

  private static func messages(_ paths: [String]) throws {
    let recordings = try paths.map { try Recording(path: $0) }
    for kind in MessageRow.Kind.allCases {
      try MessageRow(kind: kind, recordings: recordings, runs: 100).measure()?.print()
    }
  }
}
