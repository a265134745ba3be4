import Testing

/// A release of the Python side on one Python: an environment of `Config/debuggees.txt`.
struct PythonSide: CustomTestStringConvertible, Sendable {
  /// Its name there.
  let name: String
  /// How its fixtures call `settrace`: `pydevd` (keywords) or `pycharm` (positions).
  let flavour: String

  static let pydevd = Self(name: "pydevd-3.5.0", flavour: "pydevd")
  static let pydevdOnNewPython = Self(name: "pydevd-3.5.0-new", flavour: "pydevd")
  static let pycharm263 = Self(name: "pycharm-263", flavour: "pycharm")
  static let pycharm212 = Self(name: "pycharm-212", flavour: "pycharm")

  static let all = [pydevd, pydevdOnNewPython, pycharm263, pycharm212]

  /// One release of each family, for what holds or fails by the family.
  static let parity = [pydevd, pycharm263]

  /// The same with the libraries whose threads and values the tests look at. They are kept apart: gevent alone changes what
  /// runs at a program's end.
  static let libraries = [
    Self(name: "pydevd-libraries", flavour: "pydevd"), Self(name: "pycharm-libraries", flavour: "pycharm"),
  ]

  /// The cells of `Config/matrix.txt` that `Config/test` has made for this run, or all that are there.
  static let matrix: [Self] = {
    let names =
      Environs.variable("DIALBACK_TEST_CELLS")?.split(separator: " ").map(String.init)
      ?? ((try? Files.names(in: Environs.pythons)) ?? []).filter { $0.contains("-on-") }
    return names.sorted().map { Self(name: $0, flavour: $0.hasPrefix("pydevd-pycharm") ? "pycharm" : "pydevd") }
  }()

  /// The Python of a cell of the matrix, as `3.8`.
  var pythonVersion: String? {
    name.split(separator: "-").last.map(String.init).flatMap { $0.contains(".") ? $0 : nil }
  }

  /// A forked child of this release dials back and ends in pydevd itself, which has no writer there (`pydevd.py`, `settrace_forked`).
  var losesForks: Bool { name.hasPrefix("pydevd-pycharm-252.23892") }

  var python: String { "\(Environs.pythons)/\(name)/bin/python" }

  /// Whether a package is installed in the environment, by the name that it is imported by.
  func hasModule(_ module: String) -> Bool {
    packages.map { Files.exists("\($0)/\(module)") } == true
  }

  /// The folder of its modules, as `python3.11`.
  var libraryName: String? {
    (try? Files.names(in: "\(Environs.pythons)/\(name)/lib"))?.first { $0.hasPrefix("python") }
  }

  /// The path of the folder that its packages are in.
  private var packages: String? { libraryName.map { "\(Environs.pythons)/\(name)/lib/\($0)/site-packages" } }

  /// Whether the installation has its part in C, which takes a compiler and Python's headers.
  var isCompiled: Bool {
    let names = packages.flatMap { try? Files.names(in: $0 + "/_pydevd_bundle") } ?? []
    return names.contains { $0.hasPrefix("pydevd_cython.") && $0.hasSuffix(".so") }
  }

  var testDescription: String { name }
}
