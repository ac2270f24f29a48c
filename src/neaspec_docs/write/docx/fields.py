"""Instructions and what they come to -> Word's fields, each with its result in it (ISO/IEC 29500-1, 17.16).

A field is a row of runs: begin, the instruction, separate, the result, end. Word shows the result until someone
presses F9, so it must be right from the start.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx.wordml import Markup, text, w


def field(
    instruction: str,
    result: Sequence[Markup],
    properties: Markup | None = None,
    *,
    dirty: bool = False,
) -> list[Markup]:
    """Return the runs of a field around the runs of its result; `dirty` asks Word to work it out on opening."""
    return [*opening(instruction, properties, dirty=dirty), *result, closing(properties)]


def opening(instruction: str, properties: Markup | None = None, *, dirty: bool = False) -> list[Markup]:
    """Return the runs that stand before a field's result."""
    begin = w("fldChar", fldCharType="begin")
    if dirty:
        begin = w("fldChar", fldCharType="begin", dirty="true")
    return [
        run(begin, properties),
        run(text(f" {instruction} ", "instrText"), properties),
        run(w("fldChar", fldCharType="separate"), properties),
    ]


def closing(properties: Markup | None = None) -> Markup:
    """Return the run that ends a field."""
    return run(w("fldChar", fldCharType="end"), properties)


def run(content: Markup, properties: Markup | None = None) -> Markup:
    """Return a run that holds one thing, with these properties: runs may share them, for nothing changes them."""
    made = Element("w:r")
    if properties is not None:
        made.append(properties)
    made.append(content)
    return made


def sequence(identifier: str, *, roman: bool = False) -> str:
    """Return the instruction that counts captions: SEQ (17.16.5.56)."""
    return f"SEQ {identifier} \\* {'ROMAN' if roman else 'ARABIC'}"


def reference(bookmark: str, *, number: bool) -> str:
    r"""Return the instruction that repeats a bookmark's words, or the number of its paragraph: REF (17.16.5.51).

    A number takes `\n`, the number as its level shows it without a closing full stop: `\r` and `\w` would put
    the levels above before it.
    """
    return f"REF {bookmark} \\n \\h" if number else f"REF {bookmark} \\h"


def page_of(bookmark: str) -> str:
    """Return the instruction that says on which page a bookmark stands: PAGEREF (17.16.5.45)."""
    return f"PAGEREF {bookmark} \\h"


def note_of(bookmark: str) -> str:
    """Return the instruction that repeats a footnote's mark, in the look of a mark: NOTEREF (17.16.5.42)."""
    return f"NOTEREF {bookmark} \\f \\h"


def contents(deepest: int) -> str:
    r"""Return the instruction of the contents down to a level: TOC (17.16.5.68).

    `\u` takes in the headings of annexes by the outline level of their style. `\t` would name the style, but its
    list is written with commas or semicolons after the settings of each reader's computer. Without `\x` a line break
    in a heading becomes a space.
    """
    return f'TOC \\o "1-{deepest}" \\h \\z \\u'
