"""Tags of languages (BCP 47) -> what Word and PowerPoint call them, and the fonts for their East Asian characters."""

from dataclasses import dataclass

_REGIONS = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "fa": "fa-IR",
    "he": "he-IL",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "mn": "mn-MN",
    "ru": "ru-RU",
    "ur": "ur-PK",
    "zh": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
}
"""A region for the languages of meetings, since Word knows few languages without one. UN English is British."""

_FONTS = {"ja": "Noto Serif CJK JP", "ko": "Noto Serif CJK KR", "zh-hant": "Noto Serif CJK TC"}

EAST_ASIAN_FONT = "Noto Serif CJK SC"
"""For Chinese, and for East Asian words whose language nobody has given."""

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True)
class Language:
    """A language in Word's terms: its tag, whether its words are East Asian or run to the left, its fonts."""

    tag: str
    east_asian: bool = False
    right_to_left: bool = False
    font: str = EAST_ASIAN_FONT

    @property
    def sans(self) -> str:
        """Return the font for its East Asian characters on slides, which are set without serifs."""
        return self.font.replace("Serif", "Sans")


def language(tag: str) -> Language:
    """Return what office programs need to know of a language such as "en", "zh-Hant" or "ko-KR"."""
    primary = tag.partition("-")[0].lower()
    return Language(
        tag=_REGIONS.get(tag.lower(), tag),
        east_asian=primary in {"ja", "ko", "zh"},
        right_to_left=primary in _RIGHT_TO_LEFT,
        font=_FONTS.get(primary, EAST_ASIAN_FONT),
    )
