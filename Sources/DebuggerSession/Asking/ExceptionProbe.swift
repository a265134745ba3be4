import DebuggerModel
import PydevdHelpers
import PydevdWire
import SourcePaths

/// The questions that are evaluated in the frame of a stop at an exception, and the answers.
enum ExceptionProbe {
  static func expression(_ question: ExceptionQuery.Question) -> String {
    switch question {
    case .details: ExceptionReport.details
    case .chain: ExceptionReport.chain
    case .condition(let text): "not not (\(text)\n)"
    case .log(let text): text
    }
  }

  static func answer(
    _ value: WireVariable, to question: ExceptionQuery.Question
  ) -> Result<ExceptionAnswer, CommandFailure> {
    if value.isErrorOnEval { return .failure(CommandFailure(value.value)) }
    switch question {
    case .condition: return .success(.condition(value.value.hasSuffix("True")))
    case .log: return .success(.log(value.value))
    case .details, .chain:
      guard let groups = groups(in: value.value) else { return .failure(CommandFailure("the exception can't be read")) }
      return .success(question == .details ? details(groups) : .chain(groups.compactMap(raised)))
    }
  }

  private static func details(_ groups: [[String]]) -> ExceptionAnswer {
    let fields = groups.first ?? []
    let summary = ExceptionSummary(type: fields.first ?? "", message: fields.count > 1 ? fields[1] : "")
    let origin = fields.count > 2 && !fields[2].isEmpty ? RemotePath(fields[2]) : nil
    let passed = groups.dropFirst().first.map(frames) ?? []
    return .details(
      ExceptionDetails(summary: summary, ancestors: Array(fields.dropFirst(3)), origin: origin, frames: passed))
  }

  private static func frames(_ fields: [String]) -> [StackFrame] {
    stride(from: 0, to: fields.count - 3, by: 4).map { index in
      StackFrame(
        id: FrameID(fields[index]), function: fields[index + 1], remoteFile: RemotePath(fields[index + 2]),
        line: WireNumber.line(fields[index + 3]) ?? 0)
    }
  }

  private static func raised(_ fields: [String]) -> RaisedException? {
    guard fields.count >= 3, let link = RaisedException.Link(rawValue: fields[0]) else { return nil }
    let frames = stride(from: 3, to: fields.count - 2, by: 3).map { index in
      RaisedException.Frame(
        function: fields[index], remoteFile: RemotePath(fields[index + 1]),
        line: WireNumber.line(fields[index + 2]) ?? 0)
    }
    return RaisedException(link: link, summary: ExceptionSummary(type: fields[1], message: fields[2]), frames: frames)
  }

  private static func groups(in text: String) -> [[String]]? {
    guard let open = text.firstIndex(of: "["), let close = text.lastIndex(of: "]"), open < close else { return nil }
    let digits = Array(text[text.index(after: open)..<close].utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes.split(separator: 30, omittingEmptySubsequences: false).map { group in
      group.split(separator: 31, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
