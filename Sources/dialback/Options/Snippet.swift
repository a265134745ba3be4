/// The code that the remote program needs.
enum Snippet {
  /// The positional form works on every release; `stdoutToServer=` is a TypeError on pydevd-pycharm from 252.23892 on.
  static func lines(address: String, port: Int) -> [String] {
    ["import pydevd", "pydevd.settrace('\(address)', True, True, \(port))"]
  }

  static func pycharmLines(address: String, port: Int) -> [String] {
    ["import pydevd_pycharm", "pydevd_pycharm.settrace('\(address)', True, True, \(port))"]
  }

  /// - Parameter addresses: of this machine, the likeliest first; one or more.
  static func banner(addresses: [String], port: Int) -> [String] {
    [
      "Starting debug server at port \(port)", "Waiting for process connection...",
      "Use the following code to connect to the debugger:",
    ] + lines(address: addresses[0], port: port) + others(addresses)
  }

  /// Where the first address is not the one that the program's machine reaches.
  static func others(_ addresses: [String]) -> [String] {
    addresses.count < 2 ? [] : ["(or instead of '\(addresses[0])': \(addresses.dropFirst().joined(separator: ", ")))"]
  }
}
