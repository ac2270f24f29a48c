"""Dates and ordinals as the UN Editorial Manual writes them."""

from datetime import date, timedelta

from babel.dates import format_date
from num2words import num2words

from neaspec_docs.language import dates


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


def test_an_unknown_language_falls_back_to_english() -> None:
    assert dates.date(date(2020, 10, 12), "xx") == "12 October 2020"
    assert dates.ordinal(24, "xx") == "24"


def test_ordinals_are_words() -> None:
    assert dates.ordinal(24) == "twenty-fourth"
    assert dates.capitalized(dates.ordinal(3)) == "Third"


def test_english_is_as_the_libraries_for_other_languages_have_it() -> None:
    for day in (date(2020, 1, 1) + timedelta(days=number) for number in range(0, 366, 5)):
        assert dates.date(day) == format_date(day, "d MMMM y", locale="en_GB")
        assert dates.weekday(day, "en-GB") == format_date(day, "EEEE, d MMMM y", locale="en_GB")
    for number in (*range(1000), 1000, 1024):
        assert dates.ordinal(number) == num2words(number, to="ordinal", lang="en")
