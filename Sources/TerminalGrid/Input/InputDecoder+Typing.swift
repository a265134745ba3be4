extension InputDecoder {
  /// The keys that type a text; the end of a line is Enter.
  public static func keys(typing text: String) -> [KeyPress] {
    var decoder = InputDecoder()
    // One byte after the other, since several lines at once may be a paste; and nothing begins one.
    let bytes = text.replacing("\u{1B}[200~", with: "").utf8
    return (bytes.flatMap { decoder.feed([$0]) } + decoder.flush()).compactMap { event in
      if case .key(let key) = event { key } else { nil }
    }
  }
}
