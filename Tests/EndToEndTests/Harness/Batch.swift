import Glibc

/// `dialback … --batch`: commands go in, one JSON object a line comes out.
struct Batch {
  let child: ChildProcess
  /// The writing end of its standard input, -1 when it has none.
  private let descriptor: Int32

  /// Starts it with a pipe for its commands, or with none when they come from elsewhere (`-x`, `-c`).
  static func start(
    _ arguments: [String], name: String, folder: String, scratch: String, environment: [String: String], pipe: Bool
  ) async throws -> Self {
    let path = "\(scratch)/\(name).in"
    var descriptor: Int32 = -1
    if pipe {
      guard mkfifo(path, 0o600) == 0 else { throw HarnessError("no pipe at \(path)") }
      // Both directions: opening it does not wait, and a write after the end of the program is no signal.
      descriptor = open(path, O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { throw HarnessError("\(path) cannot be opened") }
    }
    let child = try await ChildProcess.start(
      arguments, environment: environment, folder: folder, log: "\(scratch)/\(name)", input: pipe ? path : "/dev/null")
    return Self(child: child, descriptor: descriptor)
  }

  /// Feeds one command.
  func send(_ command: String) throws {
    let bytes = Array((command + "\n").utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else { throw HarnessError("\(command) was not fed") }
  }

  /// Ends its standard input. Once only.
  func finishInput() { close(descriptor) }

  /// Every whole line so far; throws on one that is not a JSON object with an event and a time.
  func events() throws -> [JSON] {
    let output = child.output
    let whole = output.hasSuffix("\n") ? output[...] : output[..<(output.lastIndex(of: "\n") ?? output.startIndex)]
    return try whole.split(separator: "\n").map { line in
      let object = try JSONParser.parse(line)
      guard object["event"]?.string != nil, object["time"]?.double != nil else {
        throw HarnessError("no event or no time in \(line)")
      }
      return object
    }
  }

  /// Waits for an event of that name, after the first `skipping` of them, that satisfies `condition`.
  @discardableResult
  func wait(
    for name: String, skipping count: Int = 0, within seconds: Double = 10,
    where condition: (JSON) -> Bool = { _ in true }
  ) async throws -> JSON {
    try await eventually(within: seconds, complaint: { "no such \(name); \(child.report)" }) {
      try events().filter { $0["event"]?.string == name && condition($0) }.dropFirst(count).first
    }
  }
}
