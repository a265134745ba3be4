import DebuggerModel
import PydevdClient
import PydevdWire

extension SessionDriver {
  /// The answer to the very first message. A process that was started with an access token refuses even that one.
  func greeted(_ connection: PydevdConnection, _ result: Result<String, any Error>) {
    guard case .failure(let error) = result, Authenticate.isWanted(after: error) else {
      return identified(connection, result)
    }
    guard let tokens = settings.accessTokens else {
      return turnAway(
        connection,
        "A process at \(connection.peer) wants an access token: put it into the configuration as access-token.")
    }
    show(tokens, to: connection)
  }

  private func show(_ tokens: AccessTokens, to connection: PydevdConnection) {
    connection.assumeIsolated { connection in
      connection.request(Authenticate(token: tokens.own), within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.authenticated(connection, tokens, result) }
      }
    }
  }

  private func authenticated(
    _ connection: PydevdConnection, _ tokens: AccessTokens, _ result: Result<String, any Error>
  ) {
    guard case .success(let shown) = result else {
      return turnAway(
        connection, "A process at \(connection.peer) does not take the access token of the configuration.")
    }
    if let expected = tokens.ofProcesses, shown != expected {
      return turnAway(
        connection, "A process at \(connection.peer) did not show the client-access-token of the configuration.")
    }
    connection.assumeIsolated { connection in
      connection.request(Version(), within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.identified(connection, result) }
      }
    }
  }

  private func turnAway(_ connection: PydevdConnection, _ words: String) {
    strangers[ObjectIdentifier(connection)] = nil
    emit(.notice(nil, words, isWarning: true))
    report(knock: connection.peer, words, isSaid: true)
    connection.assumeIsolated { $0.refuse() }
  }
}
