"""The words of content files -> dates, times, ids, symbols, numbers: one Shape for each."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date as Date  # noqa: N812 -- a field is called date
from datetime import datetime
from datetime import time as Time  # noqa: N812 -- a field is called time
from decimal import Decimal
from itertools import pairwise

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load.shapes import WRONG, Choice, Complaint, ListOf, Shape, Word, Wrong, wrong_shape
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.yaml_nodes import ListNode, ScalarNode, YamlNode, place
from neaspec_docs.model import scheme
from neaspec_docs.model.scheme import Mark, Sample, Scheme, Style

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_FACT_NAME = re.compile(r"\w[\w-]*")
_PAPER = re.compile(rf"{_NAME.pattern}/{_NAME.pattern}")
_SYMBOL = re.compile(r"[A-Za-z0-9][A-Za-z0-9.()-]*(?:/[A-Za-z0-9(][A-Za-z0-9.()-]*)*\*{0,2}")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK = r"([0-9]{1,2}):([0-9]{2})"
_TIME = re.compile(rf"{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?")
_OTHER_CLOCK = re.compile(r"\b([0-9]{1,2})[.hH]([0-9]{2})\b")
_OTHER_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%B %d %Y", "%d.%m.%Y")
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)
_PER_CENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?) ?%")
_DECIMAL = re.compile(r"[-+−]?[0-9]{1,20}(?:\.[0-9]{1,10})?")
_FORMAT = re.compile(r"1[,  \u202f\u2009]?000(?:\.0{1,6})?|1(?:\.0{1,6})?")

_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_HOUR = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_SHARE = r"(?!0+(?:\.0+)? ?%)(?:100(?:\.0{1,4})?|0?[0-9]{1,2}(?:\.[0-9]{1,4})?) ?%"
_LEVEL = r"\([IA1ia]\)|[IA1ia][.)]?"
_SAMPLES = "`I.`, `A.`, `1.`, `(1)`, `(a)`, `a.` or `i.`"


def _line(text: str) -> str | Complaint:
    return text or Complaint("the text is empty", "write the text", instead="")


def _id(text: str) -> str | Complaint:
    if _ID.fullmatch(text):
        return text
    return Complaint(
        f"{quoted(text)} can't be an id" if text else "the id is empty",
        "an id begins with a letter and goes on with letters, digits, `_`, `.` and `-`",
        instead=text or WRONG,
    )


def _name(text: str) -> str | Complaint:
    if _NAME.fullmatch(text):
        return text
    help = "a name is made of letters, digits, `_`, `.` and `-`"
    return Complaint(f"{quoted(text)} can't be a name" if text else "the name is empty", help, instead=text)


def _fact_name(text: str) -> str | Complaint:
    if _FACT_NAME.fullmatch(text):
        return text
    help = "a fact's name is made of letters, digits, `_` and `-`"
    return Complaint(f"{quoted(text)} can't be the name of a fact" if text else "the name is empty", help)


def _small_letter(text: str) -> str | Complaint:
    if re.fullmatch("[a-z]{1,2}", text):
        return text
    return Complaint(f"{quoted(text)} can't mark a table's note", "they are marked `a`, `b`, `c`", instead=text)


def _paper(text: str) -> str | Complaint:
    if _PAPER.fullmatch(text):
        return text
    return Complaint(f"{quoted(text)} is not a paper's full name", "name its meeting too: `som-24/report`")


def _symbol(text: str) -> str | Complaint:
    if _SYMBOL.fullmatch(text) and text.count("(") == text.count(")"):
        return text
    help = "a symbol is made of letters, digits, `/`, `.`, `-` and brackets: `NEASPEC/SOM(24)/5/Rev.1`"
    help += "; that of a reissue ends in `*`"
    return Complaint(f"{quoted(text)} can't be a symbol", help, instead=text)


def _date(text: str) -> Date | Complaint | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return _other_date(text)
    year, month, day = map(int, found.groups())
    try:
        return Date(year, month, day)
    except ValueError:
        help = "write the year, then the month (01 to 12), then the day"
        if year and 1 <= month <= 12 and day:  # noqa: PLR2004 -- months
            help = f"that month has {monthrange(year, month)[1]} days"
        return Complaint(f"{quoted(text)} is no day of the calendar", help)


def _other_date(text: str) -> Complaint | None:
    """Return the complaint of a date written otherwise, with how to write it, where that is plain."""
    for form in _OTHER_DATES:
        with suppress(ValueError):
            read = datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day has no zone
            return Complaint(f"{quoted(text)} is not how a date is written here", f"write `{read.isoformat()}`")
    return None


def _clock(hour: str, minute: str) -> Time | None:
    try:
        return Time(int(hour), int(minute))
    except ValueError:
        return None


def _times(text: str) -> tuple[Time, Time | None] | Complaint | None:
    found = _TIME.fullmatch(text)
    if found is None:
        meant = _OTHER_CLOCK.sub(r"\1:\2", text)
        written = meant != text and _TIME.fullmatch(meant)
        return Complaint(f"{quoted(text)} is not how a time is written here", f"write `{meant}`") if written else None
    start = _clock(found[1], found[2])
    end = _clock(found[3], found[4]) if found[3] else None
    if start is None or (found[3] and end is None):
        return Complaint(f"{quoted(text)} is no time of the day", "hours go from 0 to 23, minutes from 00 to 59")
    if end is not None and end <= start:
        return Complaint(
            f"{quoted(text)} ends before it begins",
            "write the beginning first; hours go from 0 to 23",
            instead=(start, end),
        )
    return start, end


def _language(text: str) -> str | None:
    return text if _LANGUAGE.fullmatch(text) else None


def parse_width(text: str) -> Decimal | None:
    """Return a share of the table's width in per cent, or None where it is none."""
    found = _PER_CENT.fullmatch(text)
    width = Decimal(found[1]) if found else Decimal(0)
    return width if 0 < width <= 100 else None  # noqa: PLR2004 -- per cent


