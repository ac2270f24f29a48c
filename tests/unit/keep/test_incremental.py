"""Incremental builds: exactly the stale files are written, and those that are up to date are kept."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from neaspec_docs import limits, pipeline, writing
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.keep import manifest, record, up_to_date
from neaspec_docs.load import tree
from neaspec_docs.model.document import Content
from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.orders import Built, Order
from neaspec_docs.project import Project
from neaspec_docs.write import formats, jobs, paper, pictures, project_files
from neaspec_docs.write.paper import File

MEETING = "title: A meeting\nshort: M-{}\ndates: {{start: 2020-10-12}}\nvenue: Hall\npapers: [{}]\n"
FILES = {
    "facts.yaml": "trees: 12\n",
    "m/meeting.yaml": MEETING.format("1", "cited, citing, alone"),
    "m/cited.yaml": "kind: paper\nsymbol: M/1\ntitle: Cited\nbody:\n"
    "  - section: One\n    id: one\n    body:\n      - para: First.\n",
    "m/citing.yaml": "kind: paper\ntitle: Citing\nbody:\n  - para: As [](m/cited#one) says.\n",
    "m/alone.yaml": "kind: paper\ntitle: Alone\nbody:\n"
    "  - para: It has {{ facts.trees }} trees.\n  - table: Trees\n    data: trees.csv\n",
    "m/trees.csv": "Kind,Number\nOak,3\n",
    "other/meeting.yaml": MEETING.format("2", "far"),
    "other/far.yaml": "kind: paper\ntitle: Far\nbody:\n  - para: Far away.\n",
}
ALL = ["m/cited", "m/citing", "m/alone"]


class Folder:
    """A project whose papers are built in html, and which of them were written the last time."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project, self.written = Project(root), list[str]()
        for name, text in FILES.items():
            self.put(name, text)
        write = jobs.write

        def noted(wanted: list[jobs.Wanted], *rest: object) -> tuple[File, ...]:
            self.written += [page.paper for page, _ in wanted]
            return write(wanted, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(jobs, "write", noted)

    def put(self, name: str, text: str) -> None:
        path = self.project.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.project.content / name).read_text("utf-8")
        assert old in text
        self.put(name, text.replace(old, new))

    def order(self, *targets: str, force: bool = False) -> Order:
        return Order(self.project, targets or ("m",), ("html",), self.project.build, 1, force=force)

    def build(self, *targets: str, force: bool = False) -> list[str]:
        """Build, and return the papers that were written."""
        self.written.clear()
        self.built = pipeline.build(self.order(*targets, force=force))
        assert [one.message for one in self.built.diagnostics if one.severity.value == "error"] == []
        return [*self.written]

    def build_whatever(self, *targets: str, force: bool = False) -> tuple[Diagnostic, ...]:
        """Build, and return what is said."""
        return pipeline.build(self.order(*targets, force=force)).diagnostics

    def unchanged(self, *targets: str) -> Built | None:
        return up_to_date.built("build", self.order(*targets))

    @property
    def manifest(self) -> Mapping[str, Mapping[str, object]]:
        said = json.loads((self.project.build / "manifest.json").read_text("utf-8"))
        files: Mapping[str, Mapping[str, object]] = said["files"]
        return files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    made = Folder(tmp_path, monkeypatch)
    assert made.build() == ALL
    return made


