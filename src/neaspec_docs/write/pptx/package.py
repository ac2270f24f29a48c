"""templates/slides.pptx and the roots of slides -> the bytes of a PowerPoint file, the same for the same slides.

python-pptx reads the template, holds the parts and their relationships, and writes the package.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pptx
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from neaspec_docs.write.charts import office
from neaspec_docs.write.charts.office import OfficeChart
from neaspec_docs.write.office_package import EXTENDED, Unfit, opened, same_bytes
from neaspec_docs.write.pptx import drawingml
from neaspec_docs.write.pptx.drawingml import Markup, emu
from neaspec_docs.write.pptx.placeholders import NEEDED
from neaspec_docs.write.properties import CoreProperties
from neaspec_docs.write.slides import measures
from neaspec_docs.write.slides.measures import Box
from neaspec_docs.write.slides.plan import Design

_EXTENSIONS = "{http://schemas.openxmlformats.org/presentationml/2006/main}extLst"
_SVG = "image/svg+xml"


class Story:
    """A slide or a page of notes, and what becomes its relationships. Its part is Any: python-pptx ships no types."""

    def __init__(self, slide: Any) -> None:  # noqa: ANN401 -- see above
        self._slide = slide
        self.part: Any = slide.part

    def link(self, address: str) -> str:
        """Return the id of the relationship to an address; what no address may hold is written in per cents."""
        safe = quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
        return str(self.part.relate_to(safe, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def jump(self, part: Any) -> str:  # noqa: ANN401 -- see above
        """Return the id of the relationship to another slide of the file, by its part."""
        return str(self.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE))

    def picture(self, data: bytes) -> str:
        """Return the id of the relationship to a picture; ValueError where PowerPoint can't show its kind."""
        try:
            return str(self.part.get_or_add_image_part(BytesIO(data))[1])
        except (ValueError, OSError, KeyError) as unknown:  # what Pillow and python-pptx say of it
            raise ValueError("it is no picture that PowerPoint shows") from unknown

    def drawing(self, data: bytes) -> str:
        """Return the id of the relationship to a picture in SVG."""
        package = self.part.package
        uri = package.next_image_partname("svg")
        return str(self.part.relate_to(Part(uri, _SVG, package, data), RELATIONSHIP_TYPE.IMAGE))

    def chart(self, made: OfficeChart) -> str:
        """Return the id of the relationship to a chart, which gets a part of its own and its workbook."""
        package = self.part.package
        chart = Part(package.next_partname("/ppt/charts/chart%d.xml"), office.PART_TYPE, package, made.xml)
        relation = self.part.relate_to(chart, office.PART)
        uri = package.next_partname("/ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx")
        workbook = Part(uri, office.WORKBOOK_TYPE, package, made.workbook)
        if chart.relate_to(workbook, office.WORKBOOK) != office.WORKBOOK_ID:
            raise ValueError("a chart names its workbook by another relationship than its part has")
        return str(relation)

    def notes(self) -> tuple["Story", dict[str, int]]:
        """Return the speaker's notes, made where there are none, and the numbers of their placeholders by type."""
        notes = self._slide.notes_slide
        places = {one.placeholder_format.type.name: one.placeholder_format.idx for one in notes.placeholders}
        return Story(notes), places

    def stands(self, index: int, box: Box) -> bool:
        """Say whether the layout's placeholder of this number stands in this box."""
        for one in self._slide.slide_layout.placeholders:
            if one.placeholder_format.idx == index:
                own = (one.left, one.top, one.width, one.height)
                return own == tuple(emu(length) for length in (box.left, box.top, box.width, box.height))
        return False

    def has(self, index: int) -> bool:
        """Say whether the layout has a placeholder of this number."""
        return any(one.placeholder_format.idx == index for one in self._slide.slide_layout.placeholders)


class Package:
    """A PowerPoint file that begins as the template. Its parts are Any: python-pptx ships no types."""

    def __init__(self, template: Path | None) -> None:
        """Open the template; `Unfit` says why it can't be used, as where there is none."""
        if template is None:
            raise Unfit("it is missing")
        self._presentation: Any = opened(template, pptx.Presentation, "PowerPoint", PackageNotFoundError)
        self._layouts = {layout.name: layout for layout in self._presentation.slide_layouts}
        for design in Design:
            self._check(design)
        size = self._presentation.slide_width, self._presentation.slide_height
        if size != (emu(measures.WIDTH), emu(measures.HEIGHT)):
            raise Unfit("its slides are not 13.333 inches wide and 7.5 high")
        self._empty()

    @property
    def core_properties(self) -> CoreProperties:
        """Return the file's core properties."""
        properties: CoreProperties = self._presentation.core_properties
        return properties

    def add(self, design: Design) -> Story:
        """Add a slide and return it."""
        return Story(self._presentation.slides.add_slide(self._layouts[design.value]))

    def close(self, roots: Mapping[Any, Markup], app: bytes) -> bytes:
        """Put roots in the place of those of parts, and return the file's bytes."""
        package = self._presentation.part.package
        for key, relationship in list(package._rels.items()):
            if relationship.reltype == EXTENDED:
                package._rels.pop(key)
        uri = PackURI("/docProps/app.xml")
        package.relate_to(Part(uri, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, package, app), EXTENDED)
        written = BytesIO()
        self._presentation.save(written)
        made = {str(part.partname)[1:]: drawingml.part(root) for part, root in roots.items()}
        return same_bytes(written.getvalue(), made)

    def _check(self, design: Design) -> None:
        layout = self._layouts.get(design.value)
        if layout is None:
            raise Unfit(f"it has no layout of the name `{design.value}`")
        there = {one.placeholder_format.idx for one in layout.placeholders}
        for index, name in NEEDED[design].items():
            if index not in there:
                raise Unfit(f"its layout `{design.value}` has lost the placeholder for the {name} (number {index})")

    def _empty(self) -> None:
        """Take out the template's own slides, and the sections that they stood in."""
        slides = self._presentation.slides._sldIdLst
        for slide in list(slides):
            self._presentation.part.drop_rel(slide.rId)
            slides.remove(slide)
        for extensions in self._presentation.part._element.findall(_EXTENSIONS):
            self._presentation.part._element.remove(extensions)