def _value(text: str) -> tuple[Decimal | None] | None:
    if text in ("", "null", "~"):
        return (None,)
    return (Decimal(text.replace("−", "-")),) if _DECIMAL.fullmatch(text) else None


def _format(text: str) -> str | None:
    return text if _FORMAT.fullmatch(text) else None


def _sample(text: str) -> tuple[Sample | None] | Complaint:
    if not text:
        return (None,)
    read = scheme.read(text)
    if read is not None:
        return (read,)
    help = f'write {_SAMPLES}, one that joins the level above such as `1.1.`, or `""` for no number'
    return Complaint(f"{quoted(text)} is no sample of a number", help)


def _style(text: str) -> Style | Complaint:
    marks = {"bullet": Mark.BULLET, "dash": Mark.DASH}
    if text in marks:
        return marks[text]
    read = scheme.read(text)
    if read is not None and not read.composite:
        return read
    help = f"write `bullet`, `dash`, or a sample: {_SAMPLES}"
    return Complaint(f"{quoted(text)} is no sample of a list's numbers", help)


def whole(low: int, high: int) -> Word[int]:
    """Return the shape of a whole number from `low` to `high`."""

    def parse(text: str) -> int | None:
        number = int(text) if re.fullmatch("[0-9]{1,9}", text) else -1
        return number if low <= number <= high else None

    return Word(f"a whole number from {low} to {high}", parse, pattern="[0-9]{1,9}", bounds=(low, high))


LINE: Word[str] = Word("text", _line, Code.EMPTY_TEXT)
"""Plain characters in one line: a path, a term."""

ANY_LINE: Word[str] = Word("text", lambda text: text)
"""As LINE, and may be empty."""

