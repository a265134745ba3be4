import Glibc
import Subprocess
import SystemPackage

/// Finds a pydevd for a program to be started here: the one that its interpreter has, or a private one, made when it is first
/// needed and kept in the user's cache folder.
public struct PydevdProvision: Sendable {
  /// The release that is fetched.
  public static let release = "3.5.0"

  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  private let cacheFolder: String
  private let tell: @Sendable (String) -> Void

  /// - Parameter tell: takes lines of progress.
  public init(cacheFolder: String, tell: @escaping @Sendable (String) -> Void) {
    self.cacheFolder = cacheFolder
    self.tell = tell
  }

  /// The path of `pydevd.py` for an interpreter.
  @concurrent
  public func locate(for python: String) async throws(Failure) -> String {
    let probe = "import os, pydevd; print(os.path.abspath(pydevd.__file__).replace('.pyc', '.py'))"
    if let found = try? await output(python, ["-c", probe]), found.hasSuffix("pydevd.py") { return found }
    let folder = "\(cacheFolder)/pydevd-\(Self.release)"
    if let kept = await kept(in: folder, python) { return kept }
    return try await make(folder, python)
  }

  private func kept(in folder: String, _ python: String) async -> String? {
    let own = "import os, sysconfig; print(sysconfig.get_path('purelib'))"
    guard let site = try? await output("\(folder)/bin/python", ["-c", own]) else { return nil }
    let path = "\(site)/pydevd.py"
    return access(path, R_OK) == 0 ? path : nil
  }

  private func make(_ folder: String, _ python: String) async throws(Failure) -> String {
    tell("Making a private environment with pydevd \(Self.release) (once): \(folder)")
    makeFolders(folder)
    do {
      _ = try await output(python, ["-m", "venv", "--clear", folder])
      tell("Fetching pydevd \(Self.release) from the Python package index…")
      let pip = ["-m", "pip", "--disable-pip-version-check", "--quiet"]
      _ = try await output("\(folder)/bin/python", pip + ["install", "pydevd==\(Self.release)"])
      // Programs see this folder on their path: nothing but pydevd should be in it.
      _ = try? await output("\(folder)/bin/python", pip + ["uninstall", "--yes", "setuptools", "wheel", "pip"])
    } catch {
      throw Failure(
        description: "pydevd \(Self.release) could not be installed for \(python): \(error). "
          + "Install it by hand (\(python) -m pip install pydevd), or, on Debian, the package python3-venv.")
    }
    guard let made = await kept(in: folder, python) else {
      throw Failure(
        description: "pydevd was installed in \(folder) and can't be found there; remove that folder and try again.")
    }
    tell("pydevd \(Self.release) is ready.")
    return made
  }

  /// The standard output of a command that has to succeed.
  private func output(_ program: String, _ arguments: [String]) async throws -> String {
    let result = try await run(
      program.contains("/") ? .path(.init(program)) : .name(program), arguments: .init(arguments),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard case .exited(0) = result.terminationStatus else {
      let lines = result.standardError.split(whereSeparator: \.isNewline)
      throw Failure(description: lines.last.map(String.init) ?? "\(program) failed")
    }
    let text = result.standardOutput
    return String(text.drop(while: \.isWhitespace).prefix { !$0.isNewline })
  }

  private func makeFolders(_ path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
  }
}
