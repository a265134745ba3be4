/// 190: how values of some types are shown (pydevd-pycharm, `pydevd_user_type_renderers.py`, `parse_set_type_renderers_message`).
/// It takes the place of those before.
public struct SetTypeRenderers: PydevdNotification {
  public struct Renderer: Equatable, Sendable {
    /// With its module.
    public let type: String
    /// The file of the class, as the process names it: what a class of the project is told by
    /// (`pydevd_user_type_renderers_utils.py`, `try_get_type_renderer_for_var`).
    public let file: String
    /// An expression of `self`.
    public let value: String

    public init(type: String, file: String, value: String) {
      self.type = type
      self.file = file
      self.value = value
    }

    /// The path that a class is imported by, its name, its file, that its module's root has no other of that name, then
    /// that its value is not as it is but this expression, and that its parts are as they are: other ones were for the IDE to
    /// evaluate.
    func fields(_ dialect: Dialect) -> [String] {
      [type, type, type, file, "1", "0", ASCIIExpression.breakpointField(value, dialect), "1", "0"]
    }
  }

  let renderers: [Renderer]

  public init(renderers: [Renderer]) { self.renderers = renderers }

  public var command: CommandID { .setUserTypeRenderers }

  public func payload(for dialect: Dialect) -> String {
    let groups = renderers.map { renderer in
      let fields = renderer.fields(dialect)
      return [String(fields.count)] + fields
    }
    return (["CMD_SET_USER_TYPE_RENDERERS"] + groups.joined()).joined(separator: "\t")
  }
}