def test_nothing_changed_and_nothing_is_written_or_even_loaded(folder: Folder) -> None:
    found = folder.unchanged()
    assert found is not None
    assert [made.path.name for made in found.made] == ["cited.html", "citing.html", "alone.html"]
    assert all(made.kept for made in found.made)
    assert folder.build() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "written"),
    [
        ("m/alone.yaml", "It has", "There are", ["m/alone"]),
        ("m/trees.csv", "3", "4", ["m/alone"]),
        ("facts.yaml", "12", "13", ["m/alone"]),
        ("m/cited.yaml", "First", "Second", ["m/cited"]),  # its words are cited nowhere
        ("m/cited.yaml", "M/1", "M/2", ["m/cited", "m/citing"]),  # its symbol is
        ("m/cited.yaml", "  - section: One", "  - section: None\n  - section: One", ["m/cited", "m/citing"]),
        ("m/meeting.yaml", "A meeting", "The meeting", ALL),
        ("other/far.yaml", "Far away", "Near", []),
        ("m/alone.yaml", "kind: paper", "kind: paper  # a paper", []),  # no word of the page is another
    ],
)  # fmt: skip
def test_a_change_makes_those_papers_again_whose_words_change(
    folder: Folder, name: str, old: str, new: str, written: list[str]
) -> None:
    folder.change(name, old, new)
    assert folder.unchanged() is None
    assert folder.build() == written
    assert folder.unchanged() is not None


def test_the_time_of_a_file_says_nothing(folder: Folder) -> None:
    for path in folder.project.root.rglob("*.*"):
        path.touch()
    assert folder.unchanged() is not None


def test_what_comes_of_a_change_that_is_taken_back_is_made_again(folder: Folder) -> None:
    first = (folder.project.build / "m/alone.html").read_bytes()
    folder.change("m/alone.yaml", "It has", "There are")
    assert folder.build() == ["m/alone"]
    assert (folder.project.build / "m/alone.html").read_bytes() != first
    folder.change("m/alone.yaml", "There are", "It has")
    assert folder.unchanged() is None
    assert folder.build() == ["m/alone"]
    assert (folder.project.build / "m/alone.html").read_bytes() == first


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_text("mine")])
def test_what_is_gone_or_edited_is_made_again(folder: Folder, harm: Callable[[Path], object]) -> None:
    before = (folder.project.build / "m/citing.html").read_bytes()
    harm(folder.project.build / "m/citing.html")
    assert folder.unchanged() is None
    assert folder.build() == ["m/citing"]
    assert (folder.project.build / "m/citing.html").read_bytes() == before


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_text("{")])
@pytest.mark.parametrize(("name", "written"), [(manifest.NAME, []), (record.NAME, ALL)])
def test_so_are_the_manifest_and_the_record(
    folder: Folder, name: str, written: list[str], harm: Callable[[Path], object]
) -> None:
    path = folder.project.build / name
    before = path.read_bytes()
    harm(path)
    assert folder.unchanged() is None
    assert folder.build() == written
    assert path.read_bytes() == before


def test_a_style_sheet_of_the_project_s_own_makes_all_again(folder: Folder) -> None:
    own = folder.project.root / "templates" / "style.css"
    own.parent.mkdir()
    own.write_text("p { color: black }", "utf-8")
    assert folder.unchanged() is None
    assert folder.build() == ALL
    own.unlink()
    assert folder.build() == ALL


