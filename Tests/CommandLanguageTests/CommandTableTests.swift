import CommandLanguage
import Testing

struct CommandTableTests {
  @Test func noSpellingStandsForTwoCommands() {
    let spellings = CommandTable.entries.flatMap { [$0.name] + $0.abbreviations }
    #expect(Set(spellings).count == spellings.count)
  }

  @Test func everyNameStandsForItsOwnEntry() throws {
    for entry in CommandTable.entries {
      #expect(try CommandTable.resolve(entry.name).name == entry.name)
    }
  }

  @Test func theScreensNamesNeverSpoilAPrefixOfPdbs() {
    let names = CommandTable.entries.filter { $0.section != .screen }.map(\.name)
    for prefix in names.flatMap({ name in (1...name.count).map { String(name.prefix($0)) } }) {
      let meant = names.filter { $0.hasPrefix(prefix) }
      guard meant.count == 1, CommandTable.entry(named: prefix) == nil else { continue }
      #expect((try? CommandTable.resolve(prefix))?.name == meant[0], "\(prefix)")
    }
  }

  static let viewCommands: [ViewCommand] =
    [
      .toggleBreakpoint, .editBreakpoint, .exceptionBreakpoints, .evaluate, .focusEvaluation, .printWord, .addWatch,
      .setValue, .showFullValue, .copy, .runToCursor, .setNextStatement, .chooseCall, .executionPoint, .search,
      .searchNext,
      .searchPrevious, .goToLine, .openFile, .goToDefinition, .goBack, .otherText, .focusNext, .focusPrevious, .nextTab,
      .previousTab, .nextThread,
      .previousThread, .nextProcess, .previousProcess, .zoom, .resetLayout, .widen, .narrow, .heighten, .lower, .open,
      .expand, .collapse, .enableOrDisable, .delete, .toggleFrozen, .toggleLibraryFrames, .pathMappings, .commandLine,
      .help, .typeInput,
      .restart, .detach, .kill, .quit, .redraw, .suspend, .cancel, .saveDisplay("/tmp/a b"), .saveConsole("x"),
      .filterConsole(nil), .filter(nil), .displayMode(.hex), .sortVariables(.name), .copyPath, .mark, .theme("light"),
      .runAsKeys,
    ] + PaneName.allCases.map { .focus($0) } + ViewCommand.Movement.allCases.map { .move($0) }

  @Test(arguments: viewCommands)
  func everyViewCommandIsReachedByItsName(command: ViewCommand) throws {
    #expect(try CommandParser.parse(command.commandText, mode: .screen) == .view(command))
  }

  @Test func theListOfViewCommandsAboveIsComplete() {
    let screen = CommandTable.entries.filter { $0.section == .screen && $0.name != "focus" }
    #expect(screen.count + PaneName.allCases.count == Self.viewCommands.count)
    #expect(Set(screen.map(\.name)).isSubset(of: Self.viewCommands.map { String($0.commandText.prefix { $0 != " " }) }))
    Self.viewCommands.forEach(Self.mustBeListed)
  }

  /// Fails to compile when a command is added: put it in the list above and in the table.
  private static func mustBeListed(_ command: ViewCommand) {
    switch command {
    case .toggleBreakpoint, .editBreakpoint, .exceptionBreakpoints, .evaluate, .focusEvaluation, .printWord, .addWatch,
      .setValue, .showFullValue, .copy, .runToCursor, .setNextStatement, .chooseCall, .executionPoint, .search,
      .searchNext,
      .searchPrevious, .goToLine, .openFile, .goToDefinition, .goBack, .otherText, .focus, .focusNext, .focusPrevious,
      .nextTab,
      .previousTab, .nextThread,
      .previousThread, .nextProcess, .previousProcess, .zoom, .resetLayout, .widen, .narrow, .heighten, .lower, .move,
      .open, .expand, .collapse, .enableOrDisable, .delete, .toggleFrozen, .toggleLibraryFrames, .pathMappings,
      .commandLine, .help, .typeInput,
      .restart, .detach, .kill, .quit, .redraw, .suspend, .cancel, .filterConsole, .saveDisplay, .saveConsole,
      .filter, .displayMode, .sortVariables, .copyPath, .mark, .theme, .runAsKeys:
      break
    }
  }
}
