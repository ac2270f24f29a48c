"""templates/styles.docx and the roots of new parts -> the bytes of a Word file, the same for the same parts.

python-docx reads the template, holds the parts and their relationships, and writes the package; the zip is made again
with a fixed date and order, for python-docx stamps each entry with the time.
"""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import docx
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.story import StoryPart
from lxml import etree

from neaspec_docs.write.docx.wordml import Markup, W, part, read, w
from neaspec_docs.write.office_package import EXTENDED, Unfit, opened, same_bytes

if TYPE_CHECKING:
    from neaspec_docs.write.charts.office import OfficeChart
    from neaspec_docs.write.pictures import Drawing

_BEFORE_TRACKING = frozenset(
    (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
        *("saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
        *("bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors"),
        *("activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles"),
        *("stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView"),
    )
)
"""What stands before `w:trackRevisions` in CT_Settings (ISO/IEC 29500-1, 17.15.1.78)."""

_SVG_TYPE = "image/svg+xml"


class Related:
    """A part whose links, pictures and charts become its relationships."""

    def __init__(self, part: Part, document: StoryPart) -> None:
        self._part = part
        self._document = document
        self._links: dict[str, str] = {}
        self._first_free = 1

    def link(self, address: str) -> str:
        """Return the id of the relationship to an address; what no address may hold is written in per cents."""
        safe = quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
        if safe not in self._links:
            self._links[safe] = self._free()
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, safe, self._links[safe], is_external=True)
        return self._links[safe]

    def _free(self) -> str:
        """Return the next id; python-docx looks through all there are for each, which takes seconds for thousands."""
        while (id := f"rId{self._first_free}") in self._part.rels:
            self._first_free += 1
        return id

    def picture(self, file: Path) -> str:
        """Return the id of the relationship to a picture; ValueError where Word can't show its kind."""
        try:
            return str(self._document.get_or_add_image(str(file))[0])
        except (UnrecognizedImageError, KeyError) as unknown:
            raise ValueError(f"{file.name} is no picture that Word shows") from unknown

    def drawing(self, drawn: "Drawing") -> tuple[str, str]:
        """Return the ids of the relationships to a drawing's PNG and to its SVG."""
        png = str(self._document.get_or_add_image(BytesIO(drawn.png))[0])
        package: Any = self._document.package
        same = (part for part in package.iter_parts() if part.content_type == _SVG_TYPE and part.blob == drawn.svg)
        name = package.next_partname("/word/media/drawing%d.svg")
        svg = next(same, None) or Part(name, _SVG_TYPE, drawn.svg, package)
        return png, self._part.relate_to(svg, RELATIONSHIP_TYPE.IMAGE)

    def chart(self, made: "OfficeChart") -> str:
        """Return the id of the relationship to a new part with this chart, which has its workbook beside it."""
        from neaspec_docs.write.charts import office

        package: Any = self._document.package
        part = Part(package.next_partname("/word/charts/chart%d.xml"), office.PART_TYPE, made.xml, package)
        id = self._part.relate_to(part, office.PART)
        name = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
        book = Part(name, office.WORKBOOK_TYPE, made.workbook, package)
        part.rels.add_relationship(office.WORKBOOK, book, office.WORKBOOK_ID)
        return id


class Package:
    """A Word file that begins as the template. Its parts are Any: python-docx gives their classes at run time."""

    def __init__(self, template: Path | None) -> None:
        """Open the template; `Unfit` says why it can't be used, as where there is none."""
        if template is None:
            raise Unfit("it is missing")
        self._document: Any = opened(template, docx.Document, "Word", PackageNotFoundError).part
        self._footnotes: Any = self._related(RELATIONSHIP_TYPE.FOOTNOTES, "footnotes")
        self._numbering: Any = self._related(RELATIONSHIP_TYPE.NUMBERING, "numbering")
        self._styles: Any = self._related(RELATIONSHIP_TYPE.STYLES, "styles")
        self._separators = _read_separators(self._footnotes.blob)
        self.document_story = Related(self._document, self._document)
        self.footnotes_story = Related(self._footnotes, self._document)

    def _related(self, relationship: str, name: str) -> Any:  # noqa: ANN401 -- see above
        try:
            return self._document.part_related_by(relationship)
        except KeyError as why:
            raise Unfit(f"it has no part `{name}.xml`; save it in Word, with a footnote and a list in it") from why

    @property
    def styles(self) -> etree._Element:
        """Return the root of styles.xml, to read and to change."""
        root: etree._Element = self._styles.element
        return root

    @property
    def settings(self) -> etree._Element:
        """Return the root of settings.xml, to read and to change."""
        root: etree._Element = self._document.settings.element
        return root

    @property
    def section(self) -> Markup:
        """Return the section that the template's own text stands in; `Unfit` where it has none."""
        found: etree._Element | None = self._document.element.find(f"{{{W}}}body/{{{W}}}sectPr")
        if found is None:
            raise Unfit("it has no section")
        return read(found)

    @property
    def core_properties(self) -> CoreProperties:
        """Return the file's core properties."""
        properties: CoreProperties = self._document.package.core_properties
        return properties

    def separators(self) -> Markup:
        """Return the root of footnotes.xml with the template's separators and none of its notes."""
        return self._separators

    def track(self) -> None:
        """Let Word go on tracking changes in the file (ISO/IEC 29500-1, 17.15.1.90)."""
        settings = self._document.settings.element
        mark = etree.Element(f"{{{W}}}trackRevisions")
        before = (child for child in settings if etree.QName(child).localname in _BEFORE_TRACKING)
        last = max((settings.index(child) for child in before), default=-1)
        settings.insert(last + 1, mark)

    def relate(self, kind: str, root: Markup) -> str:
        """Add a "header" or "footer" and return the id of its relationship."""
        add = self._document.add_header_part if kind == "header" else self._document.add_footer_part
        made, relationship = add()
        made._element = etree.fromstring(part(root))
        return str(relationship)

    def close(self, document: Markup, footnotes: Markup, numbering: Markup, app: bytes) -> bytes:
        """Put the new parts in the template's place and return the file's bytes."""
        package = self._document.package
        for key, relationship in list(package.rels.items()):
            if relationship.reltype == EXTENDED:
                del package.rels[key]
        uri = PackURI("/docProps/app.xml")
        package.relate_to(Part(uri, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, app, package), EXTENDED)
        roots = {self._document: document, self._footnotes: footnotes, self._numbering: numbering}
        written = BytesIO()
        package.save(written)
        return same_bytes(written.getvalue(), {own.partname[1:]: part(root) for own, root in roots.items()})


def _read_separators(footnotes: bytes) -> Markup:
    try:
        root = read(etree.fromstring(footnotes))
    except etree.XMLSyntaxError as why:
        raise Unfit(f"its part `footnotes.xml` is not well-formed XML: {why.msg}") from why
    return w("footnotes", *(note for note in root if note.get("w:type") is not None))
