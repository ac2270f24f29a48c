"""What the declarations say fits what the model takes."""

from collections.abc import Iterator
from inspect import Parameter, signature

from neaspec_docs.load.blocks import BLOCKS
from neaspec_docs.load.meetings import MEETING_FILE
from neaspec_docs.load.papers import PAPER_FILE
from neaspec_docs.load.records import Either, Record
from neaspec_docs.load.shapes import ByForm, Later, ListOf, Made, Named
from neaspec_docs.load.tables import COLUMNS, ROWS


def records(shape: object, seen: set[int]) -> Iterator[Record[object]]:
    """Give every mapping that is declared below a shape."""
    if id(shape) in seen:
        return
    seen.add(id(shape))
    below: tuple[object, ...] = ()
    match shape:
        case tuple():
            below = shape
        case Record():
            yield shape
            below = tuple(key.shape for key in shape.keys)
        case Either():
            below = (*shape.sorts.values(), shape.otherwise)
        case ListOf():
            below = (shape.item,)
        case Made():
            below = (shape.shape,)
        case ByForm():
            below = (shape.text, shape.items, shape.mapping)
        case Named():
            below = (shape.value,)
        case Later():
            below = (shape.find(),)
    for one in below:
        yield from records(one, seen)


RECORDS = [*records((PAPER_FILE, MEETING_FILE), set()), *records((COLUMNS, ROWS, *BLOCKS.values()), set())]


def test_a_mapping_gives_what_is_made_of_it() -> None:
    for record in RECORDS:
        names = {key.into for key in record.keys}
        if "data" in names:  # a file of data: its check puts columns and rows in the place of these
            names = names - {"data", "align"} | {"columns", "rows"}
        signature(record.make).bind(**dict.fromkeys(names), at=None)


def test_what_may_be_left_out_stands_in_as_the_model_has_it() -> None:
    for record in RECORDS:
        parameters = signature(record.make).parameters
        for key in record.keys:
            if not key.required and key.into in parameters:
                default = parameters[key.into].default
                assert default in (Parameter.empty, key.default), (record.what, key.name)


def test_the_walk_finds_the_mappings() -> None:
    assert {record.what for record in RECORDS} == {
        "`dates`",
        "a box",
        "a break",
        "a cell",
        "a chart",
        "a column over others",
        "a column",
        "a day of a programme",
        "a delegation",
        "a figure",
        "a list of documents",
        "a list of participants",
        "a list",
        "a meeting",
        "a page break",
        "a panel",
        "a paper",
        "a paragraph",
        "a person",
        "a programme",
        "a quote",
        "a row",
        "a section",
        "a series",
        "a session",
        "a slide",
        "a table",
        "an agenda item",
        "an annex",
        "an item",
        "an unnumbered paragraph",
    }
