/// The words of pip, read: its progress, and the reason of a failure.
enum PipReport {
  enum Failure: Equatable {
    /// Nobody answers, or not in time.
    case unreachable(String)
    /// The certificate of the index, or of a proxy before it, is not accepted.
    case certificate(String)
    /// The index answers with an error.
    case refused(String)
    /// The index at this host has no HTTPS, so pip ignores it.
    case untrusted(host: String)
    /// pip's settings rule out every index.
    case noIndex
    /// The index has no release that fits, but these.
    case noRelease(offered: [String])
    case noSpace
    case overdue(minutes: Int)
    case other(String)

    /// Another pip may do better.
    var isOfThisPip: Bool {
      switch self {
      case .noRelease, .other: true
      case .unreachable, .certificate, .refused, .untrusted, .noIndex, .noSpace, .overdue: false
      }
    }
  }

  // MARK: Progress

  /// The step before pip's first line, which comes only when the index has answered.
  static func asking(_ release: String) -> String { "asking the package index for pydevd \(release)" }

  /// The step that a line of pip's begins.
  static func step(_ line: String, release: String) -> String? {
    let text = line.drop { $0 == " " }
    if text.hasPrefix("Collecting pydevd") { return asking(release) }
    for word in ["Downloading ", "Using cached "] where text.hasPrefix(word) {
      return fetching(text.dropFirst(word.count), release)
    }
    if text.contains("Retrying (Retry(") { return "no answer from the package index: trying again" }
    if text.hasPrefix("Installing build dependencies: started") { return "fetching the tools that build pydevd" }
    if text.hasPrefix("Preparing metadata"), text.hasSuffix("started") { return "preparing the build of pydevd" }
    let builds = ["Building wheel for pydevd", "Running setup.py"].contains(where: text.hasPrefix)
    if builds, text.hasSuffix("started") { return "building pydevd, which takes a minute or more" }
    if text.hasPrefix("Processing "), text.contains("/pydevd-") { return "unpacking pydevd \(release)" }
    if text.hasPrefix("Installing collected packages") { return "installing pydevd" }
    return nil
  }

  /// `pydevd-3.5.0-cp311-….whl (3.2 MB)`, with a whole address before it from old releases of pip.
  private static func fetching(_ text: Substring, _ release: String) -> String? {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let file = words.first?.split(separator: "/").last, file.hasPrefix("pydevd-") else { return nil }
    let size = words.count > 1 ? " " + words[1] : ""
    return "fetching \(file.hasSuffix(".whl") ? "" : "the source of ")pydevd \(release)\(size)"
  }

  // MARK: Failures

  /// - Parameters:
  ///   - outcome: how pip has ended.
  ///   - log: the file of its option `--log`, which has more than its outputs.
  static func failure(of outcome: ChildCommand.Outcome, log: String, minutes: Int) -> Failure {
    let text = log + "\n" + outcome.output + "\n" + outcome.errors
    let lines = text.split(whereSeparator: \.isNewline).map { redacted(String($0)) }
    func has(_ words: String) -> Bool { lines.contains { $0.contains(words) } }
    if has("[Errno 28]") || has("No space left on device") { return .noSpace }
    if let answer = lines.lazy.compactMap(errorAnswer).first { return .refused(answer) }
    // The last try says why.
    let breaks = ["connection broken by", "Max retries exceeded", "timed out"]
    if let broken = lines.last(where: { line in breaks.contains { line.contains($0) } }) {
      let isCertificate = broken.contains("CERTIFICATE_VERIFY_FAILED") || broken.contains("SSLError")
      return isCertificate ? .certificate(reason(broken)) : .unreachable(reason(broken))
    }
    if outcome.ending == .overdue { return .overdue(minutes: minutes) }
    let untrusted = " is not a trusted or secure host"
    if let line = lines.first(where: { $0.contains(untrusted) }), let end = line.firstRange(of: untrusted) {
      return .untrusted(host: line[..<end.lowerBound].split(separator: " ").last.map(String.init) ?? "")
    }
    if has("Ignoring indexes:") { return .noIndex }
    if let line = lines.last(where: { $0.contains("No matching distribution") || $0.contains("(from versions:") }) {
      return .noRelease(offered: offered(lines.last { $0.contains("(from versions:") } ?? line))
    }
    return .other(lastWords(outcome))
  }

  /// `403 Client Error: Forbidden for url: …`, in one of the ways in which pip says that.
  private static func errorAnswer(_ line: String) -> String? {
    if line.contains("Could not fetch URL") || line.contains("ERROR: HTTP error") || line.contains("HTTPError:") {
      for kind in [" Client Error: ", " Server Error: "] {
        guard let place = line.firstRange(of: kind) else { continue }
        let end = line.firstRange(of: " - skipping")?.lowerBound ?? line.endIndex
        return String(line[..<place.lowerBound].suffix(3)) + line[place.lowerBound..<max(end, place.lowerBound)]
      }
    }
    if let place = line.firstRange(of: "ERROR: HTTP error ") { return String(line[place.upperBound...]) }
    guard let place = line.firstRange(of: "too many "), let end = line.firstRange(of: " error responses") else {
      return nil
    }
    return place.upperBound < end.lowerBound ? "\(line[place.upperBound..<end.lowerBound]), again and again" : nil
  }

  /// The cause in the innermost of Python's exceptions.
  private static func reason(_ line: String) -> String {
    if line.contains("ProxyError") { return "no connection to the proxy" }
    for mark in ["[SSL: ", "[Errno "] {
      guard let start = line.firstRange(of: mark), let end = line[start.upperBound...].firstIndex(of: "]") else {
        continue
      }
      let words = line[line.index(after: end)...].prefix { !"'\"()".contains($0) }
      let reason = words.split(separator: " ").joined(separator: " ")
      if !reason.isEmpty { return reason }
    }
    return line.contains("timed out") || line.contains("timeout") ? "it took too long" : String(line.suffix(200))
  }

  private static func offered(_ line: String) -> [String] {
    guard let start = line.firstRange(of: "(from versions:") else { return [] }
    return line[start.upperBound...].prefix { $0 != ")" }.split { ", ".contains($0) }.map(String.init)
      .filter { $0 != "none" }
  }

  /// The last line that pip calls an error, or the last one that is no warning.
  private static func lastWords(_ outcome: ChildCommand.Outcome) -> String {
    let lines = (outcome.output + "\n" + outcome.errors).split(whereSeparator: \.isNewline).map(String.init)
      .filter { line in line.contains { !$0.isWhitespace } }
    let plain = lines.filter { !$0.contains("WARNING:") && !$0.contains("DEPRECATION:") && !$0.contains("[notice]") }
    let line = lines.last { $0.hasPrefix("ERROR:") } ?? plain.last ?? "nothing"
    let words = line.hasPrefix("ERROR: ") ? line.dropFirst(7) : line.drop { $0 == " " }
    return redacted(String(words.prefix(300)))
  }

  /// Without the user names and passwords that addresses may contain.
  static func redacted(_ text: String) -> String {
    var rest = text[...]
    var result = ""
    while let scheme = rest.firstRange(of: "://") {
      result += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
      let address = rest.prefix { !"/ '\"<>".contains($0) }
      if let at = address.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    }
    return result + rest
  }
}
