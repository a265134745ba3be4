import DebuggerModel
import PydevdWire
import SourcePaths
import Testing

@testable import DebuggerSession

/// Numbers in helpers' answers: an honest program's are as large as an integer goes, others' are anything.
struct HelperNumberTests {
  private func array(rows: String, at offset: String, shape: String? = nil) -> Result<ArrayWindow, CommandFailure> {
    ArrayReading.read(
      """
      {"type": "range", "shape": [\(shape ?? rows)], "dtype": null, "rows": \(rows), "columns": 1,
      "row_offset": \(offset), "column_offset": 0, "row_labels": ["a"], "column_labels": ["0"], "cells": [["1"]]}
      """)
  }

  @Test func anArrayMayBeAsLongAsAnIntegerGoes() throws {
    let window = try array(rows: "9223372036854775807", at: "9223372036854775806").get()
    #expect(window.rowCount == .max && window.rowOffset == .max - 1 && window.shape == [.max])
  }

  @Test func aPartThatIsNotOfItsArrayIsNotBelieved() {
    for (rows, offset) in [
      ("-1", "0"), ("0", "0"), ("5", "5"), ("5", "-9223372036854775808"), ("9223372036854775808", "0"),
    ] {
      #expect(array(rows: rows, at: offset) == .failure(ArrayReading.unreadable), "\(rows) at \(offset)")
    }
    #expect(array(rows: "9223372036854775807", at: "9223372036854775807") == .failure(ArrayReading.unreadable))
    #expect(array(rows: "5", at: "0", shape: "-5") == .failure(ArrayReading.unreadable))
  }

  @Test func aCountOfReferrersIsNotLessThanWhatIsTold() {
    for count in ["-9223372036854775808", "-1", "0"] {
      let answer = "{\"count\": \(count), \"referrers\": [[\"a\", \"b\", \"c\"]]}"
      #expect(ReferrerReading.read(answer) == .failure(ArrayReading.unreadable))
    }
  }

  @Test func stacksHaveLinesThatCanBe() {
    let text = "9223372036854775807\tf\t/f.py\n-10\tg\t/f.py\n3\th\t/f.py"
    #expect(StackReading.frames(in: text).map(\.line) == [3])
  }

  @Test func elementsBehindTheEndOfAllNumbersKeepTheirNames() {
    let payload = "<xml><var name=\"9223372036854775807\" type=\"int\" value=\"int%253A 1\" /></xml>"
    let frame = Frame(command: .getVariable, sequence: 1, payload: payload)
    let wire = (try? GetFrame(thread: "t", frame: "f").reply(from: frame, dialect: Dialect(versionReply: ""))) ?? []
    let range = 9_223_372_036_854_775_700..<9_223_372_036_854_775_800
    let list = VariableReading.elements(wire, path: VariablePath(["x"]), in: range, isWhole: false)
    #expect(list.variables.map(\.name) == ["9223372036854775807"])
  }

  @Test func remarksOnImpossibleLinesStayOutput() {
    let text = "pydev debugger: Breakpoint in line: 3 moved to line: 9223372036854775807 (in /a.html).\n"
    #expect(OutputFilter.sift(text) == [.text(text)])
  }

  @Test func aStopAtAnImpossibleLineIsToldAndWarnedOf() throws {
    var translator = EventTranslator(process: ProcessNumber(1), dialect: Dialect(versionReply: ""))
    let frames = "<frame id=\"1\" name=\"f\" file=\"/f.py\" line=\"-10\"></frame>"
    let payload = "<xml><thread id=\"pid_1_id_1\" stop_reason=\"108\" message=\"\">\(frames)</thread></xml>"
    let frame = Frame(command: .threadSuspend, sequence: 2, payload: payload)
    let events = translator.translate(try WireEvent.decode(frame, dialect: Dialect(versionReply: "")))
    guard case .suspended(_, let report)? = events.first, case .notice(_, let words, isWarning: true)? = events.last
    else {
      Issue.record("\(events)")
      return
    }
    #expect(report.frames.map(\.line) == [0] && words.contains("line number"))
  }
}
