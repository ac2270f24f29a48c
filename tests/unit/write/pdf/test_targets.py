"""Who prints the page of an anchor hears of it, as WeasyPrint would tell it, and nobody else is asked."""

from typing import Any

import pytest
from weasyprint.css.targets import CounterLookupItem, TargetCollector, TargetLookupItem

from neaspec_docs.write.pdf.notes import NotesToCome
from neaspec_docs.write.pdf.targets import TargetsByAnchor


class _Asked(dict[str, Any]):
    """What one line of the contents waits for; it counts how often it is asked."""

    times = 0

    def get(self, anchor: str, default: Any = None) -> Any:  # noqa: ANN401
        self.times += 1
        return super().get(anchor, default)


def _collector(sort: type[TargetCollector]) -> tuple[Any, dict[str, Any], list[str]]:
    """Return a collector of three anchors, what waits for their pages, and who was written anew."""
    made, told = sort(), []
    for anchor in ("a", "b", "cited by nobody"):
        made.collect_anchor(anchor)
        item = made.target_lookup_items[anchor]
        assert isinstance(item, TargetLookupItem)
        item.state = "up-to-date"
    waiting = {}
    for name, anchor, token in (("1", "a", "content"), ("2", "b", "content"), ("3", "b", "string-set")):
        asks = _Asked({anchor: ["page"]})
        waiting[name] = CounterLookupItem(lambda _, name=name: told.append(name), [], asks)
        made.counter_lookup_items[name, token] = waiting[name]
    made.check_pending_targets()
    return made, waiting, told


@pytest.mark.parametrize("sort", [TargetCollector, TargetsByAnchor])
def test_who_waits_is_marked_and_who_is_on_a_page_is_written_anew(sort: type[TargetCollector]) -> None:
    collector, waiting, told = _collector(sort)
    pages: list[list[Any]] = [[{"content_changed": False}]]
    collector.cache_target_page_counters("a", {"page": [7]}, 3, pages)
    assert [item.pending for item in waiting.values()] == [True, False, False]
    waiting["2"].page_maker_index = 0
    collector.cache_target_page_counters("b", {"page": [8]}, 4, pages)
    assert told == ["2"]
    assert pages[0][-1] == {"content_changed": True}
    collector.cache_target_page_counters("cited by nobody", {"page": [9]}, 5, pages)
    items = collector.target_lookup_items.values()
    assert [(item.page_maker_index, item.cached_page_counter_values) for item in items] == [
        (3, {"page": [7]}),
        (4, {"page": [8]}),
        (5, {"page": [9]}),
    ]
    assert len(collector.counter_lookup_items) == 3


def test_nobody_else_is_asked() -> None:
    collector, waiting, _ = _collector(TargetsByAnchor)
    for anchor in ("a", "cited by nobody"):
        collector.cache_target_page_counters(anchor, {"page": [7]}, 0, [])
    assert [item.missing_target_counters.times for item in waiting.values()] == [1, 0, 0]


def test_before_there_are_pages_nothing_is_kept() -> None:
    collector, _, told = _collector(TargetsByAnchor)
    collector.collecting = True
    collector.cache_target_page_counters("a", {"page": [7]}, 0, [])
    assert (told, collector.target_lookup_items["a"].cached_page_counter_values) == ([], {})


def test_no_note_is_none_of_those_to_come() -> None:
    note, other = object(), object()
    notes = NotesToCome([note])
    assert note in notes
    assert other not in notes
    assert None not in NotesToCome([None, note])  # it is not even looked for
    assert isinstance(notes.copy(), NotesToCome)
    assert notes.copy() == notes
