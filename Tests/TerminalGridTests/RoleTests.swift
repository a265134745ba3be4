import TerminalGrid
import Testing

struct RoleTests {
  @Test func everyRoleHasALetterOfItsOwn() {
    let letters = Role.allCases.map(\.letter)
    #expect(Set(letters).count == Role.allCases.count)
    #expect(letters.allSatisfy { $0.isASCII && $0 != " " })
  }

  @Test func roleLettersDrawTheRolesOfAGrid() {
    var grid = Grid(Size(width: 8, height: 2))
    grid.put("def f", at: Point(x: 0, y: 0), in: grid.rect, style: Style(.keyword))
    grid.put("日", at: Point(x: 6, y: 0), in: grid.rect, style: Style(.string))
    grid.put("a", at: Point(x: 1, y: 1), in: grid.rect)
    grid.lay(.selection, behind: Rect(x: 0, y: 1, width: 3, height: 1))
    #expect(grid.roleLetters() == "kkkkk qq\n .\n")
    #expect(grid.backdropLetters() == "\nsss\n")
  }
}
