import DebuggerModel
import PythonText
import SourcePaths

@testable import DebuggerSession
@testable import DebuggerViews

/// What comes from files of a project, and from the helpers in a process.
enum SourceTarget {
  /// A source: the highlighters' spans are in order and within their line.
  static func source(_ bytes: [UInt8]) throws {
    guard let text = try? PythonSource.text(bytes) else { return }
    var python = PythonHighlighter()
    var template = TemplateHighlighter()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in lines {
      for spans in [python.highlight(line), template.highlight(line)] {
        var end = 0
        for span in spans {
          try BrokenPromise.check(
            span.range.lowerBound >= end && span.range.upperBound <= line.utf8.count, "\(spans) in \(line)")
          end = span.range.upperBound
        }
      }
    }
    _ = DefinitionScan.definitions(in: PythonSource.utf8(bytes))
    let document = SourceDocument(file: .local(LocalPath("/a.py")), text: text, revision: 1)
    for number in [-1, 0, 1, 2, 5, lines.count, lines.count + 1] {
      _ = (document.line(number), document.problem(atLine: number))
    }
    let search = TextSearch(lines.first ?? "")
    for line in lines { _ = search.ranges(in: line) }
    var assembler = UTF8Assembler()
    let joined = bytes.map { assembler.add([$0]) }.joined() + assembler.finish()
    try BrokenPromise.check(joined == String(lossy: bytes), "bytes that come alone are another text")
  }

  static func answers(_ bytes: [UInt8]) {
    let text = String(lossy: bytes)
    _ = (JSONReader.read(text), ArrayReading.read(text), ReferrerReading.read(text), SourceAnswer.read(text))
    _ = OutputFilter.sift(text)
  }
}
