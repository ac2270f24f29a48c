"""On which page an anchor falls -> those who print that page, and nobody else, are told.

WeasyPrint 70 asks all that prints a page (each line of the contents) at each anchor whether it waits for this one
(`cache_target_page_counters` of its `css/targets.py`): of 750 pages that is seconds, and grows with the square.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from weasyprint.css.targets import TargetCollector

Waiting: TypeAlias = dict[Any, Any]
"""WeasyPrint's CounterLookupItem of each box and property that prints a page: it ships no types."""


class TargetsByAnchor(TargetCollector):  # type: ignore[misc]
    """What is cited, and by whom."""

    counter_lookup_items: Waiting
    _by_anchor: Mapping[str, Waiting] | None = None

    def cache_target_page_counters(self, anchor_name: str, *where: Any) -> None:  # noqa: ANN401
        """Keep on which page an anchor falls, and tell those who print it."""
        if self.collecting:  # who waits for what is not known before there are pages; then it stays
            return
        if self._by_anchor is None:
            self._by_anchor = _by_anchor(self.counter_lookup_items)
        everybody, self.counter_lookup_items = self.counter_lookup_items, self._by_anchor.get(anchor_name, {})
        try:
            super().cache_target_page_counters(anchor_name, *where)
        finally:
            self.counter_lookup_items = everybody


def _by_anchor(everybody: Waiting) -> Mapping[str, Waiting]:
    found: dict[str, Waiting] = {}
    for who, item in everybody.items():
        for anchor in item.missing_target_counters:
            found.setdefault(anchor, {})[who] = item
    return found
