import DebuggerModel
import PydevdWire
import SourcePaths

/// What is evaluated in the frame of a stop at an exception. pydevd puts type, value and traceback there as `__exception__`.
enum ExceptionProbe {
  /// Runs in an empty namespace. Python 2.7 and 3. Its value is the hexadecimal text of fields between the separators 30
  /// (exceptions) and 31 (fields), in square brackets: no release cuts or quotes that. pydevd's own frames, and those that
  /// called it, are left out. A traceback has the frames that the exception has passed; those above it, which it may still
  /// come to, follow for the exception that the thread stands at.
  private static let program = """
    def tell(info, deep):
        import binascii
        def path(kind):
            name = getattr(kind, '__qualname__', kind.__name__)
            return '%s.%s' % (getattr(kind, '__module__', None), name)
        def label(kind):
            name = path(kind)
            for module in ('builtins.', 'exceptions.', '__main__.'):
                if name.startswith(module):
                    return name[len(module):]
            return name
        def words(value):
            for text in (str, repr):
                try:
                    return text(value)[:8000]
                except Exception:
                    pass
            return ''
        def callers(trace):
            frames = []
            frame = trace.tb_frame.f_back if trace is not None else None
            while frame is not None and len(frames) < 3000:
                place = frame.f_code.co_filename.replace(chr(92), '/')
                if place.endswith('/pydevd.py'):
                    break
                if '/_pydev' not in place:
                    frames += [frame.f_code.co_name, frame.f_code.co_filename, str(frame.f_lineno)]
                frame = frame.f_back
            return frames
        def passed(trace):
            found = []
            while trace is not None and len(found) < 1000:
                place = trace.tb_frame.f_code.co_filename.replace(chr(92), '/')
                if place.endswith('/pydevd.py'):
                    found = []
                elif '/_pydev' not in place:
                    found.insert(0, trace)
                trace = trace.tb_next
            return found
        def stood(trace):
            import os
            frames = []
            for each in passed(trace):
                code = each.tb_frame.f_code
                place = code.co_filename
                full = place if place.startswith('<') else os.path.abspath(place)
                frames += [str(id(each.tb_frame)), code.co_name, full, str(each.tb_lineno)]
            return frames
        def entry(link, kind, value, trace):
            frames = []
            outer = callers(trace) if not link else []
            for each in passed(trace):
                code = each.tb_frame.f_code
                frames += [code.co_name, code.co_filename, str(each.tb_lineno)]
            return [link, label(kind), words(value)] + (frames + outer)[:3000]
        kind, value, trace = info
        if deep:
            if isinstance(value, BaseException):
                trace = getattr(value, '__traceback__', None) or trace
            groups = [entry('', kind, value, trace)]
            seen = [value]
            while len(groups) < 50:
                link, value = 'cause', getattr(value, '__cause__', None)
                if value is None and not getattr(seen[-1], '__suppress_context__', False):
                    link, value = 'context', getattr(seen[-1], '__context__', None)
                if value is None or [old for old in seen if old is value]:
                    break
                seen.append(value)
                groups.append(entry(link, type(value), value, getattr(value, '__traceback__', None)))
        else:
            origin = ''
            frames = stood(trace)
            if trace is not None and trace.tb_next is not None:
                while trace.tb_next is not None:
                    trace = trace.tb_next
                origin = trace.tb_frame.f_code.co_filename
            groups = [[label(kind), words(value), origin] + [path(each) for each in getattr(kind, '__mro__', (kind,))], frames]
        text = chr(30).join([chr(31).join(group) for group in groups])
        if not isinstance(text, bytes):
            text = text.encode('utf-8', 'replace')
        return '[' + binascii.hexlify(text).decode('ascii') + ']'
    """

  static func expression(_ question: ExceptionQuery.Question) -> String {
    switch question {
    case .details: probe(isDeep: false)
    case .chain: probe(isDeep: true)
    case .condition(let text): "not not (\(text)\n)"
    case .log(let text): text
    }
  }

  private static func probe(isDeep: Bool) -> String {
    let text = program.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    // One of pydevd's own files, which its tracer leaves alone; see ``ExitHook``.
    let own = "b.getattr(__import__('sys').modules.get('_pydevd_bundle.pydevd_constants'), '__file__', '<string>')"
    let run = "[b.eval(b.compile(\"\(text)\", \(own), 'exec'), names), names['tell'](info, \(isDeep ? 1 : 0))][1]"
    return "(lambda b, names, info: \(run))(\(ASCIIExpression.builtins), {}, __exception__)"
  }

  static func answer(
    _ value: WireVariable, to question: ExceptionQuery.Question
  ) -> Result<ExceptionAnswer, CommandFailure> {
    if value.isErrorOnEval { return .failure(CommandFailure(value.value)) }
    switch question {
    case .condition: return .success(.condition(value.value.hasSuffix("True")))
    case .log: return .success(.log(value.value))
    case .details, .chain:
      guard let groups = groups(in: value.value) else { return .failure(CommandFailure("the exception can't be read")) }
      return .success(question == .details ? details(groups) : .chain(groups.compactMap(raised)))
    }
  }

  private static func details(_ groups: [[String]]) -> ExceptionAnswer {
    let fields = groups.first ?? []
    let summary = ExceptionSummary(type: fields.first ?? "", message: fields.count > 1 ? fields[1] : "")
    let origin = fields.count > 2 && !fields[2].isEmpty ? RemotePath(fields[2]) : nil
    let passed = groups.dropFirst().first.map(frames) ?? []
    return .details(
      ExceptionDetails(summary: summary, ancestors: Array(fields.dropFirst(3)), origin: origin, frames: passed))
  }

  private static func frames(_ fields: [String]) -> [StackFrame] {
    stride(from: 0, to: fields.count - 3, by: 4).map { index in
      StackFrame(
        id: FrameID(fields[index]), function: fields[index + 1], remoteFile: RemotePath(fields[index + 2]),
        line: WireNumber.line(fields[index + 3]) ?? 0)
    }
  }

  private static func raised(_ fields: [String]) -> RaisedException? {
    guard fields.count >= 3, let link = RaisedException.Link(rawValue: fields[0]) else { return nil }
    let frames = stride(from: 3, to: fields.count - 2, by: 3).map { index in
      RaisedException.Frame(
        function: fields[index], remoteFile: RemotePath(fields[index + 1]),
        line: WireNumber.line(fields[index + 2]) ?? 0)
    }
    return RaisedException(link: link, summary: ExceptionSummary(type: fields[1], message: fields[2]), frames: frames)
  }

  private static func groups(in text: String) -> [[String]]? {
    guard let open = text.firstIndex(of: "["), let close = text.lastIndex(of: "]"), open < close else { return nil }
    let digits = Array(text[text.index(after: open)..<close].utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes.split(separator: 30, omittingEmptySubsequences: false).map { group in
      group.split(separator: 31, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
