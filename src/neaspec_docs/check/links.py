"""Web addresses -> what the web answers for each: asked once, a few at a time, and nothing of a page is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import Link
from neaspec_docs.model.walk import nodes

SECONDS = 10.0
"""How long an answer may take."""

_AT_A_TIME = 6
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_FAILS = 500
_AGENT = "neaspec-docs (checks the links of a paper)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking: a page is there or gone, or nobody can tell; `reason` is why, in words."""

    outcome: Literal["there", "gone", "unreachable"]
    reason: str = ""


def of(document: Document) -> Iterator[tuple[Link, str]]:
    """Give the links of a paper to the web, each with the address to ask for."""
    for node in nodes(document):
        if isinstance(node, Link) and node.href.lower().startswith(("http://", "https://")):
            yield node, node.href.partition("#")[0]


def ask(addresses: Iterable[str], seconds: float = SECONDS) -> Mapping[str, Answer]:
    """Return the answer for each address. Redirects are followed; a page closed to programs counts as there."""
    from concurrent.futures import ThreadPoolExecutor

    each = tuple(dict.fromkeys(addresses))
    with ThreadPoolExecutor(_AT_A_TIME) as asking:
        return dict(zip(each, asking.map(lambda address: _ask(address, seconds), each), strict=True))


def _ask(address: str, seconds: float) -> Answer:
    """Ask for the head of a page, and where that is refused, as many servers do, for the page."""
    answer = _once(address, "HEAD", seconds)
    return _once(address, "GET", seconds) if answer.outcome != "there" and answer.reason != _LATE else answer


_LATE = "no answer in time"


def _once(address: str, method: str, seconds: float) -> Answer:
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    headers = {"User-Agent": _AGENT, "Accept": "*/*"}
    try:
        request = Request(address, method=method, headers=headers)  # noqa: S310 -- `of` gives only http and https
        with urlopen(request, timeout=seconds):  # noqa: S310 -- as above
            return Answer("there")
    except HTTPError as error:
        error.close()
        return _refused(error.code)
    except URLError as error:
        return Answer("unreachable", _why(error.reason))
    except (OSError, HTTPException, ValueError) as error:
        return Answer("unreachable", _why(error))


def _refused(status: int) -> Answer:
    phrase = next((known.phrase.lower() for known in HTTPStatus if known == status), "")
    if status in _GONE:
        return Answer("gone", f"{status} {phrase}")
    if status >= _FAILS or HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:  # it leads in a circle
        return Answer("unreachable", f"{status} {phrase}".strip())
    return Answer("there")  # it asks who we are, or has had enough of us


def _why(error: object) -> str:
    """Return the reason of a failure in words: "connection refused"."""
    if isinstance(error, TimeoutError):
        return _LATE
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
