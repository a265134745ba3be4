import Glibc

extension ProvisionAdvice.Machine {
  /// This machine.
  static var current: Self {
    let folders = ["/usr/bin", "/bin", "/usr/local/bin"]
    func has(_ program: String) -> Bool { folders.contains { access("\($0)/\(program)", X_OK) == 0 } }
    return Self(
      hasApt: has("apt-get") && access("/etc/debian_version", R_OK) == 0,
      needsSudo: geteuid() != 0 && has("sudo"), systemSeries: systemSeries)
  }

  /// Debian's `python3` is a link to the interpreter that its unversioned packages are for.
  private static var systemSeries: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/usr/bin/python3", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let name = target.split(separator: "/").last, name.hasPrefix("python") else { return nil }
    return String(name.dropFirst(6))
  }
}
