import Glibc

/// The users of this machine.
public enum UserTable {
  /// - Parameter text: a name, or a number as it is.
  public static func number(of text: String) -> UInt32? {
    if let user = getpwnam(text) { return user.pointee.pw_uid }
    return UInt32(text).flatMap { $0 == .max ? nil : $0 }
  }

  /// A user's name, and where there is none the number.
  public static func name(of number: UInt32) -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var room = [CChar](repeating: 0, count: 1 << 14)
    guard getpwuid_r(number, &entry, &room, room.count, &found) == 0, let found else { return "\(number)" }
    return String(cString: found.pointee.pw_name)
  }

  /// Whether it is the number that stands for all users that have none here (user_namespaces(7)).
  public static func isForeign(_ number: UInt32) -> Bool {
    let overflow = digits("/proc/sys/kernel/overflowuid").first ?? 65534
    return number == overflow && !mapsEverybody(digits("/proc/self/uid_map"))
  }

  /// - Parameter map: the numbers of `uid_map`, three for each range.
  static func mapsEverybody(_ map: [UInt32]) -> Bool { map.count < 3 || map[2] == .max }

  private static func digits(_ path: String) -> [UInt32] {
    String(decoding: ProcessTable.text(path) ?? [], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { UInt32($0) }
  }
}
