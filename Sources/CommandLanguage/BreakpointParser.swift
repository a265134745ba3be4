import DebuggerModel

extension CommandArguments {
  /// `PLACE [, COND] [OPTIONS]`.
  func breakpoint() throws(CommandError) -> (PlaceText, BreakpointOptions) {
    let text = try required()
    let (placeText, rest, hasComma) = Self.splitPlace(text)
    let place = try place(placeText)
    let parser = BreakpointOptionsParser(arguments: self)
    guard hasComma else { return (place, try parser.options(rest, startsWithCondition: false)) }
    let condition = rest.hasPrefix("if ") ? rest.dropFirst(3).trimmed : rest
    return (place, try parser.options(condition, startsWithCondition: true))
  }

  /// The place runs up to the first comma or option word; file names may hold blanks, quotes and brackets.
  private static func splitPlace(_ text: String) -> (place: String, rest: String, hasComma: Bool) {
    let comma = text.firstIndex(of: ",")
    let option = text.split(whereSeparator: \.isWhitespace).dropFirst().first {
      BreakpointOptionsParser.Option(rawValue: String($0)) != nil
    }
    if let comma, comma < (option?.startIndex ?? text.endIndex) {
      return (text[..<comma].trimmed, text[text.index(after: comma)...].trimmed, true)
    }
    guard let option else { return (text, "", false) }
    return (text[..<option.startIndex].trimmed, text[option.startIndex...].trimmed, false)
  }

  /// The number of a breakpoint.
  func breakpointNumber(_ word: some StringProtocol) throws(CommandError) -> BreakpointNumber {
    BreakpointNumber(try number(word, "the number of a breakpoint"))
  }

  /// `N…`, at least one.
  func breakpointNumbers() throws(CommandError) -> [BreakpointNumber] {
    _ = try required()
    return try words.map { word throws(CommandError) in try breakpointNumber(word) }
  }
}
