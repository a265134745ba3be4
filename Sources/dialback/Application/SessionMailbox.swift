import DebuggerSession

/// Brings the session's batches to the application, on the terminal's thread. The session is made before the application that
/// it belongs to, so that one is set afterwards.
@UIActor
final class SessionMailbox {
  private var application: Application?

  /// Sends a batch from any thread.
  private(set) lazy var mailbox = Mailbox<SessionBatch> { batches in
    // Each by itself, so that keys and signals are looked at in between.
    for batch in batches { UIThread.shared.post { self.application?.receive(batch) } }
  }

  func open(_ application: Application) { self.application = application }
}
