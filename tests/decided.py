"""A Word file with revisions -> the same with all of them accepted or rejected, as ISO/IEC 29500-1, 17.13.5 has it.

Written from the standard and not from the writer: a mark of a paragraph that goes lets the paragraph run on into the
next one, whose properties remain; a paragraph of which nothing is left before a table goes with its mark.
"""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMES, GOES = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
RANGES = tuple(f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))
STORIES = {f"{W}document", f"{W}footnotes", f"{W}hdr"}
OF_RUNS = {f"{W}p", f"{W}hyperlink"}
WORDS = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def decided(word: bytes, *, accept: bool) -> bytes:
    """Return the file with every revision decided the same way, and check that none is left."""
    with ZipFile(BytesIO(word)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    roots = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith(".xml")}
    roots = {name: root for name, root in roots.items() if root.tag in STORIES}
    for root in roots.values():
        _decide(root, stays=COMES if accept else GOES, goes=GOES if accept else COMES)
    called = {mark.get(f"{W}id") for mark in roots["word/document.xml"].iter(f"{W}footnoteReference")}
    for note in list(roots["word/footnotes.xml"]):
        if note.get(f"{W}type") is None and note.get(f"{W}id") not in called:
            _remove(note)
    written = BytesIO()
    with ZipFile(written, "w") as made:
        for name, data in parts.items():
            made.writestr(name, etree.tostring(roots[name]) if name in roots else data)
    return written.getvalue()


def _decide(root: etree._Element, stays: tuple[str, ...], goes: tuple[str, ...]) -> None:
    _properties(root, reject=stays == GOES)
    for element in list(root.iter(*RANGES)):
        _remove(element)
    for element in [one for one in root.iter(*goes) if _parent(one).tag in OF_RUNS]:
        _remove(element)
    for element in [one for one in root.iter(*stays) if _parent(one).tag in OF_RUNS]:
        parent, at = _parent(element), _parent(element).index(element)
        parent[at : at + 1] = list(element)
    for row in [one for one in root.iter(f"{W}tr") if _marked(one, f"{W}trPr", goes)]:
        _remove(row)
    for table in [one for one in root.iter(f"{W}tbl") if one.find(f"{W}tr") is None]:
        _remove(table)
    for paragraph in [one for one in root.iter(f"{W}p") if _marked(one, f"{W}pPr/{W}rPr", goes)]:
        _run_on(paragraph)
    for mark in [one for tag in stays for one in root.iter(tag)]:
        _remove(mark)
    for old, new in WORDS.items():
        for text in list(root.iter(old)):
            text.tag = new
    assert not list(root.iter(*COMES, *GOES, f"{W}pPrChange", f"{W}sectPrChange"))


def _properties(root: etree._Element, *, reject: bool) -> None:
    """Decide on changed properties; what an earlier state can't hold, marks and references to heads, remains."""
    for change in list(root.iter(f"{W}pPrChange", f"{W}sectPrChange")):
        now = _parent(change)
        now.remove(change)
        if reject:
            kept = [part for part in now if part.tag in {f"{W}rPr", f"{W}sectPr"} or part.tag.endswith("Reference")]
            now[:] = [*kept, *change[0]] if now.tag == f"{W}sectPr" else [*change[0], *kept]


def _marked(element: etree._Element, path: str, tags: tuple[str, ...]) -> bool:
    found = element.find(path)
    return found is not None and any(part.tag in tags for part in found)


def _run_on(paragraph: etree._Element) -> None:
    """Take a paragraph's mark away."""
    content = [part for part in paragraph if part.tag != f"{W}pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == f"{W}p":
        place = 1 if following.find(f"{W}pPr") is not None else 0
        following[place:place] = content
    else:
        left = [part for part in content if part.tag not in {f"{W}bookmarkStart", f"{W}bookmarkEnd"}]
        assert not [part for part in left if part.tag != f"{W}hyperlink" or len(part)], "no paragraph to run on into"
    _remove(paragraph)


def _remove(element: etree._Element) -> None:
    _parent(element).remove(element)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent
