import SourcePaths

/// `set OPTION VALUE`, and what a process is told of the options where it connects.
extension DebuggerState {
  mutating func setOption(_ option: DebuggeeOption, _ token: RequestToken) -> [Effect] {
    let before = options
    options.take(option)
    guard options != before else { return succeed(token, .null) }
    let settings = settings(of: option)
    if settings.isEmpty, let words = lasting(option) { note(words, isWarning: false) }
    let changes = attachedProcesses.flatMap { process in settings.map { Effect.configure(process.number, $0) } }
    return changes + succeed(token, .null)
  }

  /// What a new process is told between its handshake and its start: all that it would not do by itself.
  func configuring(_ number: ProcessNumber) -> [Effect] {
    let standard = DebuggeeOptions()
    var told: [DebuggeeSetting] = [.returnValues(options.showsReturnValues)]
    told += settings(of: .projectRoots(options.projectRoots))
    if options.tracedProperties != standard.tracedProperties { told.append(.propertyTrace(options.tracedProperties)) }
    if options.heedsDontTrace { told.append(.dontTraceComments(true)) }
    // The output of a program that was started here comes without pydevd.
    if options.redirection == .on, !settings.startsProgram { told.append(.redirectOutput) }
    if options.filtersLibraries { told.append(.filterLibraries(true)) }
    if options.values != standard.values { told.append(.values(options.values)) }
    if options.link != standard.link { told.append(.link(options.link)) }
    if options.accelerates { told.append(.accelerate(true)) }
    if options.stopsInUnitTests { told.append(.unitTests) }
    if options.conditionErrors != .stop { told.append(.conditionErrors(options.conditionErrors)) }
    if !options.renderers.isEmpty { told.append(.renderers(options.renderers, roots: projectRoots)) }
    return told.map { .configure(number, $0) }
  }

  /// The processes hear of mappings where these say what the project is.
  func configureRoots() -> [Effect] {
    guard options.projectRoots == .automatic else { return [] }
    return attachedProcesses.flatMap { process in
      settings(of: .projectRoots(.automatic)).map { .configure(process.number, $0) }
    }
  }

  /// The roots as the processes name them; none where pydevd decides by itself.
  private var projectRoots: [String] {
    switch options.projectRoots {
    case .paths(let paths): paths
    case .automatic: paths.mappings.map(\.remote.rawValue) + options.programRoots
    }
  }

  /// In none of the roots that the processes are told, or a library's.
  func isOutsideProject(_ file: RemotePath) -> Bool {
    if isLibrary(file) { return true }
    let roots = projectRoots.map { RemotePath($0) }
    return !roots.isEmpty && !roots.contains { file.isBelow($0) }
  }

  private func settings(of option: DebuggeeOption) -> [DebuggeeSetting] {
    switch option {
    case .returnValues(let isOn): [.returnValues(isOn)]
    case .propertyTrace(let parts): [.propertyTrace(parts)]
    case .dontTraceComments(let isOn): [.dontTraceComments(isOn)]
    case .redirect(let redirection): redirection == .on && !settings.startsProgram ? [.redirectOutput] : []
    case .projectRoots: projectRoots.isEmpty ? [] : [.projectRoots(projectRoots)]
    case .filterLibraries(let isOn): [.filterLibraries(isOn)]
    case .unitTests(let isOn): isOn ? [.unitTests] : []
    case .conditionErrors(let way): [.conditionErrors(way)]
    case .accelerate(let isOn): [.accelerate(isOn)]
    case .values: [.values(options.values)]
    case .link: [.link(options.link)]
    }
  }

  /// What there are no words for on the wire stays as it is in the processes that heard of it.
  private func lasting(_ option: DebuggeeOption) -> String? {
    guard !attachedProcesses.isEmpty else { return nil }
    switch option {
    case .unitTests:
      guard attachedProcesses.contains(where: { $0.identity.dialect != "pydevd" }) else { return nil }
      return "Connected processes go on stopping at failed assertions; those that connect from now on don't."
    case .projectRoots:
      return "Connected processes keep their project roots; those that connect from now on decide by themselves."
    case .redirect(.on) where settings.startsProgram:
      return "What the program prints is shown already, since it was started here."
    case _: return nil
    }
  }
}
