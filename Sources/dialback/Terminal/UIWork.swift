/// What waits for the UI thread.
enum UIWork: Sendable {
  /// A piece of an async function of `UIActor`.
  case job(UnownedJob)
  case call(@UIActor @Sendable () -> Void)
}
