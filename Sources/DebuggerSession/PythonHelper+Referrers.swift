import DebuggerModel

extension PythonHelper {
  /// What refers to a value, as JSON for ``ReferrerReading``. The protocol has a command that says it as XML of its own (135 with
  /// `pydevd_referrers.py`, `get_referrer_info`), with pydevd's own objects among it.
  static func referrers(to expression: String) -> String { call(referrers, "(\(expression)), \(referrerLimit)") }

  /// That many are told.
  static let referrerLimit = 200

  private static let referrers: OneLineProgram = """
    def f(o, limit):
        import gc, json, sys
        from itertools import islice
        text = type(u'')
        this = id(o)
        def show(x):
            try:
                x = repr(x)
                x = x if isinstance(x, text) else x.decode('utf-8', 'replace')
            except Exception as error:
                x = type(error).__name__
            return x if len(x) <= 200 else x[:197] + '...'
        mine = sys._getframe()
        frames = []
        for frame in sys._current_frames().values():
            while frame is not None:
                frames.append(frame)
                frame = frame.f_back
        def own(module):
            return (module or '').split('.')[0].startswith(('_pydev', 'pydevd', 'pydev_'))
        def internal(frame):
            return own(frame.f_globals.get('__name__')) or not frame.f_globals.get('__name__')
        places = [frame for frame in frames if not internal(frame)]
        spaces = dict([(id(frame.f_locals), frame) for frame in places if frame.f_locals is not frame.f_globals])
        hidden = [id(frame.f_locals) for frame in frames if internal(frame)]
        def keys(d):
            found = [show(k) if not isinstance(k, str) else k for k, v in list(d.items()) if id(v) == this]
            return ', '.join(found[:5])
        found = []
        seen = gc.get_referrers(o)
        for r in seen:
            kind = type(r)
            if r is mine or r is seen or id(r) in hidden or own(kind.__module__):
                continue
            name = kind.__name__
            if kind.__name__ == 'frame':
                if internal(r):
                    continue
                space = r.f_locals
                how, value = 'local ' + keys(space) + ' of ' + r.f_code.co_name, ''
                if r.f_locals is r.f_globals or not keys(space):
                    continue
            elif kind is dict:
                value = ''
                if id(r) in spaces:
                    how, name = 'local ' + keys(r) + ' of ' + spaces[id(r)].f_code.co_name, 'frame'
                elif '__name__' in r and '__builtins__' in r:
                    # What an evaluation runs in is a copy.
                    if own(r['__name__']) or getattr(sys.modules.get(r['__name__']), '__dict__', None) is not r:
                        continue
                    how, name = 'global ' + keys(r) + ' of ' + str(r['__name__']), 'module'
                else:
                    owner = [x for x in gc.get_referrers(r) if getattr(x, '__dict__', None) is r]
                    if owner:
                        if own(type(owner[0]).__module__):
                            continue
                        how, name, value = 'attribute ' + keys(r), type(owner[0]).__name__, show(owner[0])
                    elif keys(r):
                        how, value = 'value at ' + ', '.join([show(k) for k, v in list(r.items()) if id(v) == this][:5]), show(r)
                    else:
                        how, value = 'key', show(r)
                    if not owner and '_Restore' in value[:40]:
                        continue
            elif kind in (list, tuple):
                places_in = [str(i) for i, x in enumerate(islice(iter(r), 0, 100000)) if id(x) == this]
                how, value = 'item ' + ', '.join(places_in[:5]), show(r)
            elif kind in (set, frozenset):
                how, value = 'element', show(r)
            else:
                slots = [n for n in dir(kind) if not n.startswith('__') and type(getattr(kind, n, None)).__name__ == 'member_descriptor']
                held = [n for n in slots if id(getattr(r, n, None)) == this]
                named = getattr(r, '__dict__', None)
                held = held or ([n for n, v in named.items() if id(v) == this] if isinstance(named, dict) else [])
                how, value = ('attribute ' + ', '.join(held) if held else ''), show(r)
            entry = [name, how, value]
            if entry not in found or value:
                found.append(entry)
        return json.dumps({'count': len(found), 'referrers': found[:limit]})
    """
}
