import DebuggerModel
import PydevdWire
import Testing

@testable import DebuggerSession

/// Lists of children with the names that pydevd gives them (`pydevd_resolver.py`).
struct VariableReadingTests {
  private let path = VariablePath(["data"])
  private let dialect = Dialect(versionReply: "@@BUILD_NUMBER@@")

  private func wire(_ names: [String]) throws -> [WireVariable] {
    let variables = names.map { name in
      let isLength = name == "len()" || name == "__len__"
      return "<var name=\"\(name)\" type=\"int\" value=\"int%253A \(isLength ? names.count - 1 : 1)\" />"
    }
    let frame = Frame(command: .getVariable, sequence: 1, payload: "<xml>\(variables.joined())</xml>")
    return try GetVariable(thread: "T", frame: "F", scope: .frame, path: ["data"]).reply(from: frame, dialect: dialect)
  }

  @Test func returnedValuesHavePathsOfTheirOwnAndNoneIsLeftOut() throws {
    let xml = [
      "name=\"rows\" type=\"list\" value=\"[1]\" isContainer=\"True\" isRetVal=\"True\"",
      "name=\"it's\" type=\"int\" value=\"1\" isRetVal=\"True\"",
      "name=\"note\" type=\"NoneType\" value=\"None\" isRetVal=\"True\"",
      "name=\"rows\" type=\"int\" value=\"2\"", "name=\"none\" type=\"NoneType\" value=\"None\"",
    ].map { "<var \($0) />" }.joined()
    let reply = Frame(command: .getFrame, sequence: 1, payload: "<xml>\(xml)</xml>")
    let wire = try GetFrame(thread: "T", frame: "F").reply(from: reply, dialect: dialect)
    let found = VariableReading.list(wire, path: .root).variables
    #expect(found.map(\.name) == ["rows", "it's", "rows", "none"])
    #expect(found.map(\.group) == [.returned, .returned, .normal, .normal])
    let kept = ["__pydevd_ret_val_dict['rows']", "__pydevd_ret_val_dict[\"it's\"]"]
    #expect(
      found.map(\.path) == kept.map { VariablePath([$0], scope: .expression) }
        + [["rows"], ["none"]].map { VariablePath($0) })
    #expect(found.map(\.expandable) == [true, false, false, false])
  }

  @Test(arguments: [
    // Small integers of a Python that is loaded at a fixed address, of another one, of PyPy.
    (["9805984", "9806016", "len()"], true), (["140234567890123", "len()"], true), (["17", "33", "__len__"], true),
    (["9805984", "limit", "__len__"], true), (["0", "1", "len()"], false), (["limit", "0", "1", "__len__"], false),
    (["9805984 (9805984)", "'k' (139)", "len()"], false), (["size", "color"], false), (["len()"], false),
  ])
  func aSetIsRecognizedByTheNamesOfItsElements(names: [String], isSet: Bool) throws {
    #expect(try VariableReading.list(wire(names), path: path).isSet == isSet)
  }

  @Test func aLongSequenceIsNoSet() throws {
    let names = (0..<300).map { String(repeating: "0", count: 10 - String($0).count) + String($0) } + ["len()"]
    #expect(try !VariableReading.list(wire(names), path: path).isSet)
  }

  @Test(arguments: [
    // pydevd gets the part as a container of its own, pydevd-pycharm pages the whole one.
    (["0", "1", "2", "len()"], false, ["9805984", "9805985", "9805986"], false),
    (["9805984", "9805985", "9805986", "__len__"], true, ["9805984", "9805985", "9805986"], false),
    (["17", "33", "49", "len()"], false, ["17", "33", "49"], true),
    (["17", "33", "49", "__len__"], true, ["17", "33", "49"], true),
  ])
  func ofAPartTheNamesAreThoseInTheWhole(names: [String], isWhole: Bool, expected: [String], isSet: Bool) throws {
    let list = try VariableReading.elements(wire(names), path: path, in: 9_805_984..<9_805_987, isWhole: isWhole)
    #expect(list.variables.compactMap(\.path.names.last) == expected)
    #expect(list.isSet == isSet)
  }
}
