import Glibc
import Testing

/// What the tests find around them: the program, the Python sides, tmux.
enum Environs {
  /// The root of the package.
  static let root = String(#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })

  /// The program under test: `DIALBACK_BINARY`, else the release build.
  static let binary = variable("DIALBACK_BINARY") ?? root + "/.build/release/dialback"

  /// The folder of the virtual environments that `Config/test` makes.
  static let pythons = cache + "/pythons"

  private static let cache =
    variable("DIALBACK_TEST_CACHE")
    ?? (variable("XDG_CACHE_HOME") ?? (variable("HOME") ?? "") + "/.cache") + "/dialback/test"

  /// Whether a script of the shell can be run, and ends with 0. It is for conditions of tests, which can't wait as tests do.
  static func shellSucceeds(_ script: String) -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(script)]
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    var status: Int32 = -1
    return posix_spawnp(&process, "sh", nil, nil, arguments, environ) == 0
      && waitpid(process, &status, 0) == process && status == 0
  }

  /// True where nothing may be skipped.
  static let isStrict = variable("CI") == "true"

  /// What is missing here for the end-to-end tests, as a sentence; nil when all is there.
  static let missing: String? = {
    if !Files.isExecutable(binary) { return "\(binary) is not there; build it: swift build -c release" }
    for side in PythonSide.all where !Files.isExecutable(side.python) {
      return "\(side.python) is not there; Config/test makes it"
    }
    return missingTmux
  }()

  /// The same for what needs only a terminal.
  static let missingTmux: String? = {
    let folders = (variable("PATH") ?? "").split(separator: ":")
    return folders.contains { Files.isExecutable("\($0)/tmux") } ? nil : "tmux is not installed"
  }()

  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips on a person's machine what cannot run there; where `CI=true` it runs, and fails with the reason.
  static var whereItCanRun: Self { whereNothing(isMissing: Environs.missing) }

  /// The same, with what is missing as an argument.
  static func whereNothing(isMissing missing: String?) -> Self {
    .enabled(if: Environs.isStrict || missing == nil, "\(missing ?? "all is there")")
  }
}
