"""What an archive asks of a PDF: it names its standards, says the same twice, and holds its source."""

import io
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
import pytest
from every_block import MEETING, PAPER, REGISTER
from PIL import Image

from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render.page import render
from neaspec_docs.write.pack.joined import joined
from neaspec_docs.write.pdf.writer import write

SOURCE = "kind: paper\ntitle: Plan – 計画\n"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
}


def read(page: Page, project: Project) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(page, project).data))


def catalogue(pdf: pypdf.PdfReader) -> Any:  # noqa: ANN401 -- pypdf's objects are of any kind
    return pdf.trailer["/Root"]


def said(pdf: pypdf.PdfReader) -> dict[str, list[str]]:
    """Return what the metadata say under each name."""
    root = ET.fromstring(catalogue(pdf)["/Metadata"].get_object().get_data())  # noqa: S314 -- written by us
    found: dict[str, list[str]] = {}
    for prefix, address in NAMES.items():
        for element in root.iter():
            if element.tag.startswith(f"{{{address}}}"):
                items = [item.text or "" for item in element.iter(f"{RDF}li")] or [element.text or ""]
                found[f"{prefix}:{element.tag.partition('}')[2]}"] = items
    return found


@pytest.fixture
def pdf(page: Page, project: Project) -> pypdf.PdfReader:
    (project.content / "som-24" / "strategic-plan.yaml").write_text(SOURCE, "utf-8")
    return read(page, project)


def test_metadata_name_the_standards_and_say_what_the_properties_say(pdf: pypdf.PdfReader) -> None:
    info, metadata = pdf.metadata, said(pdf)
    assert info is not None
    assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == (["3"], ["A"], ["1"])
    assert metadata["schema:namespaceURI"] == [NAMES["pdfuaid"]]
    assert metadata["dc:title"] == [info.title] == ["NEASPEC Strategic Plan 2021–2025"]
    assert metadata["dc:identifier"] == metadata["dc:description"] == [info.subject] == ["NEASPEC/SOM(24)/5"]
    assert metadata["dc:creator"] == [info.author] == [", ".join(MEETING.organization)]
    assert metadata["dc:language"] == [catalogue(pdf)["/Lang"]] == ["en"]
    assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == ["2020-09-30"]
    assert [str(info[name]) for name in ("/CreationDate", "/ModDate")] == ["D:20200930"] * 2
    assert metadata["xmp:CreatorTool"] == [info.creator] == ["neaspec-docs"]
    assert metadata["pdf:Producer"] == [info.producer]


def test_the_words_of_a_title_are_no_markup(page: Page, project: Project) -> None:
    root = deepcopy(page.root)
    (title,) = root.findall("head/title")
    title.text = "Herons & <cranes>"
    assert said(read(replace(page, root=root), project))["dc:title"] == ["Herons & <cranes>"]


def test_metadata_can_be_read_without_knowing_pdf(page: Page, project: Project) -> None:
    data = write(page, project).data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert data.count(b"<rdf:RDF") == 1


def test_colours_are_meant_by_a_profile(pdf: pypdf.PdfReader) -> None:
    (intent,) = catalogue(pdf)["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/OutputConditionIdentifier"] == "IEC 61966-2-1 Default RGB Colour Space - sRGB"
    profile = intent["/DestOutputProfile"].get_object()
    assert (profile["/N"], profile.get_data()[36:40], profile.get_data()[16:20]) == (3, b"acsp", b"RGB ")


def test_the_source_of_a_paper_is_in_it_once(pdf: pypdf.PdfReader) -> None:
    (held,) = [one.get_object() for one in catalogue(pdf)["/AF"]]
    assert (held["/AFRelationship"], held["/F"], held["/UF"]) == ("/Source", *["strategic-plan.yaml"] * 2)
    stream = held["/EF"]["/F"]
    assert stream.get_data().decode() == SOURCE
    assert stream["/Subtype"] == "/application/yaml"
    assert (stream["/Params"]["/ModDate"], stream["/Params"]["/Size"]) == ("D:20200930000000Z", len(SOURCE.encode()))
    assert [str(name) for name in catalogue(pdf)["/Names"]["/EmbeddedFiles"]["/Names"][::2]] == ["strategic-plan.yaml"]


def test_a_pack_holds_the_source_of_each_of_its_papers(page: Page, front: Page, project: Project) -> None:
    for name in ("strategic-plan", "meeting"):
        (project.content / "som-24" / f"{name}.yaml").write_text(f"title: {name}\n", "utf-8")
    pdf = read(joined(front, [page]), project)
    files = [one.get_object() for one in catalogue(pdf)["/AF"]]
    assert [(file["/F"], file["/Desc"]) for file in files] == [
        ("meeting.yaml", "som-24"), ("strategic-plan.yaml", "som-24/strategic-plan"),
    ]  # fmt: skip
    assert [file["/EF"]["/F"].get_data() for file in files] == [b"title: meeting\n", b"title: strategic-plan\n"]


def test_a_redline_holds_both_versions_of_its_paper(page: Page, project: Project, tmp_path: Path) -> None:
    """That of the earlier one is named after it; a paper that had another name then has its new file alone."""
    file = f"content/{page.paper}.yaml"
    (project.root / file).write_text("title: new\n", "utf-8")
    for was, expected in (
        (file, {"strategic-plan.old.yaml": b"title: old\n", "strategic-plan.yaml": b"title: new\n"}),
        ("content/som-24/plan.yaml", {"strategic-plan.yaml": b"title: new\n"}),
    ):
        old = tmp_path / Path(was).stem
        (old / was).parent.mkdir(parents=True)
        (old / was).write_text("title: old\n", "utf-8")
        files = [one.get_object() for one in catalogue(read(page, replace(project, old=old)))["/AF"]]
        assert {str(one["/F"]): one["/EF"]["/F"].get_data() for one in files} == expected
        assert {str(one["/AFRelationship"]) for one in files} == {"/Source"}


def test_without_a_date_the_source_has_that_of_the_environment_or_none_of_today(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = render(Resolved(replace(PAPER, date=None), MEETING, REGISTER), project)
    assert made is not None
    for day in made.root.findall("head/meta[@name='date']"):
        made.root.find("head").remove(day)  # type: ignore[union-attr]
    (project.content / "som-24" / "strategic-plan.yaml").write_text(SOURCE, "utf-8")
    days = []
    for moment in ("1758153600", ""):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        (held,) = catalogue(read(made, project))["/AF"]
        days.append(str(held.get_object()["/EF"]["/F"]["/Params"]["/ModDate"]))
    assert days == ["D:20250918000000Z", "D:19700101000000Z"]


def test_pictures_are_in_the_colours_of_the_profile_and_not_smoothed(page: Page, project: Project) -> None:
    root = deepcopy(page.root)
    (image,) = root.iter("img")
    image.set("src", "content/som-24/images/press.jpg")
    Image.new("CMYK", (40, 20), (200, 30, 0, 10)).save(project.content / "som-24" / "images" / "press.jpg")
    pdf = read(replace(page, root=root), project)
    resources: list[Any] = [place["/Resources"] for place in pdf.pages]
    drawn = [one.get_object() for held in resources for one in held.get("/XObject", {}).values()]
    pictures = [one for one in drawn if one["/Subtype"] == "/Image"]
    assert pictures
    assert {(picture["/ColorSpace"], picture["/Interpolate"].value) for picture in pictures} == {("/DeviceRGB", False)}
