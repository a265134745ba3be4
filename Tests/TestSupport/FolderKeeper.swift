import Glibc

/// A shell that outlives the test process and then removes the folders that are left. It reads their paths from a socket,
/// which the kernel closes however the process ends.
struct FolderKeeper {
  static let shared = Result { try Self() }

  private let socket: Int32

  private init() throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw TemporaryFolder.Failure("no socket for the shell that removes folders", errno)
    }
    socket = ends[1]
    defer { close(ends[0]) }
    _ = try Self.run([], input: ends[0])
  }

  /// Has the folder removed at the end of the process, if it is still there.
  func keep(_ folder: String) throws {
    let line = Array("\(folder)\n".utf8)
    guard Glibc.write(socket, line, line.count) == line.count else {
      throw TemporaryFolder.Failure("\(folder) was not announced", errno)
    }
  }

  /// Removes a folder now. What fails here is tried once more at the end of the process.
  static func remove(_ folder: String) {
    guard let shell = try? run([folder], input: nil) else { return }
    while waitpid(shell, nil, 0) < 0, errno == EINTR {}
  }

  /// Ends the programs whose home is the `home` of a folder, then removes the folder. A killed program may write once more
  /// before it is gone: the removal is repeated then.
  private static let script = #"""
    trap '' HUP INT TERM
    while IFS= read -r folder; do set -- "$@" "$folder"; done
    for folder; do
      [ -d "$folder" ] || continue
      for file in $(grep -lszFx "HOME=$folder/home" /proc/[0-9]*/environ); do
        process=${file#/proc/}
        kill -KILL "${process%/environ}"
      done
      for _ in 1 2 3 4 5; do
        rm -rf -- "$folder" && break
        sleep 0.1
      done
    done
    """#

  /// Starts the script in a session of its own, where no signal to the tests' group reaches it.
  private static func run(_ folders: [String], input: Int32?) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    for output: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0) }
    var arguments = (["setsid", "sh", "-c", script, "sh"] + folders).map { strdup($0) } + [nil]
    var environment = [strdup("PATH=\(getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")"), nil]
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    let code = posix_spawnp(&process, "setsid", &actions, nil, &arguments, &environment)
    guard code == 0 else { throw TemporaryFolder.Failure("the shell that removes folders cannot be started", code) }
    return process
  }
}
