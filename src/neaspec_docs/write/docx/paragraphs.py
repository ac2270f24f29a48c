"""The classes of paragraphs in the Page -> the styles of the template."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.wordml import Markup
from neaspec_docs.write.styled import classes

STYLES: Mapping[str, str] = {
    "organ": "Organ",
    "symbol": "Symbol",
    "body-name": "BodyName",
    "distribution": "Distribution",
    "meeting": "Meeting",
    "meeting-place": "MeetingPlace",
    "agenda-item": "AgendaItem",
    "agenda-title": "AgendaTitle",
    "organ-centred": "OrganCentred",
    "body-name-centred": "BodyNameCentred",
    "meeting-centred": "MeetingCentred",
    "place-centred": "PlaceCentred",
    "subtitle": "Subtitle",
    "presenter": "Presenter",
    "contents-title": "TOCHeading",
    "text": "BodyText",
    "standing": "Standing",
    "delegation": "Delegation",
    "person": "Person",
    "annex-symbol": "AnnexSymbol",
    "panel-title": "PanelTitle",
    "table-note": "TableNote",
    "remark": "TableNote",
    "note": "TableNote",
    "source": "TableNote",
}
"""Each class of `p` that says by itself what it is."""


def write(flow: Flow, source: Element, otherwise: str, properties: Sequence[Markup] = ()) -> Markup:
    """Add a paragraph in the style of its class, in the style `otherwise` where it has none."""
    kinds = classes(source)
    known = sorted(kinds & STYLES.keys())
    if source.tag != "p" or len(known) < len(kinds):
        flow.manuscript.unknown(source, "the text")
    return flow.paragraph(STYLES[known[0]] if known else otherwise, source, properties=properties)
