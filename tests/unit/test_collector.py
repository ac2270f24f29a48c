"""When Python looks through its memory."""

import gc
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from papers import PROJECT

from neaspec_docs import collector
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.project import Project
from neaspec_docs.write.pdf import engine
from neaspec_docs.write.pdf.writer import write

_ASKED = """
import gc
from neaspec_docs import collector

class Ring:
    def __init__(self):
        self.own = self

before = gc.get_threshold()
collector.call_seldom()
assert gc.get_threshold() == (collector.BETWEEN, *before[1:]), gc.get_threshold()
assert collector.BETWEEN > before[0]
gc.collect()
for _ in range(1_000):
    Ring()
assert sum(isinstance(one, Ring) for one in gc.get_objects()) == 1_000
gc.collect()
assert not any(isinstance(one, Ring) for one in gc.get_objects())
kept = [Ring() for _ in range(10)]
collector.leave_all()
assert not any(isinstance(one, Ring) for one in gc.get_objects())
assert all(one.own is one for one in kept)
print("as said")
"""


@pytest.fixture
def as_before() -> Iterator[None]:
    """Leave the collector of this process as it was."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.enable()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("as_before")
def test_it_rests_until_it_goes_on() -> None:
    collector.rest()
    assert not gc.isenabled()
    collector.go_on()
    assert gc.isenabled()
    assert gc.get_threshold()[0] == collector.BETWEEN
    assert gc.get_freeze_count() > 1000


@pytest.mark.usefixtures("as_before")
def test_what_never_rested_is_left_as_it_is() -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    collector.go_on()
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("runs", [True, False])
def test_undisturbed_it_does_not_run_and_then_is_as_it_was(*, runs: bool) -> None:
    (gc.enable if runs else gc.disable)()
    with collector.undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled() is runs


@pytest.mark.usefixtures("as_before")
def test_it_runs_again_when_the_last_undisturbed_block_has_ended() -> None:
    gc.enable()
    first, second = collector.undisturbed(), collector.undisturbed()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


@pytest.mark.usefixtures("as_before")
def test_a_pdf_is_made_undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    gc.enable()
    ran: list[bool] = []
    whole = engine.making

    def making(root: Element, page: Page, project: Project) -> Generator[Layout, None, engine.Made]:
        ran.append(gc.isenabled())
        made = yield from whole(root, page, project)
        ran.append(gc.isenabled())
        return made

    monkeypatch.setattr(engine, "making", making)
    root = Element("html", lang="en")
    root.extend((Element("head"), Element("body", {"data-headings": ""})))
    write(Page("m/p", root), PROJECT)
    assert (ran, gc.isenabled()) == ([False, False], True)


def test_in_a_process_of_its_own_memory_is_looked_through_seldom_and_left_at_the_end() -> None:
    done = subprocess.run([sys.executable, "-c", _ASKED], check=False, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stdout) == (0, "as said\n"), done.stderr


_BUILT = """
import gc, sys
from neaspec_docs import stages
from neaspec_docs.cli.main import main
from neaspec_docs.write import paper

ran = {}
for place, name in ((stages, "render"), (paper, "word")):
    def watched(*arguments, whole=getattr(place, name), name=name, **options):
        ran[name] = gc.isenabled()
        return whole(*arguments, **options)
    setattr(place, name, watched)
from neaspec_docs.write import jobs
jobs.word = paper.word
try:
    main()
finally:
    print(ran, file=sys.stderr)
"""


def test_a_build_rests_it_until_there_is_something_to_write(tmp_path: Path) -> None:
    command: list[str | Path] = [
        sys.executable,
        "-c",
        _BUILT,
        "build",
        "som-24/documents",
        "--format",
        "docx",
        "--out",
        tmp_path,
    ]
    done = subprocess.run(command, cwd=PROJECT.root, check=True, capture_output=True, text=True, timeout=300)
    assert done.stderr.strip() == "{'render': False, 'word': True}"
