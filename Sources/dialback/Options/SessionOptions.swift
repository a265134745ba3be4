import ArgumentParser
import TerminalGrid

/// The options that every way of starting a session shares.
struct SessionOptions: ParsableArguments {
  @Option(help: "Listen at this address. 0.0.0.0 and :: let every machine in: what dials in can have code run here.")
  var host: String?

  @Option(help: "Listen at this port; 0 takes any free one.")
  var port: Int?

  @Option(help: "The address to put into the snippet, where the remote program has to use another one.")
  var advertise: String?

  @Option(
    name: .customLong("allow"),
    help: ArgumentHelp(
      "Let processes connect from these addresses only, as 10.0.0.0/8; repeatable.", valueName: "CIDR"))
  var allowed: [String] = []

  @Option(
    name: .customLong("allow-user"),
    help: ArgumentHelp(
      "Let this user's processes on this machine connect beside yours and root's, or any; repeatable.",
      valueName: "NAME"),
    completion: .list([AccessOptions.anyone]))
  var allowedUsers: [String] = []

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp("Where the remote program's files are on this machine; repeatable.", valueName: "REMOTE=LOCAL"))
  var maps: [String] = []

  @Option(help: "The project's folder; where Dialback was started by default.", completion: .directory)
  var root: String?

  @Option(help: "Read this configuration file instead of the user's own.", completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(
    help: "The key map: default, pycharm, vscode, pudb, vim, or a file.", completion: .list(KeyPresets.names))
  var keys: String?

  @Option(
    help: "The colours: default, light, high-contrast, 16-color.", completion: .list(Theme.all.map(\.name)))
  var theme: String?

  @Flag(name: .customLong("no-color"), help: "No colours; NO_COLOR in the environment does the same.")
  var noColor = false

  @Flag(help: "Draw with 7-bit characters.")
  var ascii = false

  @Option(help: "Write a log to this file.", completion: .file())
  var log: String?

  @Flag(name: .customLong("no-suspend"), help: "Leave out the stop where a process connects, and no other.")
  var noSuspend = false

  @Flag(help: "No screen: commands in, one JSON object a line out.")
  var batch = false

  @Flag(
    name: .customLong("with-saved"),
    help: "Batch mode reads and writes the project's saved breakpoints. Without it a run is repeatable.")
  var withSaved = false

  @Flag(help: "No screen: stops, output and answers line by line, for screen readers and logs.")
  var plain = false

  @Option(
    name: .customShort("x"), help: ArgumentHelp("Run the commands of this file.", valueName: "FILE"),
    completion: .file())
  var commandFile: String?

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this command; repeatable.", valueName: "COMMAND"))
  var commands: [String] = []

  /// Neither of the ways to do without.
  var hasScreen: Bool { !batch && !plain }

  mutating func validate() throws {
    if let port, !(0...65535).contains(port) {
      throw ValidationError("--port \(port): a port is a number from 0 to 65535.")
    }
    do { _ = try AccessOptions.ranges(allowed) } catch { throw ValidationError("--allow \(error)") }
    do { _ = try AccessOptions.users(allowedUsers) } catch { throw ValidationError("--allow-user \(error)") }
    if withSaved, !batch { throw ValidationError("--with-saved is for --batch: the others do so by themselves.") }
    if batch, plain { throw ValidationError("--batch and --plain: only one of them at a time.") }
  }
}
