import PydevdWire

extension Dialect {
  static let pydevd = Dialect(versionReply: "@@BUILD_NUMBER@@")
  static let pycharm263 = Dialect(versionReply: "263.7307.50")
  static let pycharm212 = Dialect(versionReply: "212.5284.44")
  static let pycharm191 = Dialect(versionReply: "191.8026.44")
}
