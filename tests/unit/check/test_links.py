"""What the web answers: asked of a server of our own, on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from neaspec_docs.check import links
from neaspec_docs.check.links import Answer

ASKED: list[str] = []


class Site(BaseHTTPRequestHandler):
    """A site whose pages answer with the status that their address names: `/404`, or `/head-405` for HEAD alone."""

    def _answer(self, status: int) -> None:
        ASKED.append(f"{self.command} {self.path}")
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/302" if self.path == "/302" else "/200")
        self.end_headers()

    def do_HEAD(self) -> None:
        if self.path.startswith("/cut"):
            self.connection.close()
            return
        self._answer(int(self.path[-3:]))

    def do_GET(self) -> None:
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
