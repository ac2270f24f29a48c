"""Drawings for Word and PowerPoint: what the PNG shows, what is kept out of it, what can't be drawn."""

from io import BytesIO

import pytest
from PIL import Image

from neaspec_docs import limits
from neaspec_docs.write import pictures
from neaspec_docs.write.pictures import Drawing, UndrawableError

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawn(inside: str, attributes: str = 'width="200" height="100"', own: tuple[int, int] = (200, 100)) -> Drawing:
    return pictures.drawing(f"<svg {NAMES} {attributes}>{inside}</svg>".encode(), own, (150, 75))


def image(made: Drawing) -> Image.Image:
    return Image.open(BytesIO(made.png)).convert("RGBA")


def dark(picture: Image.Image) -> int:
    """Return how many pixels have ink on them."""
    return sum(
        count for count, pixel in picture.getcolors(1 << 24) or () if isinstance(pixel, tuple) and pixel[3] > 128
    )


@pytest.mark.parametrize(
    "attributes",
    [
        'width="200" height="100"',
        'viewBox="0 0 200 100"',
        'width="200" viewBox="0 0 200 100"',
        'width="100%" viewBox="0 0 200 100"',
    ],
)
def test_a_drawing_has_192_pixels_to_the_inch_where_it_is_printed(attributes: str) -> None:
    picture = image(drawn('<rect width="200" height="100" fill="#12305e"/>', attributes))
    assert picture.size == (400, 200)
    assert {picture.getpixel(place) for place in ((2, 2), (397, 197))} == {(0x12, 0x30, 0x5E, 255)}


def test_a_drawing_is_no_larger_than_anyone_sees() -> None:
    made = pictures.drawing(f'<svg {NAMES} width="9e8" height="1"/>'.encode(), (900_000_000, 1), (9000, 1))
    assert image(made).size == (4096, 1)


def test_the_drawing_itself_is_handed_on_as_it_came() -> None:
    source = f'<?xml version="1.0"?><!-- a map --><svg {NAMES} width="9" height="9"><g/></svg>'.encode()
    assert pictures.drawing(source, (9, 9), (9, 9)).svg == source


def test_what_a_drawing_holds_is_shown() -> None:
    ink = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    made = drawn(f'<image href="data:image/png;base64,{ink}" width="200" height="100" preserveAspectRatio="none"/>')
    assert dark(image(made)) == 400 * 200


@pytest.mark.parametrize(
    "text",
    [
        '<text y="50" font-family="Nosuch Sans" font-size="40">Amur</text>',
        '<text y="50" style="font-family: Nosuch Roman; font-size: 40px">Amur</text>',
        '<style>text { font: bold 40px "Nosuch" }</style><text y="50">Amur</text>',
        '<text y="50" font-size="40">Amur</text>',
    ],
)
def test_words_in_a_font_that_nobody_has_are_drawn(text: str) -> None:
    assert dark(image(drawn(text))) > 1000


HUGE = (
    '<pattern id="p" width="1e7" height="1e7" patternUnits="userSpaceOnUse"><rect width="3" height="3"/></pattern>'
    '<rect width="9" height="9" fill="url(#p)"/>'
)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"<svg", "it is not XML"),
        (b"\xff\xfe", "it is not XML"),
        (b"<svg/>", "it is no SVG"),
        (f"<svg {NAMES}>{HUGE}</svg>".encode(), "it is broken, or too large to draw"),
        (f"<svg {NAMES}>{'<g>' * 9000}{'</g>' * 9000}</svg>".encode(), "its parts are nested too deep"),
    ],
)
def test_what_cannot_be_drawn_is_told(source: bytes, why: str) -> None:
    with pytest.raises(UndrawableError, match=why):
        pictures.drawing(source, (9, 9), (9, 9))


def test_a_drawing_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What works without end is ended by its work, with no clock; it is not tried again."""
    monkeypatch.setattr(pictures, "_GIVEN_UP", set[bytes]())
    monkeypatch.setattr(limits, "LONGEST_DRAWING", 1)
    monkeypatch.setattr(limits, "LONGEST_WAIT", None)
    with monkeypatch.context() as endless:
        endless.setattr(pictures, "_DRAW", "all(iter(lambda: 1, 0))")
        with pytest.raises(UndrawableError, match="it takes too long"):
            drawn("<g/>")
    with pytest.raises(UndrawableError, match="it takes too long"):
        drawn("<g/>")
    assert drawn("<path/>").png


def test_a_drawing_that_waits_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does no work, so only the clock can tell: however slow the machine, it is never done before."""
    monkeypatch.setattr(pictures, "_GIVEN_UP", set[bytes]())
    monkeypatch.setattr(pictures, "_DRAW", "sys.stdin.buffer.read(); import time; time.sleep(1e6)")
    monkeypatch.setattr(limits, "LONGEST_WAIT", 0.1)
    with pytest.raises(UndrawableError, match="it takes too long"):
        drawn("<g/>")


def test_a_computer_that_does_something_else_ends_no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time goes by, longer than a drawing may work."""
    monkeypatch.setattr(limits, "LONGEST_DRAWING", 1)
    monkeypatch.setattr(pictures, "_DRAW", f"import time; time.sleep(1.5); {pictures._DRAW}")
    assert drawn("<g/>").png
