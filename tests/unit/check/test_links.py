"""What the web answers: asked of a server of our own, on this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from neaspec_docs.check import links
from neaspec_docs.check.links import Answer

ASKED: list[str] = []


class Site(BaseHTTPRequestHandler):
    """A site whose pages answer with the status that their address names: `/404`, or `/head-405` for HEAD alone."""

    def _hop(self) -> bool:
        if not self.path.startswith(("/hop", "/ftp")):
            return False
        left = int(self.path[-1]) - 1 if "hop" in self.path else -1
        self.send_response(301)
        self.send_header("Location", "ftp://127.0.0.1/" if left < 0 else f"/hop-{left}" if left else "/200")
        self.end_headers()
        return True

    def _answer(self, status: int) -> None:
        ASKED.append(f"{self.command} {self.path}")
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/302" if self.path == "/302" else "/200")
        self.end_headers()

    def do_HEAD(self) -> None:
        if self._hop():
            return
        if self.path.startswith("/cut"):
            self.connection.close()
            return
        self._answer(int(self.path[-3:]))

    def do_GET(self) -> None:
        if self._hop():
            return
        self._answer(200 if self.path.startswith(("/head", "/cut")) else int(self.path[-3:]))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "*")
    ASKED.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    serving.join()


THERE = Answer("there")


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        ("200", THERE),
        ("to-302", THERE),
        ("401", THERE),
        ("403", THERE),
        ("429", THERE),
        ("404", Answer("gone", "404 not found")),
        ("410", Answer("gone", "410 gone")),
        ("head-404", THERE),
        ("head-405", THERE),
        ("head-501", THERE),
        ("cut", THERE),
        ("500", Answer("unreachable", "500 internal server error")),
        ("599", Answer("unreachable", "599")),
        ("302", Answer("unreachable", "302 found")),
    ],
)
def test_what_is_made_of_an_answer(site: str, page: str, answer: Answer) -> None:
    address = f"{site}/{page}"
    assert links.ask([address], seconds=5) == {address: answer}


def test_each_address_is_asked_for_once_and_by_its_head(site: str) -> None:
    one, two = f"{site}/200", f"{site}/a-200"
    assert links.ask([one, two, one], seconds=5) == {one: THERE, two: THERE}
    assert sorted(ASKED) == ["HEAD /200", "HEAD /a-200"]


def test_a_server_that_is_not_there_is_told_from_a_page_that_is_not(site: str) -> None:
    closed = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    closed.server_close()
    address = f"http://127.0.0.1:{closed.server_port}/200"
    assert links.ask([address], seconds=5) == {address: Answer("unreachable", "connection refused")}
    assert site


def test_what_is_no_address_is_said_and_no_exception() -> None:
    said = links.ask(["http://[/", "http://exa mple/", "http://127.0.0.1:99999/"], seconds=5)
    assert {answer.outcome for answer in said.values()} == {"unreachable"}
    assert all(answer.reason for answer in said.values())


def test_silence_is_not_waited_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    silent = ThreadingHTTPServer(("127.0.0.1", 0), Site)  # it listens, and nobody serves
    try:
        address = f"http://127.0.0.1:{silent.server_port}/200"
        assert links.ask([address], seconds=0.2) == {address: Answer("unreachable", "no answer in time")}
    finally:
        silent.server_close()


class Dripping(BaseHTTPRequestHandler):
    """A server that says a little, again and again, and never all."""

    def do_HEAD(self) -> None:
        for _ in range(40):
            self.wfile.write(b"HTTP/1.0 200 OK\r\n" if _ == 0 else b"X: y\r\n")
            time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_server_that_drips_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Dripping)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    begun = time.monotonic()
    address = f"http://127.0.0.1:{server.server_port}/"
    assert links.ask([address], seconds=0.3) == {address: Answer("unreachable", "no answer in time")}
    assert time.monotonic() - begun < 1
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("page", "outcome"), [("hop-4", "there"), ("hop-5", "there"), ("hop-6", "unreachable")])
def test_five_redirects_are_followed(site: str, page: str, outcome: str) -> None:
    assert links.ask([f"{site}/{page}"], seconds=5)[f"{site}/{page}"].outcome == outcome


def test_a_redirect_leads_to_the_web_alone(site: str) -> None:
    (answer,) = links.ask([f"{site}/ftp"], seconds=5).values()
    assert answer == Answer("unreachable", "it leads to what is no page of the web")


def test_a_private_address_is_asked_only_where_the_content_names_it(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = Answer("unreachable", "it leads into a private network, where nothing is asked for")
    assert links.ask([f"{site}/200"], seconds=5, private=False) == {f"{site}/200": refused}
    found = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *more, **named: found("127.0.0.1", *more, **named))
    named = site.replace("127.0.0.1", "www.example.org")
    ASKED.clear()
    assert links.ask([f"{named}/200"], seconds=5) == {f"{named}/200": refused}
    assert ASKED == []


def test_a_password_is_not_sent(site: str) -> None:
    address = site.replace("//", "//user:word@") + "/200"
    assert links.ask([address], seconds=5) == {
        address: Answer("unreachable", "a name or a password stands in it, and none is sent")
    }
    assert ASKED == []
