/// 107, 108, 109, 144, 159, 160: one step of a stopped thread (`pydevd_process_net_command.py`, `_cmd_step`).
public struct Step: PydevdNotification {
  public enum Kind: Equatable, Sendable {
    case into, over, `return`, intoMyCode, overMyCode, returnMyCode

    /// This, or what comes nearest to it: to pydevd-pycharm 159 and 160 are no steps, and 191 does not stop after 144.
    public func nearest(in dialect: Dialect) -> Kind {
      switch self {
      case .into, .over, .return: self
      case .intoMyCode: dialect.hasStepIntoMyCode ? self : .into
      case .overMyCode: dialect.hasStepOverMyCode ? self : .over
      case .returnMyCode: dialect.hasStepOverMyCode ? self : .return
      }
    }
  }

  let thread: String
  let kind: Kind

  /// - Parameter kind: one that the dialect has, see ``Kind/nearest(in:)``.
  public init(thread: String, kind: Kind) {
    self.thread = thread
    self.kind = kind
  }

  public var command: CommandID {
    switch kind {
    case .into: .stepInto
    case .over: .stepOver
    case .return: .stepReturn
    case .intoMyCode: .stepIntoMyCode
    case .overMyCode: .stepOverMyCode
    case .returnMyCode: .stepReturnMyCode
    }
  }

  public func payload(for dialect: Dialect) -> String { thread }
}
