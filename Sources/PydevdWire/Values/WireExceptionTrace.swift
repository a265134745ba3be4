/// What was raised where a thread stopped or will stop (138; `pydevd_net_command_factory_xml.py`,
/// `make_send_curr_exception_trace_message`). pydevd-pycharm sends it before the stop, pydevd after.
public struct WireExceptionTrace: Equatable, Sendable {
  public let frameID: String
  /// The class: `ValueError`, `package.module.Name`.
  public let type: String
  public let message: String
  /// From the place where it was raised.
  public let stack: WireSuspension

  /// `frame id TAB type TAB description TAB xml`; the texts are escaped for XML.
  init(_ payload: String, _ dialect: Dialect) throws {
    let fields = payload.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map(
      String.init)
    guard fields.count == 4 else {
      throw WireError.malformed(.sendCurrExceptionTrace, "an exception with fields missing")
    }
    frameID = fields[0]
    type = ExceptionClass.name(XMLScanner.resolveEntities(fields[1]))
    message = XMLScanner.resolveEntities(fields[2])
    stack = try WireSuspension(fields[3], dialect)
  }
}
