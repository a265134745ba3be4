import DebuggerModel
import Testing

@testable import DebuggerSession

struct ArrayReadingTests {
  private static let answer = #"""
    {"type": "list", "shape": [3, 1], "dtype": null, "rows": 3, "columns": 1, "row_offset": 2, "column_offset": 0,
    "row_labels": ["2"], "column_labels": ["0"], "cells": [["caf\u00e9 \ud83d\ude00 \"\\\n"]]}
    """#

  @Test func aPartIsRead() throws {
    let window = try ArrayReading.read(Self.answer).get()
    #expect(window.shape == [3, 1] && window.elementType == nil && window.rowOffset == 2)
    #expect(window.cells == [["café 😀 \"\\\n"]])
  }

  @Test func aRefusalIsAFailure() {
    #expect(ArrayReading.read(#"{"refused": "no"}"#) == .failure(CommandFailure("no")))
  }

  @Test func whateverElseComesIsNotBelieved() {
    let text = Self.answer
    for end in text.indices { #expect(ArrayReading.read(String(text[..<end])) == .failure(ArrayReading.unreadable)) }
    let wrong = text.replacing("[\"2\"]", with: "[]")
    for answer in [wrong, text + "x", "", "{}", "[", String(repeating: "[", count: 100_000), "{\"a\" 1}", "1-2"] {
      #expect(ArrayReading.read(answer) == .failure(ArrayReading.unreadable))
    }
  }
}
