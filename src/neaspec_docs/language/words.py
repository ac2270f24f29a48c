"""A language -> the words that the program adds to a paper: labels of references, captions, mastheads, dates.

English stands here, a message a line. The other languages have a catalogue each, `po/*.po`, in the format of GNU
gettext: the name of a field is a message's context (`msgctxt`), so that "Table 2" may begin a caption with a capital
and stand in a sentence without one. `make catalogues` brings them up to date with what stands here.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from neaspec_docs.language.counted import Counted
from neaspec_docs.language.review_words import ReviewWords


@dataclass(frozen=True, init=False, eq=False, repr=False)
class Words(ReviewWords):
    """The words of one language; as it is made, of English. What a paper gives stands in place of `{}` and `{name}`.

    `cited_` words stand in a sentence; those of the same name without it, above a table or at the head of an annex.
    """

    # references; all of them are in the nominative, for no program knows the sentence around them
    paragraph: str = "paragraph {}"
    paragraph_short: str = "para. {}"
    section: str = "section {}"
    section_short: str = "sect. {}"
    cited_table: str = "Table {}"
    cited_figure: str = "Figure {}"
    cited_annex: str = "Annex {}"
    cited_appendix: str = "Appendix {}"
    cited_only_annex: str = "Annex"
    cited_only_appendix: str = "Appendix"
    cited_item: str = "agenda item {}"
    cited_item_short: str = "item {}"
    slide: str = "slide {}"
    footnote: str = "footnote {}"
    within: str = "{outer}, {place}"
    main_text: str = "{} of the main text"

    # captions and headings
    table: str = "Table {}"
    figure: str = "Figure {}"
    captioned: str = "{label}. {caption}"
    annex: str = "Annex {}"
    appendix: str = "Appendix {}"
    only_annex: str = "Annex"
    only_appendix: str = "Appendix"
    contents: str = "Contents"
    summary: str = "Summary"
    note: str = "Note:"
    source: str = "Source:"
    noted: str = "{lead} {text}"

    # mastheads
    occasion: str = "{session} {meeting}"
    session: str = "{}"
    place_and_dates: str = "{place}, {dates}"
    distribution: str = "Distr.: {}"
    general: str = "Distr.: General"
    limited: str = "Distr.: Limited"
    restricted: str = "Distr.: Restricted"
    original: str = "Original: {}"
    english: str = "English"
    french: str = "French"
    russian: str = "Russian"
    chinese: str = "Chinese"
    japanese: str = "Japanese"
    korean: str = "Korean"
    mongolian: str = "Mongolian"
    draft: str = "Draft"
    revised: str = "Revised"
    agenda_item: str = "Item {} of the provisional agenda"
    presented_by: str = "Presented by {}"

    # dates: names of months and days are the Unicode CLDR's; {month_number} is a figure, {first} the first of two days
    date: str = "{day} {month} {year}"
    first_day: str = "{}"
    days_of_month: str = "{first}–{day} {month} {year}"
    two_days: str = "{first}–{day} {month} {year}"
    days_of_months: str = "{first} {first_month}–{day} {month} {year}"
    days_of_years: str = "{first}–{last}"
    weekday: str = "{weekday}, {date}"
    with_timezone: str = "{day} ({zone})"

    # lists of a meeting
    time: str = "Time"
    item: str = "Item"
    symbol: str = "Symbol"
    title: str = "Title"
    agenda: str = "Agenda item"
    no_symbol: str = "–"
    host: str = "Host: {}"
    secretariat: str = "Secretariat: {}"
    provisional_agenda: str = "Provisional agenda"
    annotations: str = "Annotations"
    provisional_timetable: str = "Provisional timetable"
    document: str = "Document"
    purpose: str = "Purpose"
    for_decision: str = "For decision"
    for_information: str = "For information"
    delegations: str = "Delegations"
    observers: str = "Observers"
    secretariats: str = "Secretariat"
    list_comma: str = ", "

    # charts
    unit: str = "(unit: {})"
    missing_value: str = "not available"
    category: str = "Category"
    column_chart: str = "Column chart"
    bar_chart: str = "Bar chart"
    stacked_column_chart: str = "Stacked column chart"
    stacked_bar_chart: str = "Stacked bar chart"
    line_chart: str = "Line chart"
    pie_chart: str = "Pie chart"
    chart_of: str = "{chart} of {series} in {categories}."
    series: Counted = field(default=Counted("{} series", "{} series"))
    categories: Counted = field(default=Counted("one category", "{} categories"))
    from_to: str = "{} to {}"
    unit_said: str = "Unit: {}."
    categories_said: str = "Categories: {}."
    series_said: str = "Series: {}."
    names_comma: str = "; "
    of_series: str = "{category} ({series})"
    highest: str = "The highest value is {value}, for {place}."
    highest_often: Counted = field(
        default=Counted(
            "The highest value is {value}, which occurs once.", "The highest value is {value}, which occurs {} times."
        )
    )
    lowest: str = "The lowest value is {value}, for {place}."
    lowest_often: Counted = field(
        default=Counted(
            "The lowest value is {value}, which occurs once.", "The lowest value is {value}, which occurs {} times."
        )
    )
    all_values: str = "Every value is {}."
    missing: Counted = field(default=Counted("One value is missing.", "{} values are missing."))
    all_missing: str = "No values are available."
    chart_values: str = "Values of the chart"

    # screens, slides, packs
    footnotes: str = "Notes"
    back_to_text: str = "Back to the text"
    skip_to_text: str = "Skip to the text"
    speaker_notes: str = "Speaker’s notes"
    meeting_documents: str = "Documents of the meeting"
    documents_of: str = "{}: documents of the meeting"
    page: str = "Page"
    page_of_pack: str = "Page {}"
    files: str = "Files"
    pages: Counted = field(default=Counted("1 page", "{} pages"))
    slides: Counted = field(default=Counted("1 slide", "{} slides"))
    kilobytes: str = "{} kB"
    megabytes: str = "{} MB"


ENGLISH = Words()

LANGUAGES = ("en", "fr", "ja", "ko", "mn", "ru", "zh")
"""The languages whose words are known, by the primary part of their tag (BCP 47); Chinese in simplified characters."""

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def known(language: str) -> bool:
    """Say whether the words of this language are known."""
    return _primary(language) in LANGUAGES and not _is_traditional(language)


def words(language: str) -> Words:
    """Return the words of a language tag; those of English where its own are not known."""
    return _words(_primary(language)) if known(language) else ENGLISH


@lru_cache
def _words(primary: str) -> Words:
    if primary == "en":
        return ENGLISH
    from neaspec_docs.language import catalogues

    return catalogues.words(primary)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _is_traditional(language: str) -> bool:
    return _primary(language) == "zh" and not _TRADITIONAL.isdisjoint(language.lower().split("-"))
