"""Two texts as tokens -> what stays, and what a careful editor would strike out and write in.

Sentences that stay are found first, then the words that stay among the others: of all ways to line two passages up, the
one that keeps most of them in the fewest pieces (`kept`). A piece that stays between two changes has a price, after the
affine gaps of Gotoh ("An improved algorithm for matching biological sequences", 1982): a word or two between changes go
with them, a longer piece stays. A sentence of which little is left is struck out whole.

Text that is too long to be lined up word by word is cut at runs of words that stand once on each side, in the order
that both share (Bram Cohen's "patience diff"), so that the time is n log n for texts of any length and any likeness.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from neaspec_docs.diff import chain
from neaspec_docs.diff.wording import stretches, weighed
from neaspec_docs.diff.wording.kept import Kept, kept
from neaspec_docs.diff.wording.stretches import Run
from neaspec_docs.diff.wording.weighed import Weighed
from neaspec_docs.language import lettering
from neaspec_docs.model.change import Words

OBJECT = weighed.OBJECT
"""The text of a token that is a thing among words: a footnote, a break. It stays wherever it can."""

_FEWEST = 0.4
"""So much of two sentences must stay for them to be one sentence changed."""

_FEWEST_OF_ONE = 0.15
"""The same where there is but one change, with something before or after it."""

_TOKEN = re.compile(rf"\s+|{lettering.WORD}|.", re.DOTALL)

_SERIES = re.compile(r"(?=/(?:Add|Amend|Corr|Rev)\.\d)")
"""Where a word of its own begins in a symbol: "/Rev.1" comes to the document's symbol, which stays."""


class Token(NamedTuple):
    """A word, a run of blanks or a sign; `mark` is what else makes it what it is: its look, its address."""

    text: str
    mark: Hashable = None


class Edit(NamedTuple):
    """A stretch of both sides: the same tokens on both, or those that went and those that came; one may be empty."""

    old: slice
    new: slice
    same: bool


def tokens(text: str, mark: Hashable = None) -> tuple[Token, ...]:
    """Return the tokens of a plain text: whole words ("12.5", "sub-programme", "and/or"), blanks, signs.

    Each ideograph and each kana is a word (`lettering`); letters are composed.
    """
    found = _TOKEN.findall(lettering.composed(text))
    if "/" in text:
        found = [part for word in found for part in _SERIES.split(word)]
    return tuple(Token(word, mark) for word in found)


def between(old: str, new: str) -> tuple[Words, ...]:
    """Return what stays and what changed from one plain text to another; () where they are the same."""
    left, right = tokens(old), tokens(new)
    return spelled(left, right) if left != right else ()


def spelled(old: Sequence[Token], new: Sequence[Token]) -> tuple[Words, ...]:
    """Return the edits as their words; those of which only the look changed read the same on both sides."""
    return tuple(Words(_text(old[edit.old]), _text(new[edit.new])) for edit in edits(old, new))


def edits(old: Sequence[Token], new: Sequence[Token]) -> tuple[Edit, ...]:
    """Return what became of the tokens, in order: what is the same and what changed, by turns; together they are both.

    Tokens are the same where text and mark are. A change begins at the start of a word where it can be moved there.
    """
    ids: dict[Token, int] = {}
    left = [ids.setdefault(token, len(ids)) for token in old]
    right = [ids.setdefault(token, len(ids)) for token in new]
    weights = {number: weighed.weigh(token.text) for token, number in ids.items()}
    before = Weighed([token.text for token in old], left, weights)
    after = Weighed([token.text for token in new], right, weights)
    runs = stretches.of(_of_one_sentence(before, after, _stays(before, after)))
    runs = stretches.moved(stretches.worth(runs, (before, after)), (before, after))
    return tuple(_edits(runs, len(left), len(right)))


def _text(part: Iterable[Token]) -> str:
    return "".join(token.text for token in part)


def _stays(old: Weighed, new: Weighed) -> Kept:
    """Return the pairs that stay: whole sentences in the order both share, then words within what is between them."""
    left, right = old.sentences(), new.sentences()
    lengths = [max(1, sum(old.weights[one] for one in sentence)) for sentence in left]
    found: Kept = []
    begin = start = 0
    for i, j in [*chain.once(left, right, lengths), (len(left), len(right))]:
        end = old.starts[i] if i < len(left) else len(old.ids)
        stop = new.starts[j] if j < len(right) else len(new.ids)
        found += ((begin + a, start + b) for a, b in kept(old.ids[begin:end], new.ids[start:stop], old.weights))
        if i < len(left):
            size = len(left[i])
            found += ((end + step, stop + step) for step in range(size))
            begin, start = end + size, stop + size
    return found


def _of_one_sentence(old: Weighed, new: Weighed, stays: Kept) -> Kept:
    """Leave out what two sentences share by chance: too little for one to be the other changed."""
    links: dict[tuple[int, int], list[Run]] = {}
    for run in stretches.of(stays, lambda i, j: (old.sentence[i], new.sentence[j])):
        links.setdefault((old.sentence[run.old], new.sentence[run.new]), []).append(run)
    wholes = old.totals(), new.totals()
    chance = {
        (s, t)
        for (s, t), runs in links.items()
        if _by_chance(sum(old.weigh(run.old, run.size) for run in runs), wholes[0][s], wholes[1][t], len(runs))
    }
    return [
        (i, j)
        for i, j in stays
        if (old.sentence[i], new.sentence[j]) not in chance or old.weight[i] == weighed.HEAVIEST
    ]


def _by_chance(shared: int, old: int, new: int, pieces: int) -> bool:
    """Say whether so little is shared; a sentence that stays nearly whole in a longer one is no chance.

    What stays in one or two pieces may be less, for a single change is read with ease.
    """
    fewest = _FEWEST if pieces > 2 else _FEWEST_OF_ONE  # noqa: PLR2004 -- before and after the one change
    shorter = min(old, new)
    return shared < fewest * shorter or (shared < 0.9 * shorter and 2 * shared < fewest * (old + new))


def _edits(runs: list[Run], old: int, new: int) -> Iterator[Edit]:
    begin = start = 0
    for run in [*runs, Run(old, new, 0)]:
        if run.old > begin or run.new > start:
            yield Edit(slice(begin, run.old), slice(start, run.new), same=False)
        begin, start = run.old + run.size, run.new + run.size
        if run.size:
            yield Edit(slice(run.old, begin), slice(run.new, start), same=True)
