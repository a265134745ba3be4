import DebuggerModel
import PydevdWire

extension Computation {
  init(_ wire: WireComputation, frame: FrameKey) {
    self.init(frame: frame, name: wire.name, place: wire.place, seconds: wire.seconds, isInC: wire.isInC)
  }
}
