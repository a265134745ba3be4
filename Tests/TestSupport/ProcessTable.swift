public import Glibc

/// The processes of this machine.
public enum ProcessTable {
  /// Whether a process still runs. One that has ended stays in the table as long as nobody waits for it, which in a container
  /// without an init process is for ever (proc(5), the state `Z` of `/proc/PID/stat`).
  public static func runs(_ pid: pid_t) -> Bool {
    guard kill(pid, 0) == 0 else { return false }
    guard let file = fopen("/proc/\(pid)/stat", "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = fread(&bytes, 1, bytes.count, file)
    // The state follows the name, which is in brackets and may hold anything.
    guard let end = bytes[..<count].lastIndex(of: UInt8(ascii: ")")), end + 2 < count else { return false }
    return bytes[end + 2] != UInt8(ascii: "Z")
  }
}
