"""What a PDF says of itself -> its XMP packet, which says the same as its Info dictionary, and what it conforms to.

ISO 16684-1 (XMP), ISO 19005-3 6.6 (PDF/A-3: what a packet holds), ISO 14289-1 5 (the part of PDF/UA). PDF/A knows only
its own list of properties, so the schema of PDF/UA's is given with it (ISO 19005-3 6.6.2.3.3).
"""

from typing import Any
from xml.sax.saxutils import escape

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
{said}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_IN_ONE, _IN_ORDER, _IN_NO_ORDER = "Alt", "Seq", "Bag"
"""How XMP lists the texts of a property: one a language, in order, or in none."""


def packet(metadata: Any, producer: str) -> bytes:  # noqa: ANN401 -- WeasyPrint ships no types
    """Return the packet of a document; a symbol is its identifier, and its description as in the Info dictionary."""
    symbol = metadata.description
    properties = (
        ("dc:title", metadata.title, _IN_ONE),
        ("dc:creator", metadata.authors, _IN_ORDER),
        ("dc:identifier", symbol, None),
        ("dc:description", symbol, _IN_ONE),
        ("dc:language", metadata.lang, _IN_NO_ORDER),
        ("xmp:CreateDate", metadata.created, None),
        ("xmp:ModifyDate", metadata.modified, None),
        ("xmp:CreatorTool", metadata.generator, None),
        ("pdf:Producer", producer, None),
    )
    said = "".join(_property(name, value, listed) for name, value, listed in properties if value)
    return _PACKET.format(said=said).encode()


def _property(name: str, value: str | list[str], listed: str | None) -> str:
    """Return an element of the packet; what is said in one language is said in the document's own."""
    if listed is None:
        return f"<{name}>{escape(str(value))}</{name}>\n"
    language = ' xml:lang="x-default"' if listed == _IN_ONE else ""
    texts = [value] if isinstance(value, str) else value
    items = "".join(f"<rdf:li{language}>{escape(text)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{listed}>{items}</rdf:{listed}></{name}>\n"
