extension Theme {
  /// Text and background on their way to the numbers of a terminal.
  struct Colors {
    let depth: ColorDepth
    /// `nil` for the terminal's own colour.
    var foreground: AnsiColor?
    var background: AnsiColor?

    init(_ depth: ColorDepth) { self.depth = depth }

    static let leastContrast = 4.5

    /// Whether both are set, and far enough from each other.
    var isLegible: Bool {
      guard let foreground = foreground.map(shown), let background = background.map(shown) else { return false }
      return Palette.contrast(Palette.rgb(foreground), Palette.rgb(background)) >= Self.leastContrast
    }

    var foregroundNumber: Int32 { foreground.map(number) ?? -1 }
    var backgroundNumber: Int32 { background.map(number) ?? -1 }

    /// Bright text is bold, and grey text is dim, where there are eight colours.
    var brightness: Modifiers {
      guard depth == .eight, case .indexed(let index)? = foreground, (8...15).contains(index) else { return [] }
      return index == 8 ? .dim : .bold
    }

    /// The colour that the terminal has for another one.
    private func shown(_ color: AnsiColor) -> AnsiColor {
      switch depth {
      case .none, .direct: color
      case .eight: .indexed(Self.firstEight(color))
      case .sixteen: .indexed(Palette.nearest(color, in: 0...15))
      case .palette: .indexed(Palette.nearest(color, in: 0...255))
      }
    }

    private static func firstEight(_ color: AnsiColor) -> UInt8 {
      let index = Palette.nearest(color, in: 0...15)
      if index == 8 { return 7 }
      return index & 7
    }

    private func number(_ color: AnsiColor) -> Int32 {
      switch shown(color) {
      case .indexed(let index) where depth != .direct || index < 8: Int32(index)
      case let other: Int32(Palette.rgb(other))
      }
    }
  }
}
