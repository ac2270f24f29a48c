"""A `table` of the Page and a width -> the widths of its columns and the heights of its rows on a slide."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.write import grid
from neaspec_docs.write.grid import Place
from neaspec_docs.write.slides import lines, measures, text
from neaspec_docs.write.slides.text import Setting

_BESIDE = 2 * measures.CELL_BESIDE
_RULE = 0.55
"""What the rule below a row takes, in millimetres."""

_ROUNDS = 4


def rows(table: Element) -> list[list[Place]]:
    """Return the rows of a table, heads first, as a grid with every cell in it."""
    given = [*table.iterfind("thead/tr"), *table.iterfind("tbody/tr")]
    return grid.lay_out(given, columns(table))


def columns(table: Element) -> int:
    """Return how many columns a table has."""
    return len(table.get("data-widths", "").split())


def is_head(cell: Element) -> bool:
    """Say whether a cell is set bold: the head of columns or of a group of rows."""
    return cell.get("scope") in ("col", "colgroup", "rowgroup")


def blocks(cell: Element) -> list[Element]:
    """Return the paragraphs and lists of a cell: the cell itself where it holds bare words."""
    return list(cell) if any(part.tag in ("p", "ul", "ol") for part in cell) else [cell]


def widths(table: Element, width: float, how: Setting) -> tuple[float, ...]:
    """Return the width of each column: its share, but no less than its longest word where the others can spare it."""
    shares = [float(share) for share in table.get("data-widths", "").split()]
    made = [width * share / sum(shares) for share in shares]
    least = _least(table, how)
    for _ in range(_ROUNDS):
        lacking = sum(max(0.0, need - own) for own, need in zip(made, least, strict=True))
        spare = [max(0.0, own - need) for own, need in zip(made, least, strict=True)]
        if lacking <= 0 or not sum(spare):
            break
        taken = min(1.0, lacking / sum(spare))
        made = [
            own - extra * taken if extra else own + max(0.0, need - own) * min(1.0, sum(spare) / lacking)
            for own, need, extra in zip(made, least, spare, strict=True)
        ]
    return tuple(made)


def least_width(table: Element, how: Setting) -> float:
    """Return the width in which no word of a table is cut."""
    return sum(_least(table, how))


def heights(table: Element, widths: Sequence[float], how: Setting) -> tuple[float, ...]:
    """Return the height of each row: that of its highest cell; one over several rows adds to the last of them."""
    placed = rows(table)
    made = [lines.height(1, how.size) + 2 * measures.CELL_ABOVE + _RULE] * len(placed)
    reaching: list[tuple[int, int, float]] = []
    for number, row in enumerate(placed):
        for place in row:
            if place.source is not None:
                high = height(place.source, sum(widths[place.column : place.column + place.columns]), how)
                reaching.append((number, number + int(place.source.get("rowspan", "1")), high))
    for first, end, high in sorted(reaching, key=lambda reach: reach[1] - reach[0]):
        last = min(end, len(made)) - 1
        made[last] += max(0.0, high - sum(made[first : last + 1]))
    return tuple(made)


def height(cell: Element, width: float, how: Setting) -> float:
    """Return how high a cell must be in a column of this width."""
    inner = width - _BESIDE
    words = text.height(text.paragraphs(blocks(cell), how), inner, how, bold=is_head(cell))
    return words + 2 * measures.CELL_ABOVE + _RULE


def _least(table: Element, how: Setting) -> list[float]:
    least = [_BESIDE] * columns(table)
    for place in _single(table):
        assert place.source is not None  # noqa: S101 -- only those with a cell are given
        for paragraph in text.paragraphs(blocks(place.source), how):
            word = lines.longest_word(paragraph.source, how.size, bold=is_head(place.source))
            least[place.column] = max(least[place.column], paragraph.left + word + _BESIDE)
    return least


def _single(table: Element) -> Iterator[Place]:
    """Give the cells that stand in one column."""
    for row in rows(table):
        yield from (place for place in row if place.source is not None and place.columns == 1)
