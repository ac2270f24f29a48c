"""Symbols as names of files: what each file system refuses is not in them, and no two are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.write.pack.names import stem_of, stems


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("NEASPEC/SOM(24)/5", "NEASPEC-SOM(24)-5"),
        ("E/ESCAP/78/L.1/Rev.1", "E-ESCAP-78-L.1-Rev.1"),
        ('a\\b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i"),
        ("A / B\t C", "A-B-C"),
        ("A//B", "A-B"),
        ("A/1*", "A-1 reissued"),
        ("A/1**", "A-1 reissued 2"),
        ("NUL*", "_NUL reissued"),
        ("**", ""),
        ("-A/B...", "A-B"),
        (".hidden", "hidden"),
        ("A\x00\x1fB\x7fC", "A-B-C"),
        ("CON", "_CON"),
        ("nul.v2", "_nul.v2"),
        ("COM1/5", "COM1-5"),
        ("com¹", "_com¹"),
        ("LPT9", "_LPT9"),
        ("CONFERENCE/1", "CONFERENCE-1"),
        ("Ру/Š", "Ру-Š"),
        ("S\u030c", "Š"),
        ("///", ""),
        ("", ""),
    ],
)
def test_a_symbol_as_a_name(symbol: str, name: str) -> None:
    assert stem_of(symbol) == name


def test_papers_are_named_by_symbol_and_else_by_meeting_and_paper() -> None:
    papers = [("som-24/strategic-plan", "NEASPEC/SOM(24)/5"), ("som-24/report", None), ("som-24/odd", "//")]
    assert stems(papers, "SOM 24/bis") == {
        "som-24/strategic-plan": "NEASPEC-SOM(24)-5",
        "som-24/report": "SOM-24-bis-report",
        "som-24/odd": "SOM-24-bis-odd",
    }


def test_names_that_differ_in_case_alone_get_numbers() -> None:
    papers = [("m/a", "EX/1"), ("m/b", "ex/1"), ("m/c", "EX-1"), ("m/d", "EX/1-2"), ("m/e", "ß"), ("m/f", "SS")]
    assert list(stems(papers, "M").values()) == ["EX-1", "ex-1 (2)", "EX-1 (3)", "EX-1-2", "ß", "SS (2)"]


SYMBOLS = st.lists(
    st.one_of(
        st.text(max_size=12), st.sampled_from(["CON", "con", "A/1", "A/1*", "a:1", f"{'x' * 300}**", "x" * 300, None])
    )
)


@given(SYMBOLS, st.text(min_size=1, max_size=8))
def test_every_name_can_stand_in_every_folder(symbols: list[str | None], short: str) -> None:
    papers = [(f"m-1/p{place}", symbol) for place, symbol in enumerate(symbols)]
    found = stems(papers, short)
    assert list(found) == [paper for paper, _ in papers]
    for name in found.values():
        assert name
        assert not set(name) & set('/\\:*?"<>|')
        assert not any(unicodedata.category(character) == "Cc" for character in name)
        assert not any(character.isspace() and character != " " for character in name)
        assert name[0] not in "-."
        assert name[-1] not in "-. "
        assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
        assert len(f"{name}.docx".encode()) < 160
    folded = {unicodedata.normalize("NFC", name).casefold() for name in found.values()}
    assert len(folded) == len(found)
