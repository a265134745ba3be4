/// The sentences for a program that can't be debugged here: what failed, on what, and what can be done on this machine.
struct ProvisionAdvice: Sendable {
  /// The means of this machine that advice can use.
  struct Machine: Equatable, Sendable {
    /// It installs packages with apt-get.
    var hasApt = false
    /// Not needed, or not there.
    var needsSudo = false
    /// The version of Debian's own python3, as `3.11`.
    var systemSeries: String?
  }

  let machine: Machine

  static let option = "--python PATH"

  // MARK: No Python

  func missing(_ python: String, other: String?) -> String {
    let isPath = python.contains("/")
    let install = !isPath && python == "python3" && machine.hasApt ? "install it (\(apt("python3"))), or " : ""
    let example = other.map { ", such as --python \($0)" } ?? ""
    let installAny = install.isEmpty && other == nil ? "install Python 3, or " : install
    let fact = isPath ? "\(python): there is no such file" : "\(python) can't be found on the PATH"
    return "\(fact); \(installAny)name an interpreter with \(Self.option)\(example)"
  }

  func isFolder(_ python: String, inner: String?) -> String {
    "\(python) is a folder; name the interpreter in it: \(inner.map { "--python \($0)" } ?? Self.option)"
  }

  func isNoProgram(_ python: String) -> String {
    "\(python) can't be run, since its file is not executable: chmod +x \(python), or name another interpreter with "
      + Self.option
  }

  func refused(_ python: String, _ refusal: PythonInterpreter.Refusal) -> String {
    let fact =
      switch refusal {
      case .cannotStart(let reason): "\(python) can't be started: \(reason)"
      case .silent(let seconds): "\(python) has not answered within \(seconds) seconds"
      case .isNoPython(let outcome): "\(python) is not a Python that works: \(Self.words(outcome))"
      }
    return Self.sentence(fact) + " Name another interpreter with \(Self.option)."
  }

  private static func words(_ outcome: ChildCommand.Outcome) -> String {
    let ending =
      switch outcome.ending {
      case .exited(let code): "it ended with exit status \(code)"
      case .signaled(let signal): "it was ended by signal \(signal)"
      case .overdue: "it did not end"
      }
    let complaint = outcome.complaint.prefix(200)
    return complaint.isEmpty ? ending + " and said nothing" : "\(ending) and said: \(complaint)"
  }

  func tooOld(_ python: PythonInterpreter) -> String {
    "\(python.name) is Python \(python.versionText), which no release of pydevd here supports: Python 2.7, and 3.6 or "
      + "newer, can be debugged. Name one with \(Self.option)."
  }

  /// The sample of the demo is the one program whose needs are known.
  func tooOld(_ python: PythonInterpreter, forProgramOf oldest: [Int]) -> String {
    "the sample program needs Python \(oldest.map(String.init).joined(separator: ".")) or newer, and \(python.name) is "
      + "Python \(python.versionText). Name a newer one with \(Self.option); your own programs can be older: dialback run."
  }

  // MARK: No pydevd

  /// Neither pip nor a way to get it is there.
  func noPip(_ python: PythonInterpreter, _ release: String, folder: String) -> String {
    let fact = "pydevd \(release) can't be installed for \(python.label), which has neither pip nor ensurepip"
    guard machine.hasApt, python.base == "/usr", python.version[0] == 3 else {
      return "\(fact). Install pip for it, name another interpreter with \(Self.option), or get pydevd by hand: "
        + byHand(python, release, folder)
    }
    let package = python.series == machine.systemSeries ? "python3-venv" : "python\(python.series)-venv"
    return "\(fact): install that (\(apt(package))) and run this again."
  }

  func fetchFailed(
    _ python: PythonInterpreter, _ release: String, _ failure: PipReport.Failure, folder: String
  ) -> String {
    let start = "pydevd \(release) could not be fetched for \(python.label): "
    let hand = byHand(python, release, folder)
    switch failure {
    case .unreachable(let reason):
      return start + "the package index can't be reached (\(reason)). Check the network and pip's settings (proxy, "
        + "index-url) and run this again. Without a network: \(hand)"
    case .certificate(let reason):
      return start + "the certificate of the package index is not accepted (\(reason)). Set PIP_CERT to the file of "
        + "this network's certificates and run this again, or get pydevd by hand: \(hand)"
    case .refused(let answer):
      return start + "the package index refuses it (\(answer)). Check pip's settings (index-url, and who may use it) "
        + "and run this again, or get pydevd by hand: \(hand)"
    case .untrusted(let host):
      return start
        + "pip ignores the package index at \(host), which has no HTTPS. Set PIP_TRUSTED_HOST=\(host), if you "
        + "trust the network, and run this again, or get pydevd by hand: \(hand)"
    case .noIndex:
      return start + "pip is set to use no package index (no-index, or PIP_NO_INDEX), and its other places "
        + "(find-links) don't have it. Change that for this run (PIP_NO_INDEX=0), or get pydevd by hand: \(hand)"
    case .noRelease(let offered):
      let others = offered.isEmpty ? "" : ", only \(offered.suffix(3).joined(separator: ", "))"
      return start + "the package index has no such release for it\(others). Check pip's settings (index-url) and run "
        + "this again, or get pydevd by hand: \(hand)"
    case .noSpace:
      return start + "no space is left on the device. Free some, or set XDG_CACHE_HOME to a folder on another one."
    case .overdue(let minutes):
      return start + "pip was not done after \(minutes) minutes. Run this again where the network is quicker, or get "
        + "pydevd by hand: \(hand)"
    case .other(let words): return start + Self.sentence(words) + " Or get pydevd by hand: \(hand)"
    }
  }

  static func cannotImport(_ python: PythonInterpreter, _ problem: String) -> String {
    sentence("\(python.label) can't import pydevd: \(problem)")
  }

  func environmentFailed(_ python: PythonInterpreter, _ outcome: ChildCommand.Outcome) -> String {
    Self.sentence("\(python.label) can't make an environment to install pydevd with: \(Self.words(outcome))")
      + " Name another interpreter with \(Self.option)."
  }

  func unusable(_ python: PythonInterpreter, _ release: String) -> String {
    "pydevd \(release) was installed, but \(python.label) can't import it. Name another interpreter with \(Self.option)."
  }

  func cannotWrite(_ problem: FolderTree.Problem) -> String {
    "the folder for pydevd can't be made: \(problem). Set XDG_CACHE_HOME to a folder that can be written to."
  }

  /// Needs no pip and no network on this machine: pydevd works wherever its files are.
  private func byHand(_ python: PythonInterpreter, _ release: String, _ folder: String) -> String {
    let files = "PyPI (pydevd \(release), its download files)"
    guard release != "2.8.0", python.version.lexicographicallyPrecedes([3, 14]) else {
      return "bring pydevd-\(release).tar.gz from \(files) here, and run: mkdir -p \(folder) && tar xzf "
        + "pydevd-\(release).tar.gz --strip-components=1 -C \(folder)"
    }
    return "bring the wheel for Python \(python.series) from \(files) here, and run: \(python.name) -m zipfile -e "
      + "pydevd-\(release)-*.whl \(folder)"
  }

  private func apt(_ package: String) -> String { "\(machine.needsSudo ? "sudo " : "")apt-get install \(package)" }

  private static func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}
