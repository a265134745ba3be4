/// 156: some settings (`pydevd_process_net_command.py`, `cmd_pydevd_json_config`). What is `nil` stays as it is.
public struct JSONConfig: PydevdNotification {
  let skipSuspend: [String]?
  let skipPrint: [String]?
  let singleNotification: Bool?

  /// - Parameters:
  ///   - skipSuspend: exceptions that a breakpoint's condition may raise without a stop; `BaseException` is all of them.
  ///   - skipPrint: those that are not printed either.
  ///   - singleNotification: 157 and 158 tell once that all threads stop or go on.
  public init(
    skipSuspend: [String]? = nil, skipPrint: [String]? = nil, singleNotification: Bool? = nil
  ) {
    self.skipSuspend = skipSuspend
    self.skipPrint = skipPrint
    self.singleNotification = singleNotification
  }

  public var command: CommandID { .pydevdJSONConfig }

  public func payload(for dialect: Dialect) -> String {
    var members: [String] = []
    if let skipSuspend {
      members.append("\"skip_suspend_on_breakpoint_exception\": \(Self.list(skipSuspend))")
    }
    if let skipPrint {
      members.append("\"skip_print_breakpoint_exception\": \(Self.list(skipPrint))")
    }
    if let singleNotification {
      members.append("\"multi_threads_single_notification\": \(singleNotification)")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func list(_ names: [String]) -> String {
    "[" + names.map(string).joined(separator: ", ") + "]"
  }

  /// A class's name needs no escapes; what would need one is no name, and is left out.
  private static func string(_ name: String) -> String {
    let characters = name.unicodeScalars.filter { $0.value >= 0x20 && $0 != "\"" && $0 != "\\" }
    return "\"\(String(String.UnicodeScalarView(characters)))\""
  }
}
