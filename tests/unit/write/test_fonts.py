"""What fonts draw: what fontconfig says is held against what Pango does, the engine of PDF."""

import ctypes
import logging
from collections.abc import Iterator

import pytest
import vl_convert
from weasyprint import HTML

from neaspec_docs.write import fonts

WORDS = (
    *("plain words", "a\u200eb\u200f", "x\u2060y\u200dz\u200c", "\u2601\ufe0f", "\u845b\U000e0100"),
    *("a\u202fb\u2009c\u3000d", "\u061c", "\U0001f600", "\u1e3f\u01de", "\u034f", "\u0f40", "q\u0307\u0323\u0301"),
    *("\u05d0\u05d1", "\u0639\u0631\u0628", "\u2460\u2713", "\u1cdf", "\U0001f1f0", "\u0e01", "\U00020000", "\u0378"),
    *("\u0915\u094d\u0937", "\uac00\u1100\u1161", "\u4e2d\u6587\u306e", "\u04e9\u04af", "\u20bd\u20ae\u20a9"),
)
"""Words of many scripts, with all that joins, directs and varies them."""


@pytest.fixture(scope="module")
def boxes() -> dict[str, bool]:
    """Return of each of the words whether Pango prints a box in it."""
    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("weasyprint").addHandler(handler)
    found = {}
    try:
        for words in WORDS:
            said.clear()
            HTML(string=f'<p style="font-family: Liberation Serif, serif"><b>{words}</b> {words}').write_pdf()
            found[words] = any("notdef" in message for message in said)
    finally:
        logging.getLogger("weasyprint").removeHandler(handler)
    return found


def test_fontconfig_and_pango_agree(boxes: dict[str, bool]) -> None:
    assert {words: bool(fonts.missing(words)) for words in WORDS} == boxes
    assert set(boxes.values()) == {True, False}


def test_only_the_characters_that_are_missing_are_said() -> None:
    assert fonts.missing("A plan – “so”\u200e \u0378.") == {"\u0378"}


def test_charts_are_drawn_in_every_font_too() -> None:
    """A sign that only a font beyond the stack has is drawn: the picture is not that of a sign that none has."""

    def drawn(sign: str) -> bytes:
        text = f'<text y="30" font-family="Liberation Sans">{sign}</text>'
        return bytes(
            vl_convert.svg_to_png(f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{text}</svg>')
        )

    assert not fonts.missing("☁☂中")
    assert len({drawn(sign) for sign in ("☁", "☂", "中", "\u0378")}) == 4


@pytest.fixture
def _forgetful() -> Iterator[None]:
    """Let each of these tests be a machine of its own."""
    fonts._drawn.cache_clear()
    yield
    fonts._drawn.cache_clear()


@pytest.mark.usefixtures("_forgetful")
def test_without_fontconfig_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ctypes.CDLL:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert fonts.missing("\u0378") == frozenset()


@pytest.mark.usefixtures("_forgetful")
def test_without_any_font_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_SCALABLE", frozenset())
    assert fonts.missing("\u0378") == frozenset()


@pytest.mark.usefixtures("_forgetful")
def test_common_letters_ask_for_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_library", lambda: pytest.fail("it is loaded"))
    assert fonts.missing("Plan – “é”, Łódź, Улаанбаатар, ½ €") == frozenset()
    with pytest.raises(pytest.fail.Exception):
        fonts.missing("中")
