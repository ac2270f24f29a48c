"""Where a sentence ends, and where it only seems to."""

from typing import SupportsIndex

import pytest

from neaspec_docs.language import sentences
from neaspec_docs.language.sentences import CLOSING, HIDDEN

WHOLE = (
    "See resolution No. 75 and para. 12.",
    "See paras. X to XII, vol. II, sect. III, art. 5, pp. 3 and 4, fig. 2.",
    "Mr. Kim, Ms. Lee, Dr. J. K. Smith and Prof. Park met H.E. Mr. Ivanov.",
    "The U.N. Secretariat and the U.S. Government met.",
    "Cities, e.g. Seoul, i.e. Beijing, cf. Tokyo, etc. and others.",
    "Smith et al. (2019) said so.",
    "Samsung Co. Ltd. makes them.",
    "On 5 Sept. 2020 at 5 p.m. Monday.",
    "See No. 5 of A. N. Other, para. 6.",
    "It grew by 3.5 per cent. and then fell.",
    "Wait... what? no.",
    "1. First of all",
    "IV. The fourth",
    "St. Petersburg hosted it.",
    "“Go!” he said.",
    "Ю. А. Иванов приехал в г. Москва.",
    "Done. - and begun.",
    "Two spaces.  Are no sentence's end here.",
    "A no-break space.\u00a0Is none either.",
    "第一句。第二句。",
)
PARTED = (
    ("The Meeting took note.", "It adopted the plan."),
    ("Is it so?", "Yes!", "Then go."),
    ("“Go.”", "He went."),
    ("(It was late.)", "He went."),
    ("He said “so.”", "“Why?” she asked."),
    ("It ended in 2019.", "2020 was better."),
    ("In the U.S.", "The rate fell."),
    ("Birds, fish, etc.", "The rest is silence."),
    ("It was 5 p.m.", "Then all went."),
    ("Birds, fish, etc.", "Other animals followed."),
    ("He answered no.", "The talks went on."),
    ("It is Plan B.", "It works."),
    ("**Bold.**", "*All of it.*", "_And this._", "\\*Not this."),
    ("1. First.", "2. Second."),
    ("第一句。", "第二句！", "第三句"),
    ("Это конец.", "И начало."),
    ("And so on…", "The end."),
    (f"As is known.{CLOSING * 4}", "It follows."),
    ("As is known.", f"{HIDDEN * 9} shows it."),
    ("It reads so.", "¿Por qué?", "«Parce que.»", "É isso."),
)  # fmt: skip


def parted(text: str) -> tuple[str, ...]:
    gaps = sentences.gaps(text)
    return tuple(text[start:end] for start, end in zip([0, *(gap + 1 for gap in gaps)], [*gaps, None], strict=True))


@pytest.mark.parametrize("text", WHOLE)
def test_what_stays_whole(text: str) -> None:
    assert parted(text) == (text,)


@pytest.mark.parametrize("pieces", PARTED, ids=" ".join)
def test_what_is_parted(pieces: tuple[str, ...]) -> None:
    assert parted(" ".join(pieces)) == pieces


def test_a_number_may_be_hidden() -> None:
    assert parted(f"See para. {HIDDEN * 6}.") == (f"See para. {HIDDEN * 6}.",)


@pytest.mark.parametrize("part", ["A. ", "... ", "So it is. ", "See No. 5. "])
def test_a_long_text_is_not_copied_at_each_stop(part: str) -> None:
    copied = []

    class Text(str):
        __slots__ = ()

        def __getitem__(self, key: SupportsIndex | slice) -> str:
            copied.append(super().__getitem__(key))
            return copied[-1]

    text = Text(part * 500)
    sentences.gaps(text)
    assert copied
    assert sum(map(len, copied)) <= len(text)
