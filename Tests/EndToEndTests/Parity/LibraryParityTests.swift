import Testing

extension EndToEnd {
  /// Values of libraries, which are bound to the thread that stopped, to its transaction, or to an import under way.
  @Suite struct LibraryParityTests {
    private static let libraries = ["django", "sqlalchemy", "celery", "numpy", "pandas"]

    private static let installed = PythonSide.libraries.flatMap { side in
      libraries.filter { side.hasModule($0) }.map { (side, $0) }
    }

    @Test(arguments: installed)
    func theyAreThoseThatTheProgramSees(side: PythonSide, library: String) async throws {
      try await withScene("library_values.py") { scene in
        let path = "\(scene.workplace.folder)/texts"
        try await scene.breakpoint(library)
        try await scene.startAlone(side, [library, path])
        try await scene.stop(at: "entry", reason: "entry", within: 30)
        try await scene.run("c")
        try await scene.stop(at: library, within: 60)
        try await compare(try await scene.run("locals"), path)
        if library == "pandas" {
          let refusal = try await scene.refusal(of: "set table[table['a'] > 1]['a'] = 5")
          #expect(refusal.contains("Python did not take it"), "\(refusal)")
          #expect(try await scene.value(of: "list(table['a'])") == "[1, 2]")
        }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aModuleThatIsBeingImportedCanBeImportedByAValue(side: PythonSide) async throws {
      try await withScene("library_values.py") { scene in
        let path = "\(scene.workplace.folder)/texts"
        let module = try scene.workplace.install("parity/half_imported.py", as: "half_imported.py")
        try await scene.run("b \(module.place("imports"))")
        try await scene.startAlone(side, ["imports", path])
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c")
        #expect(try await scene.stop()["line"]?.int == module.line("imports"))
        let locals = try await scene.run("locals")
        #expect(try await scene.value(of: "waiting") == "Waiting(5)")
        try await scene.finish()
        try await compare(locals, path)
      }
    }

    /// Compares the variables with what the program wrote. A text may be cut, and pydevd has its own for tables.
    private func compare(_ locals: JSON, _ path: String) async throws {
      guard case .object(let texts) = try JSONParser.parse(try Files.read(path)) else {
        throw HarnessError("the program wrote no texts")
      }
      #expect(!texts.isEmpty)
      for (name, text) in texts {
        let shown = locals.array?.first { $0["name"]?.string == name }
        let value = shown?["value"]?.string ?? ""
        let truth = text.string ?? ""
        #expect(shown?["error"] == nil && !value.isEmpty, "\(name): \(String(describing: shown))")
        #expect(value.prefix(800) == truth.prefix(800), "\(name)")
      }
    }
  }
}
