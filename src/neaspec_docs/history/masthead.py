"""A paper -> the lines of its masthead that its own file says, each with the key that says it.

All other lines say what the meeting's file does.
"""

from neaspec_docs.language import dates
from neaspec_docs.language.words import words
from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import plain


def own_lines(paper: Document) -> dict[str, str]:
    """Return the key by the line it gives; a date and a distribution may stand there in English in any language."""
    found = {plain(paper.title): "title", plain(paper.subtitle): "subtitle", plain(paper.presenter): "presenter"}
    for language in (paper.language, "en"):
        if paper.distribution:
            found[_distribution(paper.distribution, language)] = "distribution"
        if paper.date:
            found[dates.date(paper.date, language)] = "date"
    return {line: key for line, key in {**found, paper.symbol or "": "symbol"}.items() if line}


def _distribution(distribution: str, language: str) -> str:
    said = words(language)
    known = {"general": said.general, "limited": said.limited, "restricted": said.restricted}
    return known.get(distribution.lower()) or said.distribution.format(distribution)
