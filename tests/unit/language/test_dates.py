"""Dates and ordinals as the UN Editorial Manual writes them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date, format_interval
from num2words import num2words

from neaspec_docs.language import dates, numbers, ordinals


def test_a_date_is_day_month_year() -> None:
    assert dates.date(date(2020, 10, 2)) == "2 October 2020"


def test_a_weekday_comes_first() -> None:
    assert dates.weekday(date(2020, 8, 6)) == "Thursday, 6 August 2020"


def test_a_range_says_once_what_both_ends_share() -> None:
    assert dates.dates(date(2020, 10, 12), date(2020, 10, 13)) == "12–13 October 2020"
    assert dates.dates(date(2020, 9, 30), date(2020, 10, 2)) == "30 September–2 October 2020"
    assert dates.dates(date(2020, 12, 31), date(2021, 1, 1)) == "31 December 2020–1 January 2021"
    assert dates.dates(date(2020, 8, 6), date(2020, 8, 6)) == "6 August 2020"


def test_another_language_has_its_own_months() -> None:
    assert dates.date(date(2020, 10, 12), "fr") == "12 octobre 2020"


DAYS = {
    "a day": (date(2020, 10, 1), date(2020, 10, 1)),
    "two days": (date(2020, 10, 12), date(2020, 10, 13)),
    "a week": (date(2020, 10, 12), date(2020, 10, 16)),
    "two months": (date(2020, 9, 30), date(2020, 10, 2)),
    "two years": (date(2020, 12, 31), date(2021, 1, 2)),
}
SAID = {
    "fr": (
        *("1er octobre 2020", "12 et 13 octobre 2020", "12–16 octobre 2020"),
        *("30 septembre\u00a0– 2 octobre 2020", "31 décembre 2020\u00a0– 2 janvier 2021", "jeudi 1er octobre 2020"),
    ),
    "ru": (
        *("1 октября 2020 года", "12–13 октября 2020 года", "12–16 октября 2020 года"),
        *("30 сентября\u00a0– 2 октября 2020 года", "31 декабря 2020 года\u00a0– 2 января 2021 года"),
        "четверг, 1 октября 2020 года",
    ),
    "zh": (
        *("2020年10月1日", "2020年10月12日至13日", "2020年10月12日至16日"),
        *("2020年9月30日至10月2日", "2020年12月31日至2021年1月2日", "2020年10月1日星期四"),
    ),
    "ja": (
        *("2020年10月1日", "2020年10月12日～13日", "2020年10月12日～16日"),
        *("2020年9月30日～10月2日", "2020年12月31日～2021年1月2日", "2020年10月1日木曜日"),
    ),
    "ko": (
        *("2020년 10월 1일", "2020년 10월 12일~13일", "2020년 10월 12일~16일"),
        *("2020년 9월 30일 ~ 10월 2일", "2020년 12월 31일 ~ 2021년 1월 2일", "2020년 10월 1일 목요일"),
    ),
    "mn": (
        *("2020 оны аравдугаар сарын 1", "2020 оны аравдугаар сарын 12–13", "2020 оны аравдугаар сарын 12–16"),
        "2020 оны есдүгээр сарын 30\u00a0– аравдугаар сарын 2",
        "2020 оны арван хоёрдугаар сарын 31\u00a0– 2021 оны нэгдүгээр сарын 2",
        "2020 оны аравдугаар сарын 1, пүрэв гараг",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_each_language_says_days_in_its_way(language: str) -> None:
    said = (*(dates.dates(*days, language) for days in DAYS.values()), dates.weekday(date(2020, 10, 1), language))
    assert said == SAID[language]


@pytest.mark.parametrize("language", ["zh", "ja", "ko"])
def test_east_asian_ranges_are_the_cldrs(language: str) -> None:
    for days in list(DAYS.values())[1:]:
        assert dates.dates(*days, language) == format_interval(*days, "yMMMd", locale=language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("-44,985.50", "−20.3")),
        ("fr", ("-44\u202f985,50", "−20,3")),
        ("ru", ("-44\u00a0985,50", "−20,3")),
        ("ja", ("-44,985.50", "−20.3")),
        ("mn", ("-44,985.50", "−20.3")),
    ],
)
def test_numbers_have_the_signs_of_their_language(language: str, said: tuple[str, str]) -> None:
    assert (numbers.grouped(Decimal("-44985.50"), language), numbers.typed(Decimal("-20.3"), language)) == said


def test_an_unknown_language_falls_back_to_english() -> None:
    assert dates.date(date(2020, 10, 12), "xx") == "12 October 2020"
    assert ordinals.ordinal(24, "xx") == "24"


def test_ordinals_are_words() -> None:
    assert ordinals.ordinal(24) == "twenty-fourth"
    assert ordinals.capitalized(ordinals.ordinal(3)) == "Third"


def test_english_is_as_the_libraries_for_other_languages_have_it() -> None:
    for day in (date(2020, 1, 1) + timedelta(days=number) for number in range(0, 366, 5)):
        assert dates.date(day) == format_date(day, "d MMMM y", locale="en_GB")
        assert dates.weekday(day, "en-GB") == format_date(day, "EEEE, d MMMM y", locale="en_GB")
    for number in (*range(1000), 1000, 1024):
        assert ordinals.ordinal(number) == num2words(number, to="ordinal", lang="en")


def test_a_language_without_a_catalogue_has_the_dates_of_the_cldr() -> None:
    assert dates.date(date(2026, 3, 2), "es") == "2 de marzo de 2026"
    assert dates.weekday(date(2026, 3, 2), "es") == "lunes, 2 de marzo de 2026"
    assert dates.dates(date(2026, 3, 2), date(2026, 3, 4), "es") == "2–4 de marzo de 2026"
    assert dates.dates(date(2026, 3, 30), date(2026, 4, 4), "de") == "30. März 2026–4. April 2026"
    assert dates.date(date(2026, 3, 2), "xx") == "2 March 2026"
