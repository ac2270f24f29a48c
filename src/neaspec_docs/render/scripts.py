"""The tree that a template made -> the same tree in which words of another script say their language, and spaces hold.

A font is chosen by language: the same character of Unicode is drawn otherwise in Chinese and in Japanese. So a Korean
name in an English paper is marked as Korean here, whoever wrote it, and every writer and every screen reader knows it.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from neaspec_docs.language import rare

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_SIGNS = "\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff60\uffe0-\uffe6・"
"""Punctuation and wide letters that the three have in common."""

_HEBREW = "\u0591-\u05f4\ufb1d-\ufb4f"
_LEFTWARD = f"{_HEBREW}\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
"""Hebrew and Arabic letters: they run to the left."""

_WORD = f"{_HAN}{_KANA}{_HANGUL}"
_KOREAN = f"[{_HANGUL}](?:[{_HANGUL}{_HAN}{_SIGNS} 0-9]*[{_HANGUL}{_HAN}{_SIGNS}])?"
_OTHERS = f"[{_HAN}{_KANA}{_SIGNS}](?:[{_HAN}{_KANA}{_SIGNS} 0-9]*[{_HAN}{_KANA}{_SIGNS}])?"
_RUN_LEFT = f"[{_LEFTWARD}](?:[{_LEFTWARD} ]*[{_LEFTWARD}])?"
_AMONG_OTHERS = f"{_KOREAN}|{_OTHERS}|{_RUN_LEFT}"
_AMONG_THEMSELVES = f"[{_HANGUL}](?:[{_HANGUL} ]*[{_HANGUL}])?|[{_KANA}]+|{_RUN_LEFT}"
"""In a Chinese, Japanese or Korean paper Han and the signs are the paper's own."""

_NUMBER = re.compile(r"[^\w\u200e]*\d")
"""What begins with a number, behind signs that have no direction of their own."""

EAST_ASIAN = frozenset({"ja", "ko", "zh"})
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

_HOLDS = {
    "fr": re.compile(r" (?=[:;!?»%])|(?<=«) "),
    "ru": re.compile(r" (?=—)|(?<=№) "),
}
"""Spaces at which French and Russian lines do not end."""

_WHOLE = frozenset({"code"})
_LIVE = "live"


def tell(root: Element) -> None:
    """Mark words of East Asian scripts, and set spaces that do not break, in place; `root` has its language."""
    languages = {_primary(language) for element in root.iter() if (language := element.get("lang"))}
    if not languages.isdisjoint(_HOLDS) or _may_be_told("".join(root.itertext())):
        _tell(root, root.get("lang", ""))


def spoken(run: str, language: str) -> str | None:
    """Return the language of words of another script that stand in text of a language; None where it is that.

    Hangul is Korean, kana Japanese. Han alone is Chinese, but in a paper of one of the three it is the paper's own.
    Words that run to the left are Hebrew or Arabic, but in a paper of such a language they are its own.
    """
    own = _primary(language)
    if re.match(f"[{_LEFTWARD}]", run):
        found = "he" if re.match(f"[{_HEBREW}]", run) else "ar"
        return None if own in RIGHT_TO_LEFT else found
    if re.search(f"[{_HANGUL}]", run):
        found = "ko"
    elif re.search(f"[{_KANA}]", run):
        found = "ja"
    elif own in EAST_ASIAN or not re.search(f"[{_HAN}]", run):
        return None
    else:
        found = "zh"
    return None if found == own else found


def _tell(element: Element, language: str) -> None:
    language = element.get("lang", language)
    if element.tag in _WHOLE or element.tag == "head" or element.get("class") == _LIVE:
        return
    _hold(element, "text", language)
    if element.tag == "em" and re.search(f"[{_WORD}]", "".join(element.itertext())):
        element.set("class", "upright")  # its letters have no italics
    for child in list(element):
        _tell(child, language)
        _hold(child, "tail", language)
    _mark(element, language)


def _hold(element: Element, part: str, language: str) -> None:
    text, spaces = getattr(element, part), _HOLDS.get(_primary(language))
    if text and spaces:
        setattr(element, part, spaces.sub("\u00a0", text))


def _mark(element: Element, language: str) -> None:
    """Put each run of another language that stands in the element's own text into a `span`."""
    at = 0
    if element.text:
        element.text, made = _parted(element.text, language)
        element[0:0] = made
        at = len(made)
    while at < len(element):
        child = element[at]
        at += 1
        if child.tail:
            child.tail, made = _parted(child.tail, language)
            element[at:at] = made
            at += len(made)


def _parted(text: str, language: str) -> tuple[str, list[Element]]:
    """Return a text up to the first run of another language, and that with all that follows as spans with tails."""
    made: list[Element] = []
    first, begin = text, 0
    for start, end, tag in _runs(text, language):
        if made:
            made[-1].tail = _behind(made[-1], text[begin:start])
        else:
            first = text[:start]
        made.append(Element("span", lang=tag))
        made[-1].text = text[start:end]
        begin = end
    if made:
        made[-1].tail = _behind(made[-1], text[begin:])
    return first, made


def _behind(run: Element, text: str) -> str:
    """Return what follows a run; a number keeps its place behind words that run to the left by a mark (UAX #9, W7)."""
    is_drawn_in = run.get("lang") in RIGHT_TO_LEFT and _NUMBER.match(text)
    return f"\N{LEFT-TO-RIGHT MARK}{text}" if is_drawn_in else text


def _runs(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    if not _may_be_told(text):
        return
    among = _AMONG_THEMSELVES if _primary(language) in EAST_ASIAN else _AMONG_OTHERS
    for run in re.finditer(among, text):
        tag = spoken(run[0], language)
        if tag is not None:
            yield run.start(), run.end(), tag


def _may_be_told(text: str) -> bool:
    """Say whether there may be words of these scripts: a quick look, for it takes long to compile what tells them."""
    if text.isascii():
        return False
    return any("\u0590" <= one < "\u0900" or "\u1100" <= one < "\u1200" or one >= "\u2e80" for one in rare.signs(text))


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
