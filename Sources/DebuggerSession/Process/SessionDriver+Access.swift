import DebuggerModel
import PydevdClient
import PydevdWire

/// Access tokens, which only pydevd has (`pydevd.py`, `_Authentication`). A process with one obeys nothing before it was shown
/// it, and then shows its own, the client's.
extension SessionDriver {
  /// Seconds in which a process that wants a token says so.
  private static let tokenSeconds: Double = 5

  /// For where processes have to show a token: they are told to run first. One that has a token refuses that and is asked for
  /// it; any other one runs on undebugged already, and learns nothing more.
  func demandToken(of connection: PydevdConnection) {
    connection.assumeIsolated { connection in
      connection.start(
        onFrames: { [weak self] _, _ in self?.assumeIsolated { $0.hasRun(connection) } },
        onClose: { [weak self] error in self?.assumeIsolated { $0.strangerClosed(connection, error) } })
      connection.request(RunOrder(), within: Self.tokenSeconds) { [weak self] result in
        self?.assumeIsolated { $0.ordered(connection, result) }
      }
    }
  }

  private func ordered(_ connection: PydevdConnection, _ result: Result<Void, any Error>) {
    // The end of the connection says more.
    if case .failure(ClientError.disconnected) = result { return }
    guard case .failure(let error) = result, Authenticate.isWanted(after: error) else { return hasRun(connection) }
    present(to: connection)
  }

  /// The process runs without having wanted a token.
  private func hasRun(_ connection: PydevdConnection) {
    guard strangers[ObjectIdentifier(connection)] != nil else { return }
    refuse(connection, AccessPolicy.Refusal.token.reason, wasRun: true)
  }

  /// The answer to the very first message. A process that was started with an access token refuses even that one.
  func greeted(_ connection: PydevdConnection, _ result: Result<String, any Error>) {
    guard case .failure(let error) = result, Authenticate.isWanted(after: error) else {
      return identified(connection, result)
    }
    present(to: connection)
  }

  /// Shows our token to a process that wants one.
  private func present(to connection: PydevdConnection) {
    guard strangers[ObjectIdentifier(connection)] != nil else { return }
    guard let token = settings.accessTokens?.own else {
      return refuse(connection, "it wants an access-token, and the configuration has none; \(Self.staying)")
    }
    connection.assumeIsolated { connection in
      connection.request(Authenticate(token: token), within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.authenticated(connection, result) }
      }
    }
  }

  /// The state of a process whose token nobody here has.
  private static let staying = "it takes no order to run without the right one, and stays in settrace"

  private func authenticated(_ connection: PydevdConnection, _ result: Result<String, any Error>) {
    if case .failure(ClientError.disconnected) = result { return }
    guard strangers[ObjectIdentifier(connection)] != nil else { return }
    guard case .success(let shown) = result else {
      return refuse(connection, "it does not take the access-token of the configuration; \(Self.staying)")
    }
    if let expected = settings.accessTokens?.ofProcesses, shown != expected {
      return refuse(connection, AccessPolicy.Refusal.token.reason)
    }
    connection.assumeIsolated { connection in
      connection.start(
        onFrames: { _, _ in },
        onClose: { [weak self] error in self?.assumeIsolated { $0.strangerClosed(connection, error) } })
    }
    greet(connection)
  }
}
