"""A paper -> how its masthead says to whom it goes, when it was issued and in what language it was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.language import cldr, dates
from neaspec_docs.language.words import Words, words
from neaspec_docs.model.document import Document

_IN_ENGLISH = frozenset({"ru", "zh"})
"""Languages in which the United Nations leave these lines in English: "Distr.: General" heads their papers too."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the masthead, and the language (BCP 47) it is in."""

    words: str
    language: str


def lines(document: Document) -> tuple[Line, ...]:
    """Return the lines of a paper that has a distribution or a date; each where the paper has what it says."""
    language = "en" if _primary(document.language) in _IN_ENGLISH else document.language
    return tuple(Line(said, language) for said in _said(document, language))


def _said(document: Document, language: str) -> Iterator[str]:
    said = words(language)
    if document.distribution:
        yield _distribution(document.distribution, said)
    if document.date:
        yield dates.date(document.date, language)
    if document.distribution:
        yield said.original.format(_name(document.language, language, said))


def _distribution(distribution: str, said: Words) -> str:
    """Return "Distr.: General" in a language; what is no distribution of the United Nations stands as typed."""
    known = {"general": said.general, "limited": said.limited, "restricted": said.restricted}
    return known.get(distribution.lower()) or said.distribution.format(distribution)


def _name(language: str, within: str, said: Words) -> str:
    """Return what a language is called: as the United Nations call it, else as the CLDR does."""
    known = {
        "en": said.english,
        "fr": said.french,
        "ja": said.japanese,
        "ko": said.korean,
        "mn": said.mongolian,
        "ru": said.russian,
        "zh": said.chinese,
    }
    primary = _primary(language)
    return known.get(primary) or str(cldr.locale(within).languages.get(primary, language))


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
