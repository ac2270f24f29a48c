"""Words that a pattern could look at again and again: every rule reads them, more than anyone writes."""

from pathlib import Path

import pytest

from neaspec_docs import limits, pipeline
from neaspec_docs.project import Project

LENGTH = 19_000
SIGNS = (
    *("a", "A", "1", "1,", "1 ", "1.", "- ", "–1", ". ", "A.", "A. ", "ab ", "Ab ", "AB ", "(", "()"),
    *("((A) ", "[a] ", "“", "”", "'", '"', "“a ", "a'", "10 per cent ", "% ", "$1", "US$1 ", "$1 million "),
    *("2020-", "12 October 2020 ", "and ", "A, B, and ", "one ", "twenty-one ", "realise ", "programme"),
    *("Republic of Korea ", "North-East Asia ", "paragraph 1 ", "para. 1, ", "section I ", "annex "),
    *("table 1 ", "p. 1 ", "ENEA/SOM/24/", "A/RES/", "//", "\u00a0", "...", "!", "; ", "*a* ", "**a** "),
    *("`a` ", "é", "中文。", "а ", "H.E. ", "No. 1 ", "(a) ", "i) ", "and/or ", "x-y-", "ABC (ABC) "),
    *("Abc of the Def ", "1/2 ", "1 000 ", "from 1 to ", "between 1 and ", "km ", "m^2^ ", "&amp; ", "://"),
)


@pytest.mark.parametrize("part", range(6))
def test_every_rule_comes_to_an_end(tmp_path: Path, part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that tries each way to part a run of so many signs would be at it for years."""
    for limit in ("LONGEST_WORD", "MOST_MARKS"):  # which bound most of them already
        monkeypatch.setattr(limits, limit, LENGTH + 1)
    folder = tmp_path / "content" / "m"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_text("title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p]\n")
    runs = [(sign * LENGTH)[:LENGTH].strip() for sign in SIGNS[part::6]]
    body = "".join(f"  - para: |\n      x{run}\n" for run in runs)
    (folder / "p.yaml").write_text(f"kind: paper\ntitle: A\nbody:\n{body}", "utf-8")
    found = pipeline.checked(Project(tmp_path))
    assert "L048" not in {fault.code for fault in found}
    assert found
