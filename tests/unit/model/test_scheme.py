"""Samples of numbering are read as written, and count as Word counts."""

import pytest

from neaspec_docs.model import scheme
from neaspec_docs.model.scheme import Numeral


@pytest.mark.parametrize("sample", ["I.", "A.", "1.", "(1)", "(a)", "a.", "i.", "(i)", "1.1.", "1)"])
def test_a_sample_reads_back_as_written(sample: str) -> None:
    read = scheme.read(sample)
    assert read is not None
    assert read.written == sample


@pytest.mark.parametrize("sample", ["", "x", "2.", "(1", "1.)", " 1.", "(I.)", "one", "1..", "(1.1)"])
def test_what_nobody_can_read_is_none(sample: str) -> None:
    assert scheme.read(sample) is None


def test_a_composite_joins_the_level_above() -> None:
    read = scheme.read("1.1.")
    assert read is not None
    assert read.composite
    single = scheme.read("1.")
    assert single is not None
    assert not single.composite


@pytest.mark.parametrize(
    ("kind", "count", "written"),
    [
        (Numeral.UPPER_ROMAN, 4, "IV"),
        (Numeral.UPPER_ROMAN, 1994, "MCMXCIV"),
        (Numeral.LOWER_ROMAN, 49, "xlix"),
        (Numeral.UPPER_LETTER, 26, "Z"),
        (Numeral.LOWER_LETTER, 27, "aa"),
        (Numeral.LOWER_LETTER, 53, "aaa"),
        (Numeral.ARABIC, 40, "40"),
    ],
)
def test_numerals(kind: Numeral, count: int, written: str) -> None:
    assert scheme.numeral(kind, count) == written
