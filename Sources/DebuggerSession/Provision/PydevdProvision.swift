public import DebuggerModel
import Glibc

/// Finds a pydevd for a program to be started here: the one that its interpreter has, or a private one, made when it is first
/// needed and kept in the user's cache folder.
public struct PydevdProvision: Sendable {
  /// A sentence for the user: what failed, on what, what to do.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// The Python and the pydevd that a program is started with.
  public struct Found: Sendable {
    /// The path of the interpreter, or of the launcher that chooses it.
    public let python: String
    /// The path of `pydevd.py`.
    public let pydevd: String
  }

  private let cacheFolder: String
  private let place: PythonPlace
  private let finder: PythonFinder
  private let tell: @Sendable (Preparation) -> Void
  private let advice = ProvisionAdvice(machine: .current)

  /// - Parameters:
  ///   - searchPath: the variable PATH.
  ///   - pythonPath: the variable PYTHONPATH.
  ///   - workingFolder: the folder that relative paths start from.
  ///   - programFolder: the folder that the program is started in.
  ///   - tell: takes the progress.
  public init(
    cacheFolder: String, searchPath: String, pythonPath: String?, workingFolder: String, programFolder: String,
    tell: @escaping @Sendable (Preparation) -> Void
  ) {
    self.cacheFolder = cacheFolder
    self.tell = tell
    place = PythonPlace(folder: programFolder, pythonPath: pythonPath)
    finder = PythonFinder(searchPath: searchPath, workingFolder: workingFolder)
  }

  /// Finds an interpreter, and `pydevd.py` for it. Cancelling the task ends what was started for it, and removes what is not whole.
  /// - Parameter oldest: the oldest version that the program itself can run on, where that is known.
  /// - Throws: a `Failure`, or a `CancellationError`.
  @concurrent
  public func locate(for name: String, oldest: [Int] = []) async throws -> Found {
    tell(Preparation(steps: ["looking for pydevd in \(name)"]))
    let (path, python) = try await interpreter(name)
    return Found(python: path, pydevd: try await pydevd(for: python, oldest))
  }

  private func pydevd(for python: PythonInterpreter, _ oldest: [Int]) async throws -> String {
    if python.version.lexicographicallyPrecedes(oldest) {
      throw Failure(description: advice.tooOld(python, forProgramOf: oldest))
    }
    if let own = python.ownPydevd { return own }
    if let problem = python.problem { throw Failure(description: ProvisionAdvice.cannotImport(python, problem)) }
    guard let release = python.release else { throw Failure(description: advice.tooOld(python)) }
    let folder = PrivateFolder(cacheFolder: cacheFolder, release: release, tag: python.tag)
    if let kept = try await python.pydevd(in: folder.site, place) { return kept }
    let goal = "Getting pydevd \(release) for Python \(python.versionText), once"
    do {
      return try await PydevdInstallation(
        python: python, place: place, release: release, folder: folder, advice: advice
      ) {
        tell(Preparation(goal: goal, steps: $0))
      }.run()
    } catch let problem as FolderTree.Problem {
      throw Failure(description: advice.cannotWrite(problem))
    }
  }

  /// Another interpreter on the PATH that answers: not each launcher has something to launch.
  private func other(than name: String) async throws -> String? {
    for path in finder.others(than: name).prefix(8) {
      if case .success(let python) = try await PythonInterpreter.ask(path, name: path, in: place, patience: 5),
        python.release != nil
      {
        return path
      }
    }
    return nil
  }

  private func interpreter(_ name: String) async throws -> (path: String, PythonInterpreter) {
    switch finder.find(name) {
    case .missing: throw Failure(description: advice.missing(name, other: try await other(than: name)))
    case .isFolder:
      let inner = "\(name)/bin/python"
      let isThere = if case .found = finder.find(inner) { true } else { false }
      throw Failure(description: advice.isFolder(name, inner: isThere ? inner : nil))
    case .isNoProgram: throw Failure(description: advice.isNoProgram(name))
    case .found(let path):
      switch try await PythonInterpreter.ask(path, name: name, in: place) {
      case .success(let python): return (path, python)
      case .failure(let refusal): throw Failure(description: advice.refused(name, refusal))
      }
    }
  }
}
