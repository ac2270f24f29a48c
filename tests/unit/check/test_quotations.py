"""Where a text quotes: whatever its marks look like, and however long it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.check import quotations

QUOTED = {
    "A “b c” d “e” f": ("“b c”", "“e”"),
    'A "b c" d "e" f': ('"b c"', '"e"'),
    'A “b c" d “e” f': ('“b c"', "“e”"),
    'A "b c” d “e” f': ('"b c”', "“e”"),
    'A “b "c" d” e': ('“b "c" d”',),
    'A "b “c” d" e': ('"b “c” d"',),
    "A “b ‘c’ d” e": ("“b ‘c’ d”", "‘c’"),
    "A ‘b’ c the members’ d ‘e’ f": ("‘b’", "‘e’"),
    "A ‘it’s so’ b": ("‘it’s so’",),
    "A ‘b ‘c’ d": ("‘b ‘c’",),
    "A 'it's so' of the members' b": ("'it's so'",),
    "A of '90s and the members' b": (),
    "A « b » c « d": ("« b »",),
    "A “b goes on": ("“b goes on",),
    'A "b goes on': (),
    'A "b “c” goes on': ("“c”",),
    'A 12" pipe and a 5" one': (),
    '(A "b", "c" and "d")': ('"b"', '"c"', '"d"'),
    'The "Plan of 2005 and the "Framework" stand': ('"Plan of 2005 and the "Framework"',),
    "": (),
}


@pytest.mark.parametrize("text", QUOTED)
def test_what_is_quoted_stands_between_marks(text: str) -> None:
    assert tuple(text[start:end] for start, end in sorted(quotations.of(text))) == QUOTED[text]


@given(st.text("“”\"‘’'«» a1.,(—", max_size=40))
def test_a_quotation_lies_in_its_text_and_none_is_given_twice(text: str) -> None:
    found = [*quotations.of(text)]
    assert all(0 <= start < end <= len(text) and text[start] in "“\"‘'«" for start, end in found)
    assert len({start for start, _ in found}) == len(found)


@pytest.mark.parametrize("sign", ["“ ", "‘ ", "« ", '" ', "' ", "'a ", '“"', "' “"])
def test_many_marks_that_nothing_closes_are_read_once(sign: str) -> None:
    text = sign * 100_000
    assert sum(end - start for start, end in quotations.of(text)) <= 2 * len(text)
