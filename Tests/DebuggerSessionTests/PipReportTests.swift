import Testing

@testable import DebuggerSession

/// The words of pip 18 to 25, as they were written.
@Suite struct PipReportTests {
  @Test(arguments: [
    ("Collecting pydevd==3.5.0", "asking the package index for pydevd 3.5.0"),
    (
      "  Downloading pydevd-3.5.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl (3.2 MB)",
      "fetching pydevd 3.5.0 (3.2 MB)"
    ),
    (
      "  Downloading https://files.pythonhosted.org/packages/ef/c7/018/pydevd-3.5.0.tar.gz (1.1MB)",
      "fetching the source of pydevd 3.5.0 (1.1MB)"
    ),
    ("  Installing build dependencies: started", "fetching the tools that build pydevd"),
    ("  Building wheel for pydevd (pyproject.toml): started", "building pydevd, which takes a minute or more"),
    ("  Running setup.py install for pydevd: started", "building pydevd, which takes a minute or more"),
    ("Installing collected packages: pydevd", "installing pydevd"),
    (
      "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'X': /simple/pydevd/",
      "no answer from the package index: trying again"
    ),
  ])
  func aLineBeginsAStep(line: String, step: String) { #expect(PipReport.step(line, release: "3.5.0") == step) }

  @Test(arguments: [
    "  Building wheel for pydevd (pyproject.toml): finished with status 'done'", "Successfully installed pydevd-3.5.0",
    "Downloading setuptools-80.9.0-py3-none-any.whl (1.2 MB)", "WARNING: Running pip as the 'root' user", "",
  ])
  func otherLinesBeginNone(line: String) { #expect(PipReport.step(line, release: "3.5.0") == nil) }

  private static let nothingFound = """
    ERROR: Could not find a version that satisfies the requirement pydevd==3.5.0 (from versions: none)
    ERROR: No matching distribution found for pydevd==3.5.0
    """

  private func failure(
    _ errors: String, log: String = "", ending: ChildCommand.Ending = .exited(1)
  ) -> PipReport.Failure {
    PipReport.failure(of: .init(ending: ending, output: "", errors: errors), log: log, minutes: 15)
  }

  /// The last line of an unreachable index is about a release that is missing, which is not the reason.
  @Test(arguments: [
    (
      "'NewConnectionError('<pip._vendor.urllib3.connection.HTTPConnection object at 0x7f5b>: Failed to establish a new "
        + "connection: [Errno 111] Connection refused')': /simple/pydevd/", "Connection refused"
    ),
    (
      "'NewConnectionError('<pip._vendor.urllib3.connection.VerifiedHTTPSConnection object at 0x7f22>: Failed to establish "
        + "a new connection: [Errno -2] Name or service not known',)': /simple/pydevd/", "Name or service not known"
    ),
    (
      #""NameResolutionError("<HTTPSConnection(host='nosuch.invalid', port=443)>: Failed to resolve 'nosuch.invalid' "#
        + #"([Errno -3] Temporary failure in name resolution)")": /simple/pydevd/"#,
      "Temporary failure in name resolution"
    ),
    (
      "'ReadTimeoutError(\"HTTPConnectionPool(host='10.0.0.1', port=80): Read timed out. (read timeout=15.0)\")': /simple/",
      "it took too long"
    ),
    (
      "'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407'))': /simple/pydevd/",
      "no connection to the proxy"
    ),
  ])
  func anIndexOutOfReachIsNotARelease(broken: String, reason: String) {
    let line = "WARNING: Retrying (Retry(total=0, connect=None, read=None)) after connection broken by \(broken)\n"
    #expect(failure(line + Self.nothingFound) == .unreachable(reason))
  }

  @Test func aCertificateThatIsNotAcceptedIsSaid() {
    let line =
      "Could not fetch URL https://index.example/simple/pydevd/: There was a problem confirming the ssl certificate: "
      + "HTTPSConnectionPool(host='index.example', port=443): Max retries exceeded with url: /simple/pydevd/ (Caused by SSLError("
      + "SSLError(1, u'[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:727)'),)) - skipping\n"
    #expect(failure(line + Self.nothingFound) == .certificate("certificate verify failed"))
  }

  @Test(arguments: [
    (
      "13:45,128 Could not fetch URL http://u:****@127.0.0.1:355/403/simple/pydevd/: 403 Client Error: Forbidden for url: "
        + "http://127.0.0.1:355/403/simple/pydevd/ - skipping",
      "403 Client Error: Forbidden for url: http://127.0.0.1:355/403/simple/pydevd/"
    ),
    (
      "  Could not fetch URL http://u:pw@127.0.0.1:355/503/: HTTPConnectionPool(host='127.0.0.1', port=355): Max retries "
        + "exceeded with url: /503/ (Caused by ResponseError('too many 503 error responses',)) - skipping",
      "503, again and again"
    ),
    (
      "ERROR: HTTP error 403 while getting https://me:secret@files.example.com/pydevd-3.5.0.whl",
      "403 while getting https://files.example.com/pydevd-3.5.0.whl"
    ),
  ])
  func anIndexThatRefusesIsNamedWithItsAnswer(line: String, answer: String) {
    #expect(failure(Self.nothingFound, log: line) == .refused(answer))
  }

  @Test func anIndexWithoutHTTPSIsNamed() {
    let line =
      "WARNING: The repository located at 10.255.255.1 is not a trusted or secure host and is being ignored. If this "
      + "repository is available via HTTPS we recommend you use HTTPS instead\n"
    #expect(failure(line + Self.nothingFound) == .untrusted(host: "10.255.255.1"))
  }

  @Test func pipWithoutAnIndexIsNotANetworkProblem() {
    #expect(failure(Self.nothingFound, log: "Ignoring indexes: https://index.example/simple") == .noIndex)
  }

  @Test func theReleasesThatThereAreAreNamed() {
    let old = "  Could not find a version that satisfies the requirement pydevd==3.5.0 (from versions: 2.9.0, 2.9.1)\n"
    #expect(
      failure(old + "No matching distribution found for pydevd==3.5.0") == .noRelease(offered: ["2.9.0", "2.9.1"]))
    #expect(failure(Self.nothingFound) == .noRelease(offered: []))
  }

  @Test func aFullDiskIsOne() {
    let line = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    #expect(failure(line) == .noSpace)
  }

  @Test func pipThatDoesNotEndIsOverdue() {
    #expect(failure("", ending: .overdue) == .overdue(minutes: 15))
  }

  @Test func anythingElseIsQuotedFromItsLastErrorLine() {
    let text =
      "WARNING: old pip\nERROR: Can not combine '--user' and '--target'\n[notice] A new release of pip is there"
    #expect(failure(text) == .other("Can not combine '--user' and '--target'"))
    #expect(failure("Traceback (most recent call last):\nImportError: no X\n") == .other("ImportError: no X"))
  }

  @Test func passwordsInAddressesAreLeftOut() {
    #expect(PipReport.redacted("a https://me:pw@x/y@z b ftp://q") == "a https://x/y@z b ftp://q")
  }
}
