import SourcePaths

extension DebuggerState {
  /// Sets a breakpoint on a function by its name. One that is in no file that is known yet waits, listed without a place, until a
  /// file with it is found in the project or comes in by itself.
  mutating func setBreakpoint(function name: String, _ options: BreakpointOptions, _ token: RequestToken) -> [Effect] {
    if let known = listedBreakpoints.first(where: { $0.function == name && !$0.isPlaced }) {
      return change(known.number, .options(options), token)
    }
    guard case .success(let (file, line)) = resolve(.function(name)) else {
      let (breakpoint, effects) = waiting(for: name, options)
      return effects + succeed(token, breakpointResult(breakpoint))
    }
    if let refusal = refusal(of: options, file, line: line) { return fail(token, refusal) }
    let (breakpoint, effects) = setBreakpoint(file, line: line, options, function: name)
    return effects + answerOnceSettled(breakpoint, token)
  }

  /// A breakpoint that waits for its function.
  mutating func waiting(for name: String, _ options: BreakpointOptions) -> (Breakpoint, [Effect]) {
    lastBreakpoint += 1
    let waiting = Breakpoint(number: BreakpointNumber(lastBreakpoint), function: name, options: options)
    breakpoints.append(waiting)
    return (waiting, report(waiting.number) + save() + [find(name)])
  }

  /// Why a temporary breakpoint can't be where one is that stays.
  func refusal(of options: BreakpointOptions, _ file: SourceFile, line: Int) -> String? {
    guard options.isTemporary, !options.isLog else { return nil }
    let kept = listedBreakpoints.first {
      isSame($0.file, file) && $0.line == line && !$0.options.isTemporary && !$0.options.isLog && $0.options.isEnabled
    }
    return kept.map { "breakpoint \($0.number) stops on that line already, and stays; `clear \($0.number)` removes it" }
  }

  /// Looks through the project for the functions that are still to be found.
  func findFunctions() -> [Effect] { breakpoints.filter { !$0.isPlaced }.compactMap(\.function).map(find) }

  private func find(_ name: String) -> Effect {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    return .findDefinition(last, root: settings.root)
  }

  /// Files of the project that define a function of that name: they are read.
  mutating func definitionFound(_ name: String, _ files: [LocalPath]) -> [Effect] {
    let waiting = breakpoints.indices.filter { !breakpoints[$0].isPlaced && breakpoints[$0].lastName == name }
    guard !waiting.isEmpty else { return [] }
    let told = waiting.filter { files.isEmpty && breakpoints[$0].isLookedFor }.map { breakpoints[$0].number }
    for index in waiting { breakpoints[index].isLookedFor = false }
    return told.flatMap { report($0) } + files.flatMap { load(.local($0), from: nil) }
      + files.flatMap { placeFunctions(in: .local($0)) }
  }

  /// Gives the breakpoints on functions their places, as far as a file has them.
  mutating func placeFunctions(in file: SourceFile) -> [Effect] {
    guard let document = document(file) else { return [] }
    return breakpoints.filter { !$0.isPlaced }.flatMap { breakpoint -> [Effect] in
      guard let name = breakpoint.function, let definition = document.definition(of: name),
        let index = breakpoints.firstIndex(where: { $0.number == breakpoint.number })
      else { return [] }
      breakpoints[index].file = file
      breakpoints[index].line = definition.body
      return processes.flatMap { place(breakpoints[index], in: $0.number) } + report(breakpoint.number) + save()
    }
  }
}

extension Breakpoint {
  /// On a function that no known file has.
  public init(number: BreakpointNumber, function: String, options: BreakpointOptions) {
    self.init(number: number, file: .local(LocalPath("")), line: 0, options: options)
    self.function = function
    isLookedFor = true
  }

  /// It has a line; else its function is still to be found.
  public var isPlaced: Bool { line > 0 }

  var lastName: String? { function?.split(separator: ".").last.map(String.init) }

  /// Where it is, in short: `work.py:12`, or the function where that is not known.
  public func placeText(_ names: FileNames) -> String {
    isPlaced ? "\(names.name(of: file)):\(line)" : "\(function ?? "")()"
  }
}
