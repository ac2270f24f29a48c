"""A language -> the words that the program adds to a paper: labels of references, captions, mastheads, lists."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. A word with `{}` or `{name}` takes what stands in its place."""

    paragraph: str
    paragraph_short: str
    section: str
    section_short: str
    table: str
    figure: str
    annex: str
    appendix: str
    main_text: str
    contents: str
    summary: str
    note: str
    source: str
    unit: str
    missing_value: str
    category: str
    distribution: str
    original: str
    language_name: str
    draft: str
    revised: str
    agenda_item: str
    presented_by: str
    time: str
    item: str
    symbol: str
    title: str
    agenda: str
    no_symbol: str
    host: str
    secretariat: str
    footnote: str
    footnotes: str
    back_to_text: str
    skip_to_text: str
    column_chart: str
    bar_chart: str
    stacked_column_chart: str
    stacked_bar_chart: str
    line_chart: str
    pie_chart: str
    chart_of: str
    several_series: str
    one_category: str
    several_categories: str
    from_to: str
    unit_said: str
    categories_said: str
    series_said: str
    highest: str
    highest_often: str
    lowest: str
    lowest_often: str
    all_values: str
    one_missing: str
    several_missing: str
    all_missing: str
    chart_values: str
    slide: str
    speaker_notes: str
    meeting_documents: str
    page: str
    files: str
    one_page: str
    pages: str
    one_slide: str
    slides: str
    cited_item: str
    cited_item_short: str
    provisional_agenda: str
    annotations: str
    provisional_timetable: str
    document: str
    purpose: str
    for_decision: str
    for_information: str
    delegations: str
    observers: str
    secretariats: str
    insertion: str
    deletion: str
    changed_by: str
    changes_to: str
    changes_from: str
    old_file: str
    new_file: str
    moved_from: str
    moved: str
    changes_where: str
    changes_what: str
    nothing_changed: str
    marks_follow: str


ENGLISH = Words(
    paragraph="paragraph",
    paragraph_short="para.",
    section="section",
    section_short="sect.",
    table="Table",
    figure="Figure",
    annex="Annex",
    appendix="Appendix",
    main_text="{} of the main text",
    contents="Contents",
    summary="Summary",
    note="Note:",
    source="Source:",
    unit="unit: {}",
    missing_value="not available",
    category="Category",
    distribution="Distr.: {}",
    original="Original: {}",
    language_name="English",
    draft="Draft",
    revised="Revised",
    agenda_item="Item {} of the provisional agenda",
    presented_by="Presented by {}",
    time="Time",
    item="Item",
    symbol="Symbol",
    title="Title",
    agenda="Agenda item",
    no_symbol="–",
    host="Host: {}",
    secretariat="Secretariat: {}",
    footnote="footnote",
    footnotes="Notes",
    back_to_text="Back to the text",
    skip_to_text="Skip to the text",
    column_chart="Column chart",
    bar_chart="Bar chart",
    stacked_column_chart="Stacked column chart",
    stacked_bar_chart="Stacked bar chart",
    line_chart="Line chart",
    pie_chart="Pie chart",
    chart_of="{chart} of {series} in {categories}.",
    several_series="{} series",
    one_category="one category",
    several_categories="{} categories",
    from_to="{} to {}",
    unit_said="Unit: {}.",
    categories_said="Categories: {}.",
    series_said="Series: {}.",
    highest="The highest value is {value}, for {place}.",
    highest_often="The highest value is {value}, which occurs {times} times.",
    lowest="The lowest value is {value}, for {place}.",
    lowest_often="The lowest value is {value}, which occurs {times} times.",
    all_values="Every value is {}.",
    one_missing="One value is missing.",
    several_missing="{} values are missing.",
    all_missing="No values are available.",
    chart_values="Values of the chart",
    slide="slide",
    speaker_notes="Speaker’s notes",
    meeting_documents="Documents of the meeting",
    page="Page",
    files="Files",
    one_page="1 page",
    pages="{} pages",
    one_slide="1 slide",
    slides="{} slides",
    cited_item="agenda item",
    cited_item_short="item",
    provisional_agenda="Provisional agenda",
    annotations="Annotations",
    provisional_timetable="Provisional timetable",
    document="Document",
    purpose="Purpose",
    for_decision="For decision",
    for_information="For information",
    delegations="Delegations",
    observers="Observers",
    secretariats="Secretariat",
    insertion="insertion",
    deletion="deletion",
    changed_by="{change} by {author}",
    changes_to="Changes to {}",
    changes_from="From {old} to {new}",
    old_file="the old {}",
    new_file="the new {}",
    moved_from="moved from {}",
    moved="moved",
    changes_where="Where",
    changes_what="What",
    nothing_changed="The two versions are the same.",
    marks_follow="No words of the paper itself changed. What is marked follows from changes elsewhere.",
)

CATALOGUES: Mapping[str, Words] = {"en": ENGLISH}
"""The languages whose words are known, by the primary part of the language tag (BCP 47)."""


def known(language: str) -> bool:
    """Say whether the words of this language are known."""
    return _primary(language) in CATALOGUES


def words(language: str) -> Words:
    """Return the words of a language tag; those of English where its own are not known."""
    return CATALOGUES.get(_primary(language), ENGLISH)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
