"""A text in one line -> the places of the spaces between its sentences.

A stop ends a sentence where a space follows it, with closing marks between the two at most, and then something that a
sentence can begin with. Where an abbreviation leaves it open the text stays whole: a line too long does less harm than
a sentence torn in two.
"""

import re

HIDDEN = "X"
"""Stands for a sign of what has no words of its own: a fact, a reference. A sentence or a number may begin with it."""

CLOSING = "\x01"
"""Stands for a sign that belongs to what is before it, as the call of a footnote does."""

_END = re.compile(
    rf"(?P<stop>[.!?…](?<![.!?…].)[.!?…]*+|[。！？](?<![。！？].)[。！？]*+)"
    rf"[’”»\"')\]）」』】》*_{CLOSING}]*+ (?=[^\s-])"
)
_OPENING = "“‘\"'«([{（「『【《¿¡*_\\"
_OPENINGS = re.compile(f"[{re.escape(_OPENING)}]*+")
_APART = rf"\s{re.escape(_OPENING)}–—/-"
_WORD = re.compile(rf"(?<![^{_APART}])[^{_APART}]*+\Z")
_SIGNS = re.compile(r"\W*+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,6}|[IVXLC]{1,6})")
_ROMAN = re.compile(r"[IVXLC]+\b")
_BEGINNING = re.compile(
    r"(?:The|This|That|These|Those|There|It|Its|He|She|They|We|An?|All|Both|Each|Many|Most|Several|Some|Such"
    r"|In|On|At|As|By|For|From|To|With|Under|Through|During|After|Before|Since|Until|Among|Between"
    r"|If|When|Where|While|Although|Because|And|But|However|Moreover|Furthermore|Therefore|Thus|Then|Also|Further"
    r"|What|Which|Who|How|Why|No|Not|Only|Their|Our)(?=[ ,])|Other(?= )"
)
"""Words that hardly a name begins with: after "etc." or "U.N." they show that a sentence has ended.

"Other" does not before a comma: there it is somebody's name, as in "A. N. Other, para. 6".
"""

_BEFORE_A_NAME = re.compile(
    "mr|mrs|ms|mx|dr|prof|messrs|mme|mlle|st|ste|hon|h.e|amb|gov|gen|lt|capt|sen|rep|fr|vs|v|cf|viz|e.g|i.e|ca|c|г|им|ул"
)
_BEFORE_A_NUMBER = re.compile(
    "nos?|paras?|subparas?|arts?|sects?|sec|vols?|pp?|chaps?|ch|figs?|tab|eds?|suppl|add|corr|rev|res|docs?|ref|tel|fax|ext"
    "|sess|pts?|cols?|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|№|пп?|ст|стр|рис|табл"
)
_OFTEN_WITHIN = re.compile("etc|al|co|corp|inc|ltd|bros|jr|sr|dept|univ|assn|intl|a.m|p.m|ph.d|seq|т.е|т.д|т.п|др|гг")


def gaps(text: str) -> list[int]:
    """Return where the space stands that follows each sentence but the last.

    Text is one line; a part that must not be torn is masked by HIDDEN or CLOSING, sign for sign.
    """
    found: list[int] = []
    begin, words = 0, _after(_SIGNS, text, 0)
    for end in _END.finditer(text):
        if _ends(text, (begin, words), end):
            begin = end.end()
            words = _after(_SIGNS, text, begin)
            found.append(begin - 1)
    return found


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _ends(text: str, sentence: tuple[int, int], end: re.Match[str]) -> bool:
    """Say whether a stop, found with what closes it, ends the sentence that begins there, and its words there."""
    stop = end["stop"]
    if stop[0] in "。！？":
        return True
    rest = _after(_OPENINGS, text, end.end())
    sign = text[rest : rest + 1]
    if not (sign.isdigit() or (sign.isalpha() and not sign.islower())):
        return False
    if stop in {"!", "?"}:
        return True
    begin, words = sentence
    found = _WORD.search(text, max(begin, text.rfind(" ", begin, end.start()) + 1), end.start())
    word = found.group() if found else ""
    abbreviation = word.casefold()
    enumerates = words < end.start() and _ENUMERATOR.fullmatch(text, words, end.start()) is not None
    if stop != "." or _OFTEN_WITHIN.fullmatch(abbreviation) or _INITIAL.fullmatch(word):
        return not enumerates and _BEGINNING.match(text, rest) is not None
    if _BEFORE_A_NAME.fullmatch(abbreviation) or enumerates:
        return False
    if _BEFORE_A_NUMBER.fullmatch(abbreviation):
        return not (sign.isdigit() or sign == HIDDEN or _ROMAN.match(text, rest))
    return True
