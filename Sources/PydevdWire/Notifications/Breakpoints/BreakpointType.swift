/// What a line breakpoint is in (`pydevd_process_net_command.py`, `cmd_set_break`).
public enum BreakpointType: String, Sendable {
  case python = "python-line"
  case django = "django-line"
  case jinja2 = "jinja2-line"
}
