/// All that can stop a process, at once: when it connects, when it is let go, when it comes back.
extension DebuggerState {
  mutating func arm(_ number: ProcessNumber) -> [Effect] {
    listedBreakpoints.flatMap { place($0, in: number) }
  }

  mutating func disarm(_ number: ProcessNumber) -> [Effect] {
    breakpoints.flatMap { remove($0, from: number) }
  }
}
