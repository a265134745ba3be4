/// `set OPTION VALUE`, and what a process is told of the options where it connects.
extension DebuggerState {
  mutating func setOption(_ option: DebuggeeOption, _ token: RequestToken) -> [Effect] {
    let before = options
    options.take(option)
    guard options != before else { return succeed(token, .null) }
    let changes = attachedProcesses.flatMap { process in
      settings(of: option).map { Effect.configure(process.number, $0) }
    }
    return changes + succeed(token, .null)
  }

  /// What a new process is told between its handshake and its start.
  func configuring(_ number: ProcessNumber) -> [Effect] {
    settingsAtConnect.map { .configure(number, $0) }
  }

  private var settingsAtConnect: [DebuggeeSetting] {
    [.returnValues(options.showsReturnValues)]
  }

  private func settings(of option: DebuggeeOption) -> [DebuggeeSetting] {
    switch option {
    case .returnValues(let isOn): [.returnValues(isOn)]
    }
  }
}
