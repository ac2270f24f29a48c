"""`redline` as scripts know it: which files it writes, who signed the changes, what stops it and what does not."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import repositories
from click.testing import CliRunner, Result
from repositories import ANN, BOB, MEETING, PAPER, History

from neaspec_docs.cli.main import main

Run = Callable[..., Result]
HERONS = "content/ex-1/herons.yaml"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="{}"/></svg>'


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    repositories.alone(monkeypatch)
    return repositories.begun(tmp_path / "top")


@pytest.fixture
def run(history: History) -> Run:
    return lambda *words: CliRunner().invoke(main, ["-C", str(history.folder), *words], catch_exceptions=False)


def _word(history: History, paper: str = "ex-1/herons") -> str:
    with zipfile.ZipFile(history.folder / f"build/{paper}.redline.docx") as file:
        return file.read("word/document.xml").decode()


def _revisions(xml: str) -> set[tuple[str, str, str | None]]:
    """Return of each tracked change whether it is one, by whom and when."""
    found = set()
    for kind, attributes in re.findall(r"<w:(ins|del) ([^>]*)>", xml):
        said = dict(re.findall(r'w:(\w+)="([^"]*)"', attributes))
        found.add((kind, said["author"], said.get("date")))
    return found


def _words(xml: str, kind: str) -> str:
    """Return all words inserted or deleted."""
    parts = re.findall(rf"<w:{kind} [^>]*>(.*?)</w:{kind}>", xml, re.DOTALL)
    return "|".join("".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", part)) for part in parts)


def test_it_writes_word_and_pdf_beside_the_paper(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    done = run("redline", "HEAD", "ex-1/herons")
    assert (done.exit_code, done.stderr) == (0, "")
    assert [re.split(r"\s{2,}|build/", line)[1] for line in done.stdout.splitlines()] == [
        "ex-1/herons.redline.docx", "ex-1/herons.redline.pdf",
    ]  # fmt: skip
    assert re.search(r"\d pages? +\d+\.\d s$", done.stdout)
    assert sorted(path.name for path in (history.folder / "build/ex-1").iterdir()) == [
        "herons.redline.docx", "herons.redline.pdf",
    ]  # fmt: skip
    xml = _word(history)
    assert (_words(xml, "del"), _words(xml, "ins")) == ("wait", "sleep")


def test_formats_and_another_folder(run: Run, history: History, tmp_path: Path) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    done = run("-q", "redline", "HEAD", "ex-1/herons", "--format", "html", "--out", str(tmp_path / "out"))
    assert (done.exit_code, done.stdout) == (0, "")
    page = (tmp_path / "out/ex-1/herons.redline.html").read_text("utf-8")
    assert re.search(r"<del[^>]*>wait</del>", page)
    assert re.search(r"<ins[^>]*>sleep</ins>", page)
    assert not (history.folder / "build").exists()


def test_each_change_is_signed_by_its_commit(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    assert run("redline", "HEAD~1", "ex-1/herons", "--format", "docx", "--author", "The Desk").exit_code == 0
    assert _revisions(_word(history)) == {
        ("ins", BOB, "2026-03-02T09:06:00Z"), ("del", BOB, "2026-03-02T09:06:00Z"),
        ("ins", "The Desk", None), ("del", "The Desk", None),
    }  # fmt: skip
    assert run("redline", "HEAD~1..HEAD", "ex-1/herons", "--format", "docx").exit_code == 0
    assert {author for _, author, _ in _revisions(_word(history))} == {BOB}


def test_two_authors_of_one_paragraph_sign_their_own_words(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.edit(HERONS, "stand in the marsh.", "stand in the reeds.")
    history.commit("C\x1fem \u202e")
    assert run("redline", "HEAD~2", "ex-1/herons", "--format", "docx").exit_code == 0
    xml = _word(history)
    parts = re.findall(r'<w:(ins|del) [^>]*w:author="([^"]*)"[^>]*>(.*?)</w:\1>', xml, re.DOTALL)
    said = [(kind, by, "".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", part))) for kind, by, part in parts]
    cem = "C\ufffdem \ufffd"
    assert [(kind, by, words.rstrip(".")) for kind, by, words in said] == [
        ("del", cem, "marsh. "), ("del", BOB, "They wait"), ("ins", cem, "reeds. "), ("ins", BOB, "They sleep"),
    ]  # fmt: skip


def test_what_is_not_committed_has_the_date_that_is_given(
    run: Run, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    history.git("config", "user.name", "Dee")
    history.edit(HERONS, "They wait.", "They sleep.")
    assert run("redline", "HEAD", "ex-1/herons", "--format", "docx").exit_code == 0
    assert _revisions(_word(history)) == {(kind, "Dee", "2026-01-01T00:00:00Z") for kind in ("ins", "del")}


def test_the_same_two_versions_give_the_same_bytes(run: Run, history: History, tmp_path: Path) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    for folder in ("a", "b"):
        out = str(tmp_path / folder)
        assert run("redline", "HEAD~1", "ex-1/herons", "--format", "docx,pdf,html", "--out", out).exit_code == 0
    for form in ("docx", "pdf", "html"):
        one, other = (tmp_path / folder / f"ex-1/herons.redline.{form}" for folder in ("a", "b"))
        assert one.read_bytes() == other.read_bytes()


def test_the_way_of_negotiated_texts(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    done = run("redline", "HEAD", "ex-1/herons", "--style", "brackets", "--format", "docx,html")
    assert done.exit_code == 0
    xml = _word(history)
    assert _revisions(xml) == set()
    assert "[wait]" in "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", xml))


def test_an_error_in_the_old_version_alone_is_a_warning(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They wait, see [](#nowhere), {{ facts.none }}.[^none]")
    history.commit()
    history.edit(HERONS, "They wait, see [](#nowhere), {{ facts.none }}.[^none]", "They wait.")
    done = run("redline", "HEAD", "ex-1/herons", "--format", "docx")
    assert done.exit_code == 0
    assert "warning[R101]" in done.stderr
    assert "--> HEAD:content/ex-1/herons.yaml:9:" in done.stderr
    assert "error[" not in done.stderr
    assert "see [](#nowhere)" in _words(_word(history), "del")


def test_an_error_in_the_new_version_stops_it(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They wait, see [](#nowhere).")
    done = run("redline", "HEAD", "ex-1/herons")
    assert done.exit_code == 1
    assert "error[R101]" in done.stderr
    assert "--> content/ex-1/herons.yaml:9:" in done.stderr
    assert not (history.folder / "build").exists()


def test_an_old_version_that_does_not_load_stops_it(run: Run, history: History) -> None:
    history.edit(HERONS, "kind: paper", "kind: papre")
    history.commit()
    history.edit(HERONS, "kind: papre", "kind: paper")
    done = run("redline", "HEAD", "ex-1/herons")
    assert done.exit_code == 1
    assert "--> HEAD:content/ex-1/herons.yaml:1:7" in done.stderr
    assert not (history.folder / "build").exists()


def test_of_a_new_paper_all_is_new_and_of_one_that_is_gone_all_is_gone(run: Run, history: History) -> None:
    history.write("content/ex-1/reeds.yaml", PAPER.replace("Herons", "Cranes").replace("They wait.", "Wind blows."))
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[reeds]")
    (history.folder / HERONS).rename(history.folder / "herons.yaml")
    (history.folder / "content/ex-1/reeds.yaml").write_text(
        "kind: paper\ntitle: Reeds\nbody:\n  - text: New.\n", "utf-8"
    )
    assert run("redline", "HEAD", "ex-1/reeds", "--format", "docx,pdf").exit_code == 0
    assert "New." in _words(_word(history, "ex-1/reeds"), "ins")
    assert run("redline", "HEAD", "ex-1/herons", "--format", "docx,pdf").exit_code == 0
    assert "They wait." in _words(_word(history), "del")


def test_a_paper_that_has_another_name_now_is_the_same_paper(run: Run, history: History) -> None:
    (history.folder / HERONS).rename(history.folder / "content/ex-1/birds.yaml")
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[birds]")
    history.edit("content/ex-1/birds.yaml", "They wait.", "They sleep.")
    history.commit(BOB)
    assert run("redline", "HEAD~1", "ex-1/birds", "--format", "docx").exit_code == 0
    xml = _word(history, "ex-1/birds")
    assert (_words(xml, "del"), _words(xml, "ins")) == ("wait", "sleep")
    assert {author for _, author, _ in _revisions(xml)} == {BOB}


def test_a_picture_of_the_same_name_with_other_bytes_is_another_picture(run: Run, history: History) -> None:
    history.write("content/ex-1/map.svg", SVG.format("#036"))
    history.edit(HERONS, "  - section", "  - figure: Map\n    image: map.svg\n    alt: Lakes\n  - section")
    history.commit()
    assert "No changes" in run("diff").stdout
    history.write("content/ex-1/map.svg", SVG.format("#c00"))
    assert "Figure 1 changed" in run("diff").stdout.replace("figure", "Figure")
    done = run("redline", "HEAD", "ex-1/herons", "--format", "docx,pdf,html")
    assert (done.exit_code, done.stderr) == (0, "")
    page = (history.folder / "build/ex-1/herons.redline.html").read_text("utf-8")
    assert len(re.findall(r"<img ", page)) == 2
    with zipfile.ZipFile(history.folder / "build/ex-1/herons.redline.docx") as file:
        drawings = [file.read(name) for name in file.namelist() if name.endswith(".svg")]
    assert sorted(b"#036" in drawing for drawing in drawings) == [False, True]


def test_a_picture_that_only_moved_is_the_same_one(run: Run, history: History) -> None:
    history.write("content/ex-1/map.svg", SVG.format("#036"))
    history.edit(HERONS, "  - section", "  - figure: Map\n    image: map.svg\n    alt: Lakes\n  - section")
    history.commit()
    (history.folder / "content/ex-1/map.svg").rename(history.folder / "content/ex-1/lakes.svg")
    history.edit(HERONS, "map.svg", "lakes.svg")
    assert run("diff").stdout == "No changes\n"


def test_slides_have_a_redline_in_pdf(run: Run, history: History) -> None:
    slides = "kind: slides\ntitle: Herons\nbody:\n  - slide: Marshes\n    body:\n      - list: [reeds, water]\n"
    history.write("content/ex-1/talk.yaml", slides)
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[herons, talk]")
    history.commit()
    history.edit("content/ex-1/talk.yaml", "water", "mud")
    done = run("redline", "HEAD", "ex-1/talk")
    assert done.exit_code == 0
    assert [path.name for path in (history.folder / "build/ex-1").iterdir()] == ["talk.redline.pdf"]
    wrong = run("redline", "HEAD", "ex-1/talk", "--format", "docx")
    assert wrong.exit_code == 2
    assert "`docx` is for papers of text" in wrong.stderr


def test_two_files_need_no_git(history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "before.yaml"
    old.write_text(PAPER, "utf-8")
    history.edit(HERONS, "They wait.", "They sleep.")
    monkeypatch.setenv("PATH", "")
    words = ["-C", str(history.folder), "redline", "--files", str(old), HERONS, "--format", "docx", "--author", ANN]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert {author for _, author, _ in _revisions(_word(history))} == {ANN}
    loose = ["-C", str(tmp_path), "redline", "--files", str(old), str(old), "--format", "docx"]
    assert CliRunner().invoke(main, loose).exit_code == 0
    assert (tmp_path / "build/files/before.redline.docx").is_file()


@pytest.mark.parametrize("folder", ["../out", "content/ex-1"])
def test_two_copies_may_have_the_symbol_of_the_paper_they_were_copied_from(
    run: Run, history: History, folder: str
) -> None:
    history.edit(HERONS, "title: Herons", "title: Herons\nsymbol: EX/1/1")
    paper = (history.folder / HERONS).read_text("utf-8")
    place = history.folder / folder
    place.mkdir(exist_ok=True)
    (place / "before.yaml").write_text(paper, "utf-8")
    (place / "after.yaml").write_text(paper.replace("They wait.", "They sleep."), "utf-8")
    done = run("redline", "--files", f"{folder}/before.yaml", f"{folder}/after.yaml", "--format", "docx")
    assert "symbol" not in done.stderr
    assert done.exit_code == 0, done.stderr
    (made,) = history.folder.glob("build/*/after.redline.docx")
    assert _words(_word(history, f"{made.parent.name}/after"), "ins") == "sleep"


def test_a_symbol_used_twice_in_a_revision_still_stops_it(run: Run, history: History) -> None:
    history.edit(HERONS, "title: Herons", "title: Herons\nsymbol: EX/1/1")
    (history.folder / "content/ex-1/copy.yaml").write_text((history.folder / HERONS).read_text("utf-8"), "utf-8")
    done = run("redline", "HEAD", "ex-1/herons", "--format", "docx")
    assert done.exit_code == 1
    assert "the symbol `EX/1/1` is used twice" in done.stderr


def test_what_two_files_are_may_be_said(run: Run, history: History, tmp_path: Path) -> None:
    blob, copy = tmp_path / "blob", tmp_path / "copy"
    blob.write_text(PAPER, "utf-8")
    copy.write_text(PAPER.replace("They wait.", "They sleep."), "utf-8")
    done = run("redline", "--files", str(blob), str(copy), "--as", HERONS, "--format", "docx")
    assert done.exit_code == 0, done.stderr
    assert _words(_word(history), "ins") == "sleep"
    alone = run("redline", "HEAD", "ex-1/herons", "--as", HERONS)
    assert alone.exit_code == 2
    assert "`--as PATH` says what the two files of `--files OLD NEW` are" in alone.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "a REV and a PAPER are missing"),
        (("HEAD",), "not `HEAD` alone"),
        (("HEAD", "ex-1/herons", "ex-1/reeds"), "one paper at a time"),
        (("HEAD", "ex-1"), "`ex-1` is a meeting, and a redline is of one paper: say, for one, `ex-1/herons`"),
        (("HEAD", "ex-1/heron"), "did you mean `ex-1/herons`?"),
        (("mian", "ex-1/herons"), "there is no revision `mian`; did you mean `main`?"),
        (("--", "--output=x", "ex-1/herons"), "there is no revision `--output=x`"),
        (("HEAD", "ex-1/herons", "--format", "pptx"), "there is no format `pptx`; there are docx, pdf, html"),
        (("HEAD", "ex-1/herons", "--style", "bracket"), "'bracket' is not one of"),
        (("--files", "content/ex-1/meeting.yaml", "content/ex-1/meeting.yaml"), "these files are none"),
    ],
)
def test_a_wrong_call_exits_2_and_says_why(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run("redline", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.startswith("Error: ")
    assert done.stdout == ""


def test_a_folder_that_cannot_be_written(run: Run, history: History) -> None:
    history.write("build", "a file")
    done = run("redline", "HEAD", "ex-1/herons", "--format", "html")
    assert done.exit_code == 2
    assert "can't be written" in done.stderr


def test_a_fault_elsewhere_does_not_stop_it(run: Run, history: History) -> None:
    history.write("content/ex-2/meeting.yaml", MEETING.replace("title", "titel"))
    assert run("redline", "HEAD", "ex-1/herons", "--format", "html").exit_code == 0


def test_that_nothing_changed_is_said(run: Run, history: History) -> None:
    same = run("redline", "HEAD", "ex-1/herons", "--format", "html")
    assert (same.exit_code, same.stderr) == (0, "Nothing changed in the paper from HEAD to the working tree\n")
    history.edit(HERONS, "They wait.", "They sleep.")
    assert run("redline", "HEAD", "ex-1/herons", "--format", "html").stderr == ""
