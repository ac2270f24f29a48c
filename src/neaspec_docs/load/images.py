"""The path of a picture -> the picture's path below the project and its size. PNG, JPEG and SVG are pictures."""

import re
import warnings
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from neaspec_docs import limits, plain_files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load import files
from neaspec_docs.load.shapes import WRONG, Shape, Wrong, wrong_shape
from neaspec_docs.load.source import CLOSED_HELP, Source, quoted
from neaspec_docs.load.values import LINE
from neaspec_docs.load.yaml_nodes import ScalarNode, YamlNode, place
from neaspec_docs.model.block import Image

_LENGTH = re.compile(r"\s*\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
_VIEW_BOX = re.compile(r"\s*\S+[\s,]+\S+[\s,]+(?P<width>[\d.]+)[\s,]+(?P<height>[\d.]+)\s*")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_START_OF_SCAN, _END_OF_IMAGE = b"\xff\xda", b"\xff\xd9"
_SVG = "http://www.w3.org/2000/svg svg"


class _UnreadableError(Exception):
    """A picture that can't be read, with the reason."""


class _TooLargeError(Exception):
    """A picture that is larger than is taken, with what is."""


class Picture(Shape[Image]):
    """The path of a picture, from the folder of the file that names it."""

    says = "the path of a picture"

    def read(self, node: YamlNode, source: Source, name: str) -> Image | Wrong:
        """Return the picture with its size in pixels (CSS pixels, 96 to the inch, for SVG)."""
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        path = files.named(node, source, "the image")
        if path is None:
            return WRONG
        try:
            width, height = _size(path)
        except PermissionError:
            message = f"the image {quoted(node.value)} may not be read"
            source.error(Code.UNREADABLE_IMAGE, message, place(node, source), CLOSED_HELP)
            return WRONG
        except _UnreadableError as reason:
            message = f"the image {quoted(node.value)} can't be read: {reason}"
            help = "save it again as PNG, JPEG or SVG"
            source.error(Code.UNREADABLE_IMAGE, message, place(node, source), help)
            return WRONG
        except _TooLargeError as most:
            message = f"the image {quoted(node.value)} is too large: it can have {most}"
            help = "save it with fewer pixels: twice as many as it has on paper show no more"
            source.error(Code.LIMIT_REACHED, message, place(node, source), help)
            return WRONG
        return Image(path.relative_to(source.project.root).as_posix(), width, height, at=place(node, source))

    def alike(self) -> Shape[str]:
        """Return a line of text."""
        return LINE


PICTURE = Picture()


def _size(path: Path) -> tuple[int, int]:
    drawn = path.suffix.lower() == ".svg"
    most = limits.LARGEST_DRAWING if drawn else limits.LARGEST_PICTURE
    try:
        data = plain_files.read(path, most)
    except plain_files.TooLargeError:
        raise _TooLargeError(plain_files.size(most)) from None
    except PermissionError:
        raise
    except OSError as error:
        raise _UnreadableError((error.strerror or "unknown reason").lower()) from None
    return _svg_size(data) if drawn else _pixels(data)


def _pixels(data: bytes) -> tuple[int, int]:
    """Return the size that the header of a PNG or JPEG states, if the rest of the file is there too."""
    from PIL import Image as Opened
    from PIL import UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Opened.DecompressionBombWarning)  # the limit is ours
            with Opened.open(BytesIO(data), formats=["PNG", "JPEG"]) as image:
                size, kind = image.size, image.format
                if size[0] * size[1] > limits.MOST_PIXELS:
                    raise Opened.DecompressionBombError  # noqa: TRY301 -- as Pillow says it, at a limit of its own
                image.verify()  # of PNG, each chunk's checksum (ISO/IEC 15948, 5.3)
    except UnidentifiedImageError:
        raise _UnreadableError("it is neither PNG, JPEG nor SVG") from None
    except Opened.DecompressionBombError:
        raise _TooLargeError(f"{limits.MOST_PIXELS // 1_000_000} million pixels") from None
    except Exception as error:  # noqa: BLE001 -- broken files make Pillow raise SyntaxError, struct.error and more
        raise _UnreadableError(f"it is broken ({str(error) or type(error).__name__})") from None
    if kind == "JPEG" and data.rfind(_END_OF_IMAGE) < data.rfind(_START_OF_SCAN):  # ISO/IEC 10918-1, B.1.1.3
        raise _UnreadableError("its end is missing")
    return size


def _svg_size(data: bytes) -> tuple[int, int]:
    """Return the size that the root element states (SVG 2, 8.2); nothing outside the file is looked at."""
    root: dict[str, str] = {}

    def element(name: str, attributes: dict[str, str]) -> None:
        if not root:
            root.update(attributes, element=name)

    def entity(*_: object) -> None:
        raise _UnreadableError("it declares entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = element
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- the flag's name is not to be given
    except expat.ExpatError as error:
        raise _UnreadableError(f"it is not XML: {expat.ErrorString(error.code)}, line {error.lineno}") from None
    except (LookupError, ValueError):
        raise _UnreadableError("its encoding is not known") from None
    if root["element"] != _SVG:
        raise _UnreadableError("it is no SVG")
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = _VIEW_BOX.fullmatch(root.get("viewBox", ""))
    across, down = (_length(box["width"]), _length(box["height"])) if box else (0.0, 0.0)
    if across and down:  # a side that is not stated follows from the other (CSS Images 3, 4.3)
        width, height = (
            width or (height * across / down if height else across),
            height or (width * down / across if width else down),
        )
    if not width or not height:
        raise _UnreadableError("it states no size: neither `width` and `height` nor `viewBox`")
    return max(1, round(width)), max(1, round(height))


def _length(written: str) -> float:
    """Return a length of CSS in pixels; 0 for what is none, such as a share in per cent."""
    found = _LENGTH.fullmatch(written)
    return float(found[1]) * _PIXELS[(found[2] or "px").lower()] if found else 0.0
