"""A paper's name goes to the end of the meeting's list of papers, and not another byte of the file changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.load import meetings, paper_list, source
from neaspec_docs.project import Project

HEAD = "# A meeting.\ntitle: M  # its name\nshort: M-1\ndates: {start: 2030-01-14}\nvenue: V\n"


def named(papers: str, folder: Path, head: str = HEAD, paper: str = "new") -> str:
    """Return the file with these lines for the papers, after a paper was named in it."""
    file = folder / "content" / "m" / "meeting.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((head + papers).encode())
    (_, data), meeting, faults = paper_list.named(file.with_name(f"{paper}.yaml"), Project(folder))
    assert [fault.message for fault in faults] == []
    assert meeting is not None
    return data.decode().removeprefix(head)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("papers: []\n", "papers: [new]\n"),
        ("papers: [] # none yet\n", "papers: [new] # none yet\n"),
        ("papers: [\n  # none yet\n]\n", "papers: [new\n  # none yet\n]\n"),
        ("papers: [a]\n", "papers: [a, new]\n"),
        ("papers:  [ a , 'b' ]  # two\n", "papers:  [ a , 'b', new ]  # two\n"),
        ("papers: [a, b,]\n", "papers: [a, b, new,]\n"),
        ("papers: [a,\n  b]\n", "papers: [a,\n  b, new]\n"),
        ("papers: [\n  a,\n  b\n]\n", "papers: [\n  a,\n  b,\n  new\n]\n"),
        ("papers: [\n  a,\n  b, # last\n]\n", "papers: [\n  a,\n  b, # last\n  new,\n]\n"),
        ("papers: [\n  a,\n  b # last\n  , ]\n", "papers: [\n  a,\n  b, new # last\n  , ]\n"),
        ("papers:\n  - a\n", "papers:\n  - a\n  - new\n"),
        ("papers:\n- a\n-   b  # last\n\n# end\n", "papers:\n- a\n-   b  # last\n-   new\n\n# end\n"),
        ("papers:\n  - a", "papers:\n  - a\n  - new"),
        ("papers:\n  -\n    a\nhost: H\n", "papers:\n  -\n    a\n  - new\nhost: H\n"),
        ("papers:\n  - |\n    a\nhost: H\n", "papers:\n  - |\n    a\n  - new\nhost: H\n"),
        ("papers:\r\n  - a\r\nhost: H\r\n", "papers:\r\n  - a\r\n  - new\r\nhost: H\r\n"),
        ("papers:\n  - a\n  # - b, not yet\nhost: H\n", "papers:\n  - a\n  - new\n  # - b, not yet\nhost: H\n"),
        ("papers: [a, new]\n", "papers: [a, new]\n"),
    ],
)
def test_where_the_name_goes(before: str, after: str, tmp_path: Path) -> None:
    assert named(before, tmp_path) == after


def test_marks_and_line_ends_of_the_file_stay(tmp_path: Path) -> None:
    head = "\ufeff" + HEAD.replace("\n", "\r\n")
    assert named("papers: [a]\r\n", tmp_path, head) == "papers: [a, new]\r\n"


_NAMES = st.lists(st.sampled_from(["a", "b-2", "note", "'q'", '"1"', "2024"]), unique=True, max_size=4)
_SPACE = st.sampled_from(["", " ", "  "])
_COMMENTS = st.sampled_from(["", " # why", "  # a, b]"])


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Return a list of papers in any layout."""
    names, indent = draw(_NAMES), draw(_SPACE)
    form = draw(st.sampled_from(["line", "lines", "dashes"]))
    if form == "dashes" and names:
        gap = " " + draw(_SPACE)
        return "papers:\n" + "".join(f"{indent}-{gap}{name}{draw(_COMMENTS)}\n" for name in names)
    if form == "lines":
        lines = "".join(f"{indent} {name},{draw(_COMMENTS)}\n" for name in names[:-1])
        last = f"{indent} {names[-1]}{draw(st.sampled_from(['', ',']))}{draw(_COMMENTS)}\n" if names else ""
        return f"papers: [\n{lines}{last} ]{draw(_COMMENTS)}\n"
    return f"papers: [{draw(_SPACE)}{f'{draw(_SPACE)}, '.join(names)}{draw(_SPACE)}]{draw(_COMMENTS)}\n"


@given(papers=lists(), after=st.sampled_from(["", "host: H\n", "\n# the end\n"]), ends=st.sampled_from(["\n", "\r\n"]))
def test_whatever_the_layout_only_the_name_is_added(
    papers: str, after: str, ends: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("project")
    before = (HEAD + papers + after).replace("\n", ends)
    now = named(before, folder, head="")
    rest = iter(now)
    assert all(sign in rest for sign in before), now  # all that was there is there, in its order
    assert len(now) - len(before) <= len(f"{ends}    -   new,,")
    file = source.Source("m", now.replace("\r\n", "\n"), folder, Project(folder), Diagnostics())
    again = meetings.read(file)
    assert again is not None
    assert again.meeting.papers[-1] == "new"
    assert now.count(" #") + now.count("\n#") == before.count(" #") + before.count("\n#")


def test_a_file_with_a_fault_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "content" / "m" / "meeting.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"{HEAD}papers: a\n", "utf-8")
    (_, data), meeting, faults = paper_list.named(file.with_name("new.yaml"), Project(tmp_path))
    assert (data, meeting) == (b"", None)
    assert [fault.message for fault in faults] == ["`papers` must be a list of papers, not text"]


def test_a_list_that_only_its_author_can_add_to_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "content" / "m" / "meeting.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"{HEAD}papers:\n  - # the first\n    a\n", "utf-8")
    (_, data), meeting, (fault,) = paper_list.named(file.with_name("new.yaml"), Project(tmp_path))
    assert (data, meeting) == (b"", None)
    assert fault.help == "write `new` into it, and call again"
    assert fault.at.line == 8
