import Testing

@testable import DebuggerSession

struct SourceDecoderTests {
  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x78], "x"), ([0x78, 0xc3, 0xb6], "xö"), ([0x78, 0xf6], "xö"), ([], ""),
    ] as [([UInt8], String)])
  func withoutACookieItIsUTF8OrElseLatin1(bytes: [UInt8], text: String) {
    #expect(SourceDecoder.text(bytes) == text)
  }

  @Test(arguments: [
    ("# -*- coding: latin-1 -*-\n", "Ã¶"), ("#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n", "Ã¶"),
    ("# coding=cp1252\n", "Ã¶"), ("# coding: utf-8\n", "ö"), ("x = 1\n# coding: latin-1\n", "ö"),
    ("\n\n# coding: latin-1\n", "ö"),
  ])
  func theCookieOfTheFirstTwoLinesHolds(head: String, expected: String) {
    #expect(SourceDecoder.text(Array(head.utf8) + [0xc3, 0xb6]) == head + expected)
  }

  @Test func windowsHasSignsOfItsOwn() {
    let head = "# coding: windows-1252\n"
    #expect(SourceDecoder.text(Array(head.utf8) + [0x80, 0x93, 0x9f, 0xe9]) == head + "€“Ÿé")
  }
}
