public import DebuggerModel
import SourcePaths

extension DebuggerScreen {
  /// Shows an exception with those that led to it: their frames are places to go to.
  public mutating func showException(_ chain: ExceptionChain, _ state: DebuggerState) {
    let lines = chain.exceptions.flatMap { ExceptionPopup.lines(of: $0, state) }
    open(.text(TextPopup(title: "Exception", text: lines.map(\.text).joined(separator: "\n"), lines: lines)))
  }
}

enum ExceptionPopup {
  static func lines(of raised: RaisedException, _ state: DebuggerState) -> [TextPopup.Line] {
    let link: [TextPopup.Line] =
      switch raised.link {
      case .none: []
      case .cause: [.init(text: ""), .init(text: "caused by")]
      case .context: [.init(text: ""), .init(text: "raised while this was handled:")]
      }
    let summary = raised.summary
    let words = summary.message.isEmpty ? summary.type : "\(summary.type): \(summary.message)"
    let heading = words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      TextPopup.Line(text: String($0), isHeading: true)
    }
    return link + heading + raised.frames.map { line(of: $0, state) }
  }

  private static func line(of frame: RaisedException.Frame, _ state: DebuggerState) -> TextPopup.Line {
    let file = state.sourceFile(for: frame.remoteFile)
    let root = state.settings.root.rawValue + "/"
    let name = file.text.hasPrefix(root) ? String(file.text.dropFirst(root.count)) : file.text
    let shown = state.shownLine(of: frame.line, in: frame.remoteFile, of: state.selection.process)
    let text = "  \(frame.function)  \(name):" + (shown.map(String.init) ?? "\(frame.line) there")
    let line = state.shownPlace(of: frame.line, in: frame.remoteFile, of: state.selection.process)
    return TextPopup.Line(text: text, place: .init(file: file, line: line))
  }
}
