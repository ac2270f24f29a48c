"""A drawing that `cleaned` gave -> the drawing, and a PNG for those who can't show it as it is: Word, PowerPoint, PDF.

A program of its own draws the PNG: a drawing that asks for more memory than there is ends the program that draws it.
"""

import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from neaspec_docs import limits
from neaspec_docs.write import bound, project_files

_RESOLUTION = 192
"""Pixels to the inch of the PNG where it is printed."""

_LARGEST = 4096
"""No side of it has more pixels."""

_DRAW = "sys.stdout.buffer.write(vl_convert.svg_to_png(sys.stdin.buffer.read().decode(), scale=1))"
_SVG = "{http://www.w3.org/2000/svg}"
_FONT = re.compile(r"(?P<property>font(?:-family)?\s*:\s*)(?P<families>[^;}]+)")
_SERIFS = re.compile(r"times|roman|georgia|cambria|garamond|(?<!sans)[ -]?serif|song|ming|batang", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"


_GIVEN_UP = set[bytes]()
"""Drawings that took too long: one is tried once a process, whichever formats show it."""

_TOO_LONG = "drawing it takes too long"


class UndrawableError(Exception):
    """A drawing that can't be drawn, with the reason."""


class _TooLongError(Exception):
    """A drawing is not drawn in time."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as SVG and as PNG."""

    svg: bytes
    png: bytes


def drawing(
    source: bytes,
    own: tuple[int, int],
    printed: tuple[float, float],
    *,
    resolution: int = _RESOLUTION,
    ground: str | None = None,
) -> Drawing:
    """Return what an SVG file gives; `own` is its width and height in pixels of CSS, `printed` in points on the page.

    The PNG has so many pixels to the inch; one with a `ground` of some colour is nowhere transparent.
    Raises UndrawableError.
    """
    try:
        root = ET.fromstring(source)  # noqa: S314 -- load refuses entities, and expat bounds what they come to
    except (ET.ParseError, ValueError) as why:
        raise UndrawableError(f"it is not XML: {why}") from None
    if root.tag != f"{_SVG}svg" or min(own) <= 0:
        raise UndrawableError("it is no SVG")
    if source in _GIVEN_UP:
        project_files.passing()
        raise UndrawableError(_TOO_LONG)
    try:
        _name_fonts(root)
        _measure(root, own, printed, resolution)
        if ground is not None:
            _lay(root, ground)
        return Drawing(source, _drawn(ET.tostring(root, encoding="UTF-8")))
    except _TooLongError:
        _GIVEN_UP.add(source)
        project_files.passing()
        raise UndrawableError(_TOO_LONG) from None
    except RecursionError:
        raise UndrawableError("its parts are nested too deep") from None


def _name_fonts(root: ET.Element) -> None:
    """Let each list of fonts end in one that is there: what is set in an unknown font would not be drawn at all."""
    for element in root.iter():
        if (families := element.get("font-family")) is not None:
            element.set("font-family", _ending(families))
        if (style := element.get("style")) is not None:
            element.set("style", _FONT.sub(_ended, style))
        if element.tag == f"{_SVG}style" and element.text:
            element.text = _FONT.sub(_ended, element.text)
    root.attrib.setdefault("font-family", "serif")


def _ended(found: re.Match[str]) -> str:
    return found["property"] + _ending(found["families"])


def _ending(families: str) -> str:
    important = families.rstrip().endswith("!important")
    if important or families.strip() in ("inherit", "unset", "initial", "revert"):
        return families
    return f"{families.rstrip()}, {'serif' if _SERIFS.search(families) else 'sans-serif'}"


def _lay(root: ET.Element, ground: str) -> None:
    """Lay a ground under all that is drawn."""
    left, top, width, height = (re.split(r"[\s,]+", root.get("viewBox", "").strip()) + ["0"] * 4)[:4]
    root.insert(
        0,
        ET.Element(
            f"{_SVG}rect",
            x=left,
            y=top,
            width=width,
            height=height,
            style=f"fill: {ground}; stroke: none; opacity: 1; filter: none",
        ),
    )


def _measure(root: ET.Element, own: tuple[int, int], printed: tuple[float, float], resolution: int) -> None:
    """Make the drawing as many pixels wide and high as the PNG has."""
    scale = min(resolution / 72, _LARGEST / max(*printed, 1))
    root.attrib.setdefault("viewBox", f"0 0 {own[0]} {own[1]}")
    for name, points in zip(("width", "height"), printed, strict=True):
        root.set(name, str(max(1, round(points * scale))))


def _drawn(svg: bytes) -> bytes:
    """Return the PNG; what the drawing program says for itself is of no use to an author."""
    program = f"{bound.PROGRAM}import vl_convert; bound.work({limits.LONGEST_DRAWING}); {_DRAW}"
    try:
        done = subprocess.run(  # noqa: S603 -- this very Python
            [sys.executable, "-P", "-c", program, *bound.words()],
            input=svg,
            capture_output=True,
            check=False,
            timeout=limits.LONGEST_WAIT,
        )
    except subprocess.TimeoutExpired:
        raise _TooLongError from None
    if sys.platform != "win32" and done.returncode == -signal.SIGXCPU:
        raise _TooLongError
    if done.returncode or not done.stdout.startswith(_PNG):
        if done.returncode < 0:  # someone ended it: where memory is short, the system
            project_files.passing()
        raise UndrawableError("it is broken, or too large to draw")
    return done.stdout
