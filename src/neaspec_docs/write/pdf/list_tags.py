"""Lists, contents, links and notes in the tags -> labels beside what they label, contents as such, references.

ISO 32000-1 14.8.4.3.3 (L, LI, Lbl, LBody), 14.8.4.2 (TOC, TOCI), 14.8.4.4 (Reference, Note); ISO 14289-1 7.9 (each
Note has an ID of its own).
"""

from neaspec_docs.write.pdf import roles
from neaspec_docs.write.pdf.structure import Kid, Piece, Tag
from neaspec_docs.write.styled import classes

MARKER = "footnote-marker"


def mend(document: Tag) -> None:
    """Mend all of a document."""
    for tag in [document, *document.below()]:
        match tag.kind:
            case "L":
                tag.attributes["List"] = {"ListNumbering": f"/{roles.numbering(tag.element.get('data-style', ''))}"}
            case "LI":
                _item(tag)
            case "TOC":
                _contents(tag)
            case "Note":
                _note(tag)
        tag.kids = [_call(kid) for kid in tag.kids]


def _item(item: Tag) -> None:
    """Put the mark of an item, which the style sheet made at the head of its first paragraph, beside its body."""
    first = next((tag for tag in item.tags() if tag.kind == "P"), None)
    marks = _parts(first, "before") if first is not None else []
    if first is not None and not first.kids:
        item.kids.remove(first)
    body = Tag("LBody", item.element, kids=item.kids)
    item.kids = [*_labelled(item, marks), *([body] if body.kids else [])]


def _note(note: Tag) -> None:
    note.entries["ID"] = note.element.get("id", "")
    note.kids = [*_labelled(note, _parts(note, MARKER)), *note.kids]


def _parts(tag: Tag, part: str) -> list[Kid]:
    """Take out of a tag what the style sheet added to it."""
    found: list[Kid] = [kid for kid in tag.kids if isinstance(kid, Piece) and kid.part == part]
    tag.kids = [kid for kid in tag.kids if kid not in found]
    return found


def _labelled(tag: Tag, marks: list[Kid]) -> list[Tag]:
    return [Tag("Lbl", tag.element, kids=marks)] if marks else []


def _call(kid: Kid) -> Kid:
    """Hold the call of a note as what refers to it."""
    if isinstance(kid, Tag) and kid.kind == "Link" and "noteref" in classes(kid.element):
        return Tag("Reference", kid.element, kids=[kid])
    return kid


def _contents(contents: Tag) -> None:
    """Let the lines of contents refer to what they name, each in the line above it that is of a higher level."""
    lines = [tag for tag in contents.tags() if tag.kind == "TOCI"]
    contents.kids = [kid for kid in contents.kids if kid not in lines]
    open_lists = [(0, contents)]
    for line in lines:
        level = _level(line)
        labels: list[Kid] = [tag for tag in line.tags() if tag.kind == "Lbl"]
        reference = Tag("Reference", line.element, kids=[kid for kid in line.kids if kid not in labels])
        line.kids = [*labels, reference]
        while open_lists[-1][0] > level:
            open_lists.pop()
        if open_lists[-1][0] < level:
            above = open_lists[-1][1]
            last = above.kids[-1] if above.kids else None
            if isinstance(last, Tag) and last.kind == "TOCI" and _level(last) < level:
                above = Tag("TOC", line.element)
                last.kids.append(above)
            open_lists.append((level, above))
        open_lists[-1][1].kids.append(line)


def _level(line: Tag) -> int:
    return int(line.element.get("data-level", "1"))
