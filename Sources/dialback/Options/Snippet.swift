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

  /// Where the first address is not the one that the program's machine reaches, or not every release reaches it.
  static func others(_ addresses: [String]) -> [String] {
    let older =
      isIPv6(addresses[0]) ? ["(pydevd 3.5 connects to an IPv6 address; older ones and pydevd-pycharm can't)"] : []
    return older
      + (addresses.count < 2
        ? [] : ["(or instead of '\(addresses[0])': \(addresses.dropFirst().joined(separator: ", ")))"])
  }

  /// `pydevd_comm.start_client` of all releases but the newest of pydevd makes an IPv4 socket.
  static func isIPv6(_ address: String) -> Bool { address.contains(":") }
}
