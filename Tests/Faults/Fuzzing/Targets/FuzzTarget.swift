/// A part of the program that reads what strangers wrote. Each takes any bytes, and throws where what it promises does not hold.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// Frames, whole and in pieces.
  case wire
  /// Payloads of events and replies.
  case message
  /// The output of a program.
  case ansi
  /// Keys, mouse reports and pastes.
  case input
  case command
  case configuration
  /// Breakpoints and the screen's memory, as they are kept.
  case store
  case paths
  /// Python sources and templates.
  case source
  /// Answers of the helpers.
  case json
  /// A whole screen over a whole state.
  case screen

  func run(_ bytes: [UInt8]) throws {
    switch self {
    case .wire: try WireTarget.frames(bytes)
    case .message: try WireTarget.payloads(bytes)
    case .ansi: try TextTarget.output(bytes)
    case .input: try TextTarget.input(bytes)
    case .command: TextTarget.command(bytes)
    case .configuration: FileTarget.configuration(bytes)
    case .store: try FileTarget.store(bytes)
    case .paths: try TextTarget.paths(bytes)
    case .source: try SourceTarget.source(bytes)
    case .json: SourceTarget.answers(bytes)
    case .screen: try ScreenTarget.run(bytes)
    }
  }
}

/// A promise that an input has broken.
struct BrokenPromise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  static func check(_ holds: Bool, _ promise: @autoclosure () -> String) throws {
    if !holds { throw BrokenPromise(promise()) }
  }
}

extension String {
  init(lossy bytes: some Collection<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}
