import DebuggerModel
import PydevdClient
import PydevdHelpers
import PydevdWire

/// What a process is told of how it is to be debugged.
extension SessionDriver {
  func configure(_ number: ProcessNumber, _ setting: DebuggeeSetting) {
    guard let dialect = processes[number]?.dialect else { return }
    if let words = dialect.refusal(of: setting) { return emit(.notice(number, words, isWarning: true)) }
    switch setting {
    case .returnValues(let isOn): with(number) { $0.send(ShowReturnValues(isOn: isOn)) }
    case .propertyTrace(let parts):
      let message = SetPropertyTrace(
        getter: parts.contains(.getter), setter: parts.contains(.setter), deleter: parts.contains(.deleter))
      with(number) { $0.send(message) }
    case .dontTraceComments(let isOn): with(number) { $0.send(EnableDontTrace(isOn: isOn)) }
    case .redirectOutput: redirect(number)
    case .projectRoots(let roots):
      if dialect.hasExtendedCommands { with(number) { $0.send(SetProjectRoots(roots: roots)) } }
    case .filterLibraries(let isOn): tell(.filtersLibraries, isOn, to: number)
    case .accelerate(let isOn): accelerate(number, isOn)
    case .values(let options): set(ValueLimits(options), in: number)
    case .link(let options): set(options, in: number)
    case .unitTests: with(number) { $0.send(SetUnitTestMode()) }
    case .conditionErrors(let way): with(number) { $0.send(Self.config(way)) }
    case .renderers(let renderers, let roots):
      let message = SetTypeRenderers(renderers: renderers.flatMap { Self.renderers($0, roots: roots) })
      with(number) { $0.send(message) }
    }
  }

  private static func config(_ way: ConditionErrors) -> JSONConfig {
    let all = ["BaseException"]
    return JSONConfig(skipSuspend: way == .stop ? [] : all, skipPrint: way == .ignore ? all : [])
  }

  /// A class of the project is told by its file: it is in one of the roots, as a module or a package.
  private static func renderers(_ renderer: TypeRenderer, roots: [String]) -> [SetTypeRenderers.Renderer] {
    let parts = renderer.type.split(separator: ".").dropLast()
    let files = roots.flatMap { root in
      let separator: Character = root.contains("\\") ? "\\" : "/"
      let base = String(root.reversed().drop { $0 == separator }.reversed())
      let path = ([base[...]] + parts).joined(separator: String(separator))
      return [path + ".py", path + "\(separator)__init__.py"]
    }
    return (files.isEmpty ? [""] : files).map {
      SetTypeRenderers.Renderer(type: renderer.type, file: $0, value: renderer.value)
    }
  }

  // MARK: What has no message

  /// It is set from inside, at a stop.
  private func tell(_ setting: InnerSetting, _ isOn: Bool, to number: ProcessNumber) {
    processes[number]?.innerSettings[setting] = isOn
    tellInnerSettings(number)
  }

  private func set(_ limits: ValueLimits, in number: ProcessNumber) {
    processes[number]?.valueLimits = limits
    tellValueLimits(number)
  }

  private func accelerate(_ number: ProcessNumber, _ isOn: Bool) {
    guard processes[number]?.dialect.pollsWhileStopped == true else { return }
    if isOn { return tell(.accelerates, true, to: number) }
    processes[number]?.innerSettings[.accelerates] = nil
    putBackSpeed(number)
  }

  /// What the accelerator replaced is put back at once; where it is wanted still, the next stop puts it in again.
  func putBackSpeed(_ number: ProcessNumber) {
    guard processes[number]?.innerSettingsTold.removeValue(forKey: .accelerates) != nil else { return }
    with(number) { $0.send(Accelerator.Stop()) }
  }
}

extension ValueLimits {
  init(_ options: ValueOptions) {
    self.init(
      timeout: options.timeout, total: options.total, computesProperties: options.properties == .on,
      showsOutput: options.showsOutput)
  }
}

extension Dialect {
  /// Why a side can't be told a setting, and the mend.
  fileprivate func refusal(of setting: DebuggeeSetting) -> String? {
    switch setting {
    case .redirectOutput where !hasExtendedCommands:
      "This release of pydevd-pycharm can't be told to send its output: call settrace with stdoutToServer=True and "
        + "stderrToServer=True."
    case .conditionErrors where !hasExtendedCommands:
      "This release of pydevd-pycharm always stops where a condition raises."
    case .unitTests where !stopsInUnitTests:
      "\(displayName) has no such mode here: `catch AssertionError raised user` stops at each failed assertion."
    case .renderers where !takesRenderers:
      "The renderers of the configuration are for pydevd-pycharm from 222 on: this process shows its values as they are."
    case _: nil
    }
  }
}
