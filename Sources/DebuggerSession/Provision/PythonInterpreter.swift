import Glibc
import PydevdHelpers

/// An interpreter, as it describes itself.
struct PythonInterpreter: Equatable, Sendable {
  /// As the user named it.
  let name: String
  /// The path of the program itself: a launcher (pyenv's shims) may choose by the working folder.
  let path: String
  let version: [Int]
  /// Where it is installed; for a virtual environment the place of the Python that it was made with.
  let base: String
  /// Names the interpreters that can share compiled extensions with it.
  let tag: String
  let hasPip: Bool
  /// It can make a virtual environment with pip in it.
  let hasEnvironments: Bool
  /// Its own `pydevd.py`, if it has one that can be imported.
  let ownPydevd: String?
  /// Why the pydevd that it has can't be imported: a module of the program stands for one of Python's own, as a rule.
  let problem: String?

  var versionText: String { version.map(String.init).joined(separator: ".") }

  /// `3.11`
  var series: String { version.prefix(2).map(String.init).joined(separator: ".") }

  /// With the version, for sentences.
  var label: String { "\(name) (Python \(versionText))" }

  /// The newest release of pydevd that this dialect of Python can run.
  var release: String? {
    if !version.lexicographicallyPrecedes([3, 8]) { return "3.5.0" }
    let isOld = version.starts(with: [2, 7]) || !version.lexicographicallyPrecedes([3, 6])
    return isOld ? "2.8.0" : nil
  }

  /// Seconds that an interpreter may take for an answer: a slow disk is slow, but not that slow.
  private static let patience = 60.0

  /// Asks an interpreter to describe itself.
  /// - Parameter path: where `name` was found.
  static func ask(
    _ path: String, name: String, in place: PythonPlace = PythonPlace(), patience: Double = patience
  ) async throws -> Result<Self, Refusal> {
    let outcome: ChildCommand.Outcome
    do {
      outcome = try await ChildCommand(
        path: path, arguments: ["-c", InterpreterProgram.text], environment: place.environment, folder: place.folder,
        seconds: patience
      ).run()
    } catch let error as CancellationError {
      throw error
    } catch {
      return .failure(.cannotStart("\(error)"))
    }
    if let found = read(outcome.output, path: path, name: name) { return .success(found) }
    if outcome.ending == .overdue { return .failure(.silent(seconds: Int(patience))) }
    return .failure(.isNoPython(outcome))
  }

  /// Why something is no interpreter that can be used.
  enum Refusal: Error, Equatable {
    case cannotStart(String)
    case silent(seconds: Int)
    case isNoPython(ChildCommand.Outcome)
  }

  static func read(_ output: String, path: String, name: String) -> Self? {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: InterpreterProgram.mark), lines.count > start + 6 else { return nil }
    let words = lines[(start + 1)...].prefix(6).map(\.self)
    let version = words[1].split(separator: ".").compactMap { Int($0) }
    guard version.count == 3 else { return nil }
    let own = lines[(start + 7)...].last { !$0.isEmpty }
    return Self(
      name: name, path: words[0].hasPrefix("/") ? words[0] : path, version: version, base: words[2],
      tag: String(words[3].map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "_" }),
      hasPip: words[4] == "True", hasEnvironments: words[5] == "True",
      ownPydevd: own.flatMap { $0.hasSuffix("/pydevd.py") ? $0 : nil },
      problem: own.flatMap { obstacle(in: $0) })
  }

  /// The reason that a line gives why pydevd can't be imported, where that is a file of somebody else: a module that stands for
  /// one of Python's own.
  private static func obstacle(in line: String) -> String? {
    guard line.hasPrefix("!") else { return nil }
    let words = line.dropFirst()
    return words.hasPrefix("the module \"") || !words.isEmpty && !words.contains("/site-packages/")
      ? String(words) : nil
  }

  /// The path of `pydevd.py` in a folder, if this interpreter can import it from there.
  /// - Throws: a `PydevdProvision.Failure` where another module is in the way, or a `CancellationError`.
  func pydevd(in folder: String, _ place: PythonPlace) async throws -> String? {
    let path = "\(folder)/pydevd.py"
    guard access(path, R_OK) == 0 else { return nil }
    let command = ChildCommand(
      path: self.path, arguments: ["-c", InterpreterProgram.text, folder], environment: place.environment, folder: "/",
      seconds: Self.patience)
    let outcome = try? await command.run()
    try Task.checkCancellation()
    guard let outcome, outcome.succeeded else { return nil }
    // Damage to the private folder itself is repaired instead.
    let last = outcome.output.split(separator: "\n").last.map(String.init) ?? ""
    if let problem = Self.obstacle(in: last), !problem.contains(folder) {
      throw PydevdProvision.Failure(description: ProvisionAdvice.cannotImport(self, problem))
    }
    return last == path ? path : nil
  }
}
