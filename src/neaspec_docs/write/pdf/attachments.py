"""A Page and its project -> the content that it was made of, and that in a PDF: files which the PDF holds.

So the copy in an archive has its source with it (ISO 19005-3 6.8: an associated file, whose relationship is Source).
WeasyPrint would list each file twice, with a type that depends on the machine and the clock's time.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from neaspec_docs.model.page import Page
from neaspec_docs.project import OLD_FILES, Project
from neaspec_docs.write.project_files import Refusal, read

_YAML = "application/yaml"
"""Its media type, by RFC 9512."""

_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""What a file says of when it was changed where neither content nor environment has a date: PDF/A asks for one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of content: its name in the PDF, the paper or meeting that it holds, its bytes."""

    name: str
    paper: str
    data: bytes


def sources(page: Page, project: Project) -> tuple[Source, ...]:
    """Return the file that a paper is written in; for a pack those of the meeting and of each paper, by their names.

    A redline is made of two: that of the earlier version is named after it, `plan.old.yaml`.
    """
    papers = [article.get("id", "") for article in page.root.iterfind("body/article")] or [page.paper]
    files = [Page(paper, Element("html")) for paper in papers]
    found = [_source(file, project) for file in files]
    if project.old is not None:
        found += [_source(file, project, old=True) for file in files]
    return tuple(sorted((source for source in found if source is not None), key=lambda source: source.name))


def _source(page: Page, project: Project, *, old: bool = False) -> Source | None:
    """Return a paper's file; a Page that was made of something else has none, nor has one that had another name."""
    data = read(f"{OLD_FILES}/{page.source}" if old else page.source, project)
    name = page.source.rpartition("/")[2]
    return None if isinstance(data, Refusal) else Source(f"{name[:-5]}.old.yaml" if old else name, page.paper, data)


def attach(pdf: Any, files: tuple[Source, ...], changed: str | None) -> None:  # noqa: ANN401 -- pydyf ships no types
    """Put files into a PDF in the making; `changed` is their date (ISO 8601)."""
    names, associated = pydyf.Array(), pydyf.Array()
    for file in files:
        held = pydyf.Stream([file.data], _description(file, changed), compress=True)
        pdf.add_object(held)
        name = pydyf.String(file.name)
        specification = pydyf.Dictionary(
            {
                "Type": "/Filespec",
                "F": name,
                "UF": name,
                "Desc": pydyf.String(file.paper),
                "AFRelationship": "/Source",
                "EF": pydyf.Dictionary({"F": held.reference, "UF": held.reference}),
            }
        )
        pdf.add_object(specification)
        names.extend((name, specification.reference))
        associated.append(specification.reference)
    if files:
        pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = pydyf.Dictionary({"Names": names})
        pdf.catalog["AF"] = associated


def _description(file: Source, changed: str | None) -> Any:  # noqa: ANN401
    day = _UNKNOWN if changed is None else datetime.fromisoformat(changed)
    said = {"Size": len(file.data), "ModDate": pydyf.String(f"D:{day:%Y%m%d%H%M%S}Z")}
    return pydyf.Dictionary(
        {"Type": "/EmbeddedFile", "Subtype": f"/{_YAML.replace('/', '#2F')}", "Params": pydyf.Dictionary(said)}
    )
