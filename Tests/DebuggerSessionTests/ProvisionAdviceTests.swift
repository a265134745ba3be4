import Testing

@testable import DebuggerSession

/// Sentences whose advice can be followed on the machine that they are about.
@Suite struct ProvisionAdviceTests {
  private static let debian = ProvisionAdvice(machine: .init(hasApt: true, needsSudo: true, systemSeries: "3.11"))
  private static let other = ProvisionAdvice(machine: .init())

  private func python(
    _ version: [Int] = [3, 11, 2], name: String = "python3", base: String = "/usr", hasPip: Bool = false
  ) -> PythonInterpreter {
    PythonInterpreter(
      name: name, path: "/usr/bin/python3", version: version, base: base, tag: "cpython-311", hasPip: hasPip,
      hasEnvironments: false, ownPydevd: nil, problem: nil)
  }

  @Test func debiansOwnPythonGetsThePackageOfItsVersion() {
    let usual = Self.debian.noPip(python(), "3.5.0", folder: "/c")
    #expect(usual.contains("(sudo apt-get install python3-venv)"))
    let newer = Self.debian.noPip(python([3, 12, 1], name: "python3.12"), "3.5.0", folder: "/c")
    #expect(newer.contains("apt-get install python3.12-venv"))
    let root = ProvisionAdvice(machine: .init(hasApt: true, needsSudo: false, systemSeries: "3.11"))
    #expect(root.noPip(python(), "3.5.0", folder: "/c").contains("(apt-get install python3-venv)"))
  }

  @Test func noPackageIsNamedWhereItWouldNotHelp() {
    for text in [
      Self.other.noPip(python(), "3.5.0", folder: "/c"),
      Self.debian.noPip(python(base: "/opt/python"), "3.5.0", folder: "/c"),
      Self.debian.noPip(python([2, 7, 18], name: "python2"), "2.8.0", folder: "/c"),
    ] {
      #expect(!text.contains("apt-get"))
      #expect(text.contains("neither pip nor ensurepip"))
    }
  }

  /// Nobody is sent to a pip that is not there, nor to Debian's own, which installs nothing by itself.
  @Test(
    arguments: [
      PipReport.Failure.unreachable("r"), .certificate("r"), .refused("r"), .untrusted(host: "h"), .noIndex,
      .noRelease(offered: ["1"]),
      .overdue(minutes: 15), .other("r"),
    ])
  func pydevdByHandNeedsNoPip(failure: PipReport.Failure) {
    for hasPip in [false, true] {
      let text = Self.debian.fetchFailed(python(hasPip: hasPip), "3.5.0", failure, folder: "/c/site-packages")
      #expect(!text.contains("-m pip"))
      #expect(text.contains("python3 -m zipfile -e pydevd-3.5.0-*.whl /c/site-packages"))
    }
  }

  @Test func whereThereIsNoWheelTheSourceIsUnpacked() {
    for (version, release) in [([2, 7, 18], "2.8.0"), ([3, 14, 0], "3.5.0")] {
      let text = Self.other.fetchFailed(python(version), release, .unreachable("r"), folder: "/c")
      #expect(text.contains("tar xzf pydevd-\(release).tar.gz --strip-components=1 -C /c"))
    }
  }

  @Test func aMissingPythonIsInstalledOrNamed() {
    let debian = Self.debian.missing("python3", other: nil)
    #expect(debian.hasPrefix("python3 can't be found on the PATH; install it (sudo apt-get install python3), or"))
    #expect(Self.other.missing("python3", other: nil).contains("install Python 3, or name an interpreter"))
    let named = Self.debian.missing("/no/python", other: "/usr/bin/python3.11")
    #expect(
      named == "/no/python: there is no such file; name an interpreter with --python PATH, such as --python "
        + "/usr/bin/python3.11")
  }

  @Test func theReleaseFitsTheDialectOfPython() {
    let releases = [([2, 6, 9], nil), ([2, 7, 18], "2.8.0"), ([3, 5, 2], nil), ([3, 6, 15], "2.8.0")]
    for (version, release) in releases { #expect(python(version).release == release) }
    for minor in 8...15 { #expect(python([3, minor, 0]).release == "3.5.0") }
    #expect(Self.other.tooOld(python([2, 6, 9])).contains("is Python 2.6.9"))
    #expect(Self.other.tooOld(python([2, 7, 18]), forProgramOf: [3, 7]).contains("needs Python 3.7 or newer"))
  }
}
