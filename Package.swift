// swift-tools-version: 6.2

import PackageDescription

/// Swift 6 mode with every promise of the architecture page held by the compiler: a module sees only what it
/// imports itself, nothing is re-exported by accident, and a warning fails the build.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioTestUtils = Target.Dependency.product(name: "NIOTestUtils", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// Files that are built into the program; the key maps are those of `Config/keys`.
let embedded = [
  "sample.py", "keys-default.toml", "keys-pycharm.toml", "keys-vscode.toml", "keys-pudb.toml", "keys-vim.toml",
]

/// Python that runs in the debugged process.
let helpers = [
  "dialback_accelerator", "dialback_arrays", "dialback_assignments", "dialback_attributes", "dialback_awaiting",
  "dialback_breakpoints", "dialback_bytecode", "dialback_calls", "dialback_console", "dialback_debugger",
  "dialback_decoding", "dialback_ending", "dialback_evaluation", "dialback_exceptions", "dialback_exit",
  "dialback_files", "dialback_filters", "dialback_frames", "dialback_globals", "dialback_inquiries",
  "dialback_interrupts", "dialback_jumps", "dialback_kept", "dialback_link", "dialback_literals", "dialback_members",
  "dialback_namespaces", "dialback_output", "dialback_process", "dialback_referrers", "dialback_reload",
  "dialback_requests", "dialback_returned", "dialback_settrace", "dialback_source_text", "dialback_sources",
  "dialback_stacks", "dialback_stops", "dialback_syntax", "dialback_texts", "dialback_values", "dialback_variables",
  "interpreter", "loader",
]

/// The modules that read what strangers wrote, whom the fault suite calls.
let fuzzed: [Target.Dependency] = [
  "PydevdWire", "SourcePaths", "PythonText", "ProjectFiles", "DebuggerModel", "DebuggerSession", "CommandLanguage",
  "TerminalGrid", "DebuggerViews", "dialback", nioCore,
]

