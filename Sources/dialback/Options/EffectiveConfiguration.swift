import CommandLanguage
import DebuggerModel
import DebuggerViews
import TerminalGrid

/// Every setting with its value and where that came from, in the form of a configuration file.
struct EffectiveConfiguration {
  let launch: Launch

  private var options: SessionOptions { launch.options }
  private var file: Configuration { launch.configuration }

  /// - Throws: what is wrong with an option of the command line.
  func lines() throws -> [String] {
    var settings = try session()
    settings += debuggees()
    let width = min(44, settings.map(\.text.count).max() ?? 0)
    let lines = settings.map { setting in
      setting.text + String(repeating: " ", count: max(1, width - setting.text.count + 1)) + "# \(setting.origin)"
    }
    return lines + tables()
  }

  private struct Setting {
    let text: String
    let origin: String
  }

  private func session() throws -> [Setting] {
    let maps = (file.maps + options.maps).map(Self.quoted).joined(separator: ", ")
    let advertised = options.advertise ?? file.advertise
    let address = launch.advertised[0]
    _ = try launch.mapper()
    let isThemeSet = options.theme != nil || file.theme != nil
    let kept = isThemeSet ? nil : KeptTheme(stateFolder: launch.places.stateFolder).theme
    return [
      setting("host", Self.quoted(launch.host), isTyped: options.host != nil),
      setting("port", "\(try launch.port())", isTyped: options.port != nil),
      advertised.map { setting("advertise", Self.quoted($0), isTyped: options.advertise != nil) }
        ?? Setting(text: "# advertise =", origin: "not set: \(address)"),
      allowed("allow", launch.allowed, isTyped: !options.allowed.isEmpty),
      allowed("allow-user", launch.allowedUsers, isTyped: !options.allowedUsers.isEmpty),
      setting("map", "[\(maps)]", isTyped: !options.maps.isEmpty),
      setting("keymap", Self.quoted(options.keys ?? file.keys ?? "default"), isTyped: options.keys != nil),
      kept.map { Setting(text: "theme = \(Self.quoted($0.name))", origin: "chosen on the screen") }
        ?? setting("theme", Self.quoted(options.theme ?? file.theme ?? "default"), isTyped: options.theme != nil),
      setting("ascii", "\(options.ascii || file.ascii == true)", isTyped: options.ascii),
      setting("title", "\(file.title ?? true)"), setting("bell", "\(file.bell ?? true)"),
      file.copyCommand.map { setting("copy-command", Self.quoted($0)) }
        ?? Setting(text: "# copy-command =", origin: "not set"),
      setting("console-lines", "\(file.consoleLines ?? SessionPlan.consoleLines)"),
      setting("suspend", "\(!options.noSuspend && file.suspend != false)", isTyped: options.noSuspend),
      setting("uncaught", Self.quoted(file.uncaught == false ? "off" : "on")),
      secret("access-token", file.accessToken), secret("client-access-token", file.clientAccessToken),
    ]
  }

  private func debuggees() -> [Setting] {
    file.debuggees.fields.map { field in
      let isSwitch = OptionTable.entry(named: field.key)?.form == "on|off"
      switch field.value {
      case .string(let value) where isSwitch: return setting(field.key, "\(value == "on")")
      case .string(let value) where value.contains(","):
        let words = value.split(separator: ",").map { Self.quoted(String($0)) }
        return setting(field.key, "[\(words.joined(separator: ", "))]")
      case .string(let value): return setting(field.key, Self.quoted(value))
      case .number(let thousandths): return setting(field.key, "\(Double(thousandths) / 1000)")
      case .null, .bool, .int, .list, .object: return setting(field.key, "\(field.value)")
      }
    }
  }

  private func tables() -> [String] {
    var lines: [String] = []
    if !file.debuggees.renderers.isEmpty {
      lines += ["", "[renderers]  # \(origin("renderers"))"]
      lines += file.debuggees.renderers.map { "\(Self.quoted($0.type)) = \(Self.quoted($0.value))" }
    }
    for context in Self.unique(file.bindings.map(\.context)) {
      lines += ["", "[keys\(context.isEmpty ? "" : ".\(context)")]  # \(origin("keys"))"]
      lines += file.bindings.filter { $0.context == context }
        .map { "\(Self.quoted($0.key)) = \(Self.quoted($0.command))" }
    }
    return lines
  }

  private func setting(_ name: String, _ value: String, isTyped: Bool = false) -> Setting {
    Setting(text: "\(name) = \(value)", origin: isTyped ? "command line" : origin(name))
  }

  private func allowed(_ name: String, _ list: [String], isTyped: Bool) -> Setting {
    list.isEmpty
      ? Setting(text: "# \(name) =", origin: "not set")
      : setting(name, "[\(list.map(Self.quoted).joined(separator: ", "))]", isTyped: isTyped)
  }

  /// A secret is never shown.
  private func secret(_ name: String, _ value: String?) -> Setting {
    value == nil
      ? Setting(text: "# \(name) =", origin: "not set") : Setting(text: "# \(name) = hidden", origin: origin(name))
  }

  private func origin(_ name: String) -> String {
    guard let origin = file.origins[name] else { return "default" }
    return origin.path + (origin.line.map { ":\($0)" } ?? "")
  }

  private static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { found, name in if !found.contains(name) { found.append(name) } }
  }

  private static func quoted(_ text: String) -> String { TOMLText.quoted(text) }
}
