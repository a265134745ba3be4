/// How a process delimits what it sends (`pydevd_net_command.py`, `NetCommand.send`). What is sent to it is always a plain line.
public enum Framing: Equatable, Sendable {
  /// One percent-coded line a message; what every process begins with.
  case quotedLine
  /// `Content-Length: N`, an empty line and N bytes, after `503 http`.
  case http
}
