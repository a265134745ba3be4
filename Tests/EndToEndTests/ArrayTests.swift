import Testing

extension EndToEnd {
  /// Parts of arrays, tables and nested lists.
  @Suite struct ArrayTests {
    private func withTables(_ side: PythonSide, _ body: (Scene) async throws -> Void) async throws {
      try await withScene("tables.py") { scene in
        try await scene.breakpoint("made")
        try await scene.start(side)
        try await scene.stop(at: "made", within: 30)
        try await body(scene)
        try await scene.finish()
      }
    }

    private func cells(_ window: JSON) -> [[String]] {
      (window["cells"]?.array ?? []).map { $0.array?.compactMap(\.string) ?? [] }
    }

    private func texts(_ list: JSON?) -> [String] { list?.array?.compactMap(\.string) ?? [] }

    private func numbers(_ list: JSON?) -> [Int] { list?.array?.compactMap(\.int) ?? [] }

    @Test(arguments: PythonSide.all)
    func nestedListsAreTables(side: PythonSide) async throws {
      try await withTables(side) { scene in
        let before = try await scene.locals().keys.sorted()
        let part = try await scene.run("array nested [1:9, 1:3]")
        #expect(part["name"]?.string == "nested" && part["type"]?.string == "list")
        #expect(numbers(part["shape"]) == [3, 4] && part["dtype"]?.string == nil)
        #expect(part["rows"]?.int == 3 && part["columns"]?.int == 4)
        #expect(part["row_offset"]?.int == 1 && part["column_offset"]?.int == 1)
        #expect(texts(part["row_labels"]) == ["1", "2"] && texts(part["column_labels"]) == ["1", "2"])
        #expect(cells(part) == [["11", "12"], ["21", "22"]])
        #expect(
          try await cells(scene.run("array ragged")) == [
            ["1", "'two'", ""], ["", "", ""], ["None", "2.5", "KeyError"],
          ])
        #expect(try await cells(scene.run("array flat 998:2000")) == [["998"], ["999"]])
        #expect(try await scene.run("array flat")["cells"]?.array?.count == 100)
        #expect(try await scene.refusal(of: "array single") == "this dict is no array, no table and no list")
        #expect(try await scene.refusal(of: "array nothing_there").contains("nothing_there"))
        #expect(try await scene.locals().keys.sorted() == before, "the questions have left something behind")
      }
    }

    @Test(arguments: PythonSide.libraries.filter { $0.hasModule("numpy") })
    func partsOfArraysAreTables(side: PythonSide) async throws {
      try await withTables(side) { scene in
        let line = try await scene.run("array line")
        #expect(line["type"]?.string == "ndarray" && line["dtype"]?.string == "float64")
        #expect(cells(line) == [["0.0"], ["0.5"], ["1.0"], ["1.5"], ["2.0"]])
        let matrix = try await scene.run("array matrix 1998:2100, 2999:4000")
        #expect(numbers(matrix["shape"]) == [2000, 3000])
        #expect(cells(matrix) == [["5996999"], ["5999999"]])
        #expect(try await cells(scene.run("array words")) == [["café", "😀"], ["\"", "\\"]])
        #expect(try await cells(scene.run("array masked")) == [["0"], ["1"], ["--"]])
        #expect(try await scene.refusal(of: "array cube").contains("`array EXPR[0]`"))
        #expect(try await scene.run("array cube[1]")["cells"]?.array?.count == 3)
        #expect(try await scene.refusal(of: "array matrix 0:2000, 0:3000").contains("a smaller part"))
      }
    }

    @Test(arguments: PythonSide.libraries.filter { $0.hasModule("pandas") })
    func tablesHaveTheirOwnLabels(side: PythonSide) async throws {
      try await withTables(side) { scene in
        let frame = try await scene.run("array frame")
        #expect(frame["type"]?.string == "DataFrame")
        #expect(texts(frame["row_labels"]) == ["x", "y"] && texts(frame["column_labels"]) == ["city", "size"])
        #expect(cells(frame).first == ["Rome", "1.5"])
        let series = try await scene.run("array series 1:2")
        #expect(texts(series["column_labels"]) == ["count"] && texts(series["row_labels"]) == ["1"])
        #expect(cells(series) == [["4"]])
      }
    }
  }
}
