"""The style of what is added to an element -> worked out when it is asked for; that of a page, from its own rules.

WeasyPrint's own style sheet (its `css/html5_ua.css`) says of every element how the mark of an item would look there,
and the call and the mark of a note. WeasyPrint 70 works all of that out for each element, six styles in seven of a
paper, and asks for it where there is an item or a note (`StyleFor` of its `css/__init__.py`).

And for each new page it goes through the rules of all pages before (`set_page_type_computed_styles` of its
`layout/page.py`).
"""

from collections.abc import Mapping
from copy import copy
from functools import cache
from math import inf
from typing import Any, NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

from weasyprint import CSS
from weasyprint.css import ComputedStyle, StyleFor, declaration_precedence
from weasyprint.html import UA_STYLESHEET

Rules: TypeAlias = dict[str, tuple[Any, Any]]
"""What is said of each property, and its weight against what else is said of it: WeasyPrint ships no types."""

_ADDED_TO_ANY = (0, 0, 1)
"""The specificity of a selector that names a pseudo-element and nothing else (Selectors Level 4, 17)."""


class Parted(NamedTuple):
    """A style sheet, but for its rules of what is added to any element; and these, by its name."""

    sheet: CSS
    added: Mapping[str, Rules]


@cache
def own_sheet() -> Parted:
    """Return WeasyPrint's own style sheet."""
    return parted(UA_STYLESHEET)


def parted(whole: CSS) -> Parted:
    """Part a style sheet that weighs less than any other; it stays as it is."""
    sheet, added = copy(whole), dict[str, Rules]()
    sheet.matcher = copy(whole.matcher)
    sheet.matcher.other_selectors = []  # those that begin with no name, class or id
    for selector in whole.matcher.other_selectors:
        _, specificity, _, name, (declarations, _) = selector
        if name is None or specificity != _ADDED_TO_ANY:
            sheet.matcher.other_selectors.append(selector)
            continue
        for declared, value, importance in declarations:
            weight = (declaration_precedence("user agent", importance), inf, specificity)
            added.setdefault(name, {})[declared] = value, weight
    return Parted(sheet, added)


class StylesAsked(StyleFor):  # type: ignore[misc]
    """The styles of a tree that was given the parted sheet, and of its pages."""

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:  # noqa: ANN401 -- a page is asked for too
        """Return the style of an element or a page, or of what is added to it."""
        rules = own_sheet().added.get(pseudo_type or "")
        if rules is not None:
            self._complete(element, pseudo_type, rules)
        return super().__call__(element, pseudo_type)

    def add_page_declarations(self, page_type: Any) -> None:  # noqa: ANN401
        """Find the rules of a page; those of the pages before, whose styles are there by now, are done with."""
        self._cascaded_styles.clear()
        super().add_page_declarations(page_type)

    def _complete(self, element: Element, name: str | None, rules: Rules) -> None:
        """Let what other sheets say of something that is added stand above what WeasyPrint's own says of it."""
        style = self._computed_styles.get((element, name))
        said: Rules = {} if style is None else style.cascaded
        if rules.keys() <= said.keys():
            return
        above = self._computed_styles[element, None]
        root = above if above.is_root_element else above.root_style
        self._computed_styles[element, name] = ComputedStyle(
            above, rules | said, name, root, above.base_url, self.font_config, self.initial_page_sizes
        )
