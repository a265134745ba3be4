import DebuggerModel
import Logging
import NIOCore
import NIOPosix
import PydevdClient
import PydevdWire
import TestSupport
import Testing

@testable import DebuggerSession

/// Programs with tens of thousands of threads.
@Suite(.timeLimit(.minutes(2))) struct ManyThreadsTests {
  /// A connection that nothing is sent on.
  private func connection() async throws -> PydevdConnection {
    let loop = NIOSingletons.posixEventLoopGroup.next()
    let promise = loop.makePromise(of: PydevdConnection.self)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let listener = try await PydevdListener.bind(host: "127.0.0.1", port: 0, eventLoop: loop, logger: logger) {
      promise.succeed($0)
    }.get()
    let peer = try await ScriptedPeer(port: listener.endpoint.port)
    defer {
      peer.close()
      listener.close()
    }
    return try await promise.futureResult.get()
  }

  /// A list that is copied for each message makes it sixteen times as much.
  @Test func fourTimesAsManyThreadsCostAboutFourTimesAsMuch() async throws {
    let connection = try await connection()
    // Measured again where something came between.
    var tries = 0
    var (few, many) = (cost(of: 5_000, connection), cost(of: 20_000, connection))
    while many >= few * 8, tries < 3 {
      tries += 1
      (few, many) = (cost(of: 5_000, connection), cost(of: 20_000, connection))
    }
    #expect(many < few * 8, "5,000 took \(few), 20,000 took \(many)")
  }

  private func cost(of count: Int, _ connection: PydevdConnection) -> Duration {
    var processes = [
      ProcessNumber(1): SessionProcess(
        number: ProcessNumber(1), connection: connection, dialect: Dialect(versionReply: "263.7307.50"))
    ]
    let begin = (1...count).map { number in
      Frame(
        command: .threadCreate, sequence: 2, payload: "<xml><thread name=\"t\" id=\"pid_7_id_\(number)\" /></xml>")
    }
    let end = (1...count).map { Frame(command: .threadKill, sequence: 2, payload: "pid_7_id_\($0)") }
    return ProcessorTime.measure {
      for frame in begin + end { _ = processes[ProcessNumber(1)]?.take([frame]) }
    }
  }
}
