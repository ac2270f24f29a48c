"""Diagnostics -> workflow commands of GitHub Actions, which shows them beside the lines of a pull request."""

from collections.abc import Iterable

from neaspec_docs.diagnostics.diagnostic import Diagnostic


def text(found: Iterable[Diagnostic]) -> str:
    """Return `::warning file=…,line=…,col=…,endColumn=…,title=…::message` a line."""
    return "".join(_one(one) for one in found)


def _one(found: Diagnostic) -> str:
    at = found.at
    said = found.message + (f"\n{found.help}" if found.help else "")
    properties = {
        "file": at.file,
        "line": at.line,
        "endLine": at.line,
        "col": at.column,
        "endColumn": at.column + at.length,
        "title": f"{found.code} {found.code.slug}",
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{found.severity.value} {written}::{_data(said)}\n"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
