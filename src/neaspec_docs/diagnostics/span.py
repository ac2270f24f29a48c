"""Where something stands in the source: file, line, column, length."""

from typing import NamedTuple


class Span(NamedTuple):  # and no data class, for each node has one, and a frozen one takes three times as long to make
    """A stretch of one line of a source file.

    `file` is the path below the project's folder, with forward slashes; `line` and `column` count from 1;
    `length` is in characters and at least 1. It equals any tuple of the same four.
    """

    file: str
    line: int
    column: int
    length: int = 1


NOWHERE = Span("", 1, 1)
"""The place of a node that no file holds: made by the program or by a test."""
