"""Objects that are made into bytes once -> the file that pydyf would have written."""

import io
import zlib

import pydyf  # type: ignore[import-untyped]
import pytest

from neaspec_docs.write.pdf.finished import finish


def _pdf() -> pydyf.PDF:
    pdf = pydyf.PDF()
    operators = [b"BT", "/Span", pydyf.Dictionary({"MCID": 7}), b"BDC", 0.5, 2.0, 3, pydyf.String("Pa\u0142uki")]
    pdf.add_object(pydyf.Stream(operators, {"Type": "/XObject", "BBox": pydyf.Array([0, 0, 1.5, 2])}, compress=True))
    pdf.add_object(pydyf.Stream([b"left alone"], {"Type": "/Metadata"}))
    pdf.add_object(pydyf.Stream([], compress=True))
    pdf.add_object(page := pydyf.Dictionary({"Type": "/Page", "Rotate": 0, "Tabs": "/S"}))
    pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference, "Beside": page.reference}))
    pdf.info["Title"] = pydyf.String("Plan")
    return pdf


@pytest.mark.parametrize("compress", [True, False])
def test_the_file_is_the_one_that_pydyf_writes(*, compress: bool) -> None:
    written = []
    for is_finished in (False, True):
        pdf, file = _pdf(), io.BytesIO()
        if is_finished:
            finish(pdf)
        pdf.write(file, identifier=b"som-24/strategic-plan", compress=compress)
        written.append(file.getvalue())
    assert written[0] == written[1]


def test_what_is_compressed_unpacks_to_the_operators() -> None:
    pdf = _pdf()
    finish(pdf)
    page, metadata, _ = (thing for thing in pdf.objects if isinstance(thing, pydyf.Stream))
    assert zlib.decompress(page.stream[0]).split(b"\n")[:3] == [b"BT", b"/Span", b"<</MCID 7>>"]
    assert not page.compress
    assert metadata.stream == [b"left alone"]
    assert "Filter" not in metadata.extra
