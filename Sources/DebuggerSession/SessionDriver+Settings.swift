import DebuggerModel
import PydevdClient
import PydevdWire

/// What a process is told of how it is to be debugged.
extension SessionDriver {
  func configure(_ number: ProcessNumber, _ setting: DebuggeeSetting) {
    guard processes[number] != nil else { return }
    switch setting {
    case .returnValues(let isOn): with(number) { $0.send(ShowReturnValues(isOn: isOn)) }
    }
  }
}
