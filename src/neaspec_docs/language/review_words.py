"""The words that the program adds to a redline and to the list of changes before it, in English.

They are messages of the catalogues as those of words.py are, and each `Words` has them.
"""

from dataclasses import dataclass, field

from neaspec_docs.language.counted import Counted


@dataclass(frozen=True, init=False, eq=False, repr=False)  # what is written for so many fields takes long to compile
class ReviewWords:
    """What a redline says in one language; as it is made, in English. `{}` and `{name}` as in `Words`."""

    def __init__(self, **said: str | Counted) -> None:
        """Take what is `said` in place of English, by the names of the fields; TypeError for another name."""
        for name, words in said.items():
            if name not in self.__dataclass_fields__:
                raise TypeError(name)
            object.__setattr__(self, name, words)

    # redlines
    insertion: str = "insertion"
    deletion: str = "deletion"
    changed_by: str = "{change} by {author}"
    changes_to: str = "Changes to {}"
    changes_from: str = "From {old} to {new}"
    text_of: str = "the text of {date} ({revision})"
    present_text: str = "the present text"
    old_file: str = "the old {}"
    new_file: str = "the new {}"
    moved_from: str = "moved from {}"
    moved: str = "moved"
    marks_follow: str = "No words of the paper itself changed. What is marked follows from changes elsewhere."
    changes_where: str = "Where"
    changes_what: str = "What"
    nothing_changed: str = "The two versions are the same."

    # the list of changes before a redline; what is named stands in the nominative
    changes_and: str = "{versions}: {changes}."
    changes_end: str = "{}."
    changes_count: Counted = field(default=Counted("1 change", "{} changes"))
    changes_kinds: str = "{count} ({kinds})"
    count_changed: str = "{} changed"
    count_added: str = "{} added"
    count_removed: str = "{} removed"
    count_moved: str = "{} moved"
    became_changed: str = "changed"
    became_added: str = "added"
    became_removed: str = "removed"
    became_moved: str = "moved"
    moved_way: str = "moved from {was} to {now}"
    and_changed: str = "{}, and changed"
    withdrawn: str = "withdrawn"
    became: str = "is now “{}”"
    called_in: str = "added, called in {}"
    now_called_in: str = "now called in {}"
    first_half_of_old: str = "first half of what was {}"
    second_half_of_old: str = "second half of what was {}"
    first_half_of_new: str = "now the first half of {}"
    second_half_of_new: str = "now the second half of {}"
    split_rest: str = "split, the rest is now {}"
    joined_with: str = "joined with what was {}"
    place_after: str = "after {}"
    place_in: str = "in {}"
    place_on: str = "on {}"
    beginning: str = "the beginning"
    now_numbered: str = "{place} (now {number})"
    once_numbered: str = "{place} (was {number})"
    called_at: str = "{called} {place}"
    called_nth: str = "{order} {called}"
    called_so: str = "{type} “{called}”"
    unnumbered: str = "{} without a number"
    words_inserted: str = "“{}” inserted"
    words_deleted: str = "“{}” deleted"
    words_replaced: str = "“{old}” → “{new}”"
    words_set: str = "“{}” is set or linked otherwise"
    quoted: str = "“{}”"
    and_more: str = "and {} more"
    named_so: str = "{name}: {what}"
    renumbered: str = "{old} is now {new}"
    number_lost: str = "{} has no number now"
    number_given: str = "{old}, which had no number, is now {new}"
    references_read: Counted = field(
        default=Counted("1 reference reads differently: {listed}", "{} references read differently: {listed}")
    )
    reads_now: str = "“{old}” is now “{new}”"
    reads_in: str = "{reading} in {paper}"
    reads_times: str = "{reading} ({count} times)"
    term_paper: str = "paper"
    term_meeting: str = "meeting"
    term_section: str = "section"
    term_paragraph: str = "paragraph"
    term_text: str = "text"
    term_list: str = "list"
    term_quote: str = "quote"
    term_box: str = "box"
    term_table: str = "table"
    term_figure: str = "figure"
    term_programme: str = "programme"
    term_participants: str = "participants"
    term_documents: str = "documents"
    term_page_break: str = "page break"
    term_slide: str = "slide"
    term_annex: str = "annex"
    term_footnote: str = "footnote"
    term_row: str = "row"
    term_column: str = "column"
    term_series: str = "series"
    term_category: str = "category"
    term_item: str = "item"
    term_image: str = "image"
    term_symbol: str = "symbol"
    term_title: str = "title"
    term_subtitle: str = "subtitle"
    term_date: str = "date"
    term_dates: str = "dates"
    term_agenda: str = "agenda"
    term_distribution: str = "distribution"
    term_language: str = "language"
    term_status: str = "status"
    term_presenter: str = "presenter"
    term_summary: str = "summary"
    term_session: str = "session"
    term_venue: str = "venue"
    term_note: str = "note"
    term_notes: str = "notes"
    term_source: str = "source"
    term_unit: str = "unit"
    term_type: str = "type"

    def term(self, name: str) -> str:
        """Return the word for a type of block or a field ("page_break", "venue"); its own name where there is none."""
        found = getattr(self, f"term_{name}", None)
        return found if isinstance(found, str) else name.replace("_", " ")

    def counted(self, kind: str, count: int) -> str:
        """Return "2 changed" of a kind of change."""
        return str(getattr(self, f"count_{kind}")).format(count)

    def happened(self, kind: str) -> str:
        """Return what happened by a kind of change: "changed"."""
        return str(getattr(self, f"became_{kind}"))
