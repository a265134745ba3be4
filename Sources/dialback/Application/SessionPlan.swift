import DebuggerModel
import DebuggerSession
import DebuggerViews
import Logging
import SourcePaths
import TerminalGrid

/// Everything about a session that is known before the screen is touched: what is wrong with it is said on a plain terminal.
struct SessionPlan {
  let launch: Launch
  let purpose: Launch.Purpose
  let settings: SessionSettings
  let state: DebuggerState
  let keyMap: KeyMap
  let store: ProjectBreakpointStore?
  let restored: [BreakpointRecord]
  let restoredExceptions: [ExceptionRecord]
  /// Lines of commands to run at the start.
  let commands: [String]
  var warnings: [String]
  /// The addresses for the snippet, the likeliest first; never empty.
  let advertised: [String]
  let theme: Theme
  /// By an option, the configuration or earlier on the screen: the terminal's background does not count.
  let isThemeChosen: Bool
  let logger: Logger
  /// The demo's sample, written out.
  let samplePath: String?

  init(launch: Launch, purpose: Launch.Purpose) throws {
    self.launch = launch
    self.purpose = purpose
    let options = launch.options
    var warnings = launch.configuration.warnings
    let keys = options.keys ?? launch.configuration.keys ?? "default"
    let (map, keyWarnings) = try KeyPresets.keyMap(
      keys, own: launch.configuration.bindings, ownFile: launch.configuration.origins["keys"]?.path,
      places: launch.places)
    keyMap = map
    logger = try LogFile.logger(options.log.map(launch.places.absolute))
    (theme, isThemeChosen) = try Self.theme(launch)
    warnings += keyWarnings
    var settings = try Self.settings(launch, purpose)
    settings.access = try launch.access()
    settings.startsPrograms = purpose.startsProgram
    if launch.configuration.accessToken != nil || launch.configuration.clientAccessToken != nil {
      settings.accessTokens = AccessTokens(
        own: launch.configuration.accessToken, ofProcesses: launch.configuration.clientAccessToken)
    }
    settings.evaluationTimeout = launch.configuration.debuggees.timeout
    settings.awaitsWatches = options.batch
    settings.descriptorLimit = GuardProcess.raiseDescriptorLimit()
    self.settings = settings
    state = DebuggerState(
      settings: .init(
        root: LocalPath(launch.root), home: launch.places.home,
        runsOnConnect: options.noSuspend || launch.configuration.suspend == false,
        consoleLines: launch.configuration.consoleLines ?? Self.consoleLines, loadsVariables: !options.batch,
        startsProgram: purpose.startsProgram, comparesFirst: options.batch || options.plain,
        templateEngine: TextFile.exists(launch.root + "/manage.py") ? .django : .jinja2,
        options: Self.debuggeeOptions(launch, purpose)), paths: try launch.mapper())
    commands = try Self.commands(options, launch.places)
    advertised = launch.advertised
    warnings += launch.warnings
    if !purpose.startsProgram, let warning = launch.unreachable { warnings.append(warning) }
    if case .demo = purpose {
      samplePath = try Sample.write(into: launch.places.cacheFolder)
      store = nil
      restored = Sample.breakpoints(path: samplePath ?? "")
      restoredExceptions = Self.firstExceptions(launch)
    } else if options.batch, !options.withSaved {
      (samplePath, store, restored, restoredExceptions) = (nil, nil, [], [])
    } else {
      samplePath = nil
      let store = ProjectBreakpointStore(stateFolder: launch.places.stateFolder, root: launch.root)
      let kept = store.load(first: Self.firstExceptions(launch))
      self.store = store
      restored = kept.breakpoints
      restoredExceptions = kept.exceptions
      if let warning = kept.warning { warnings.append(warning) }
    }
    self.warnings = warnings
  }

  /// The exception breakpoints of a project that has none kept: on the screen a program stops where an exception is about to
  /// end it.
  private static func firstExceptions(_ launch: Launch) -> [ExceptionRecord] {
    guard launch.options.hasScreen, launch.configuration.uncaught != false else { return [] }
    return [ExceptionRecord(exception: "*", options: .init(moments: [.uncaught]))]
  }

