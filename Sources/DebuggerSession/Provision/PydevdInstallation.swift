import Glibc
import Platform

/// The making of one private pydevd, by pip.
struct PydevdInstallation: Sendable {
  let python: PythonInterpreter
  let place: PythonPlace
  let release: String
  let folder: PrivateFolder
  let advice: ProvisionAdvice
  private let steps: Steps

  /// Minutes that pip may take: a slow network works, and so does a build from source on a slow machine.
  private static let minutesOfPip = 15
  private static let secondsOfEnvironment = 300.0
  /// Seconds between two looks at a lock that another process has.
  private static let pause = 0.2

  /// - Parameter tell: takes the steps so far, at each new one.
  init(
    python: PythonInterpreter, place: PythonPlace, release: String, folder: PrivateFolder, advice: ProvisionAdvice,
    tell: @escaping @Sendable ([String]) -> Void
  ) {
    self.python = python
    self.place = place
    self.release = release
    self.folder = folder
    self.advice = advice
    steps = Steps(tell: tell)
  }

  /// - Returns: the path of `pydevd.py`.
  func run() async throws -> String {
    let lock = try await lock()
    defer { close(lock) }
    // Another Dialback may have made it meanwhile.
    if let kept = try await python.pydevd(in: folder.site, place) { return kept }
    let staging = try folder.begin()
    defer { FolderTree.remove(staging.path) }
    try await install(in: staging)
    await steps.begin("trying pydevd with \(python.name)")
    FolderTree.remove(staging.site + "/bin")
    guard try await python.pydevd(in: staging.site, place) != nil else {
      throw PydevdProvision.Failure(description: advice.unusable(python, release))
    }
    try folder.finish(staging)
    return folder.site + "/pydevd.py"
  }

  private func lock() async throws -> Int32 {
    while true {
      if let lock = try folder.lock() { return lock }
      await steps.begin("waiting for another Dialback, which is getting it")
      try await Task.sleep(for: .seconds(Self.pause))
    }
  }

  /// Its own pip is quicker; the one that comes with an environment may do what an old or broken one can't.
  private func install(in staging: PrivateFolder.Staging) async throws {
    var failure: PipReport.Failure?
    if python.hasPip {
      failure = try await fetch(with: python.path, into: staging)
      guard let failed = failure else { return }
      guard failed.isOfThisPip, python.hasEnvironments else { throw fetchFailed(failed) }
      FolderTree.remove(staging.site)
    }
    guard python.hasEnvironments else { throw noPip }
    await steps.begin("making an environment with pip")
    let outcome = try await command(
      python.path, ["-m", "venv", staging.environment], staging, seconds: Self.secondsOfEnvironment
    ).run()
    guard outcome.succeeded else {
      if let failure { throw fetchFailed(failure) }
      if (outcome.output + outcome.errors).contains("ensurepip is not available") { throw noPip }
      throw PydevdProvision.Failure(description: advice.environmentFailed(python, outcome))
    }
    failure = try await fetch(with: staging.environment + "/bin/python", into: staging)
    if let failure { throw fetchFailed(failure) }
  }

  private var noPip: PydevdProvision.Failure {
    .init(description: advice.noPip(python, release, folder: folder.site))
  }

  private func fetchFailed(_ failure: PipReport.Failure) -> PydevdProvision.Failure {
    .init(description: advice.fetchFailed(python, release, failure, folder: folder.site))
  }

  /// Has a pip install pydevd as plain files.
  /// - Returns: why that failed; `nil` where it did not.
  private func fetch(with program: String, into staging: PrivateFolder.Staging) async throws -> PipReport.Failure? {
    await steps.begin(PipReport.asking(release))
    FolderTree.remove(staging.log)
    let arguments = [
      "-m", "pip", "--disable-pip-version-check", "--no-input", "--retries", "1", "--log", staging.log, "install",
      "--progress-bar", "off", "--no-deps", "--target", staging.site, "pydevd==\(release)",
    ]
    let outcome = try await command(program, arguments, staging, seconds: Double(Self.minutesOfPip * 60)).run {
      [steps, release] line in
      if let step = PipReport.step(line, release: release) { await steps.begin(step) }
    }
    guard !outcome.succeeded else { return nil }
    let log = (try? LocalFile.bytes(staging.log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return PipReport.failure(of: outcome, log: log, minutes: Self.minutesOfPip)
  }

  /// A command away from the project, whose modules could stand for Python's own, and from settings of the user that are about
  /// other places than the private one.
  private func command(
    _ program: String, _ arguments: [String], _ staging: PrivateFolder.Staging, seconds: Double
  ) -> ChildCommand {
    let environment: [String: String?] = [
      "TMPDIR": staging.temporary, "PYTHONUNBUFFERED": "1", "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0",
      "PIP_TARGET": nil, "PIP_PREFIX": nil, "PIP_ROOT": nil, "PIP_QUIET": nil,
      "PIP_VERBOSE": nil, "PIP_DRY_RUN": nil, "PYTHONPATH": nil,
    ]
    return ChildCommand(
      path: program, arguments: arguments, environment: environment, folder: staging.path, seconds: seconds)
  }
}

/// The steps of an installation so far; the lines that they are read from come from two outputs at once.
private actor Steps {
  private var list: [String] = []
  private let tell: @Sendable ([String]) -> Void

  init(tell: @escaping @Sendable ([String]) -> Void) { self.tell = tell }

  /// Begins a step, unless it is the one under way.
  func begin(_ step: String) {
    guard list.last != step else { return }
    list.append(step)
    tell(list)
  }
}
