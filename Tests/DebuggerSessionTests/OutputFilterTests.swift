import SourcePaths
import Testing

@testable import DebuggerSession

@Suite struct OutputFilterTests {
  @Test(arguments: [
    ("pydev debugger: Trying to add breakpoint to file that does not exist: /a.py (will have no effect).\n", "/a.py"),
    (
      "pydev debugger: warning: trying to add breakpoint to file that does not exist: /b c.py (will have no effect)\n",
      "/b c.py"
    ),
  ])
  func aMissingFileIsRead(text: String, path: String) {
    #expect(OutputFilter.sift(text) == [.missingFile(RemotePath(path))])
  }

  @Test func otherRemarksAreRead() {
    let excluded =
      "pydev debugger: Trying to add breakpoint to file that is excluded by filters: /a.py (will have no effect).\n"
    let moved = "pydev debugger (info): Breakpoint in line: 3 moved to line: 5 (in /a (b).html).\n"
    let invalid = "pydev debugger: Trying to add breakpoint to line (9) that is not valid in: /a.html.\n"
    #expect(
      OutputFilter.sift(excluded + moved + "mine\n" + invalid) == [
        .excludedFile(RemotePath("/a.py")), .checkedLine(RemotePath("/a (b).html"), line: 3, movedTo: 5),
        .text("mine\n"), .checkedLine(RemotePath("/a.html"), line: 9, movedTo: nil),
      ])
  }

  @Test(arguments: ["Breakpoint in line: x\n", "pydev debugger: some breakpoint\n", "a\n\nb"])
  func whatIsNoRemarkIsOutput(text: String) {
    #expect(OutputFilter.sift(text) == [.text(text)])
  }
}