let package = Package(
  name: "Dialback",
  products: [.executable(name: "dialback", targets: ["dialback"])],
  // Warnings are errors, so a newer minor version, which may deprecate, is taken by a change here alone.
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", .upToNextMinor(from: "2.101.2")),
    .package(url: "https://github.com/apple/swift-log", .upToNextMinor(from: "1.16.2")),
    .package(url: "https://github.com/apple/swift-collections", .upToNextMinor(from: "1.6.0")),
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(url: "https://github.com/swiftlang/swift-subprocess", .upToNextMinor(from: "1.0.2"), traits: []),
    .package(url: "https://github.com/apple/swift-system", .upToNextMinor(from: "1.8.1")),
  ],
  targets: [
    .target(name: "PydevdWire", dependencies: ["PydevdHelpers", nioCore], swiftSettings: strict),
    .target(
      name: "PydevdClient", dependencies: ["PydevdWire", nioCore, nioPosix, logging],
      swiftSettings: strict),
    .target(name: "SourcePaths", swiftSettings: strict),
    .target(name: "Platform", swiftSettings: strict),
    .target(name: "PythonText", swiftSettings: strict),
    .target(name: "TOML", swiftSettings: strict),
    .target(name: "ProjectFiles", dependencies: ["SourcePaths", "Platform"], swiftSettings: strict),
    .target(
      name: "PydevdHelpers", resources: helpers.map { .embedInCode("Python/\($0).py") }, swiftSettings: strict),
    .target(
      name: "DebuggerModel", dependencies: ["SourcePaths", deque], swiftSettings: strict),
    .target(
      name: "DebuggerSession",
      dependencies: [
        "PydevdWire", "PydevdClient", "PydevdHelpers", "SourcePaths", "DebuggerModel", "ProjectFiles", "PythonText",
        "Platform", nioCore, nioPosix, logging, subprocess, systemPackage,
      ], swiftSettings: strict),
    .target(name: "CommandLanguage", dependencies: ["DebuggerModel"], swiftSettings: strict),
    .target(name: "TerminalGrid", swiftSettings: strict),
    .target(
      name: "DebuggerViews",
      dependencies: ["DebuggerModel", "CommandLanguage", "SourcePaths", "TerminalGrid"],
      swiftSettings: strict),
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CGuard"),
    .executableTarget(
      name: "dialback",
      dependencies: [
        "PydevdWire", "PydevdClient", "Platform", "SourcePaths", "DebuggerModel", "DebuggerSession",
        "CommandLanguage", "TerminalGrid", "DebuggerViews", "CNcurses", "CGuard", logging, arguments,
        deque, "TOML", subprocess,
      ],
      exclude: ["dialback.docc"],
      resources: embedded.map { .embedInCode("Resources/\($0)") }, swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PydevdWireTests", dependencies: ["PydevdWire", "TestSupport", nioCore, nioTestUtils],
      exclude: ["Transcripts"],
      swiftSettings: strict),
    .testTarget(
      name: "PydevdClientTests",
      dependencies: ["PydevdClient", "PydevdWire", nioCore, nioPosix, logging],
      swiftSettings: strict),
    .testTarget(
      name: "PydevdHelpersTests", dependencies: ["PydevdHelpers", subprocess, systemPackage], exclude: ["python"],
      swiftSettings: strict),
    .testTarget(name: "SourcePathsTests", dependencies: ["SourcePaths"], swiftSettings: strict),
    .testTarget(
      name: "ProjectFilesTests", dependencies: ["ProjectFiles", "SourcePaths", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PythonTextTests", dependencies: ["PythonText", "TestSupport", subprocess, systemPackage],
      exclude: ["sources.py"], swiftSettings: strict),
    .testTarget(
      name: "TOMLTests", dependencies: ["TOML", "TestSupport", subprocess, systemPackage], exclude: ["read.py"],
      swiftSettings: strict),
    .testTarget(
      name: "DebuggerModelTests", dependencies: ["DebuggerModel", "SourcePaths", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DebuggerSessionTests",
      dependencies: [
        "DebuggerSession", "DebuggerModel", "PydevdClient", "PydevdWire", "SourcePaths", "Platform", "TestSupport",
        nioCore, nioPosix, logging,
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandLanguageTests", dependencies: ["CommandLanguage", "DebuggerModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "TerminalGridTests", dependencies: ["TerminalGrid"], swiftSettings: strict),
    .testTarget(
      name: "DebuggerViewsTests",
      dependencies: [
        "DebuggerViews", "DebuggerModel", "DebuggerSession", "CommandLanguage", "PydevdWire", "SourcePaths",
        "TerminalGrid", "TestSupport", nioCore,
      ], exclude: ["Pictures"], swiftSettings: strict),
    .testTarget(
      name: "DialbackTests",
      dependencies: [
        "dialback", "DebuggerModel", "CommandLanguage", "DebuggerViews", "Platform", "SourcePaths", "TerminalGrid",
        "TestSupport", arguments,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "FaultTests", dependencies: fuzzed + ["TestSupport"], path: "Tests/Faults/Fuzzing",
      exclude: ["Findings", "Program"], sources: ["Targets", "Replay"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", subprocess], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// Tests/Benchmarks/decoding.py builds and runs it; nobody else needs to wait for it.
if Context.environment["DIALBACK_BENCHMARKS"] == "1" {
  package.products.append(.executable(name: "DecodingBenchmark", targets: ["DecodingBenchmark"]))
  package.targets += [
    .target(name: "Allocations", path: "Tests/Benchmarks/Allocations"),
    .executableTarget(
      name: "DecodingBenchmark", dependencies: ["PydevdWire", "Allocations", nioCore],
      path: "Tests/Benchmarks/Decoding", swiftSettings: strict),
  ]
}

// `Config/test fuzz` builds it: libFuzzer, which looks for new branches in every module that has the flag. The program is a
// library beside it, so that its entry has another name.
if Context.environment["DIALBACK_FUZZ"] == "1" {
  let counted: SwiftSetting = .unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])
  for target in package.targets { target.swiftSettings = target.swiftSettings.map { $0 + [counted] } }
  guard let program = package.targets.firstIndex(where: { $0.name == "dialback" }) else { fatalError("no program") }
  let whole = package.targets[program]
  package.targets[program] = .target(
    name: "dialback", dependencies: whole.dependencies, exclude: whole.exclude, resources: whole.resources,
    swiftSettings: strict + [
      counted, .unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "dialback_main"]),
    ])
  package.products = [.executable(name: "Fuzz", targets: ["Fuzz"])]
  package.targets.removeAll { $0.name == "FaultTests" }
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/Faults/CFuzzer", linkerSettings: [.linkedLibrary("stdc++")]),
    .executableTarget(
      name: "Fuzz", dependencies: fuzzed + ["CFuzzer"], path: "Tests/Faults/Fuzzing",
      exclude: ["Findings", "Replay"], sources: ["Targets", "Program"], swiftSettings: strict + [counted]),
  ]
}
