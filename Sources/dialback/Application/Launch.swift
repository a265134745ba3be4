import DebuggerModel
import Glibc
import Platform
import SourcePaths

/// Puts a session together from the command line and the configuration, and runs it to its end.
struct Launch {
  enum Purpose {
    case listen
    case program(Program)
    case demo(python: String)

    var startsProgram: Bool {
      switch self {
      case .listen: false
      case .program, .demo: true
      }
    }
  }

  /// A Python program to start here.
  struct Program {
    let python: String
    let name: String
    let arguments: [String]
    let isModule: Bool
    /// The oldest version of Python that it runs on, where that is known.
    var oldestPython: [Int] = []
    /// Where it runs, and the only folder whose modules it imports; `nil` for Dialback's own working folder.
    var folder: String?
  }

  let options: SessionOptions
  let places: Places
  let configuration: Configuration

  /// - Throws: what is wrong with a file or folder that the command line names.
  init(options: SessionOptions, places: Places) throws {
    self.options = options
    self.places = places
    configuration = try Self.readConfiguration(options, places)
    if let root = options.root, !TextFile.isFolder(places.absolute(root)) {
      throw Failure.unusable("--root \(root): there is no such folder; name the one that the program's sources are in")
    }
  }

  static let defaultHost = "127.0.0.1"
  static let defaultPort = 31235

  private static func readConfiguration(_ options: SessionOptions, _ places: Places) throws -> Configuration {
    let path = options.config.map(places.absolute) ?? places.configFile
    var configuration = Configuration()
    do {
      let kind: TextFile.Kind = options.config == nil ? .file : .named
      configuration.read(try TextFile.read(path, kind, limit: ownLimit), path, .user)
    } catch {
      if let config = options.config { throw Failure.unusable("--config \(config) can't be read: \(error)") }
      if !error.isMissing {
        configuration.warnings.append("The configuration can't be read: \(error); the defaults are used")
      }
    }
    readProject(root(options, places) + "/.dialback.toml", besides: path, &configuration)
    return configuration
  }

  private static func readProject(_ path: String, besides own: String, _ configuration: inout Configuration) {
    guard path != own else { return }
    do {
      configuration.read(try TextFile.read(path, limit: projectLimit), path, .project)
    } catch {
      if !error.isMissing {
        configuration.warnings.append("The project's configuration can't be read: \(error); it is left out")
      }
    }
  }

  /// Bytes of the longest configuration that is read: the user's, and a project's.
  private static let (ownLimit, projectLimit) = (16 << 20, 1 << 20)

  private static func root(_ options: SessionOptions, _ places: Places) -> String {
    let path = options.root.map(places.absolute) ?? places.workingFolder
    return "/" + LocalPath(path).components.joined(separator: "/")
  }

  var host: String { options.host ?? configuration.host ?? Self.defaultHost }

  func port() throws -> Int {
    let port = options.port ?? configuration.port ?? Self.defaultPort
    guard (0...65535).contains(port) else {
      throw Failure.usage("port \(port): a port is a number from 0 to 65535")
    }
    return port
  }

  /// The addresses for the snippet, the likeliest first; never empty.
  var advertised: [String] {
    if let address = options.advertise ?? configuration.advertise, Self.isAddress(address) { return [address] }
    guard listensEverywhere else { return [host] }
    let addresses = LocalAddresses.all().filter { host == "::" || !$0.contains(":") }
    return addresses.isEmpty ? ["YOUR-ADDRESS"] : addresses
  }

  /// A name of a host, or an address: it goes into the code to paste.
  static func isAddress(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("0.0.0.0")
      // One colon is that of a port, which the snippet has its own place for.
      && text.count { $0 == ":" } != 1
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._:%[]".unicodeScalars.contains(scalar)
      }
  }

  var listensEverywhere: Bool { host == "0.0.0.0" || host == "::" }

  /// A sentence for each pair of options that cannot work together.
  var warnings: [String] {
    var warnings = accessWarnings
    if let address = options.advertise ?? configuration.advertise, !Self.isAddress(address) {
      warnings.append(
        "--advertise “\(address)” is neither a host's name nor an address (without a port), and is left out.")
    }
    if DebuggerState.Listener.isLoopback(host), let address = options.advertise ?? configuration.advertise,
      Self.isAddress(address), address != host, address != "localhost",
      !address.hasPrefix("127.")
    {
      warnings.append(
        "Without a tunnel nobody reaches Dialback at \(address): it listens on \(host) alone. Say --host 0.0.0.0, or tunnel "
          + "the port (ssh -R).")
    }
    return warnings + ((try? mapper().mappings) ?? []).compactMap(Self.problem)
  }

  /// Why a mapping can lead nowhere; `nil` where its local folder, or file, is there.
  static func problem(with mapping: PathMapping) -> String? {
    let local = mapping.local.rawValue
    if TextFile.isFolder(local) { return nil }
    if TextFile.exists(local) {
      let isFile = mapping.remote.rawValue.hasSuffix(".py")
      return isFile ? nil : "The mapping \(mapping) leads to a file; map the folder that it is in."
    }
    if TextFile.exists(mapping.remote.rawValue) {
      return
        "The mapping \(mapping) leads to a folder that is not here, and \(mapping.remote.rawValue) is: it may be the "
        + "wrong way round, since the form is REMOTE=LOCAL."
    }
    return "The mapping \(mapping) leads to a folder that is not here; :map REMOTE=LOCAL adds another one."
  }

  var root: String { Self.root(options, places) }

  func mapper() throws -> PathMapper {
    var mapper = PathMapper()
    let kept = configuration.maps.map { (place: configuration.place(of: "map"), text: $0) }
    for (place, text) in kept + options.maps.map({ (place: "--map", text: $0) }) {
      do {
        mapper.add(try PathMapping(parsing: text, relativeTo: LocalPath(places.workingFolder), home: places.home))
      } catch {
        throw Failure.unusable("\(place) \(error)")
      }
    }
    return mapper
  }

  /// Runs until the user, a script or a signal ends it; never comes back.
  func run(_ purpose: Purpose) throws -> Never {
    let plan = try SessionPlan(launch: self, purpose: purpose)
    try DescriptorCheck.check()
    let keeper = GuardProcess.start()
    let setup: @UIActor (UILoop) -> Void = { Session(plan, keeper: keeper, loop: $0).begin() }
    let end: @Sendable (Int32) -> Never = { status in
      keeper?.dismiss()
      LineOutput.finish(isUrgent: status > 128)
      Glibc.exit(LineOutput.reportsFailure() ? max(1, status) : status)
    }
    if options.batch { UIThread.shared.runWithConnections(setup: setup, end: end) }
    end(UIThread.shared.run(withScreen: options.hasScreen, setup: setup))
  }
}
