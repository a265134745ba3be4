/// What a scan of the first bytes found.
enum ScanStep: Equatable {
  case incomplete
  /// So many bytes are used up; `nil` where they mean nothing.
  case event(InputEvent?, count: Int)
  case pasteStart
}
