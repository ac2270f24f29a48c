"""This machine -> the digest of the fonts that papers may be set in, and of what fontconfig is told of them.

The library is not asked, which takes longer than all the rest; its settings are read as it reads them (fonts-conf(5)).
"""

import os
import re
import struct
from collections.abc import Iterator

from neaspec_docs import plain_files
from neaspec_docs.keep import digests

_SETTINGS = "/etc/fonts"
_USUAL = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/Library/Fonts", "/Library/Fonts")
"""Where fonts are without any settings, or where other programs than fontconfig look for them."""

_NAMED = re.compile(rb"<(dir|include)\b([^>]*)>\s*([^<]*?)\s*</")
_BEGINNING = 1024
_LARGEST = 1 << 20

_SINGLE = (b"\0\1\0\0", b"OTTO", b"true")
_COLLECTION = b"ttcf"
"""How a font begins, and several in one file: a checksum of each table stands in front (ISO/IEC 14496-22, 4.5, 4.6)."""

_DIRECTORY = 12 + 16 * 64
"""Bytes of the directory of a font of 64 tables, more than any has."""

_MOST_FONTS = 1000
_NUMBER = struct.Struct(">I")


def digest() -> str:
    """Return the digest."""
    said: list[str | bytes] = []
    folders = dict.fromkeys([*_USUAL, *(f"{folder}/fonts" for folder in _data())])
    for name, text in _settings():
        said += [name, text]
        folders |= dict.fromkeys(path for kind, path in _named(name, text) if kind == b"dir")
    for folder in folders:
        for name, path in sorted(digests.walk(os.path.expanduser(folder))):  # noqa: PTH111 -- knows of no home, too
            said += [name, *_sign(path)]
    return digests.joined(*said)


def _data() -> list[str]:
    """Return the folders of data: the user's own, and those of all (XDG Base Directory Specification 0.8)."""
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [os.environ.get("XDG_DATA_HOME") or "~/.local/share", *filter(None, shared.split(":"))]


def _settings() -> Iterator[tuple[str, bytes]]:
    """Give each file of settings, by its path, and what it says; those that one includes too."""
    home = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    own = [os.environ.get("FONTCONFIG_FILE", ""), *os.environ.get("FONTCONFIG_PATH", "").split(":")]
    waiting = [*filter(None, own), _SETTINGS, f"{home}/fontconfig", "~/.fonts.conf"]
    seen = set[str]()
    while waiting:
        path = os.path.expanduser(waiting.pop(0))  # noqa: PTH111 -- as above
        if path in seen:
            continue
        seen.add(path)
        if os.path.isdir(path):  # noqa: PTH112 -- Path takes ten times as long
            waiting += sorted(file for _, file in digests.walk(path))
        elif text := _read(path, _LARGEST):
            yield path, text
            waiting += [other for kind, other in _named(path, text) if kind == b"include"]


def _named(settings: str, text: bytes) -> Iterator[tuple[bytes, str]]:
    """Give the folders of fonts ("dir") and the other settings ("include") that settings name, by their paths."""
    for kind, attributes, words in _NAMED.findall(text):
        path = os.fsdecode(words)
        beside = os.path.join(os.path.dirname(settings), path)  # noqa: PTH118, PTH120 -- as above
        if b"xdg" not in attributes:
            yield kind, path if path.startswith("~") else beside
        elif kind == b"include":
            yield kind, os.path.join(os.environ.get("XDG_CONFIG_HOME") or "~/.config", path)  # noqa: PTH118 -- as above
        else:
            yield from ((kind, os.path.join(folder, path)) for folder in _data())  # noqa: PTH118 -- as above


def _sign(font: str) -> tuple[str, str | bytes]:
    """Return the size of a font, and its checksums of its tables; of one that has none (WOFF2) its digest."""
    try:
        size = os.stat(font).st_size  # noqa: PTH116 -- as above
    except (OSError, ValueError):
        return "", b""
    beginning = _read(font, _BEGINNING)
    if beginning.startswith(_SINGLE):
        return str(size), beginning
    if beginning.startswith(_COLLECTION):
        return str(size), _read(font, _end_of_directories(beginning, font))
    return str(size), beginning if size <= len(beginning) else digests.file(font) or ""


def _end_of_directories(beginning: bytes, font: str) -> int:
    """Return how many bytes of a collection hold its header, and the directories of its fonts."""
    (count,) = _NUMBER.unpack_from(beginning.ljust(12, b"\0"), 8)
    header = _read(font, 12 + 4 * min(count, _MOST_FONTS))
    return max((at for (at,) in _NUMBER.iter_unpack(header[12 : len(header) // 4 * 4])), default=0) + _DIRECTORY


def _read(path: str, most: int) -> bytes:
    try:
        return plain_files.beginning(path, most)
    except (OSError, ValueError):
        return b""
