/// What lies over the panes and takes all keys.
indirect enum Popup: Equatable, Sendable {
  case text(TextPopup)
  case table(TablePopup)
  case confirm(ConfirmPopup)
  case finder(FinderPopup)
  case mappings(MappingsPopup)
  case themes(ThemesPopup)
}