ID: Word[str] = Word("an id", _id, Code.WRONG_ID, _ID.pattern, ("intro",))
NAME: Word[str] = Word("a name", _name, Code.WRONG_ID, _NAME.pattern, ("decision",))
FACT_NAME: Word[str] = Word(
    "the name of a fact", _fact_name, Code.WRONG_ID, r"[^\s!-/:-@\[-^`{-~][^\s!-,./:-@\[-^`{-~]*", ("core_fund",)
)
SMALL_LETTER: Word[str] = Word("a small letter", _small_letter, Code.WRONG_ID, "[a-z]{1,2}", ("a", "b"))
PAPER: Word[str] = Word("the full name of a paper", _paper, Code.WRONG_ID, _PAPER.pattern, ("som-24/report",))
SYMBOL: Word[str] = Word("a symbol", _symbol, Code.WRONG_SYMBOL, _SYMBOL.pattern, ("NEASPEC/SOM(24)/5",))
DATE: Word[Date] = Word("a date such as 2020-10-12", _date, Code.WRONG_DATE, _DAY, ("2020-10-12",))
TIMES: Word[tuple[Time, Time | None]] = Word(
    "a time such as 14:00-14:15", _times, Code.WRONG_TIME, rf"{_HOUR}(?:\s*[-–]\s*{_HOUR})?", ("14:00-14:15", "10:00")
)
LANGUAGE: Word[str] = Word(
    "a language such as `en`, `ru` or `zh-Hans`", _language, pattern=_LANGUAGE.pattern, examples=("en", "ru", "zh-Hans")
)
WIDTH: Word[Decimal] = Word("a share of the table's width such as 20%", parse_width, pattern=_SHARE, examples=("20%",))
VALUE: Word[tuple[Decimal | None]] = Word(
    "a number such as 20.3, or `null`", _value, pattern=_DECIMAL.pattern, examples=("20.3", "null")
)
FORMAT: Word[str] = Word(
    'a number to copy: "1,000", "1 000", "1000" or with decimals "1,000.0"',
    _format,
    Code.WRONG_FORMAT,
    _FORMAT.pattern,
    ("1,000", "1 000", "1,000.0"),
)
SAMPLE: Word[tuple[Sample | None]] = Word(
    'a sample such as "I."',
    _sample,
    Code.UNREADABLE_HEADING,
    rf"{_LEVEL}|(?:[IA1ia]\.)+[IA1ia][.)]?",
    ("I.", "A.", "1.", "(a)", "1.1."),
)
STYLE: Word[Style] = Word(
    "`bullet`, `dash` or a sample",
    _style,
    Code.UNREADABLE_HEADING,
    f"bullet|dash|{_LEVEL}",
    ("bullet", "dash", "1.", "(a)", "(i)"),
)
_YES, _NO = dict.fromkeys(("yes", "y", "on", "1"), "true"), dict.fromkeys(("no", "n", "off", "0"), "false")
FLAG: Choice[bool] = Choice({"true": True, "false": False}, meant=_YES | _NO)
TRUE: Choice[bool] = Choice({"true": True}, meant=_YES)


class Headings(Shape[Scheme]):
    """How each level of section is numbered: a list of samples.

    `below_another`: the levels lie below a section's, which the first one may join its number to.
    """

    says = 'a list of samples such as ["I.", "A.", "1."]'

    def __init__(self, *, below_another: bool) -> None:
        """Declare the headings of a paper or annex, or those of a section."""
        self.below_another = below_another

    def alike(self) -> Shape[object]:
        """Return a list of samples."""
        return ListOf(SAMPLE, "samples", "a sample")

    def read(self, node: YamlNode, source: Source, name: str) -> Scheme | Wrong:
        """Return one sample a level."""
        if not isinstance(node, ListNode):
            return wrong_shape(node, source, name, self.says)
        deepest = scheme.DEEPEST - 1 if self.below_another else scheme.DEEPEST
        if len(node.items) > deepest:
            where = " below a section" if self.below_another else ""
            message = f"`headings` can have {deepest} levels{where}, and here is one more"
            source.error(Code.WRONG_VALUE, message, place(node.items[deepest], source), "take out the rest")
        read = [SAMPLE.read(item, source, "a level of `headings`") for item in node.items]
        above: list[tuple[Sample | None] | Wrong] = [WRONG if self.below_another else (None,), *read]
        for item, (upper, level) in zip(node.items, pairwise(above), strict=True):
            if level is WRONG or level[0] is None or not level[0].composite or upper != (None,):
                continue
            written = item.value if isinstance(item, ScalarNode) else ""
            source.error(
                Code.COMPOSITE_WITHOUT_PARENT,
                f"{quoted(written)} joins the number of the level above, which has none",
                place(item, source),
                'give the level above a sample too, or write one such as `"1."` here',
            )
        return tuple(None if level is WRONG else level[0] for level in read)


HEADINGS = Headings(below_another=False)
HEADINGS_BELOW = Headings(below_another=True)