  private static func theme(_ launch: Launch) throws -> (Theme, isChosen: Bool) {
    let chosen = launch.options.theme ?? launch.configuration.theme
    if chosen == nil, let kept = KeptTheme(stateFolder: launch.places.stateFolder).theme { return (kept, true) }
    let isLight = TerminalBackground.isLight(variable: launch.places.environment["COLORFGBG"]) == true
    let name = chosen ?? (isLight ? "light" : "default")
    guard let theme = Theme(named: name) else {
      let place = launch.options.theme == nil ? launch.configuration.place(of: "theme") : "--theme"
      throw Failure.usage(
        "\(place) \(name): there is no such theme; use \(Theme.all.map(\.name).joined(separator: ", "))")
    }
    return (theme, chosen != nil)
  }

  private static func settings(_ launch: Launch, _ purpose: Launch.Purpose) throws -> SessionSettings {
    switch purpose {
    case .listen: return SessionSettings(host: launch.host, port: try launch.port())
    case .program:
      return SessionSettings(
        host: launch.host, port: launch.options.port ?? 0, stopsOnStart: !launch.options.noSuspend)
    case .demo: return SessionSettings(host: launch.host, port: launch.options.port ?? 0)
    }
  }

  /// The configuration's, with the folders that a program of ours is in.
  private static func debuggeeOptions(_ launch: Launch, _ purpose: Launch.Purpose) -> DebuggeeOptions {
    var options = launch.configuration.debuggees
    switch purpose {
    case .listen: break
    case .demo: options.programRoots = [launch.places.cacheFolder + "/demo"]
    case .program(let program):
      let file = program.isModule ? nil : launch.places.absolute(program.name).split(separator: "/").dropLast()
      let folder = file.map { "/" + $0.joined(separator: "/") }
      let isInside = folder.map { LocalPath($0).components.starts(with: LocalPath(launch.root).components) } ?? true
      options.programRoots = [launch.root] + (isInside ? [] : [folder ?? launch.root])
    }
    return options
  }

  private static func commands(_ options: SessionOptions, _ places: Places) throws -> [String] {
    guard let name = options.commandFile else { return options.commands }
    do {
      let text = try TextFile.read(places.absolute(name), .named)
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        + options.commands
    } catch {
      throw Failure.unusable("-x \(error)")
    }
  }

  /// Lines that the console keeps.
  static let consoleLines = 100_000

  /// Tell the terminal's title what is debugged.
  var setsTitle: Bool { launch.configuration.title ?? true }

  /// Ring the terminal's bell where a process stops while nobody has pressed a key for a while.
  var rings: Bool { launch.configuration.bell ?? true }

  /// The user's command that takes copied texts.
  var copyCommand: String? { launch.configuration.copyCommand }

  var isASCII: Bool { launch.options.ascii || launch.configuration.ascii == true }

  var usesColors: Bool {
    let variable = launch.places.environment["NO_COLOR"] ?? ""
    return !launch.options.noColor && variable.isEmpty
  }

  /// The program to be started here, if any: interpreter, name, arguments.
  var program: Launch.Program? {
    switch purpose {
    case .listen: nil
    case .program(let program): program
    case .demo(let python):
      samplePath.map {
        .init(
          python: python, name: $0, arguments: [], isModule: false, oldestPython: Sample.oldestPython,
          folder: launch.places.cacheFolder + "/demo")
      }
    }
  }
}

/// The sample program that ships with Dialback.
enum Sample {
  private static let mark = "# demo: breakpoint"

  /// It has data classes.
  static let oldestPython = [3, 7]

  private static var text: String { String(decoding: PackageResources.sample_py, as: UTF8.self) }

  /// Puts the sample where Python can run it.
  static func write(into cacheFolder: String) throws -> String {
    let path = cacheFolder + "/demo/sample.py"
    do { try TextFile.write(text, to: path) } catch {
      throw Failure.unusable(
        "the sample can't be written: \(error); set XDG_CACHE_HOME to a folder that can be written to")
    }
    return path
  }

  /// A breakpoint on each line that is marked for one.
  static func breakpoints(path: String) -> [BreakpointRecord] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .filter { $0.element.hasSuffix(mark) }
      .map { BreakpointRecord(file: .local(LocalPath(path)), line: $0.offset + 1, options: .init()) }
  }
}
