import Subprocess
import SystemPackage

/// A program to start here, debugged.
public struct DebuggeePlan: Sendable, Equatable {
  /// The interpreter: a path, or a name to be looked up.
  public var python: String
  /// What follows the interpreter on its command line.
  public var arguments: [String]
  /// Added to the environment that Dialback itself was started with; `nil` removes a variable.
  public var environment: [String: String?]
  /// Where it runs; `nil` for Dialback's own working folder.
  public var folder: String?

  public init(python: String, arguments: [String], environment: [String: String?], folder: String? = nil) {
    self.python = python
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }

  /// The plan away from the folder where Dialback was started, none of whose modules is imported.
  /// - Parameters:
  ///   - folder: the program's own.
  ///   - pythonPath: the variable PYTHONPATH.
  public func apart(in folder: String, pythonPath: String?) -> Self {
    var plan = self
    plan.folder = folder
    plan.environment.merge(PythonPlace(folder: folder, pythonPath: pythonPath).environment) { $1 }
    return plan
  }

  /// The command line that makes pydevd run a program and dial in (`pydevd.py`, `main`).
  /// - Parameters:
  ///   - pydevd: the path of `pydevd.py`.
  ///   - isModule: `program` is a module's name, as after `python -m`.
  public static func program(
    _ program: String, arguments: [String], isModule: Bool, python: String, pydevd: String, host: String, port: Int
  ) -> DebuggeePlan {
    // Without its part for Qt, threads of Qt's own are not traced before Python 3.12.
    let options =
      ["--client", host, "--port", String(port), "--multiprocess", "--qt-support=auto"] + (isModule ? ["--module"] : [])
    // Without a terminal Python holds its output back by the block; its own checks of frozen modules only print warnings.
    let environment = ["PYTHONUNBUFFERED": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"]
    return DebuggeePlan(
      python: python, arguments: [pydevd] + options + ["--file", program] + arguments, environment: environment)
  }
}

/// Starts programs and follows their output.
public enum DebuggeeLauncher {
  public enum News: Sendable, Equatable {
    case started(pid: Int32)
    case output(isError: Bool, String)
    /// With the exit status, or the number of the signal, negative.
    case ended(Int32)
    case failed(String)
  }

  /// Starts a program and tells what becomes of it until it has ended. Cancelling the task ends the program.
  /// - Parameter input: a descriptor that the program reads from; it is closed here.
  public static func start(
    _ plan: DebuggeePlan, input: Int32, tell: @escaping @Sendable (News) -> Void
  ) -> Task<Void, Never> {
    Task { @concurrent in
      do {
        let added = plan.environment.compactMap { name, value in Environment.Key(rawValue: name).map { ($0, value) } }
        let environment = Environment.inherit.updating(
          Dictionary(added) { first, _ in first })
        let result = try await run(
          plan.python.contains("/") ? .path(.init(plan.python)) : .name(plan.python), arguments: .init(plan.arguments),
          environment: environment, workingDirectory: plan.folder.map { FilePath($0) }, platformOptions: ownGroup,
          input: .fileDescriptor(FileDescriptor(rawValue: input), closeAfterSpawningProcess: true), output: .sequence,
          error: .sequence
        ) { execution in
          tell(.started(pid: execution.processIdentifier.value))
          await withTaskGroup(of: Void.self) { group in
            group.addTask { await follow(execution.standardOutput, isError: false, tell) }
            group.addTask { await follow(execution.standardError, isError: true, tell) }
          }
        }
        switch result.terminationStatus {
        case .exited(let code): tell(.ended(code))
        case .signaled(let signal): tell(.ended(-signal))
        }
      } catch {
        tell(.failed("\(plan.python) could not be started: \(error)"))
      }
    }
  }

  /// A process group of its own, so that its children can be ended with it.
  private static var ownGroup: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    return options
  }

  private static func follow(
    _ stream: SubprocessOutputSequence, isError: Bool, _ tell: @Sendable (News) -> Void
  ) async {
    var assembler = UTF8Assembler()
    do {
      for try await buffer in stream {
        let text = buffer.withUnsafeBytes { assembler.add($0) }
        if !text.isEmpty { tell(.output(isError: isError, text)) }
      }
    } catch {
      tell(.output(isError: true, "the output could not be read on: \(error)\n"))
    }
    let rest = assembler.finish()
    if !rest.isEmpty { tell(.output(isError: isError, rest)) }
  }
}
