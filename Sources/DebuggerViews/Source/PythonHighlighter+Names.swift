extension PythonHighlighter {
  /// The names that have a colour of their own wherever they stand.
  static let kinds: [String: HighlightSpan.Kind] = {
    var kinds: [String: HighlightSpan.Kind] = ["self": .selfName, "cls": .selfName]
    for word in builtins.split(whereSeparator: \.isWhitespace) { kinds[String(word)] = .builtin }
    for word in keywords.split(whereSeparator: \.isWhitespace) { kinds[String(word)] = .keyword }
    return kinds
  }()

  /// UTF-8 bytes of the longest name in `kinds`.
  static let longestKnown = kinds.keys.map(\.utf8.count).max() ?? 0

  /// What the name of a definition follows.
  static let definers: Set = ["def", "class"]

  private static let keywords = """
    False None True and as assert async await break class continue def del elif else except finally for from
    global if import in is lambda nonlocal not or pass raise return try while with yield
    """

  /// Those of Python 3 and of Python 2, where `print` and `exec` were statements.
  private static let builtins = """
    __debug__ __doc__ __file__ __import__ __name__ abs aiter all anext any ArithmeticError ascii AssertionError
    AttributeError BaseException BaseExceptionGroup basestring bin BlockingIOError bool breakpoint BrokenPipeError
    BufferError bytearray bytes BytesWarning callable ChildProcessError chr classmethod cmp compile complex
    ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError delattr DeprecationWarning
    dict dir divmod Ellipsis EncodingWarning enumerate EnvironmentError EOFError eval Exception ExceptionGroup
    exec execfile exit FileExistsError FileNotFoundError filter float FloatingPointError format frozenset
    FutureWarning GeneratorExit getattr globals hasattr hash help hex id ImportError ImportWarning
    IndentationError IndexError input int InterruptedError IOError IsADirectoryError isinstance issubclass iter
    KeyboardInterrupt KeyError len list locals long LookupError map max MemoryError memoryview min
    ModuleNotFoundError NameError next NotADirectoryError NotImplemented NotImplementedError object oct open ord
    OSError OverflowError PendingDeprecationWarning PermissionError pow print ProcessLookupError property
    PythonFinalizationError quit range raw_input RecursionError reduce ReferenceError reload repr ResourceWarning
    reversed round RuntimeError RuntimeWarning set setattr slice sorted StandardError staticmethod
    StopAsyncIteration StopIteration str sum super SyntaxError SyntaxWarning SystemError SystemExit TabError
    TimeoutError tuple type TypeError UnboundLocalError unichr unicode UnicodeDecodeError UnicodeEncodeError
    UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError vars Warning xrange ZeroDivisionError
    zip
    """
}
