"""Numbers -> Mongolian ordinals: the cardinal with -дугаар, or -дүгээр after front vowels; num2words knows none."""

_ONES = ("", "нэг", "хоёр", "гурав", "дөрөв", "тав", "зургаа", "долоо", "найм", "ес")
_TENS = ("", "арав", "хорь", "гуч", "дөч", "тавь", "жар", "дал", "ная", "ер")
_TENS_BEFORE = ("", "арван", "хорин", "гучин", "дөчин", "тавин", "жаран", "далан", "наян", "ерэн")
_FRONT = frozenset("эөүе")
_BACK = frozenset("аоуяё")

ORDINALS = range(1, 100)
"""The numbers whose ordinals are known here."""


def ordinal(count: int) -> str:
    """Return "хорин дөрөвдүгээр" for 24, one of ORDINALS."""
    tens, ones = divmod(count, 10)
    last = _ONES[ones] if ones else _TENS[tens]
    lead = f"{_TENS_BEFORE[tens]} " if tens and ones else ""
    vowels = [letter for letter in last if letter in _FRONT | _BACK]
    suffix = "дүгээр" if vowels[-1] in _FRONT else "дугаар"
    return f"{lead}{last}{suffix}"
