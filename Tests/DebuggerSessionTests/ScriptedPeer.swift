import NIOCore
import NIOPosix
import Platform

@testable import DebuggerSession

/// The Python side as a script: a plain socket that writes and reads lines.
final class ScriptedPeer: Sendable {
  private let channel: any Channel
  private let box: NIOLoopBoundBox<Received>

  final class Received {
    var lines: [String] = []
    var rest = ""
    var isClosed = false
    /// The answer to why a thread stopped: `entry`, `settrace`, `=0`; nothing that is known where it is empty.
    var origin = ""
  }

  private final class Reader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    let received: Received

    init(_ received: Received) { self.received = received }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received.rest += String(buffer: unwrapInboundIn(data))
      while let end = received.rest.firstIndex(of: "\n") {
        let line = String(received.rest[..<end])
        received.rest = String(received.rest[received.rest.index(after: end)...])
        guard line.hasPrefix("113\t"), line.contains(".origin(") else {
          received.lines.append(line)
          continue
        }
        let reply = ByteBuffer(string: answer(line, "[\(received.origin)]"))
        context.writeAndFlush(NIOAny(reply), promise: nil)
      }
    }

    func channelInactive(context: ChannelHandlerContext) { received.isClosed = true }
  }

  /// - Parameter origin: why its threads stop.
  init(port: Int, host: String = "127.0.0.1", origin: String = "") async throws {
    let loop = NIOSingletons.posixEventLoopGroup.next()
    let received = try await loop.submit { NIOLoopBoundBox(Received(), eventLoop: loop) }.get()
    box = received
    try await loop.submit { received.value.origin = origin }.get()
    channel = try await ClientBootstrap(group: loop).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Reader(received.value)) }
    }.connect(host: host, port: port).get()
  }

  func send(_ text: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: text)).get() }

  func close() { channel.close(promise: nil) }

  var lines: [String] { get async throws { try await channel.eventLoop.submit { [box] in box.value.lines }.get() } }

  /// Its connection, as this end sees it.
  var ends: SocketTable.Connection? {
    get async throws {
      try await channel.eventLoop.submit { [channel] in
        SocketTable.Connection(own: channel.localAddress, other: channel.remoteAddress)
      }.get()
    }
  }

  var isClosed: Bool { get async throws { try await channel.eventLoop.submit { [box] in box.value.isClosed }.get() } }

  /// Waits for a line that begins so; it is looked for among all that have come.
  @discardableResult
  func expect(_ start: String, seconds: Double = 20) async throws -> String {
    var found: String?
    try await eventually(seconds: seconds, "a line that begins with \(start)") {
      found = try await lines.first { $0.hasPrefix(start) }
      return found != nil
    }
    return found ?? ""
  }

  /// The evaluation that installs the exit hook. Others may have come before it.
  func expectHook() async throws -> String {
    var found: String?
    try await eventually("the exit hook") {
      found = try await lines.first { $0.hasPrefix("113\t") && $0.contains("drain") }
      return found != nil
    }
    return found ?? ""
  }

  /// Answers the version request, as a release does.
  func introduce(_ version: String) async throws {
    let line = try await expect("501\t")
    try await send("501\t\(line.split(separator: "\t")[1])\t\(version)\n")
  }

  func stop(thread: String = "pid_9_id_1", reason: Int = 111, line: Int = 3) async throws {
    let frame = "<frame id=\"77\" name=\"work\" file=\"/srv/w.py\" line=\"\(line)\"></frame>"
    let xml =
      "<xml><thread id=\"\(thread)\" stop_reason=\"\(reason)\" message=\"\" suspend_type=\"trace\">\(frame)</thread></xml>"
    try await send("105\t4\t\(xml)\n")
  }
}

/// The number of a message, which its reply has, too.
func number(_ line: String) -> Substring { line.split(separator: "\t")[1] }

/// The reply to an evaluation: a text.
func answer(_ line: String, _ value: String) -> String {
  "113\t\(number(line))\t<xml><var name=\"\" type=\"str\" value=\"str%253A \(value)\" /></xml>\n"
}

struct TimeOut: Error, CustomStringConvertible {
  let description: String
}

func eventually(
  seconds: Double = 20, _ what: String, _ condition: () async throws -> Bool
) async throws {
  let clock = ContinuousClock()
  let end = clock.now + .seconds(seconds)
  while clock.now < end {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(5))
  }
  throw TimeOut(description: "never came: \(what)")
}
