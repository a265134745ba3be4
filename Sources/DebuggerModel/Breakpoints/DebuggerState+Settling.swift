import SourcePaths

/// A breakpoint is reported, and the command that set it answered, once the lines of its file are known: said earlier, it may be
/// false a moment later.
extension DebuggerState {
  /// Reports a breakpoint that was just set, now or when its file has been read.
  mutating func reportOnceSettled(_ number: BreakpointNumber) -> [Effect] {
    if let breakpoint = breakpoint(number), !breakpoint.isInternal, !isSettled(breakpoint) {
      unsettledBreakpoints[number] = unsettledBreakpoints[number] ?? []
    }
    return report(number)
  }

  mutating func answerOnceSettled(_ breakpoint: Breakpoint, _ token: RequestToken) -> [Effect] {
    guard unsettledBreakpoints[breakpoint.number] != nil else { return succeed(token, breakpointResult(breakpoint)) }
    unsettledBreakpoints[breakpoint.number]?.append(token)
    return []
  }

  /// Reports what can be said now.
  /// - Parameter leaving: breakpoints that are about to be taken back.
  mutating func settleBreakpoints(_ leaving: [BreakpointNumber] = []) -> [Effect] {
    guard !unsettledBreakpoints.isEmpty else { return [] }
    let settled = listedBreakpoints.filter { breakpoint in
      unsettledBreakpoints[breakpoint.number] != nil && (isSettled(breakpoint) || leaving.contains(breakpoint.number))
    }
    return settled.flatMap { breakpoint -> [Effect] in
      let tokens = unsettledBreakpoints.removeValue(forKey: breakpoint.number) ?? []
      return report(breakpoint.number) + tokens.flatMap { succeed($0, breakpointResult(breakpoint)) }
    }
  }

  /// Whether its local file was read, and the processes that were asked for a file that can't be read have answered.
  private func isSettled(_ breakpoint: Breakpoint) -> Bool {
    guard case .local = breakpoint.file else { return true }
    if case .underWay? = sources[breakpoint.file] { return false }
    let names = remotes(of: breakpoint.file)
    return !processes.contains { process in
      names.contains(where: process.awaitedTexts.contains)
        || breakpoint.placements[process.number] == .unchecked && names.contains(where: process.askedFiles.contains)
    }
  }

  /// Why a local file can't be read, as a part of a sentence.
  func unreadable(_ file: SourceFile) -> String? {
    guard case .local = file, case .failed(let reason)? = sources[file] else { return nil }
    return "can't be read here: \(reason)"
  }
}

/// One file under several names.
extension DebuggerState {
  /// Whether two names are one file, as far as their links are known.
  public func isSame(_ one: SourceFile, _ other: SourceFile) -> Bool {
    if one == other { return true }
    guard !realPaths.isEmpty, case .local(let one) = one, case .local(let other) = other else { return false }
    return realPath(one) == realPath(other)
  }

  private func realPath(_ path: LocalPath) -> LocalPath { realPaths[path] ?? path }

  /// Of two breakpoints on one line under two names of the file a process keeps the last: the earlier one goes.
  mutating func identified(_ path: LocalPath, as real: LocalPath) -> [Effect] {
    realPaths[path] = real
    let here = listedBreakpoints.filter { isSame($0.file, .local(path)) }
    let pairs = here.compactMap { earlier -> (Breakpoint, Breakpoint)? in
      let later = here.last { $0.line == earlier.line && $0.options.isLog == earlier.options.isLog }
      return later.flatMap { $0.number == earlier.number ? nil : (earlier, $0) }
    }
    return pairs.flatMap { earlier, later -> [Effect] in
      let words = "breakpoint \(later.number) takes the place of \(earlier.number): \(later.file.text) is the same file"
      // The process has one breakpoint on the line, which is the one that stays from now on.
      let effects = clear([earlier.number]) + processes.flatMap { place(later, in: $0.number) }
      return effects + tell(nil, words, isWarning: false)
    }
  }
}
