"""Numbers -> ordinals of a language, in the gender of what is counted: "двадцать четвёртое", 第二十四次.

French and Russian are num2words'. It does not know Mongolian and Chinese, which stand beside this as English does.
Japanese and Korean count sessions in figures.
"""

import re
from enum import Enum

from neaspec_docs.language import chinese, english, mongolian
from neaspec_docs.language.cldr import is_english
from neaspec_docs.language.words import words


class Gender(Enum):
    """How an ordinal agrees with what it counts; the value is num2words'."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    PLURAL = "p"


_FEMININE_IN_FRENCH = re.compile(r"\w+(?:ion|ée|té|ence|ance|ure|ade|ière|esse)|rencontre|table", re.IGNORECASE)
"""A meeting is a « réunion », a « session », an « assemblée », a « conférence »."""

_RUSSIAN_ENDINGS = (
    ("оеё", Gender.NEUTER),
    ("ая", Gender.FEMININE),
    ("ыи", Gender.PLURAL),
)


LARGEST = 999_999
"""The largest number of which there is an ordinal: no language has words for all, and no meeting so many sessions."""


def ordinal(count: int, language: str = "en", counted: str = "") -> str:
    """Return the ordinal of a number as it stands before what it counts, by which French and Russian decline it.

    It is the figure in a language of which the program does not know how words agree. Raises ValueError for less than
    nothing, and for more than LARGEST.
    """
    if not 0 <= count <= LARGEST:
        raise ValueError(count)
    return words(language).session.format(_bare(count, language, gender(counted, language)))


def gender(counted: str, language: str) -> Gender:
    """Return the gender of the first word of what is counted: "Совещание старших должностных лиц" is neuter.

    Russian tells it by the last letter, of an adjective too; a word in other letters, as an acronym, is masculine.
    """
    first = (re.findall(r"\w+", counted) or [""])[0].lower()
    match language.partition("-")[0].lower():
        case "ru":
            return next((found for ends, found in _RUSSIAN_ENDINGS if first and first[-1] in ends), Gender.MASCULINE)
        case "fr" if _FEMININE_IN_FRENCH.fullmatch(first):
            return Gender.FEMININE
        case _:
            return Gender.MASCULINE


def following(counted: str, language: str) -> str:
    """Return what is counted as it stands after its ordinal: in French and Russian without a capital, if it is a word.

    « Vingt-quatrième réunion », "Двадцать четвёртое совещание"; an acronym keeps its capitals.
    """
    if language.partition("-")[0].lower() in {"fr", "ru"} and counted[1:2].islower():
        return counted[:1].lower() + counted[1:]
    return counted


def capitalized(phrase: str) -> str:
    """Return the words with a capital first letter and the rest as they are."""
    return phrase[:1].upper() + phrase[1:]


def _bare(count: int, language: str, gender: Gender) -> str:
    if is_english(language) and count in english.ORDINALS:
        return english.ordinal(count)
    match language.partition("-")[0].lower():
        case "zh":
            return chinese.cardinal(count)
        case "mn" if count in mongolian.ORDINALS:
            return mongolian.ordinal(count)
        case "ja" | "ko" | "mn":
            return str(count)
        case "fr":
            return _french(count, gender)
        case "ru":
            return _russian(count, gender)
        case "en":
            return _any(count, "en")
        case _:
            return str(count)


def _french(count: int, gender: Gender) -> str:
    if count == 1 and gender is Gender.FEMININE:
        return "première"
    return re.sub(r"(vingt|cent)sième", r"\1ième", _any(count, "fr"))  # num2words 0.5.14: « quatre-vingtsième »


def _russian(count: int, gender: Gender) -> str:
    from num2words import num2words

    if gender is Gender.PLURAL:
        return str(num2words(count, to="ordinal", lang="ru", plural=True))
    return str(num2words(count, to="ordinal", lang="ru", gender=gender.value))


def _any(count: int, language: str) -> str:
    from num2words import num2words

    try:
        return str(num2words(count, to="ordinal", lang=language))
    except NotImplementedError:
        return str(count)
