import PydevdWire

extension PythonHelper {
  /// The text of a file or of a frame's code, behind a letter for where it is from, its length and a blank: see ``SourceAnswer``.
  /// - Parameter isFramesOwn: the frame's code is what is asked for, under whatever name Python has for it.
  static func source(of path: String, frame: String, isFramesOwn: Bool) -> String {
    call(
      whole,
      "\(frame), \(ASCIIExpression.literal(path)), \(isFramesOwn ? 1 : 0), globals(), \(WholeText.limit)")
  }

  private static let whole = OneLineProgram([source, decoding, finding, bytecode].joined(separator: "\n"))

  private static let source = """
    def f(n, file, own, names, limit):
        import sys
        frame = sys._getframe()
        while frame is not None and id(frame) != n:
            frame = frame.f_back
        if str is bytes:
            file = file.encode(sys.getfilesystemencoding() or 'utf-8')
        files = [file]
        if own and frame is not None:
            files.insert(0, frame.f_code.co_filename)
        if not own:
            names = module_names(file)
        try:
            import pydevd_file_utils
            files.append(pydevd_file_utils.norm_file_to_server(file))
        except Exception:
            pass
        for find in (from_file, from_stdlib, from_archive, from_cache, from_loader):
            for name in files:
                try:
                    found = find(name, names)
                except Exception:
                    found = None
                if found:
                    return answer(find.__name__[5], found, limit)
        if own and frame is not None:
            return answer('b', listing(frame), limit)
        return 'n'

    def answer(letter, found, limit):
        if not isinstance(found, type(u'')):
            found = decode(found)
        found = found.encode('utf-8', 'replace').decode('utf-8')
        return type(u'')(letter) + type(u'')(len(found)) + u' ' + found[:limit]

    def module_names(file):
        import sys
        for module in list(sys.modules.values()):
            try:
                if module.__file__.replace('.pyc', '.py') == file:
                    return vars(module)
            except Exception:
                pass
        return {}
    """

  /// PEP 263; what has no cookie and is no UTF-8 is read as Latin-1, in which every byte is something.
  private static let decoding = """
    def decode(data):
        import re
        mark = bytes(bytearray([0xef, 0xbb, 0xbf]))
        if data.startswith(mark):
            return data[3:].decode('utf-8', 'replace')
        space = '[ ' + chr(9) + chr(12) + ']*'
        for line in data.split(bytes(bytearray([10])))[:2]:
            line = line.decode('latin-1')
            cookie = re.match(space + '#.*?coding[:=][ ' + chr(9) + ']*([-_.a-zA-Z0-9]+)', line)
            if cookie:
                try:
                    return data.decode(str(cookie.group(1)))
                except (LookupError, ValueError):
                    break
            if not re.match(space + '(#|' + chr(13) + '?$)', line):
                break
        try:
            return data.decode('utf-8')
        except ValueError:
            return data.decode('latin-1')
    """

  private static let finding = """
    def read(path):
        with open(path, 'rb') as stream:
            return stream.read()

    def from_file(file, names):
        return read(file)

    def from_stdlib(file, names):
        import os
        if not file.startswith('<frozen '):
            return None
        base = os.path.join(os.path.dirname(os.__file__), *file[8:-1].split('.'))
        return read(base + '.py' if os.path.exists(base + '.py') else os.path.join(base, '__init__.py'))

    def from_archive(file, names):
        import os, zipfile
        archive = os.path.dirname(file)
        while not os.path.exists(archive) and archive != os.path.dirname(archive):
            archive = os.path.dirname(archive)
        if not os.path.isfile(archive):
            return None
        with zipfile.ZipFile(archive) as members:
            return members.read(file[len(archive) + 1:].replace(os.sep, '/'))

    def from_cache(file, names):
        import linecache, os
        same = os.path.splitext(os.path.basename(names.get('__file__') or ''))[0]
        is_its = same == os.path.splitext(os.path.basename(file))[0]
        lines = linecache.getlines(file, names if is_its else None)
        if not lines and os.path.basename(file).startswith('<'):
            lines = linecache.getlines(os.path.basename(file))
        return type(u'')().join([line if isinstance(line, type(u'')) else decode(line) for line in lines])

    def from_loader(file, names):
        import os
        same = os.path.splitext(os.path.basename(names.get('__file__') or ''))[0]
        if same != os.path.splitext(os.path.basename(file))[0]:
            return None
        return names['__loader__'].get_source(names['__name__'])
    """

  /// The instructions of a frame's code, of what is defined in it, and of its callers out of the same text, each on its line.
  private static let bytecode = """
    def listing(frame):
        file = frame.f_code.co_filename
        rows = {}
        seen = []
        while frame is not None:
            if frame.f_code.co_filename == file and frame.f_code not in seen:
                collect(frame.f_code, rows, seen)
            frame = frame.f_back
        return chr(10).join(['; '.join(rows.get(line, [])) for line in range(1, max(list(rows) + [1]) + 1)])

    def collect(code, rows, seen):
        import dis
        seen.append(code)
        starts = dict(dis.findlinestarts(code))
        line = code.co_firstlineno
        for offset, text in instructions(code):
            line = starts.get(offset) or line
            if line and text:
                rows.setdefault(line, []).append(text)
        for inner in code.co_consts:
            if isinstance(inner, type(code)) and inner not in seen:
                collect(inner, rows, seen)

    def instructions(code):
        import dis
        if hasattr(dis, 'get_instructions'):
            silent = ('RESUME', 'NOP', 'CACHE', 'EXTENDED_ARG', 'PRECALL', 'PUSH_NULL')
            for each in dis.get_instructions(code):
                text = (each.opname + ' ' + each.argrepr).strip()
                yield each.offset, '' if each.opname in silent else text.replace(chr(10), ' ')
            return
        place = 0
        while place < len(code.co_code):
            start, op, argument = place, ord(code.co_code[place]), ''
            place += 1
            if op >= dis.HAVE_ARGUMENT:
                number = ord(code.co_code[place]) + ord(code.co_code[place + 1]) * 256
                place += 2
                argument = ' ' + str(number)
                for ops, table in ((dis.hasname, code.co_names), (dis.haslocal, code.co_varnames)):
                    if op in ops:
                        argument = ' ' + table[number]
                if op in dis.hasconst:
                    argument = ' ' + repr(code.co_consts[number])
            yield start, dis.opname[op] + argument
    """
}
