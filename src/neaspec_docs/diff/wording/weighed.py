"""The tokens of one side -> what each tells a reader, and the sentences that they stand in."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from neaspec_docs.language import sentences

OBJECT = "\ufffc"
"""The text of a token that is a thing among words: a footnote, a break. It stays wherever it can."""

HEAVIEST = 1_000
"""What such a thing weighs."""

_STOP = re.compile(r"[.!?…。！？:;]")


def weigh(text: str) -> int:
    """Return how much a token tells a reader: blanks next to nothing, long words more than short ones."""
    if text == OBJECT:
        return HEAVIEST
    if text.isspace():
        return 2
    if not any(sign.isalnum() for sign in text):
        return 15
    return min(150, 50 + 10 * len(text))


class Weighed:
    """One side: its tokens as numbers, and the sentences they stand in; the blank after a sentence is its own."""

    def __init__(self, texts: Sequence[str], ids: Sequence[int], weights: Mapping[int, int]) -> None:
        self.ids = ids
        self.weight = [weights[one] for one in ids]
        self.blank = [text.isspace() for text in texts]
        self.stop = [_STOP.fullmatch(text) is not None for text in texts]
        self.weights = weights
        self.starts = _sentence_starts(texts)
        self.sentence: list[int] = []
        for place, (start, end) in enumerate(pairwise([*self.starts, len(ids)])):
            self.sentence += [place] * (end - start)

    def sentences(self) -> list[tuple[int, ...]]:
        """Return the sentences, each without the blanks that close it."""
        return [self._sentence(start, end) for start, end in pairwise([*self.starts, len(self.ids)])]

    def _sentence(self, start: int, end: int) -> tuple[int, ...]:
        while end > start and self.blank[end - 1]:
            end -= 1
        return tuple(self.ids[start:end])

    def weigh(self, start: int, size: int) -> int:
        """Return what so many tokens weigh together."""
        return sum(self.weight[start : start + size])

    def totals(self) -> Mapping[int, int]:
        """Return what each sentence weighs."""
        found: dict[int, int] = {}
        for sentence, weight in zip(self.sentence, self.weight, strict=True):
            found[sentence] = found.get(sentence, 0) + weight
        return found


def _sentence_starts(texts: Sequence[str]) -> list[int]:
    """Return the places of the tokens that begin a sentence; a new line begins one."""
    line = "".join(sentences.CLOSING if text == OBJECT else text for text in texts)
    begins = {gap + 1 for gap in sentences.gaps(re.sub(r"\s", " ", line))}
    starts, at = [0] if texts else [], 0
    for place, text in enumerate(texts):
        if place and (at in begins or "\n" in texts[place - 1]):
            starts.append(place)
        at += len(text)
    return starts
