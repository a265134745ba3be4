/// Something that the tests themselves need failed, or a wait for it timed out.
struct HarnessError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
