extension ExceptionName {
  /// The exceptions that Python 2 and 3 both have, by their own names.
  private static let builtins: Set = [
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BufferError", "EOFError",
    "EnvironmentError",
    "Exception", "FloatingPointError", "GeneratorExit", "IOError", "ImportError", "IndentationError", "IndexError",
    "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError", "NameError", "NotImplementedError", "OSError",
    "OverflowError", "ReferenceError", "RuntimeError", "StopIteration", "SyntaxError", "SystemError", "SystemExit",
    "TabError", "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError",
    "UnicodeTranslateError", "ValueError", "ZeroDivisionError",
  ]

  /// Every class that is called so, and those that are made from it: `ValueError`, `MyError`, `module.MyError`; `*` is every
  /// exception; `django` and `jinja2` are those of templates.
  ///
  /// pydevd looks a class up when it is told of it, which fails for one that the program has not defined yet. But it evaluates
  /// the name, and asks by `issubclass` whether an exception is meant (`pydevd_breakpoints.py`, `get_exception_class` and
  /// `get_exception_breakpoint`): a class that compares names knows those, too, that are defined later, and imports nothing.
  public init?(matching name: String) {
    switch name {
    case "*": self.init("BaseException")
    case "django": self.init("Exception", origin: .django)
    case "jinja2": self.init("Exception", origin: .jinja2)
    case _ where Self.builtins.contains(name): self.init(name)
    default:
      guard Self.isDotted(name) else { return nil }
      self.init(Self.comparison(name))
    }
  }

  /// Names with dots between them.
  public static func isDotted(_ text: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      part.first.map { $0 == "_" || $0.isLetter } == true && part.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
    }
  }

  private static func comparison(_ name: String) -> String {
    let path = "('.%s.%s'%(k.__module__,getattr(k,'__qualname__',k.__name__)))"
    let found = "any(\(path).endswith(\(ASCIIExpression.literal("." + name))) for k in getattr(c,'__mro__',()))"
    return "type('Named',(type,),{'__subclasscheck__':lambda s,c:\(found)})('Named',(BaseException,),{})"
  }
}
