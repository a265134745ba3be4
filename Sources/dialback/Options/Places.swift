import Glibc

/// Where Dialback keeps its things for this user, by the XDG rules.
struct Places {
  let environment: [String: String]
  let workingFolder: String

  /// Taken from the running process.
  static func current() -> Places {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let folder = getcwd(&buffer, buffer.count).map { String(cString: $0) }
    return Places(environment: variables, workingFolder: folder ?? "/")
  }

  var home: String {
    if let home = environment["HOME"], !home.isEmpty { return home }
    return getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/"
  }

  var configFile: String { folder("XDG_CONFIG_HOME", or: ".config") + "/dialback/config.toml" }

  var stateFolder: String { folder("XDG_STATE_HOME", or: ".local/state") + "/dialback" }

  var cacheFolder: String { folder("XDG_CACHE_HOME", or: ".cache") + "/dialback" }

  private func folder(_ variable: String, or fallback: String) -> String {
    if let folder = environment[variable], folder.hasPrefix("/") { return folder }
    return home + "/" + fallback
  }

  /// A path as the user typed it: `~` and what is relative made whole.
  func absolute(_ path: String) -> String {
    if path == "~" { return home }
    if path.hasPrefix("~/") { return home + path.dropFirst() }
    return path.hasPrefix("/") ? path : workingFolder + "/" + path
  }
}
