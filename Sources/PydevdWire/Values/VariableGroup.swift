/// Which variables of a frame are asked for, where the dialect takes a group (`pydevd_xml.py`, `frame_vars_to_xml`). Other
/// releases give all of them at once.
public enum VariableGroup: Int, Sendable {
  case normal = 0
  /// Names in double underscores.
  case special = 1
  /// What functions returned, once ``ShowReturnValues`` is on.
  case returned = 2
}
