import PythonText
import Testing

@Suite struct DefinitionScanTests {
  @Test(arguments: [
    ("def a(\n  x,\n):\n  def b(): pass\n", ["a", "a.b"]), ("async  def a(): pass\nclass B(C): pass", ["a", "B"]),
    ("def a():\n  pass\nif x:\n  def b(): pass\n", ["a", "b"]),
    ("class A:\n  x = 1\n  def f(self): 1\n", ["A", "A.f"]),
    ("def größe(): pass\r\n", ["größe"]), ("undefined = 1\ndef = 2\nclassic\n", []),
    ("class A:\n  def f(self):\n    '''\ntext\n    '''\n  def g(self): 1\n", ["A", "A.f", "g"]),
  ]) func definitionsAreReadByTheFirstWordsOfLines(text: String, names: [String]) {
    #expect(DefinitionScan.definitions(in: Array(text.utf8)).map(\.name) == names)
  }

  @Test func functionsAndClassesAreDistinguished() {
    let found = DefinitionScan.definitions(in: Array("class A:\n  async def f(self): 1\n".utf8))
    #expect(found.map(\.isFunction) == [false, true])
    #expect(found.map(\.ownName) == ["A", "f"])
  }
}
