"""A language -> the words that the program adds to a paper: labels of references, captions, mastheads, lists."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. A word with `{}` takes what stands in its place."""

    paragraph: str
    paragraph_short: str
    section: str
    section_short: str
    table: str
    figure: str
    annex: str
    contents: str
    summary: str
    note: str
    source: str
    unit: str
    missing_value: str
    category: str
    distribution: str
    original: str
    language_name: str
    draft: str
    revised: str
    agenda_item: str
    presented_by: str
    time: str
    item: str
    symbol: str
    title: str
    agenda: str
    no_symbol: str
    host: str
    secretariat: str
    footnote: str
    footnotes: str
    back_to_text: str
    skip_to_text: str


ENGLISH = Words(
    paragraph="paragraph",
    paragraph_short="para.",
    section="section",
    section_short="sect.",
    table="Table",
    figure="Figure",
    annex="Annex",
    contents="Contents",
    summary="Summary",
    note="Note:",
    source="Source:",
    unit="unit: {}",
    missing_value="not available",
    category="Category",
    distribution="Distr.: {}",
    original="Original: {}",
    language_name="English",
    draft="Draft",
    revised="Revised",
    agenda_item="Item {} of the provisional agenda",
    presented_by="Presented by {}",
    time="Time",
    item="Item",
    symbol="Symbol",
    title="Title",
    agenda="Agenda item",
    no_symbol="–",
    host="Host: {}",
    secretariat="Secretariat: {}",
    footnote="footnote",
    footnotes="Notes",
    back_to_text="Back to the text",
    skip_to_text="Skip to the text",
)

CATALOGUES: Mapping[str, Words] = {"en": ENGLISH}
"""The languages whose words are known, by the primary part of the language tag (BCP 47)."""


def known(language: str) -> bool:
    """Say whether the words of this language are known."""
    return _primary(language) in CATALOGUES


def words(language: str) -> Words:
    """Return the words of a language tag; those of English where its own are not known."""
    return CATALOGUES.get(_primary(language), ENGLISH)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
