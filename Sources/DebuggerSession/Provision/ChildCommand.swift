import Glibc
import Subprocess
import SystemPackage

/// A program that runs to its end for its output. Its time is bounded, and its own children end with it.
struct ChildCommand: Sendable {
  enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signaled(Int32)
    /// It was ended when its time was over.
    case overdue
  }

  struct Outcome: Equatable, Sendable {
    let ending: Ending
    let output: String
    let errors: String

    var succeeded: Bool { ending == .exited(0) }

    /// The line that says most: the last one of a traceback or of pip's words, the first one of a shell script.
    var complaint: String {
      let isTraceback = errors.contains("Traceback")
      let lines = (isTraceback ? errors : errors + "\n" + output).split(whereSeparator: \.isNewline)
        .filter { line in line.contains { !$0.isWhitespace } }
      return (isTraceback ? lines.last : lines.first).map(String.init) ?? ""
    }
  }

  /// The path of the program.
  let path: String
  let arguments: [String]
  /// Added to Dialback's own environment; `nil` removes a variable.
  var environment: [String: String?] = [:]
  /// Where it runs; `nil` for Dialback's own working folder.
  var folder: String?
  /// The longest time that it may take.
  let seconds: Double

  /// Bytes of each output from which on the program is ended: nothing that is run here writes as much.
  private static let mostOutput = 4 << 20

  /// Runs it. Cancelling the task ends it.
  /// - Parameter onLine: takes each line of both outputs as it comes.
  /// - Throws: what kept it from starting.
  func run(onLine: @escaping @Sendable (String) async -> Void = { _ in }) async throws -> Outcome {
    let added = environment.compactMap { name, value in Environment.Key(rawValue: name).map { ($0, value) } }
    var platform = PlatformOptions()
    platform.processGroupID = 0
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: .init(arguments),
      environment: Environment.inherit.updating(Dictionary(added) { first, _ in first }),
      workingDirectory: folder.map { FilePath($0) }, platformOptions: platform, input: .none, output: .sequence,
      error: .sequence
    ) { execution in
      let group = -execution.processIdentifier.value
      return await withTaskCancellationHandler {
        await follow(execution.standardOutput, execution.standardError, group, onLine)
      } onCancel: {
        kill(group, SIGKILL)
      }
    }
    try Task.checkCancellation()
    let (output, errors, isOverdue) = result.closureResult
    let ending: Ending =
      switch result.terminationStatus {
      case _ where isOverdue: .overdue
      case .exited(let code): .exited(code)
      case .signaled(let signal): .signaled(signal)
      }
    return Outcome(ending: ending, output: output, errors: errors)
  }

  private enum Part {
    case output(String)
    case errors(String)
    case time(isOver: Bool)
  }

  private func follow(
    _ output: SubprocessOutputSequence, _ errors: SubprocessOutputSequence, _ group: Int32,
    _ onLine: @escaping @Sendable (String) async -> Void
  ) async -> (output: String, errors: String, isOverdue: Bool) {
    await withTaskGroup(of: Part.self) { tasks in
      tasks.addTask { .output(await Self.read(output, group, onLine)) }
      tasks.addTask { .errors(await Self.read(errors, group, onLine)) }
      tasks.addTask { [seconds] in
        guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return .time(isOver: false) }
        kill(group, SIGKILL)
        return .time(isOver: true)
      }
      var whole = (output: "", errors: "", isOverdue: false)
      var open = 2
      while open > 0, let part = await tasks.next() {
        switch part {
        case .output(let text): (whole.output, open) = (text, open - 1)
        case .errors(let text): (whole.errors, open) = (text, open - 1)
        case .time(let isOver): whole.isOverdue = isOver
        }
      }
      tasks.cancelAll()
      // The outputs end with the program, and may have been quicker than the word that its time was over.
      for await case .time(isOver: true) in tasks { whole.isOverdue = true }
      return whole
    }
  }

  private static func read(
    _ stream: SubprocessOutputSequence, _ group: Int32, _ onLine: @Sendable (String) async -> Void
  ) async -> String {
    var assembler = UTF8Assembler()
    var (whole, line) = ("", "")
    func add(_ text: String) async {
      whole += text
      for character in text {
        guard character.isNewline else {
          line.append(character)
          continue
        }
        if !line.isEmpty { await onLine(line) }
        line = ""
      }
    }
    do {
      for try await buffer in stream {
        await add(buffer.withUnsafeBytes { assembler.add($0) })
        guard whole.utf8.count <= mostOutput else {
          kill(group, SIGKILL)
          break
        }
      }
    } catch {
      await add("\nthe output could not be read: \(error)")
    }
    await add(assembler.finish())
    if !line.isEmpty { await onLine(line) }
    return whole
  }
}
