"""The lines of files as they lie on the disk, and the places of a text in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from neaspec_docs.check import files
from neaspec_docs.check.files import Files
from neaspec_docs.diagnostics.span import Span

BEGIN = Span("f.yaml", 1, 1)


def _files(folder: Path, written: bytes) -> Files:
    (folder / "f.yaml").write_bytes(written)
    return Files(folder)


@pytest.mark.parametrize("written", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n"])
def test_lines_have_neither_ends_nor_a_byte_order_mark(written: bytes, tmp_path: Path) -> None:
    assert _files(tmp_path, written).lines("f.yaml") == ("a", "b", "")


@pytest.mark.parametrize("written", [b"", b"\xff\xfea\x00"])
def test_a_file_that_is_empty_or_no_text_has_no_lines(written: bytes, tmp_path: Path) -> None:
    assert _files(tmp_path, written).lines("f.yaml") == ()


def test_a_file_that_is_not_there_has_no_lines(tmp_path: Path) -> None:
    assert Files(tmp_path).lines("f.yaml") == ()


def test_a_file_is_read_once(tmp_path: Path) -> None:
    files = _files(tmp_path, b"a")
    assert files.lines("f.yaml") == ("a",)
    (tmp_path / "f.yaml").write_bytes(b"b")
    assert files.lines("f.yaml") == ("a",)


@pytest.mark.parametrize(
    ("written", "text", "word", "place"),
    [
        ("one two", "one two", "two", (1, 5, 3)),
        ("one\n    two", "one two", "two", (2, 5, 3)),
        ("one\n\n  two", "one two", "two", (3, 3, 3)),
        ("one   \n  two", "one two", "two", (2, 3, 3)),
        ("a \\* b", "a * b", "*", (1, 3, 2)),
        ("a \\* b", "a * b", "b", (1, 6, 1)),
        ("it''s so", "it's so", "'", (1, 3, 2)),
        ("it''s so", "it's so", "so", (1, 7, 2)),
        ('a \\"b\\"', 'a "b"', "b", (1, 5, 1)),
        ("one  two   of", "one two of", "of", (1, 12, 2)),  # a line is read with one space for several
        ("one  two", "one two", " ", (1, 4, 2)),
        ("one  two", "one  two", "two", (1, 6, 3)),
        ("中文 😀 so", "中文 😀 so", "so", (1, 6, 2)),
    ],
)
def test_a_word_is_found_past_line_ends_and_escapes(
    written: str, text: str, word: str, place: tuple[int, int, int], tmp_path: Path
) -> None:
    start = text.index(word)
    found = _files(tmp_path, written.encode()).find(text, BEGIN, start, start + len(word))
    assert found == Span("f.yaml", *place)


@pytest.mark.parametrize(
    ("written", "text", "word"),
    [
        ("one\ntwo", "one two", "one two"),  # over the end of a line
        ("one\ntwo", "one two", " "),  # the end of a line itself
        ("one", "one two", "two"),  # the file ends before it
        ("one &amp; two", "one & two", "&"),  # one character of five
        ("one &amp; two", "one & two", "two"),
        ("a \\\\ b", "a \\ b", "\\"),  # one, two or four in the file
        ("it''s", "it''s", "''"),  # two or four
        ("on\\x65 two", "one two", "two"),  # an escape of YAML's
        ("other", "one", "one"),
        (">-\n  > 5 of two", "> 5 of two", ">"),  # folded text begins at its sign
    ],
)
def test_a_place_that_is_not_certain_is_none(written: str, text: str, word: str, tmp_path: Path) -> None:
    start = text.index(word)
    assert _files(tmp_path, written.encode()).find(text, BEGIN, start, start + len(word)) is None


@pytest.mark.parametrize(
    ("written", "text", "word", "column"),
    [
        ('a ""b"" c', 'a "b" c', '"', 3),
        ('a ""b"" c', 'a "b" c', "c", 9),
        ("a ''b c", "a ''b c", "b", 5),
    ],
)
def test_a_file_of_data_doubles_quotation_marks_alone(
    written: str, text: str, word: str, column: int, tmp_path: Path
) -> None:
    (tmp_path / "f.csv").write_text(written)
    start = text.index(word)
    found = Files(tmp_path).find(text, Span("f.csv", 1, 1), start, start + 1)
    assert found is not None
    assert (found.column, found.length) == (column, 2 if word == '"' else 1)


def test_a_text_is_mapped_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mapped: list[str] = []

    def places(lines: tuple[str, ...], text: str, begin: Span) -> Iterator[tuple[int, int, int]]:
        mapped.append(text)
        return real(lines, text, begin)

    real = files._places
    monkeypatch.setattr(files, "_places", places)
    found = _files(tmp_path, b"one two")
    for start, end in ((0, 3), (4, 7), (0, 7)):
        assert found.find("one two", BEGIN, start, end) == Span("f.yaml", 1, start + 1, end - start)
    assert mapped == ["one two"]
    assert found.find("two", Span("f.yaml", 1, 5), 0, 3) == Span("f.yaml", 1, 5, 3)
    assert mapped == ["one two", "two"]
