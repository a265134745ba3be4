import SourcePaths

/// What makes a text of a template's lines: each engine has breakpoints of its own kind.
public enum TemplateEngine: String, Equatable, Sendable, CaseIterable {
  case django, jinja2
}

extension SourceFile {
  /// The engines that may render the file, by its name; none for what is no template. A page may belong to either.
  var engines: [TemplateEngine] {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    switch ending {
    case "jinja", "jinja2", "j2": return [.jinja2]
    case "djhtml": return [.django]
    case "html", "htm": return TemplateEngine.allCases
    default: return isPython || !isBelowTemplates ? [] : TemplateEngine.allCases
    }
  }

  /// A template, by its name.
  public var isTemplate: Bool { !engines.isEmpty }

  private var isBelowTemplates: Bool {
    text.split { $0 == "/" || $0 == "\\" }.dropLast().contains("templates")
  }
}

extension StackFrame {
  /// The engine whose template this is a line of: pydevd makes such frames up (`django_debug.py`, `jinja2_debug.py`).
  var engine: TemplateEngine? {
    if function.hasPrefix("Django Template") { return .django }
    return function == "template" && !SourceFile.remote(remoteFile).isPython ? .jinja2 : nil
  }
}

extension ExceptionBreakpoint {
  /// It is for what templates raise.
  var engine: TemplateEngine? { TemplateEngine(rawValue: exception) }
}

extension Breakpoint {
  /// The engines that the processes are told of, the likelier one first; none for a line of Python.
  func engines(likely: TemplateEngine) -> [TemplateEngine] {
    if let template = options.template { return [template] }
    let engine = templateText ?? likely
    return file.engines.count < 2 ? file.engines : [engine] + file.engines.filter { $0 != engine }
  }
}

extension DebuggerState {
  /// The process has looked at a template, which it can only when it is rendered: the line moves, or there is nothing to stop at.
  mutating func lineChecked(
    _ file: RemotePath, line: Int, movedTo: Int?, in process: ProcessNumber
  ) -> [Effect] {
    breakpoints.filter { $0.effectiveLine == line && remotes(of: $0.file).contains(file) }.flatMap { breakpoint in
      placed(
        breakpoint.number, in: process,
        movedTo.map { .moved($0) } ?? .unbound("the template has nothing to stop at on this line"))
    }
  }
}

extension SourceDocument {
  /// The engine whose own tags and expressions the text uses, where it shows.
  var engine: TemplateEngine? {
    for line in lines {
      if Self.djangoWords.contains(where: line.contains) { return .django }
      if Self.jinjaWords.contains(where: line.contains) { return .jinja2 }
    }
    return nil
  }

  private static let djangoWords = [
    "{% load ", "{% csrf_token", "{% url ", "{% static ", "{% comment", "{% with ", "{% trans", "{% blocktrans",
    "{% empty", "{% cycle ", "{% now ", "block.super", "forloop.", "{% ifequal",
  ]
  private static let jinjaWords = [
    "{%-", "-%}", "{%+", "{{-", "-}}", "{% set ", "{% macro ", "{% call", "{% import ", "{% from ", "{% raw",
    "{{ loop.", "if loop.", "super()", "url_for(", "{% do ",
  ]
}
