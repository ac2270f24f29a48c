"""Ordinals of sessions, as each language has them before its word for a meeting."""

import pytest

from neaspec_docs.language import ordinals
from neaspec_docs.language.ordinals import Gender


@pytest.mark.parametrize(
    ("language", "counted", "count", "said"),
    [
        ("en", "Meeting", 24, "twenty-fourth"),
        ("fr", "Réunion", 24, "vingt-quatrième"),
        ("fr", "Réunion", 1, "première"),
        ("fr", "Forum", 1, "premier"),
        ("fr", "Conférence", 80, "quatre-vingtième"),
        ("fr", "Session", 21, "vingt et unième"),
        ("fr", "Session", 3, "troisième"),
        ("ru", "Совещание", 24, "двадцать четвёртое"),
        ("ru", "Сессия", 3, "третья"),
        ("ru", "Ежегодный форум", 2, "второй"),
        ("ru", "Консультации", 5, "пятые"),
        ("zh", "会议", 24, "第二十四次"),
        ("zh", "会议", 10, "第十次"),
        ("zh", "会议", 105, "第一百零五次"),
        ("zh", "会议", 110, "第一百一十次"),
        ("zh", "会议", 1010, "第一千零一十次"),
        ("ja", "会合", 24, "第24回"),
        ("ko", "회의", 24, "제24차"),
        ("mn", "уулзалт", 1, "нэгдүгээр"),
        ("mn", "уулзалт", 24, "хорин дөрөвдүгээр"),
        ("mn", "уулзалт", 16, "арван зургаадугаар"),
        ("mn", "уулзалт", 20, "хорьдугаар"),
        ("mn", "уулзалт", 30, "гучдугаар"),
        ("mn", "уулзалт", 100, "100"),
        ("de", "Sitzung", 2, "2"),
        ("xx", "Meeting", 24, "24"),
    ],
)
def test_an_ordinal_agrees_with_what_it_counts(language: str, counted: str, count: int, said: str) -> None:
    assert ordinals.ordinal(count, language, counted) == said


def test_an_acronym_is_masculine_and_a_meeting_without_a_title_too() -> None:
    assert ordinals.gender("СВДЛ НЕАСПЕК", "ru") is Gender.MASCULINE
    assert ordinals.gender("", "ru") is Gender.MASCULINE
    assert ordinals.gender("Сессия", "mn") is Gender.MASCULINE


def test_after_an_ordinal_french_and_russian_have_no_capital() -> None:
    assert ordinals.following("Réunion de hauts fonctionnaires", "fr") == "réunion de hauts fonctionnaires"
    assert ordinals.following("Совещание", "ru-RU") == "совещание"
    assert ordinals.following("SOM de NEASPEC", "fr") == "SOM de NEASPEC"
    assert ordinals.following("Senior Officials Meeting", "en") == "Senior Officials Meeting"
    assert ordinals.following("Зүүн хойд Азийн уулзалт", "mn") == "Зүүн хойд Азийн уулзалт"
