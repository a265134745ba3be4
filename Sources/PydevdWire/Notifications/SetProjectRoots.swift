/// 202: the folders whose files are "my code" (`pydevd_process_net_command.py`, `cmd_set_project_roots`).
public struct SetProjectRoots: PydevdNotification {
  let roots: [String]

  /// - Parameter roots: as the process names them.
  public init(roots: [String]) { self.roots = roots }

  public var command: CommandID { .setProjectRoots }

  /// Paths have to stay as they are, see ``Dialect/needsGuard(_:)``.
  public func payload(for dialect: Dialect) -> String { roots.joined(separator: "\t") }
}
