"""A part of an array, a table or a nested list, as JSON."""

import json
from itertools import islice

TEXT = type(u"")
RANGE = type(range(0))
LONGEST = 300  # characters of a cell


class Refused(Exception):
    """Why there is no table of a value."""


class Table(object):
    """The whole value, by what it says of itself.

    `shape` has a number or two. `rows` and `columns` are those of the whole; `is_flat` says that it has one axis.
    """

    def __init__(self, value):
        self.value = value
        self.name = type(value).__name__
        self.element_type = None
        self.is_labelled = hasattr(value, "iloc")  # pandas
        shape = getattr(value, "shape", None)
        if isinstance(value, type):
            raise Refused("a class is no array")
        self.has_axes = isinstance(shape, tuple) and hasattr(value, "__getitem__")
        if self.has_axes:
            self.measure_axes([int(count) for count in shape])
        elif isinstance(value, (str, bytes, TEXT)) or hasattr(value, "keys") or not is_list(value):
            raise Refused("this %s is no array, no table and no list" % self.name)
        else:
            self.measure_list()

    def measure_axes(self, shape):
        if not shape:
            raise Refused("this %s is a single value; `p` shows it" % self.name)
        if len(shape) > 2:
            zeros = ", ".join(["0"] * (len(shape) - 2))
            raise Refused(
                "this %s has %d axes, and a table has two: take a part of it, as in `array EXPR[%s]`"
                % (self.name, len(shape), zeros)
            )
        self.shape = shape
        self.is_flat = len(shape) == 1
        self.rows, self.columns = shape[0], 1 if self.is_flat else shape[1]
        if self.is_labelled and not self.is_flat:
            self.element_type = ", ".join(sorted(set([str(kind) for kind in self.value.dtypes])))
        elif hasattr(self.value, "dtype"):
            self.element_type = str(self.value.dtype)

    def measure_list(self):
        self.rows = len(self.value)
        head = list(islice(iter(self.value), 0, 10000))
        self.is_flat = not head or bool([row for row in head if not isinstance(row, (list, tuple))])
        self.columns = 1 if self.is_flat else max([len(row) for row in head])
        self.shape = [self.rows] if self.is_flat else [self.rows, self.columns]

    def labels(self, rows, columns):
        """Returns the names of rows and columns."""
        if not (self.has_axes and self.is_labelled):
            return [str(index) for index in range(*rows)], [str(index) for index in range(*columns)]
        names = [shown(name) for name in self.part(rows, columns).index]
        if self.is_flat:
            return names, [shown("" if self.value.name is None else self.value.name)]
        return names, [shown(name) for name in self.part(rows, columns).columns]

    def part(self, rows, columns):
        part = self.value.iloc if self.is_labelled else self.value
        rows, columns = slice(*rows), slice(*columns)
        return part[rows] if self.is_flat else part[rows, columns]

    def cells(self, rows, columns):
        """Returns the texts of the cells, row by row."""
        if self.has_axes:
            part = self.part(rows, columns)
            at = part.iat if self.is_labelled else part
            height, width = rows[1] - rows[0], columns[1] - columns[0]
            return [[shown(at[i] if self.is_flat else at[i, j]) for j in range(width)] for i in range(height)]
        return [self.row_of_list(row, columns) for row in self.rows_of_list(rows)]

    def rows_of_list(self, rows):
        # A range may be endless, and a deque has no slices.
        if isinstance(self.value, (list, tuple, RANGE)):
            return self.value[slice(*rows)]
        return islice(iter(self.value), *rows)

    def row_of_list(self, row, columns):
        row = row if not self.is_flat and isinstance(row, (list, tuple)) else [row]
        texts = [shown(cell, False) for cell in row[slice(*columns)]]
        return texts + [""] * (columns[1] - columns[0] - len(texts))


def is_list(value):
    return hasattr(value, "__len__") and hasattr(value, "__getitem__")


def shown(value, is_plain=True):
    """Returns the text of a cell: `str()` of an array's, `repr()` of a list's."""
    try:
        if not is_plain:
            value = repr(value)
        elif not isinstance(value, (str, TEXT)):
            value = str(value)
        if not isinstance(value, TEXT):
            value = value.decode("utf-8", "replace")
    except Exception as error:
        value = type(error).__name__
    return value if len(value) <= LONGEST else value[: LONGEST - 3] + "..."


def part_of(value, first_row, end_row, first_column, end_column, limit):
    """Returns a part of a value as JSON; where there is none the object has only `refused`, a sentence.

    `limit` is for the number of cells. Rows and columns that the value lacks are left out.
    """
    try:
        table = Table(value)
        rows = min(first_row, table.rows), min(end_row, table.rows)
        columns = min(first_column, table.columns), min(end_column, table.columns)
        if max(1, rows[1] - rows[0]) * max(1, columns[1] - columns[0]) > limit:
            raise Refused("more than %d cells at once; name a smaller part, as in `array EXPR 0:100, 0:30`" % limit)
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)})
    row_labels, column_labels = table.labels(rows, columns)
    return json.dumps(
        {
            "type": table.name,
            "shape": table.shape,
            "dtype": table.element_type,
            "rows": table.rows,
            "columns": table.columns,
            "row_offset": rows[0],
            "column_offset": columns[0],
            "row_labels": row_labels,
            "column_labels": column_labels,
            "cells": table.cells(rows, columns),
        }
    )
