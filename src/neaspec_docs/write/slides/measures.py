"""What every slide is measured by, in both formats: its areas in millimetres, its type in points, its colours.

The style sheet and templates/slides.pptx say the same (tests hold them together). Text, tables and panels are set in
one of two sizes (text.py); nothing is made smaller to fit.
"""

from dataclasses import dataclass

POINT = 25.4 / 72
"""A point in millimetres."""

LINE = 1.2
"""The height of a line in sizes of its type: what PowerPoint gives to a single line, and the style sheet too."""


@dataclass(frozen=True, slots=True)
class Box:
    """An area of a slide, in millimetres from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends at the right."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.top + self.height


WIDTH, HEIGHT = 40 / 3 * 25.4, 7.5 * 25.4
MARGIN = 16.0
TEXT_WIDTH = WIDTH - 2 * MARGIN

TITLE = Box(MARGIN, 9, TEXT_WIDTH, 24.5)
"""Two lines, set to its foot."""

RULE = 36.0
"""Where the line below a title runs, and how far it reaches."""

CONTENT = Box(MARGIN, 42, TEXT_WIDTH, 131)
FOOT = Box(MARGIN, 178, TEXT_WIDTH - 30, 6)
NUMBER = Box(WIDTH - MARGIN - 25, 178, 25, 6)
DRAFT = Box(WIDTH - MARGIN - 60, 3, 60, 5.5)

OPENING = Box(MARGIN, 18, TEXT_WIDTH, 28)
"""On the title slide: who speaks, the title itself, what is said under it, at which meeting."""
OPENING_TITLE = Box(MARGIN, 54, TEXT_WIDTH, 46)
OPENING_RULE = 104.0
OPENING_UNDER = Box(MARGIN, 109, TEXT_WIDTH, 26)
OPENING_MEETING = Box(MARGIN, 142, TEXT_WIDTH, 30)

PART_TITLE = Box(MARGIN, 54, TEXT_WIDTH, 46)
"""The title of a slide that opens a part."""

GAP = 8.0
"""Between columns; between what stands one below the other it is UNDER."""
UNDER = 6.0

SIZE_TITLE, SIZE_OPENING = 28.0, 36.0
SIZE_UNDER, SIZE_MEETING = 20.0, 16.0
SIZE_CAPTION = SIZE_CHART = 14.0
SIZE_NOTE = SIZE_DRAFT = 12.0
SIZE_FOOT = 11.0

BULLET, NUMERAL = 7.0, 11.0
"""How far a list stands in: one of bullets, one that counts; in cells and panels SMALL times as far."""
SMALL = 0.7

CELL_BESIDE, CELL_ABOVE = 2.0, 1.1
"""The space in a cell beside its words, and above and below them."""
PANEL_INSIDE = 3.0
PANEL_GAP = 4.0

CAPTION_GAP = 2.0
"""Between a caption and what it is of, and between that and its notes."""

BLUE, SKY, INK, PALE, GREY, WHITE, RED = "003F87", "006BA6", "1A1A1A", "E8EFF7", "5A6472", "FFFFFF", "9C1C1C"
"""Titles and grounds; lines and links; words; heads of tables and panels; notes and foot; words on blue; drafts."""
