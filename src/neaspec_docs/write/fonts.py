"""Words -> those of their characters that no font of this machine draws, as fontconfig knows them.

Pango goes on from the fonts that the style sheet names to every other that fontconfig has, and vl-convert, which draws
charts, to every font in the same folders. So a box is printed where no font at all has a character, and nowhere else.
fontconfig keeps a list of each font's characters, so none is opened: 4 to 30 ms the first time, and none at all for a
paper of common letters.
"""

import ctypes
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from neaspec_docs.language import rare

_LIBRARY = ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig")
_SCALABLE = frozenset({b"TrueType", b"CFF"})
"""The formats of which Pango takes fonts since its 1.44."""

_LAST_RESORTS = frozenset({b"LastResort", b".LastResort", b"Last Resort", b"Adobe Blank"})
"""Fonts that have every character and draw none of them."""

_COMMON = re.compile(
    "[^\t\n\r -~\xa0-\u017e\u0192\u02c6\u02c7\u02d8-\u02dd\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f"
    "\u0490\u0491\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u203c\u203e\u2044\u207f"
    "\u20a3\u20a4\u20a7\u20ac\u2105\u2113\u2116\u2122\u2126\u212e\u215b-\u215e\u2190-\u2195\u2202\u2206\u220f\u2211"
    "\u2212\u2215\u221a\u221e\u221f\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u25ca]"
)
"""What is not in the list of letters that every text font has: Latin, Greek, Cyrillic and what stands between them
(Windows Glyph List 4)."""


_UNSEEN = frozenset({"Cc", "Cf", "Zs"})
"""The categories of spaces and of what directs and joins words: no font needs them."""

_VARIATIONS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What asks for another shape of the character before it, and is passed over where a font has none."""


class _Fonts(ctypes.Structure):
    _fields_ = (("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.POINTER(ctypes.c_void_p)))


def missing(words: str) -> frozenset[str]:
    """Return the characters of these words that no font here draws; none where it can't be told.

    A letter that no font has whole is drawn of its parts (UAX #15).
    """
    asked = {sign for sign in rare.signs(words) if _COMMON.match(sign) and not _is_unseen(sign)}
    if not asked or (drawn := _drawn()) is None:
        return frozenset()
    return frozenset(sign for sign in asked if not drawn(sign) and not all(map(drawn, _parts(sign))))


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN or _VARIATIONS.match(sign) is not None


def _parts(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)


@cache
def _drawn() -> Callable[[str], bool] | None:
    """Return what says of a character whether a font here has it; None without fontconfig, or without any font."""
    fontconfig = _library()
    if fontconfig is None or not fontconfig.FcInit():
        return None
    every = ctypes.c_void_p(fontconfig.FcCharSetCreate())
    found = fontconfig.FcConfigGetFonts(None, 0)
    for font in found[0].fonts[: found[0].count] if found else ():
        characters = ctypes.c_void_p()
        lettering = _said(fontconfig, font, b"fontformat") in _SCALABLE
        if lettering and _said(fontconfig, font, b"family") not in _LAST_RESORTS:
            fontconfig.FcPatternGetCharSet(font, b"charset", 0, ctypes.byref(characters))
        if characters.value is not None:
            fontconfig.FcCharSetMerge(every, characters, None)
    if not fontconfig.FcCharSetCount(every):
        return None
    return lambda sign: bool(fontconfig.FcCharSetHasChar(every, ord(sign)))


def _said(fontconfig: ctypes.CDLL, font: int, name: bytes) -> bytes | None:
    value = ctypes.c_char_p()
    fontconfig.FcPatternGetString(font, name, 0, ctypes.byref(value))
    return value.value


def _library() -> ctypes.CDLL | None:
    """Return fontconfig with the types of what is asked of it (fontconfig.h); None where it is not installed."""
    for name in _LIBRARY:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.FcConfigGetFonts.argtypes = (ctypes.c_void_p, ctypes.c_int)
        library.FcConfigGetFonts.restype = ctypes.POINTER(_Fonts)
        library.FcCharSetCreate.restype = ctypes.c_void_p
        library.FcCharSetMerge.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        library.FcCharSetCount.argtypes = (ctypes.c_void_p,)
        library.FcCharSetCount.restype = ctypes.c_uint32
        library.FcCharSetHasChar.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        library.FcPatternGetCharSet.argtypes = (
            ctypes.c_void_p,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.POINTER(ctypes.c_void_p),
        )
        library.FcPatternGetString.argtypes = (
            ctypes.c_void_p,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.POINTER(ctypes.c_char_p),
        )
        return library
    return None
