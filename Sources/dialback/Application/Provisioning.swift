import DebuggerModel
import DebuggerSession

/// The search for the pydevd of the program that Dialback starts itself, and its making; it ends with Dialback.
@UIActor
final class Provisioning {
  private let task: Task<Void, Never>
  private var isOver = false
  private var afterwards: (@UIActor () -> Void)?

  /// - Parameters:
  ///   - tell: takes the progress.
  ///   - done: takes the interpreter and the path of `pydevd.py`, or the sentence about what is in the way.
  init(
    for program: Launch.Program, places: Places, tell: @escaping @UIActor (Preparation) -> Void,
    done: @escaping @UIActor (Result<PydevdProvision.Found, PydevdProvision.Failure>) -> Void
  ) {
    let provision = PydevdProvision(
      cacheFolder: places.cacheFolder, searchPath: places.environment["PATH"] ?? "/usr/bin:/bin",
      pythonPath: places.environment["PYTHONPATH"], workingFolder: places.workingFolder,
      programFolder: program.folder ?? places.workingFolder
    ) { progress in
      UIThread.shared.post { tell(progress) }
    }
    let (results, report) = AsyncStream.makeStream(of: Result<PydevdProvision.Found, PydevdProvision.Failure>.self)
    task = Task {
      do {
        report.yield(.success(try await provision.locate(for: program.python, oldest: program.oldestPython)))
      } catch let failure as PydevdProvision.Failure {
        report.yield(.failure(failure))
      } catch {
        // Cancelled.
      }
      report.finish()
    }
    Task { @UIActor in
      for await result in results where afterwards == nil { done(result) }
      isOver = true
      afterwards?()
    }
  }

  /// Ends what runs for it.
  /// - Parameter then: called when nothing runs and nothing is left over.
  func end(then: @escaping @UIActor () -> Void) {
    guard !isOver else { return then() }
    afterwards = then
    task.cancel()
  }
}
