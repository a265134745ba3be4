/// The code that the remote program needs.
enum Snippet {
  /// The positional form works on every release; `stdoutToServer=` is a TypeError on pydevd-pycharm from 252.23892 on.
  static func lines(address: String, port: Int) -> [String] {
    ["import pydevd", "pydevd.settrace('\(address)', True, True, \(port))"]
  }

  static func pycharmLines(address: String, port: Int) -> [String] {
    ["import pydevd_pycharm", "pydevd_pycharm.settrace('\(address)', True, True, \(port))"]
  }

  static func banner(address: String, port: Int) -> [String] {
    [
      "Starting debug server at port \(port)", "Waiting for process connection...",
      "Use the following code to connect to the debugger:",
    ] + lines(address: address, port: port)
  }
}
