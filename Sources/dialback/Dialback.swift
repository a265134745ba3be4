import ArgumentParser
import CNcurses
import Glibc

/// The program. The guard is started before anything else: it forks, and only a process without threads may.
@main
struct Dialback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dialback",
    abstract: "The full-screen terminal debugger that your remote Python process dials back to.",
    version: version,
    subcommands: [Listen.self, Run.self, Demo.self, PrintSnippet.self, PrintConfiguration.self, PrintManual.self],
    defaultSubcommand: Listen.self)

  static let version = "0.1.0"

  static func main() {
    standard_fill()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let advice = SubcommandCheck.advice(
      arguments, names: configuration.subcommands.compactMap { $0.configuration.commandName })
    {
      LineOutput.note("dialback: \(advice)")
      Glibc.exit(EX_USAGE)
    }
    if CompletionScript.isAskedFor(arguments, shell: "bash") {
      let names = configuration.subcommands.compactMap { $0.configuration.commandName }
      return print(CompletionScript.bash(completionScript(for: .bash), names: names))
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let failure as Failure {
      LineOutput.note("dialback: \(failure.description)")
      Glibc.exit(failure.status)
    } catch {
      exit(withError: error)
    }
  }
}

/// `dialback listen`: waits for processes.
struct Listen: ParsableCommand {
  // A name that isn't said is found out at each start, for each command.
  static let configuration = CommandConfiguration(
    commandName: "listen",
    abstract: "Open the screen, listen, and wait for processes. This is what dialback alone does.")

  @OptionGroup var options: SessionOptions

  func run() throws {
    try Launch(options: options, places: .current()).run(.listen)
  }
}

/// `dialback run`: starts a program here, debugged.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Start a Python program here, debugged, with its output in the console pane.",
    usage: "dialback run [OPTIONS] [--python PY] [-m MODULE | SCRIPT] [ARGS...]")

  @OptionGroup var options: SessionOptions

  @Option(help: "The interpreter: a path or a name.", completion: .file())
  var python = "python3"

  @Option(name: .customShort("m"), help: "Run a module, as python -m does.")
  var module: String?

  @Argument(parsing: .captureForPassthrough, help: "The script and its arguments.", completion: .file())
  var arguments: [String] = []

  func run() throws {
    let places = Places.current()
    let program: Launch.Program
    if let module {
      program = .init(python: python, name: module, arguments: arguments, isModule: true)
    } else {
      guard let script = arguments.first else {
        throw Failure.usage("dialback run takes a script, or -m and a module: dialback run script.py")
      }
      if script == "--help" || script == "-h" { throw CleanExit.helpRequest(self) }
      guard !script.hasPrefix("-") || TextFile.exists(places.absolute(script)) else {
        throw Failure.usage("\(script): dialback run has no such option; `dialback run --help` lists them")
      }
      guard TextFile.exists(places.absolute(script)) else {
        throw Failure.unusable("\(script): there is no such file; name the Python program to run")
      }
      program = .init(
        python: python, name: places.absolute(script), arguments: Array(arguments.dropFirst()), isModule: false)
    }
    try Launch(options: options, places: places).run(.program(program))
  }
}

/// `dialback demo`: the same on a sample that ships with the program.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Debug a sample program that ships with Dialback, with breakpoints already set.")

  @OptionGroup var options: SessionOptions

  @Option(help: "The interpreter: a path or a name.")
  var python = "python3"

  func run() throws {
    try Launch(options: options, places: .current()).run(.demo(python: python))
  }
}

/// `dialback snippet`: prints the code to paste, and nothing else.
struct PrintSnippet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snippet", abstract: "Print the code to paste into the remote program, and nothing else.")

  @OptionGroup var options: SessionOptions

  @Flag(help: "For JetBrains' package, pydevd-pycharm.")
  var pycharm = false

  func run() throws {
    let launch = try Launch(options: options, places: .current())
    for warning in launch.configuration.warnings { LineOutput.note("dialback: \(warning)") }
    for warning in launch.warnings { LineOutput.note("dialback: \(warning)") }
    let addresses = launch.advertised
    let address = addresses[0]
    let port = try launch.port()
    guard port > 0 else { throw Failure.usage("a snippet needs the port that dialback will listen on: --port 5678") }
    let lines =
      pycharm ? Snippet.pycharmLines(address: address, port: port) : Snippet.lines(address: address, port: port)
    for line in lines { LineOutput().write(line) }
    // Not on standard output: what is pasted is code.
    for line in Snippet.others(addresses) { LineOutput.note(line) }
  }
}

/// `dialback config`: prints what holds, and why.
struct PrintConfiguration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print every setting with its value and where that comes from, in the form of a configuration file.")

  @OptionGroup var options: SessionOptions

  func run() throws {
    let launch = try Launch(options: options, places: .current())
    // Settings that `listen` refuses are refused here too.
    let plan = try SessionPlan(launch: launch, purpose: .listen)
    for warning in plan.warnings { LineOutput.note("dialback: \(warning)") }
    for line in try EffectiveConfiguration(launch: launch).lines() { LineOutput().write(PlainText.visibleLine(line)) }
  }
}

/// `dialback manual`: prints the man page.
struct PrintManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the man page: dialback manual | man -l -")

  func run() throws {
    let places = Places(environment: [:], workingFolder: "/")
    let map = try KeyPresets.keyMap("default", own: [], places: places).map
    for line in ManualPage(keyMap: map).lines { LineOutput().write(line) }
  }
}
