/// What a person or the terminal did.
public enum InputEvent: Hashable, Sendable {
  case key(KeyPress)
  /// Text that was pasted, never typed: it must not run keys. Line ends are `\n`.
  case paste(String)
  /// Several lines that came at once from a terminal that may not put brackets around a paste: a paste, or keys typed ahead.
  /// Line ends are `\n`.
  case burst(String)
  /// The paste or burst before this was longer than `InputDecoder.mostPasted`: so many bytes of it are left out.
  case pasteCut(missing: Int)
  case mouse(MouseEvent)
  /// The terminal's window got or lost the focus.
  case focus(Bool)
  /// The terminal's answer to a question, without its introducer: `?62;4c`, `24;80R`.
  case reply(String)
}
