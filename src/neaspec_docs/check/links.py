"""Web addresses -> what the web answers for each: asked once, a few at a time, and nothing of a page is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin, urlsplit

from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import Link
from neaspec_docs.model.walk import nodes

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

SECONDS = 10.0
"""How long an answer may take, with all that it leads to."""

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
    for link in nodes(document, Link):
        if link.href.lower().startswith(("http://", "https://")):
            yield link, link.href.partition("#")[0]


def ask(addresses: Iterable[str], seconds: float = SECONDS, *, private: bool | None = None) -> Mapping[str, Answer]:
    """Return the answer for each address, which has so many seconds for all of it; few redirects are followed.

    A page closed to programs counts as there. What stands in a private network, or on this machine, is asked only where
    the address itself says so, in figures or as `localhost`; `private` says whether, whatever the address says.
    """
    from concurrent.futures import ThreadPoolExecutor

    each = tuple(dict.fromkeys(addresses))
    with ThreadPoolExecutor(_AT_A_TIME) as asking:
        return dict(
            zip(each, asking.map(lambda address: _in_time(address, seconds, private=private), each), strict=True)
        )


def _in_time(address: str, seconds: float, *, private: bool | None) -> Answer:
    """Ask in a thread that is left alone when the time is up: a server that drips would hold us for ever."""
    from threading import Thread

    answers: list[Answer] = []
    asking = Thread(target=lambda: answers.append(_ask(address, seconds, private=private)), daemon=True)
    asking.start()
    asking.join(seconds)
    return answers[0] if answers else Answer("unreachable", _LATE)


def _ask(address: str, seconds: float, *, private: bool | None) -> Answer:
    """Ask for the head of a page, and where that is refused, as many servers do, for the page."""
    answer = _once(address, "HEAD", seconds, private=private)
    again = answer.outcome != "there" and answer.reason not in _FINAL
    return _once(address, "GET", seconds, private=private) if again else answer


_LATE = "no answer in time"
_PRIVATE = "it leads into a private network, where nothing is asked for"
_PASSWORD = "a name or a password stands in it, and none is sent"  # noqa: S105 -- words
_NO_WEB = "it leads to what is no page of the web"
_FINAL = frozenset({_LATE, _PRIVATE, _PASSWORD, _NO_WEB})
_HOPS = 5


def _once(address: str, method: str, seconds: float, *, private: bool | None) -> Answer:
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request

    headers = {"User-Agent": _AGENT, "Accept": "*/*"}
    try:
        _check(address)
        request = Request(address, method=method, headers=headers)  # noqa: S310 -- `of` gives only http and https
        allowed = _is_private(urlsplit(address).hostname or "") if private is None else private
        with _opener(private=allowed).open(request, timeout=seconds):
            return Answer("there")
    except HTTPError as error:
        error.close()
        return _refused(error.code)
    except URLError as error:
        return Answer("unreachable", _why(error.reason))
    except (OSError, HTTPException, ValueError) as error:
        return Answer("unreachable", _why(error))


def _check(address: str) -> None:
    """Raise ValueError for an address that is not asked for."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        raise ValueError(_NO_WEB)
    if "@" in parts.netloc:
        raise ValueError(_PASSWORD)


def _is_private(host: str) -> bool:
    """Say whether a host is no part of the public web, as far as its name or its figures tell."""
    from ipaddress import ip_address

    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
    return not address.is_global or address.is_multicast


def _opener(*, private: bool) -> "OpenerDirector":
    """Return what follows redirects, only to the web and not for ever, and connects to no private network."""
    import socket
    from http.client import HTTPConnection, HTTPMessage, HTTPResponse, HTTPSConnection
    from typing import IO, Any
    from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request, build_opener

    def connect(address: tuple[str, int], *more: Any) -> socket.socket:  # noqa: ANN401 -- as http has it
        """Connect to the very address that was looked at: a name may stand for another the next time."""
        found = [str(one[4][0]) for one in socket.getaddrinfo(*address, type=socket.SOCK_STREAM)]
        if any(_is_private(host) for host in found):
            raise ValueError(_PRIVATE)
        return socket.create_connection((found[0], address[1]), *more)

    def opened(kind: type[HTTPConnection], request: Request) -> Any:  # noqa: ANN401 -- as urllib has it
        host = urlsplit(request.full_url).hostname or ""
        if not private and _is_private(host):
            raise ValueError(_PRIVATE)
        through = request.has_proxy() or getattr(request, "_tunnel_host", None)  # the proxy looks names up

        def connection(host: str, **named: Any) -> HTTPConnection:  # noqa: ANN401 -- as urllib has it
            made = kind(host, **named)
            if not private and not through:
                made._create_connection = connect  # type: ignore[attr-defined]  # noqa: SLF001 -- there is no other way
            return made

        return connection

    class Plain(HTTPHandler):
        def http_open(self, req: Request) -> HTTPResponse:
            return self.do_open(opened(HTTPConnection, req), req)

    class Secure(HTTPSHandler):
        def https_open(self, req: Request) -> HTTPResponse:
            return self.do_open(opened(HTTPSConnection, req), req)

    class Redirects(HTTPRedirectHandler):
        max_redirections = _HOPS

        def http_error_302(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage) -> Any:  # noqa: ANN401
            where = headers.get("location") or headers.get("uri") or ""
            _check(urljoin(req.full_url, where))
            return super().http_error_302(req, fp, code, msg, headers)

        http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    return build_opener(Plain, Secure, Redirects)


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
