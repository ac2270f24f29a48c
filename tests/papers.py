"""Papers built for the tests that read whole files: each once a process, and laid out by LibreOffice."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import readers

from neaspec_docs import pipeline
from neaspec_docs.project import Project
from neaspec_docs.resolve.outline import Outline

PROJECT = Project(Path(__file__).parents[1])
SAMPLE = Project(Path(__file__).parent / "whole" / "sample")
"""A meeting that never was, whose papers use all that content can hold."""
LANGUAGES = Project(Path(__file__).parent / "whole" / "languages")
"""A meeting in each language that the program speaks."""

PAPERS = ("som-24/agenda", "som-24/strategic-plan", "som-24/report", "nfp-2/concept-note", "nfp-2/background")
SLIDES = ("workshop-2024/overview",)
SAMPLES = ("ex-1/herons", "ex-1/timetable")
IN_LANGUAGES = tuple(f"{language}/paper" for language in ("fr", "ja", "ko", "mn", "ru", "zh"))


class Built:
    """The papers of some projects in every format, each made when it is first asked for."""

    def __init__(self, folder: Path, *projects: Project) -> None:
        self.projects = projects
        self.folder = folder
        self._made: Callable[[str], dict[str, Path]] = cache(self._make)
        self.outline: Callable[[str], Outline] = cache(self._outline)
        self.laid_out: Callable[[str], Path] = cache(self._laid_out)

    def file(self, paper: str, ending: str) -> Path:
        return self._made(paper)[ending]

    def project(self, paper: str) -> Project:
        return next(project for project in self.projects if (project.content / f"{paper}.yaml").is_file())

    def _make(self, paper: str) -> dict[str, Path]:
        formats = ("pptx" if paper in SLIDES else "docx", "pdf", "html")
        built = pipeline.build(pipeline.Order(self.project(paper), [paper], formats, self.folder, jobs=1))
        assert [fault.message for fault in built.diagnostics] == []
        return {made.path.suffix[1:]: made.path for made in built.made}

    def _outline(self, paper: str) -> Outline:
        outline, faults = pipeline.outlined(self.project(paper), paper)
        assert outline is not None
        assert faults == ()
        return outline

    def _laid_out(self, paper: str) -> Path:
        """Return the PDF that LibreOffice makes of the paper's Word or PowerPoint file."""
        office = self.file(paper, "pptx" if paper in SLIDES else "docx")
        return readers.soffice(office, "pdf", self.folder / "libreoffice" / paper)
