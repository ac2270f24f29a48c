"""The text of a cell -> the amount it states, with its unit: "$44,985", "(12)", "37%", "1.2 million km²"."""

import re
from dataclasses import dataclass
from decimal import Decimal

NOTHING = frozenset({"", "-", "–", "—"})
"""What stands in a column of figures where there is nothing to count."""

_SCALE = "thousand|million|billion|trillion"
_MEASURE = r"(?:k|c|m)?m[²³23]?|µm|ha|hectares?|k?g|[kMG]?t(?:CO2(?:eq)?)?|tons?|tonnes?|[µμm]g/m[³3]|[kMGT]Wh?|°C|ppm"
_MONEY = r"(?:(?:US|A|C|NZ|HK|S)?\$|€|£|¥|₩|₽|₮|(?:USD|EUR|GBP|JPY|CNY|RMB|KRW|RUB|MNT|CHF)(?= ?[\d(−–-]))"
_MONEY_AFTER = "USD|EUR|GBP|JPY|CNY|RMB|KRW|RUB|MNT|CHF|dollars?|euros?|yen|yuan|won|roubles?|rubles?|€"
_AMOUNT = re.compile(
    rf"(?P<sign>[-−–+(])? ?(?P<money>{_MONEY})? ?(?P<minus>[-−–])?"
    r"(?P<figure>(?:\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+|\d+)(?:\.(?P<decimals>\d+))?)"
    rf"(?P<cent>[ \u00a0]?%|[ \u00a0]per cent)?(?P<scale>[ \u00a0](?:{_SCALE}))?"
    rf"(?P<measure>[ \u00a0](?:{_MEASURE}|{_MONEY_AFTER}))?(?P<close>\))?"
)
_SPACE = re.compile(r"[, \u00a0\u2009\u202f]")

PER_CENT = "%"
"""The unit of a percentage, however it is written."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with as many decimals as were typed, and what it counts: "", "$", "%", "$ million"."""

    value: Decimal
    decimals: int
    unit: str


def read(text: str) -> Amount | None:
    """Return the amount that is all of a cell's text; a figure in brackets is negative. None where it is none."""
    found = _AMOUNT.fullmatch(text)
    if found is None or (found["sign"] == "(") is not (found["close"] == ")"):
        return None
    negative = (found["sign"] or "+") in "-−–(" or found["minus"] is not None
    value = Decimal(_SPACE.sub("", found["figure"]))
    cent = PER_CENT if found["cent"] else ""
    words = (found["money"], cent, found["scale"], found["measure"])
    unit = " ".join(word.strip() for word in words if word)
    return Amount(-value if negative else value, len(found["decimals"] or ""), unit)
