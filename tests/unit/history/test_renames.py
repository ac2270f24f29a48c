"""Which paper became which, where each version has one that the other has not."""

from pathlib import Path

import pytest
from repositories import PAPER

from neaspec_docs.history import renames

OTHER = "kind: report\ntitle: Budget\nbody:\n  - text: Nothing was spent on reeds or on water this year.\n"


@pytest.fixture
def paths(tmp_path: Path) -> dict[str, Path]:
    texts = {"same": PAPER, "like": PAPER.replace("They wait.", "They sleep."), "other": OTHER, "empty": ""}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return {name: tmp_path / name for name in (*texts, "gone")}


def test_a_paper_of_mostly_the_same_lines_is_the_same_paper(paths: dict[str, Path]) -> None:
    assert renames.of({"a": paths["same"]}, {"b": paths["like"]}) == {"b": "a"}
    assert renames.of({"a": paths["same"]}, {"b": paths["other"]}) == {}


def test_each_is_given_once_and_the_likest_first(paths: dict[str, Path]) -> None:
    old = {"a": paths["same"], "x": paths["other"]}
    assert renames.of(old, {"b": paths["like"], "c": paths["same"]}) == {"c": "a"}
    assert renames.of({"a": paths["like"], "b": paths["same"]}, {"c": paths["same"]}) == {"c": "b"}


def test_where_there_is_nothing_to_read_nothing_is_alike(paths: dict[str, Path]) -> None:
    assert renames.of({"a": paths["empty"]}, {"b": paths["empty"]}) == {}
    assert renames.of({"a": paths["gone"]}, {"b": paths["same"]}) == {}
