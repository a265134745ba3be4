import Testing

@testable import PydevdHelpers

@Suite struct HelperTests {
  @Test func aLiteralIsOneLineOfPython() {
    #expect(Helper.literal("a = \"\\n\"\nb") == #""a = \"\\n\"\nb""#)
  }

  @Test func linesForReadersOfTheFileStayBehind() {
    let text = "# why\nx = 1  # kept\n\n  # why\n  y = '#'\n"
    #expect(Helper.code(Array(text.utf8)) == "x = 1  # kept\n  y = '#'\n")
  }

  @Test func aValueIsAskedForInOneLine() {
    let expression = SourceCheck.expression(file: "'/a.py'")
    #expect(expression.hasSuffix(")('/a.py', False)"))
    #expect(!expression.contains("\n") && expression.utf8.allSatisfy { (0x20..<0x7f).contains($0) })
  }

  @Test func theInstallationHasTheLimits() {
    let limits = ValueLimits(timeout: nil, total: 2.5, computesProperties: false, showsOutput: true)
    #expect(limits.installation.contains("'arguments': (None,2.5,False,True,)"))
    #expect(!limits.installation.contains("\n") && limits.installation.utf8.allSatisfy { (0x20..<0x7f).contains($0) })
    // On its way pydevd would make a line end of it.
    #expect(!limits.installation.contains("@LINE@"))
    #expect(limits.setting.hasSuffix(".configure(None, 2.5, False, True)"))
  }

  @Test func aCheckIsOneLineThatInstallsItselfOnce() {
    let check = InstalledModule.breakpoints.call("check", ["'1.0'", "None"])
    let installed = "getattr(__import__('_pydevd_bundle'), 'dialback_breakpoints', None)"
    #expect(check.hasPrefix("(\(installed) or (lambda "))
    #expect(check.hasSuffix(" or \(installed)).check('1.0', None)"))
    #expect(check.utf8.allSatisfy { (0x20..<0x7f).contains($0) })
  }
}
