/// 140: lines at which raised exceptions don't stop (`pydevd_process_net_command.py`, `cmd_ignore_thrown_exception_at`).
public struct IgnoreExceptions: PydevdNotification {
  public struct Place: Equatable, Sendable {
    let file: String
    let line: Int

    /// - Parameters:
    ///   - file: as the process names it.
    ///   - line: 1-based.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  let places: [Place]
  let replaces: Bool

  /// - Parameter replaces: forget the lines that were told before.
  public init(_ places: [Place], replaces: Bool = false) {
    self.places = places
    self.replaces = replaces
  }

  public var command: CommandID { .ignoreThrownExceptionAt }

  public func payload(for dialect: Dialect) -> String {
    (replaces ? "REPLACE:" : "") + places.map { "\($0.file)|\($0.line)" }.joined(separator: "||")
  }
}
