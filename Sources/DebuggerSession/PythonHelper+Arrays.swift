import DebuggerModel

extension PythonHelper {
  /// Cells that are told at once, at most.
  static let cellLimit = 10_000

  /// A part of an array, a table or a nested list, as JSON for ``ArrayReading``.
  ///
  /// The protocol has a command for it (143, GET_ARRAY), which is not used: each release answers it with other shapes and
  /// other cells (pydevd lays one axis across and writes `str: 5`, pydevd-pycharm lays it down and writes `np.int64(5)` or
  /// `5`), pydevd stops at a thousand rows and knows no Series, and none of them takes a nested list.
  static func array(_ expression: String, _ part: ArrayWindow.Part) -> String {
    let (rows, columns) = (part.rows, part.columns)
    return call(
      array,
      "(\(expression)), \(rows.lowerBound), \(rows.upperBound), \(columns.lowerBound), \(columns.upperBound), \(cellLimit)"
    )
  }

  private static let array: OneLineProgram = """
    def f(o, r0, r1, c0, c1, limit):
        import json
        from itertools import islice
        text = type(u'')
        name = type(o).__name__
        def refuse(why):
            return json.dumps({'refused': why})
        def show(x, plain=True):
            try:
                if not plain:
                    x = repr(x)
                elif not isinstance(x, (str, text)):
                    x = str(x)
                if not isinstance(x, text):
                    x = x.decode('utf-8', 'replace')
            except Exception as error:
                x = type(error).__name__
            return x if len(x) <= 300 else x[:297] + '...'
        shape = getattr(o, 'shape', None)
        labelled = hasattr(o, 'iloc')
        dtype = None
        if isinstance(o, type):
            return refuse('a class is no array')
        axes = isinstance(shape, tuple) and hasattr(o, '__getitem__')
        if axes:
            shape = [int(n) for n in shape]
            if len(shape) == 0:
                return refuse('this ' + name + ' is a single value; `p` shows it')
            if len(shape) > 2:
                return refuse('this ' + name + ' has ' + str(len(shape)) + ' axes, and a table has two: take a part of it, '
                    'as in `array EXPR[' + ', '.join(['0'] * (len(shape) - 2)) + ']`')
            flat = len(shape) == 1
            rows, columns = shape[0], 1 if flat else shape[1]
            if labelled and not flat:
                dtype = ', '.join(sorted(set([str(t) for t in o.dtypes])))
            elif hasattr(o, 'dtype'):
                dtype = str(o.dtype)
        elif isinstance(o, (str, bytes, text)) or hasattr(o, 'keys') or not (
                hasattr(o, '__len__') and hasattr(o, '__getitem__')):
            return refuse('this ' + name + ' is no array, no table and no list')
        else:
            rows = len(o)
            head = list(islice(iter(o), 0, 10000))
            flat = not head or [x for x in head if not isinstance(x, (list, tuple))] != []
            columns = 1 if flat else max([len(x) for x in head])
            shape = [rows] if flat else [rows, columns]
        r0, r1 = min(r0, rows), min(r1, rows)
        c0, c1 = min(c0, columns), min(c1, columns)
        if max(1, r1 - r0) * max(1, c1 - c0) > limit:
            return refuse('more than ' + str(limit) + ' cells at once; name a smaller part, as in `array EXPR 0:100, 0:30`')
        row_labels = [str(i) for i in range(r0, r1)]
        column_labels = [str(i) for i in range(c0, c1)]
        if axes:
            part = o.iloc if labelled else o
            part = part[r0:r1] if flat else part[r0:r1, c0:c1]
            if labelled:
                row_labels = [show(x) for x in part.index]
                column_labels = [show(x) for x in (['' if o.name is None else o.name] if flat else part.columns)][c0 if flat else 0:]
            at = part.iat if labelled else part
            cells = [[show(at[i] if flat else at[i, j]) for j in range(c1 - c0)] for i in range(r1 - r0)]
        else:
            cells = []
            for x in o[r0:r1] if isinstance(o, (list, tuple)) else islice(iter(o), r0, r1):
                x = x if not flat and isinstance(x, (list, tuple)) else [x]
                x = [show(y, False) for y in x[c0:c1]]
                cells.append(x + [''] * (c1 - c0 - len(x)))
        return json.dumps({'type': name, 'shape': shape, 'dtype': dtype, 'rows': rows, 'columns': columns,
            'row_offset': r0, 'column_offset': c0, 'row_labels': row_labels, 'column_labels': column_labels,
            'cells': cells})
    """
}
