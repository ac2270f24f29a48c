"""Fixes: which are made, that nothing else changes, and that a file which would load worse is put back."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.check import fixes
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Edit, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.write import files


def fault(*edits: tuple[int, int, int, str], file: str = "a.yaml") -> Diagnostic:
    """Return a finding with these edits: line, column, length, new words."""
    made = tuple(Edit(Span(file, line, column, length), new) for line, column, length, new in edits)
    return Diagnostic(Code.STRAIGHT_QUOTE, "m", Span(file, 1, 1), severity=Severity.WARNING, fix=made)


def mended(folder: Path, text: str, *faults: Diagnostic) -> str:
    (folder / "a.yaml").write_bytes(text.encode())
    return fixes.mended(faults, folder).get("a.yaml", text.encode()).decode()


def test_several_fixes_in_one_line_keep_their_places(tmp_path: Path) -> None:
    found = (fault((1, 1, 3, "three")), fault((1, 9, 1, "")), fault((2, 1, 1, "ö")))
    assert mended(tmp_path, "one two x\nend", *found) == "three two \nönd"


def test_a_fix_of_words_that_another_changes_waits(tmp_path: Path) -> None:
    assert mended(tmp_path, "abc", fault((1, 1, 2, "X")), fault((1, 2, 2, "Y"))) == "Xc"
    assert mended(tmp_path, "abc", fault((1, 1, 1, "X"), (1, 3, 1, "Z")), fault((1, 3, 1, "Y"))) == "XbZ"


def test_a_fix_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    assert mended(tmp_path, "abc", fault((1, 3, 1, "Z")), fault((1, 1, 1, "X"), (1, 3, 1, "Y"))) == "abZ"


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b", "\x0c", "\x1c"])
def test_a_sign_that_python_takes_for_a_line_end_ends_no_line(tmp_path: Path, sign: str) -> None:
    assert mended(tmp_path, f"a{sign}b\nc", fault((2, 1, 1, "X"))) == f"a{sign}b\nX"


@given(lines=st.lists(st.text(st.characters(exclude_characters="\r\n", codec="utf-8")), min_size=1), data=st.data())
def test_all_else_stays_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], data: st.DataObject
) -> None:
    line = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[line])))
    length = data.draw(st.integers(0, len(lines[line]) - start))
    ends = data.draw(st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=len(lines), max_size=len(lines)))
    if any(one == "\r" and not after for one, after in zip(ends, lines[1:], strict=False)):
        ends = ["\n"] * len(lines)  # "\r" and "\n" would come together
    text = [line + end for line, end in zip(lines, ends, strict=True)]
    new = mended(tmp_path_factory.mktemp("fix"), "".join(text), fault((line + 1, start + 1, length, "NEW")))
    changed = lines[line][:start] + "NEW" + lines[line][start + length :] + ends[line]
    assert new == "".join((*text[:line], changed, *text[line + 1 :]))


def test_the_diff_can_be_applied(tmp_path: Path) -> None:
    text = "one\ntwo\nthree"
    (tmp_path / "a.yaml").write_text(text)
    (tmp_path / "b.yaml").write_bytes(b"\xef\xbb\xbfone\r\n")
    new = fixes.mended([fault((3, 1, 5, "3")), fault((1, 1, 3, "1"), file="b.yaml")], tmp_path)
    shown = "".join(fixes.shown(new, tmp_path))
    assert "\\ No newline at end of file" in shown
    subprocess.run(["git", "apply", "-"], input=shown.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "a.yaml").read_text() == "one\ntwo\n3"
    assert (tmp_path / "b.yaml").read_bytes() == b"\xef\xbb\xbf1\r\n"


class Folder:
    """Files in which `a` is to become `b`, then `c`, and `d` an `e`, with which a file does not load."""

    def __init__(self, root: Path, **texts: str) -> None:
        self.root = root
        self.left: list[Diagnostic] = []
        for name, text in texts.items():
            (root / name).write_text(text)

    def texts(self) -> Mapping[str, str]:
        return {path.name: path.read_text() for path in sorted(self.root.iterdir())}

    def check(self) -> tuple[Diagnostic, ...]:
        after = {"a": "b", "b": "c", "d": "e", "x": "y", "y": "x"}
        return tuple(
            fault((1, place, 1, after[sign]), file=name)
            for name, text in self.texts().items()
            for place, sign in enumerate(text, 1)
            if sign in after
        )

    def faults(self) -> tuple[Diagnostic, ...]:
        return tuple(
            Diagnostic(Code.NOT_YAML, "m", Span("f" if "q" in name else name, 1, place + 1))
            for name, text in self.texts().items()
            for place, sign in enumerate(text)
            if sign == "e"
        )

    def mend(self) -> tuple[str, ...]:
        return fixes.mend(self.root, self.check, self.faults, self.rewrite, self.left.append)[0]

    def rewrite(self, new: Mapping[Path, bytes]) -> None:
        files.rewrite(new, {})


def test_fixes_that_make_others_possible_are_followed(tmp_path: Path) -> None:
    folder = Folder(tmp_path, one="aab", two="c")
    assert folder.mend() == ("one",)
    assert folder.texts() == {"one": "ccc", "two": "c"}


def test_a_fix_with_which_a_file_would_load_worse_is_left_and_named_and_all_others_are_made(tmp_path: Path) -> None:
    folder = Folder(tmp_path, one="adaaaa", two="a", three="d")
    assert folder.mend() == ("one", "two")
    assert folder.texts() == {"one": "cdcccc", "three": "d", "two": "c"}
    assert [(one.at.file, one.fix[0].at.column) for one in folder.left] == [("one", 2), ("three", 1)]


def test_where_a_fault_comes_up_elsewhere_the_fix_that_makes_it_is_left(tmp_path: Path) -> None:
    folder = Folder(tmp_path, q="d", two="a")
    assert folder.mend() == ("two",)
    assert folder.texts() == {"q": "d", "two": "c"}


def test_rules_that_contradict_each_other_come_to_an_end(tmp_path: Path) -> None:
    folder = Folder(tmp_path, one="x")
    assert folder.mend() == ()
    assert folder.texts() == {"one": "x"}
