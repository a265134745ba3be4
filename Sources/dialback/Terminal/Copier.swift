import Subprocess

/// Takes copied texts to where the terminal's own clipboard can't be had: to tmux, which by default does not let programs set the
/// clipboard (`set-clipboard external`) but sets it itself for `load-buffer -w`, and to a command of the user's.
struct Copier: Sendable {
  /// A command of the shell that takes the text on standard input.
  let command: String?
  private let isInTmux: Bool

  /// Seconds that a command may take.
  private static let limit = Duration.seconds(5)
  /// Old releases of tmux have buffers, but can't pass them on.
  private static let tmux = "tmux load-buffer -w - 2>/dev/null"

  init(command: String?, environment: [String: String]) {
    self.command = command
    isInTmux = environment["TMUX"]?.isEmpty == false
  }

  /// - Parameters:
  ///   - isSent: the terminal got the text.
  ///   - complain: takes a sentence where the text could not be taken anywhere, or not to the user's command.
  func copy(_ text: String, isSent: Bool, complain: @escaping @UIActor @Sendable (String) -> Void) {
    guard command != nil || isInTmux else {
      if !isSent { UIThread.shared.post { complain(Self.tooLong) } }
      return
    }
    Task {
      let isInBuffer = isInTmux ? await Self.run(Self.tmux, text) == nil : false
      let failure: String? = if let command { await Self.run(command, text) } else { nil }
      let isTaken = isSent || isInBuffer || (command != nil && failure == nil)
      guard let complaint = failure.map({ "copy-command \($0)" }) ?? (isTaken ? nil : Self.tooLong) else { return }
      UIThread.shared.post { complain(complaint) }
    }
  }

  private static let tooLong =
    "that is too long to be copied by way of the terminal; `copy-command` in your configuration can take it"

  /// Runs a command of the shell with a text as its input. Its output is dropped, since a tool that owns the clipboard stays behind
  /// and keeps it open.
  /// - Returns: how it failed.
  private static func run(_ command: String, _ text: String) async -> String? {
    await withTaskGroup(of: String?.self) { group in
      group.addTask {
        do {
          var platform = PlatformOptions()
          platform.processGroupID = 0
          let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", command], platformOptions: platform, input: .string(text),
            output: .discarded, error: .discarded)
          return switch result.terminationStatus {
          case .exited(0): nil
          case .exited(let status): "ended with status \(status): \(command)"
          case .signaled(let signal): "was ended by signal \(signal): \(command)"
          }
        } catch is CancellationError {
          return nil
        } catch {
          return "could not be run: \(command)"
        }
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return "did not end within 5 s: \(command)"
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
