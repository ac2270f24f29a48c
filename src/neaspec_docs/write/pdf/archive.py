"""A PDF of WeasyPrint in the making -> one for the archive: PDF/A-3a (ISO 19005-3), and PDF/UA-1 (ISO 14289-1) beside.

WeasyPrint's variant writes what needs no more than a key. Done here: colours by the profile that it ships (sRGB of the
International Color Consortium, which lets anyone embed it), metadata that name both standards, the source, and no
picture that is smoothed by the reader (6.2.8).
"""

import io
from importlib.resources import files
from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.css import ColorProfile
from weasyprint.document import Document

from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.pdf.attachments import attach, sources
from neaspec_docs.write.pdf.metadata import packet

VARIANT = "pdf/a-3a"
OPTIONS = {"pdf_variant": VARIANT, "output_intent": ""}
"""What WeasyPrint is to write; asked for the profile by itself, it leaves the profile's file open."""

_COLOURS = "srgb"


def take_colours(document: Document) -> None:
    """Give a document the profile by which its colours are meant (6.2.3)."""
    profile = io.BytesIO((files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())
    document.color_profiles[_COLOURS] = ColorProfile(profile, "sRGB2014.icc", "relative-colorimetric", ("r", "g", "b"))
    document.output_intent = _COLOURS


def finish(pdf: Any, document: Document, page: Page, project: Project) -> None:  # noqa: ANN401 -- pydyf ships no types
    """Do what is left before the file is written."""
    metadata = document.metadata
    described = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    described.stream, described.compress = [packet(metadata, pdf.info["Producer"].string)], False
    attach(pdf, sources(page, project), metadata.modified)
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and "Interpolate" in thing.extra:
            thing.extra["Interpolate"] = "false"
