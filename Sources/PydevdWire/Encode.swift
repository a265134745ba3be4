/// The bytes of one message to the process: always this plain line, whatever framing the process uses itself. A line end in the
/// payload would start another command, so none gets through: as a last resort it becomes a blank.
public func encode(command: CommandID, sequence: Int, payload: String) -> [UInt8] {
  var bytes = Array("\(command.rawValue)\t\(sequence)\t".utf8)
  bytes.reserveCapacity(bytes.count + payload.utf8.count + 1)
  for byte in payload.utf8 { bytes.append(byte == 0x0a || byte == 0x0d ? 0x20 : byte) }
  bytes.append(0x0a)
  return bytes
}