def test_a_template_makes_those_again_whose_page_it_changes(folder: Folder) -> None:
    shipped = folder.project.template("macros/text.html.j2")
    assert shipped is not None
    own = folder.project.root / "templates" / "macros" / "text.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text(shipped.read_text("utf-8") + "{# nothing #}", "utf-8")
    assert folder.unchanged() is None
    assert folder.build() == []


def test_force_makes_all_again(folder: Folder) -> None:
    assert up_to_date.built("build", folder.order(force=True)) is None
    assert folder.build(force=True) == ALL


def test_another_toolchain_makes_all_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert folder.unchanged() is None
    assert folder.build() == ALL


def test_targets_are_kept_by_what_they_name_in_whatever_order(folder: Folder) -> None:
    assert folder.unchanged("m/cited", "m/alone") is None
    assert folder.build("m/cited", "m/alone") == []
    assert folder.unchanged("m/alone", "m/cited") is not None


def test_what_is_said_of_a_file_that_is_kept_is_said_again(folder: Folder) -> None:
    folder.put("m/picture.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
               '<image href="http://example.org/x.png" width="9" height="9"/></svg>')  # fmt: skip
    folder.change(
        "m/alone.yaml", "  - table", "  - figure: A square\n    image: picture.svg\n    alt: A square\n  - table"
    )
    assert folder.build() == ["m/alone"]
    said = folder.built.diagnostics
    assert [one.code for one in said] == [Code.LEFT_OUT_OF_DRAWING]
    found = folder.unchanged()
    assert found is not None
    assert found.diagnostics == said
    folder.change("m/cited.yaml", "First", "Second")
    assert folder.build() == ["m/cited"]
    assert folder.built.diagnostics == said
    folder.put("m/picture.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert folder.build() == ["m/alone"]
    assert folder.built.diagnostics == ()


def test_an_error_writes_nothing_down(folder: Folder) -> None:
    before = (folder.project.build / record.NAME).read_bytes()
    folder.change("m/citing.yaml", "m/cited#one", "m/cited#two")
    assert pipeline.stops(pipeline.build(folder.order()).diagnostics)
    assert folder.unchanged() is None
    assert (folder.project.build / record.NAME).read_bytes() == before


def test_the_manifest_says_what_a_file_was_made_from(folder: Folder) -> None:
    folder.build("other")
    assert [*folder.manifest] == ["m/alone.html", "m/cited.html", "m/citing.html", "other/far.html"]
    said = folder.manifest["m/alone.html"]
    made_from = said["made_from"]
    assert isinstance(made_from, dict)
    own = [path for path in made_from if path.startswith("content/")]
    assert own == ["content/facts.yaml", "content/m/alone.yaml", "content/m/meeting.yaml", "content/m/trees.csv"]
    assert {"templates/paper.html.j2", "templates/style.css"} < made_from.keys()
    assert "templates/report.html.j2" not in made_from
    assert "content/m/cited.yaml" in str(folder.manifest["m/citing.html"])
    assert said["words"] == 19  # 8 in its masthead and title, 11 in its text and table, numbers and all


def test_a_file_that_is_gone_leaves_the_manifest(folder: Folder) -> None:
    (folder.project.build / "m/cited.html").unlink()
    folder.build("other")
    assert [*folder.manifest] == ["m/alone.html", "m/citing.html", "other/far.html"]


def test_a_manifest_of_someone_else_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Folder(tmp_path, monkeypatch)
    made.project.build.mkdir()
    (made.project.build / manifest.NAME).write_text('{"name": "A web app"}', "utf-8")
    with pytest.raises(manifest.NotOursError):
        made.build()
    assert [path.name for path in made.project.build.iterdir()] == [manifest.NAME]


def test_a_manifest_of_someone_else_is_not_written_over_where_ours_was(folder: Folder) -> None:
    path = folder.project.build / manifest.NAME
    for theirs in ('{"name": "A web app"}', "[]"):
        path.write_text(theirs, "utf-8")
        with pytest.raises(manifest.NotOursError):
            folder.build()
        assert path.read_text("utf-8") == theirs
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(manifest.NotOursError):
        folder.build()
    assert path.is_fifo()


def test_a_record_that_is_a_pipe_is_none(folder: Folder) -> None:
    path = folder.project.build / record.NAME
    path.unlink()
    os.mkfifo(path)
    assert folder.unchanged() is None
    assert folder.build() == ALL
    assert path.is_file()


def test_what_was_loaded_of_a_file_that_changed_meanwhile_is_not_known(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft that is saved when a build begins, and taken back when it has read it, does not pass for the paper."""
    load = tree.content

    def meanwhile(project: Project) -> Content:
        folder.change("m/alone.yaml", "There are", "There were")
        return load(project)

    folder.change("m/alone.yaml", "It has", "There are")
    with monkeypatch.context() as patch:
        patch.setattr(tree, "content", meanwhile)
        folder.build()
    folder.change("m/alone.yaml", "There were", "There are")
    assert "There were" in (folder.project.build / "m/alone.html").read_text("utf-8")
    made_from = folder.manifest["m/alone.html"]["made_from"]
    assert isinstance(made_from, dict)
    assert made_from.keys().isdisjoint({"content/m/alone.yaml"})
    assert "content/m/trees.csv" in made_from
    assert folder.unchanged() is None
    assert folder.build() == ["m/alone"]
    assert "There are" in (folder.project.build / "m/alone.html").read_text("utf-8")


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
LEFT_OUT = '<image href="http://example.org/x.png" width="9" height="9"/>'


def test_what_another_call_said_of_a_file_is_not_said_of_the_one_made_since(folder: Folder) -> None:
    """A picture beside the content is among no digests of the content: only what was made from it knows of it."""
    picture = folder.project.root / "picture.svg"
    picture.write_text(DRAWING.format(""), "utf-8")
    folder.change(
        "m/alone.yaml", "  - table", "  - figure: A square\n    image: ../../picture.svg\n    alt: A square\n  - table"
    )
    assert folder.build() == ["m/alone"]
    folder.build("m/alone")
    assert folder.unchanged() is not None
    picture.write_text(DRAWING.format(LEFT_OUT), "utf-8")
    assert folder.build("m/alone") == ["m/alone"]
    assert [one.code for one in folder.built.diagnostics] == [Code.LEFT_OUT_OF_DRAWING]
    assert folder.unchanged() is None
    assert folder.build() == []
    assert [one.code for one in folder.built.diagnostics] == [Code.LEFT_OUT_OF_DRAWING]


def test_a_file_made_again_speaks_for_itself(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where it was made from the same: a call is forgotten that came to the file as it was."""
    write, said = jobs.write, Diagnostic(Code.UNPRINTABLE, "new", Span("content/m/alone.yaml", 1, 1))

    def wordy(*given: Any) -> list[Any]:  # noqa: ANN401 -- handed on
        return [replace(file, written=replace(file.written, diagnostics=(said,))) for file in write(*given)]

    folder.build("m/cited")
    monkeypatch.setattr(jobs, "write", wordy)
    monkeypatch.setattr(writing, "stops", lambda _: False)
    folder.build_whatever("m/alone", force=True)
    assert folder.unchanged() is None
    assert folder.unchanged("m/cited") is not None
    assert folder.build_whatever() == (said,)


def test_a_call_stands_for_what_its_files_were_made_from(folder: Folder) -> None:
    """Even where the record has other things of its files than when it was written down."""
    path = folder.project.build / record.NAME
    said = json.loads(path.read_text("utf-8"))
    said["outputs"]["m/alone.html"]["read"]["content/m/none.svg"] = None
    path.write_text(json.dumps(said), "utf-8")
    assert folder.unchanged() is None


def test_data_in_a_folder_that_is_passed_over_is_looked_at_singly(folder: Folder) -> None:
    folder.put("m/__pycache__/trees.csv", "Kind,Number\nOak,3\n")
    folder.change("m/alone.yaml", "data: trees.csv", "data: __pycache__/trees.csv")
    folder.build()
    assert folder.unchanged() is not None
    folder.put("m/__pycache__/trees.csv", "Kind,Number\nOak,4\n")
    assert folder.unchanged() is None
    assert folder.build() == ["m/alone"]


@pytest.mark.parametrize("outside", [True, False])
def test_a_link_is_not_the_file_it_leads_to(
    folder: Folder, tmp_path_factory: pytest.TempPathFactory, *, outside: bool
) -> None:
    paper = folder.project.content / "m" / "alone.yaml"
    other = (tmp_path_factory.mktemp("other") if outside else folder.project.root) / "copy.yaml"
    paper.rename(other)
    paper.symlink_to(other)
    assert folder.unchanged() is None
    found = pipeline.build(folder.order())
    assert [one.code for one in found.diagnostics] == ([Code.OUTSIDE_PROJECT] if outside else [])


def test_a_picture_that_becomes_a_link_out_of_the_project_is_not_the_same(
    folder: Folder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    picture = folder.project.root / "picture.svg"
    picture.write_text(DRAWING.format(""), "utf-8")
    folder.change(
        "m/alone.yaml", "  - table", "  - figure: A square\n    image: ../../picture.svg\n    alt: A square\n  - table"
    )
    folder.build()
    assert folder.unchanged() is not None
    copy = tmp_path_factory.mktemp("other") / "copy.svg"
    picture.rename(copy)
    picture.symlink_to(copy)
    assert folder.unchanged() is None
    assert [one.code for one in pipeline.build(folder.order()).diagnostics] == [Code.OUTSIDE_PROJECT]


def test_two_targets_are_not_one_of_both_names(folder: Folder) -> None:
    folder.build("m", "other")
    assert folder.unchanged("other", "m") is not None
    assert folder.unchanged("m other") is None
    assert folder.unchanged("m", "other", "--format", "html") is None


@pytest.mark.parametrize("name", ["/etc/hostname", "m/../../x.html", "m/\x1b[31mx.html", "m/x\n.html", ""])
def test_a_name_that_this_program_never_writes_makes_the_record_none(folder: Folder, name: str) -> None:
    path = folder.project.build / record.NAME
    said = json.loads(path.read_text("utf-8"))
    for where in ("outputs", "calls"):
        harmed = json.loads(json.dumps(said))
        if where == "outputs":
            harmed["outputs"][name] = harmed["outputs"]["m/alone.html"]
        else:
            next(iter(harmed["calls"].values()))["outputs"].append(name)
        path.write_text(json.dumps(harmed), "utf-8")
        assert record.read(folder.project.build) == record.Record()
    folder.build()
    assert [*folder.built.orphans] == []


def test_the_content_is_looked_at_before_it_is_read(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved while papers are made is another the next time."""
    write = jobs.write

    def meanwhile(*given: object) -> tuple[File, ...]:
        folder.change("m/alone.yaml", "There are", "There were")
        return write(*given)  # type: ignore[arg-type]

    folder.change("m/alone.yaml", "It has", "There are")
    monkeypatch.setattr(jobs, "write", meanwhile)
    folder.build()
    assert "There are" in (folder.project.build / "m/alone.html").read_text("utf-8")
    assert folder.unchanged() is None
    monkeypatch.setattr(jobs, "write", write)
    folder.build()
    assert "There were" in (folder.project.build / "m/alone.html").read_text("utf-8")


@pytest.fixture
def packed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Return what packs the meeting, with its papers in html, and gives the Pages that were written for it."""
    monkeypatch.setattr(formats, "USUAL", ("html",))

    def pack() -> list[str]:
        folder.written.clear()
        order = Order(folder.project, ("m",), (), folder.project.build, 1)
        folder.built = pipeline.packed(order)
        assert folder.built.diagnostics == ()
        assert (up_to_date.built("pack", order) or folder.built).made[0].pages == 5
        return [*folder.written]

    return pack


def test_a_pack_takes_what_a_build_left_and_is_kept_itself(folder: Folder, packed: Callable[[], list[str]]) -> None:
    assert packed() == ["m"]
    assert packed() == []
    assert [made.kept for made in folder.built.made] == [True, True]
    both = [made.path.read_bytes() for made in folder.built.made]
    folder.change("m/alone.yaml", "It has", "There are")
    assert packed() == ["m", "m/alone"]
    assert all(made.path.read_bytes() != before for made, before in zip(folder.built.made, both, strict=True))
    folder.built.made[1].path.unlink()
    assert packed() == ["m/alone"]  # a pack leaves no paper in the folder
    folder.change("m/alone.yaml", "There are", "It has")
    assert packed() == ["m"]
    assert [made.path.read_bytes() for made in folder.built.made] == both


HARM: Mapping[str, Callable[[Any], object]] = {
    "what a call said": lambda said: [call.update(diagnostics=[1]) for call in said["calls"].values()],
    "its files": lambda said: [call.update(outputs=[["x"]]) for call in said["calls"].values()],
    "what is said of a file": lambda said: [output.update(diagnostics=[1]) for output in said["outputs"].values()],
    "its toolchain": lambda said: [output.update(toolchain=[1]) for output in said["outputs"].values()],
    "what it was made from": lambda said: [output.update(read={"x": 1}) for output in said["outputs"].values()],
    "its pages": lambda said: [output.update(pages="3") for output in said["outputs"].values()],
    "what is said of a file, to a terminal": lambda said: next(iter(said["calls"].values())).update(
        diagnostics=[["W007", "\x1b[31m", ["content/m/alone.yaml", 1, 1, 1], "", [], "warning", []]]
    ),
    "a toolchain": lambda said: said["toolchains"].update(x=3),
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_record_that_was_tampered_with_is_none(folder: Folder, harm: Callable[[Any], object]) -> None:
    path = folder.project.build / record.NAME
    said = json.loads(path.read_text("utf-8"))
    harm(said)
    path.write_text(json.dumps(said), "utf-8")
    assert record.read(folder.project.build) == record.Record()
    assert folder.unchanged() is None
    assert folder.build() == ALL


def test_a_name_that_no_file_can_have_is_none_that_is_there(folder: Folder) -> None:
    path = folder.project.build / record.NAME
    said = json.loads(path.read_text("utf-8"))
    for output in said["outputs"].values():
        output["read"] = {"\0": "x"}
    path.write_text(json.dumps(said), "utf-8")
    assert folder.unchanged() is None
    assert folder.build() == ALL


def test_what_is_lacking_for_a_time_is_tried_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a writer says is passing: the next build makes the file again."""
    writer, busy = formats.writer, True

    def wanting(name: str) -> formats.Writer:
        def write(page: Page, project: Project, layout: Layout | None = None) -> Written:
            if busy and page.paper == "m/alone":
                project_files.passing()
            return writer(name)(page, project, layout)

        return write

    monkeypatch.setattr(paper, "writer", wanting)
    assert folder.build(force=True) == ALL
    assert "m/alone.html" in folder.manifest
    assert folder.unchanged() is None
    assert folder.build() == ["m/alone"]
    busy = False
    assert folder.build() == ["m/alone"]
    assert folder.unchanged() is not None


def test_a_drawing_that_is_not_drawn_in_time_is_tried_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.put("m/square.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    figure = "  - figure: A square\n    image: square.svg\n    alt: A square\n"
    folder.change("m/alone.yaml", "  - table", f"{figure}  - table")
    order = Order(folder.project, ("m/alone",), ("docx",), folder.project.build, 1)
    with monkeypatch.context() as busy:
        busy.setattr(pictures, "_GIVEN_UP", set[bytes]())
        busy.setattr(pictures, "_DRAW", "import time; time.sleep(1e6)")
        busy.setattr(limits, "LONGEST_WAIT", 0.1)
        assert [fault.code for fault in pipeline.build(order).diagnostics] == [Code.UNPRINTABLE]
    assert up_to_date.built("build", order) is None
    folder.written.clear()
    assert pipeline.build(order).diagnostics == ()
    assert folder.written == ["m/alone"]
    assert up_to_date.built("build", order) is not None


def test_a_paper_that_is_gone_leaves_the_manifest_and_that_is_said_once(folder: Folder) -> None:
    (folder.project.content / "m/alone.yaml").unlink()
    folder.change("m/meeting.yaml", ", alone", "")
    folder.build()
    gone = folder.project.build / "m/alone.html"
    assert [*folder.built.orphans] == [gone]
    assert gone.is_file()
    assert [*folder.manifest] == ["m/cited.html", "m/citing.html"]
    folder.build(force=True)
    assert [*folder.built.orphans] == []
