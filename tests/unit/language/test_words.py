"""The catalogues: every message is translated, and none says less or more than English does."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from neaspec_docs.language import catalogues, words
from neaspec_docs.language.counted import Counted

TRANSLATED = tuple(language for language in words.LANGUAGES if language != "en")


def forms(said: object) -> tuple[str, ...]:
    return tuple(said) if isinstance(said, tuple | list) else (str(said),)


def places(phrase: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", phrase))


def messages(language: str) -> dict[str, Message]:
    return {message.context or "": message for message in catalogues.read(language) if message.id}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    found = messages(language)
    assert {name: message.id for name, message in found.items()} == {
        name: (said.one, said.several) if isinstance(said, Counted) else said for name, said in catalogues.messages()
    }
    assert [name for name, message in found.items() if not catalogues.is_translated(message)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_stands_in_a_message_stands_in_its_translation(language: str) -> None:
    parts = {"date", "days_of_month", "two_days", "days_of_months", "called_nth"}  # by word or by figure
    for name, message in messages(language).items():
        english, translated = forms(message.id), forms(message.string)
        assert "{" not in re.sub(r"\{\w*\}", "", "".join(translated)), name
        if len(english) == 1 and name not in parts:
            assert places(translated[0]) == places(english[0]), name
        elif len(english) > 1:
            assert len(translated) == get_plural(language).num_plurals, name
            assert places(translated[-1]) == places(english[-1]), name


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_reference_begins_with_a_word(language: str) -> None:
    said = words.words(language)
    names = (
        "paragraph",
        "section",
        "cited_table",
        "cited_figure",
        "cited_annex",
        "cited_appendix",
        "cited_item",
        "slide",
    )
    short = ("paragraph_short", "section_short", "cited_item_short")
    assert [name for name in (*names, *short) if getattr(said, name).startswith("{")] == []  # see ARCHITECTURE.md


def test_there_is_a_catalogue_for_each_language_and_no_other() -> None:
    assert sorted(file.stem for file in catalogues.FOLDER.iterdir()) == sorted(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_as_make_writes_it(language: str) -> None:
    written = catalogues.text(catalogues.updated(language))
    assert (catalogues.FOLDER / f"{language}.po").read_bytes() == written


def test_a_message_whose_english_is_another_is_to_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (catalogues.FOLDER / "fr.po").read_text("utf-8").replace('"Summary"', '"Abstract"')
    (tmp_path / "fr.po").write_text(text.replace('msgctxt "draft"', 'msgctxt "drift"'), "utf-8")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    found = {message.context or "": message for message in catalogues.updated("fr") if message.id}
    assert [name for name, message in found.items() if not catalogues.is_translated(message)] == [
        "summary",
        "draft",
    ]
    assert found["summary"].string == "Résumé"
    assert catalogues.words("fr").draft == "Draft"


def test_numbers_take_the_form_of_their_language() -> None:
    said = {language: [words.words(language).pages.of(count) for count in (1, 2, 5, 21)] for language in ("en", "ru")}
    assert said["en"] == ["1 page", "2 pages", "5 pages", "21 pages"]
    assert said["ru"] == ["1 страница", "2 страницы", "5 страниц", "21 страница"]
    assert words.words("zh").slides.of(1) == "1张幻灯片"
    assert words.words("fr").missing.of(1) == "Une valeur manque."


@pytest.mark.parametrize(("tag", "table"), [("fr-CH", "Tableau {}"), ("RU", "Таблица {}"), ("zh-Hans-CN", "表{}")])
def test_a_region_has_the_words_of_its_language(tag: str, table: str) -> None:
    assert words.known(tag)
    assert words.words(tag).table == table


@pytest.mark.parametrize("tag", ["de", "zh-Hant", "zh-TW", "xx"])
def test_a_language_without_a_catalogue_stays_english(tag: str) -> None:
    assert not words.known(tag)
    assert words.words(tag) is words.ENGLISH


def test_words_of_another_name_are_no_words() -> None:
    assert words.Words(table="Tabelle").table == "Tabelle"
    with pytest.raises(TypeError, match="tabel"):
        words.Words(tabel="Tabelle")
