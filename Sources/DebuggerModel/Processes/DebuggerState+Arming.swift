/// All that can stop a process, at once: when it connects, when it is let go, when it comes back.
extension DebuggerState {
  mutating func arm(_ number: ProcessNumber) -> [Effect] {
    let lines = listedBreakpoints.flatMap { before in
      let placing = place(before, in: number)
      return placing + (breakpoint(before.number)?.state == before.state ? [] : report(before.number))
    }
    return lines + exceptionBreakpoints.flatMap { place(exception: $0.number, in: number) }
  }

  mutating func disarm(_ number: ProcessNumber) -> [Effect] {
    let lines = breakpoints.flatMap { remove($0, from: number) }
    return lines + exceptionBreakpoints.flatMap { remove(exception: $0.number, from: number) }
  }
}
