import DebuggerModel
import TerminalGrid

/// Makes lines of text of what the console gets, without colours and escape sequences: for screen readers and logs.
struct PlainConsole {
  private struct Stream: Hashable {
    let process: ProcessNumber?
    let category: OutputCategory
  }

  private var next = 0
  private var builders: [Stream: AnsiLineBuilder] = [:]
  /// The beginnings of lines that were broken for their length.
  private var begun: [Stream: String] = [:]
  /// Bytes of a line, beyond which it is broken all the same.
  private static let longest = 8 << 20
  /// The streams whose last line has not ended yet, in the order in which those were begun.
  private var unfinished: [Stream] = []

  /// - Returns: the lines that have ended since the last call.
  mutating func lines(of state: DebuggerState) -> [String] {
    let chunks = state.console.chunks(from: next)
    next = state.console.nextIndex
    return chunks.flatMap { chunk -> [String] in
      let stream = Stream(process: chunk.process, category: chunk.category)
      let ended = builders[stream, default: AnsiLineBuilder()].append(chunk.text)
      unfinished.removeAll { $0 == stream }
      if builders[stream]?.current.isEmpty == false { unfinished.append(stream) }
      return ended.compactMap { whole($0, stream) }.map { Self.line($0, stream, state) }
    }
  }

  /// The text of a line with what came of it before; `nil` where more of it comes.
  private mutating func whole(_ line: AnsiTextLine, _ stream: Stream) -> String? {
    let text = (begun.removeValue(forKey: stream) ?? "") + line.runs.map(\.text).joined()
    guard line.goesOn, text.utf8.count < Self.longest else { return text }
    begun[stream] = text
    return nil
  }

  var hasRest: Bool { !unfinished.isEmpty || !begun.isEmpty }

  /// What was begun: a prompt of the program's own, most often.
  mutating func rest(_ state: DebuggerState) -> [String] {
    defer { unfinished = [] }
    return unfinished.flatMap { stream in
      (builders.removeValue(forKey: stream)?.finishing() ?? []).compactMap { whole($0, stream) }
        .map { Self.line($0, stream, state) }
    }
  }

  /// With the process's number once there has been a second one, and the mark of what isn't the program's usual output.
  private static func line(_ text: String, _ stream: Stream, _ state: DebuggerState) -> String {
    let process = stream.process.flatMap { state.connectionCount > 1 ? "[\($0.rawValue)] " : nil } ?? ""
    return switch stream.category {
    case .stdout: process + text
    case .stderr: process + "stderr: " + text
    case .message: "-- " + text
    case .warning: "!! " + text
    }
  }
}

extension AnsiLineBuilder {
  fileprivate func finishing() -> [AnsiTextLine] {
    var builder = self
    return builder.finish()
  }
}
