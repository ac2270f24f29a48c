"""How much of anything is taken from content, pictures and data: more than any paper needs, less than does harm.

Reaching one is as a rule a Diagnostic that says so; docs/security.md has each with its reason. What a rule of the
format bounds (five levels of numbering, a thousand columns to span) stands where the rule is.
"""

# Files

LARGEST_TEXT = 8_000_000
"""Bytes of a file of content or of data: a paper of 750 pages has 3 million."""

LARGEST_PICTURE = 50_000_000
"""Bytes of a PNG or JPEG, and of any other file that is put into a paper."""

LARGEST_DRAWING = 8_000_000
"""Bytes of an SVG."""

LARGEST_UNPACKED = 100_000_000
"""Bytes of all parts of a template of Word or PowerPoint, unpacked."""

MOST_PIXELS = 120_000_000
"""Pixels of a PNG or JPEG: more than a telephone's camera takes."""

# What is written

DEEPEST_NODES = 64
"""How far lists and mappings may lie inside each other: less than Python can follow."""

DEEPEST_MARKS = 20
"""How far marks may stand in each other in a sentence."""

MOST_NODES = 100_000
"""Keys, values and items in a file of content: a paper of 750 pages has 45,000."""

LONGEST_PARAGRAPH = 100_000
"""Characters of a paragraph, a title or a cell: thirty pages without a break."""

LONGEST_WORD = 2_000
"""Characters without a blank, in scripts that have blanks: WeasyPrint breaks no line among them."""

MOST_MARKS = 10_000
"""Signs of markup, and lines broken by hand, in a paragraph, a title or a cell: each part is laid out by itself."""

LONGEST_FACT = 2_000
"""Characters of a fact, which stands wherever it is called."""

MOST_FROM_FACTS = 200_000
"""Characters that facts put into a paper, all together: sixty pages of nothing else."""

MOST_ROWS = 10_000
"""Rows of a table: some 300 pages."""

MOST_COLUMNS = 100
"""Columns of a table."""

MOST_CELLS = 100_000
"""Cells of all tables of a paper."""

LONGEST_ADDRESS = 2_000
"""Characters of a web address that stands in the text."""

LONGEST_REPEAT = 1_000_000
"""Characters or items that a template makes by one multiplication."""

# What is said of it

MOST_FAULTS = 500
"""Faults that are told of one file; then the rest of it is not read."""

LONGEST_QUOTED = 300
"""Characters that a message quotes of what an author wrote, or any word of it; a phrase in most is shorter by far."""

LONGEST_MESSAGE = 2_000
"""Characters of a message, or of what is said to do about it."""

MOST_GUESSED = 500
"""Names among which the nearest to a wrong one is looked for."""

# Drawings

DEEPEST_DRAWINGS = 4
"""How far drawings may lie inside each other."""

DEEPEST_PARTS = 200
"""How far the parts of a drawing may lie inside each other, those that it repeats among them."""

MOST_PARTS = 300_000
"""Parts of a drawing, each counted as often as it is repeated."""

LONGEST_DRAWING = 10
"""Seconds of work in which a drawing must be drawn as PNG."""

LONGEST_WAIT = 300
"""Seconds after which nobody waits for it any longer, worked or not."""
