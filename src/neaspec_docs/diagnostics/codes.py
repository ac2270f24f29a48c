"""Every code that a diagnostic can carry, with what it stands for. A code is never used again for another fault.

`L` is found while loading a file, `M` in what a paper takes from its meeting, `N` while numbering, `R` while answering
references, `T` in tables, `W` while writing. From 201 on they are the rules of `check`: `N`, `R` and `T` as before, `F`
footnotes, `Y` symbols, `E` the editorial style of the United Nations, `G` the glossary, `A` what a screen reader needs,
`P` the paper as a whole, `C` the comments that allow a finding, `S` the settings.
"""

from enum import StrEnum


class Code(StrEnum):
    """The code of a fault; its name says what is wrong."""

    @property
    def slug(self) -> str:
        """Return the name as it reads after "allow" and in settings: "dangling-reference"."""
        return self.name.lower().replace("_", "-")

    # The file
    UNREADABLE_FILE = "L001"
    NOT_YAML = "L002"
    TAG = "L003"
    EMPTY_FILE = "L004"
    CONTROL_CHARACTER = "L005"
    ALIAS = "L006"
    NESTED_TOO_DEEP = "L007"
    TEXT_CUT = "L008"
    UNFIT_CHARACTER = "L009"
    # Keys and shapes
    UNKNOWN_KEY = "L010"
    MISSING_KEY = "L011"
    DUPLICATE_KEY = "L012"
    WRONG_SHAPE = "L013"
    WRONG_VALUE = "L014"
    UNKNOWN_BLOCK = "L015"
    UNKNOWN_KIND = "L016"
    EMPTY_TEXT = "L017"
    WRONG_DATE = "L018"
    WRONG_TIME = "L019"
    UNREADABLE_HEADING = "L020"
    WRONG_ID = "L021"
    WRONG_SYMBOL = "L022"
    # Text
    UNREADABLE_FACT = "L030"
    UNREADABLE_REFERENCE = "L031"
    MALFORMED_LINK = "L032"
    MARKUP_IN_PLAIN_WORDS = "L033"
    # The tree of content
    PAPER_NOT_THERE = "L040"
    PAPER_NOT_NAMED = "L041"
    DUPLICATE_SYMBOL = "L042"
    MISSING_FILE = "L043"
    OUTSIDE_PROJECT = "L044"
    UNREADABLE_IMAGE = "L046"
    UNREADABLE_DATA = "L047"
    LIMIT_REACHED = "L048"
    # The canonical form
    LEFT_AS_IT_IS = "L060"
    # What a paper takes from its meeting
    NOTHING_TO_LIST = "M001"
    UNANNOTATED_ITEM = "M002"
    WRONG_ORDER = "M003"
    OVERLAPPING_SESSIONS = "M004"
    DAY_OUTSIDE_MEETING = "M005"
    OTHER_MEETING = "M006"
    # Numbers
    DUPLICATE_ID = "N001"
    TOO_DEEP = "N002"
    COMPOSITE_WITHOUT_PARENT = "N003"
    # References
    DANGLING_REFERENCE = "R101"
    UNNUMBERED_TARGET = "R102"
    UNKNOWN_PAPER = "R103"
    UNKNOWN_FACT = "R104"
    UNKNOWN_FILTER = "R105"
    UNFIT_FILTER = "R106"
    MISSING_FOOTNOTE = "R107"
    UNCITED_FOOTNOTE = "R108"
    NESTED_FOOTNOTE = "R109"
    UNKNOWN_AGENDA_ITEM = "R110"
    ANNEXED_TWICE = "R111"
    UNKNOWN_LANGUAGE = "R112"
    FOOTNOTE_ON_SLIDES = "R113"
    SLIDES_ANNEXED = "R114"
    # Tables
    RAGGED_ROW = "T001"
    WRONG_TOTAL = "T002"
    SPAN_OUTSIDE = "T003"
    UNKNOWN_COLUMN = "T004"
    WRONG_FORMAT = "T005"
    UNEVEN_SERIES = "T006"
    UNFIT_CHART = "T007"
    CROWDED_CHART = "T008"
    # Writing
    TEMPLATE_FAULT = "W001"
    MISSING_LIBRARY = "W002"
    UNPRINTABLE = "W003"
    SLOW_FONTS = "W004"
    CROWDED_SLIDE = "W005"
    NOTHING_TO_PACK = "W006"
    LEFT_OUT_OF_DRAWING = "W007"
    CHARACTER_WITHOUT_FONT = "W008"
    # Settings and comments that allow
    WRONG_SETTING = "S201"
    UNKNOWN_RULE = "C201"
    MISSING_REASON = "C202"
    UNUSED_SUPPRESSION = "C203"
    # What rules find in references
    SELF_REFERENCE = "R201"
    TYPED_NUMBER = "R202"
    CITED_PAGE = "R203"
    AMBIGUOUS_REFERENCE = "R204"
    # What rules find in numbering
    LONE_SUBHEADING = "N201"
    SKIPPED_LEVEL = "N202"
    UNCITED_ANNEX = "N203"
    UNCITED_TABLE = "N204"
    UNCITED_FIGURE = "N205"
    # What rules find in footnotes
    MARK_BEFORE_PUNCTUATION = "F201"
    REPEATED_FOOTNOTE = "F202"
    # What rules find in symbols
    ODD_SYMBOL = "Y201"
    CITED_WITHOUT_SYMBOL = "Y202"
    REVISION_WITHOUT_ORIGINAL = "Y203"
    # What rules find in tables and charts
    WRONG_COLUMN_SUM = "T201"
    PERCENTAGES_OFF = "T202"
    MIXED_UNITS = "T203"
    # What rules find in words: the editorial style
    PER_CENT = "E201"
    IZE_SPELLING = "E202"
    PROGRAMME_SPELLING = "E203"
    NUMBER_IN_FIGURES = "E204"
    DATE_FORM = "E205"
    HYPHEN_IN_RANGE = "E206"
    THOUSANDS_SEPARATOR = "E207"
    DOUBLE_SPACE = "E208"
    STRAIGHT_QUOTE = "E209"
    UNEXPLAINED_ACRONYM = "E210"
    ACRONYM_EXPLAINED_TWICE = "E211"
    NAME_OF_SUBREGION = "E212"
    NAME_OF_MEMBER = "E213"
    BOLD_EMPHASIS = "E214"
    # What rules find in the glossary
    DEPRECATED_TERM = "G201"
    # What a screen reader misses
    POOR_ALTERNATIVE_TEXT = "A201"
    TABLE_WITHOUT_HEAD = "A202"
    EMPTY_LINK_TEXT = "A203"
    # What rules find in the paper as a whole
    PAPER_TOO_LONG = "P201"
    DEAD_LINK = "P202"
    UNREACHABLE_LINK = "P203"


WARNINGS = frozenset(
    {
        Code.LEFT_AS_IT_IS,
        Code.UNANNOTATED_ITEM,
        Code.DAY_OUTSIDE_MEETING,
        Code.UNKNOWN_LANGUAGE,
        Code.CROWDED_CHART,
        Code.SLOW_FONTS,
        Code.CROWDED_SLIDE,
        Code.LEFT_OUT_OF_DRAWING,
        Code.UNKNOWN_RULE,
        Code.MISSING_REASON,
        Code.UNUSED_SUPPRESSION,
    }
)
"""Faults that no rule finds and that are never more than warnings."""

EITHER = frozenset({Code.MARKUP_IN_PLAIN_WORDS, Code.TEMPLATE_FAULT, Code.UNPRINTABLE})
"""Faults that no rule finds and that are errors in one place, warnings in another."""
