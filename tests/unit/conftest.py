"""A project and the paper that uses every block, for the tests of templates and writers."""

import struct
import zlib
from pathlib import Path

import pytest
from every_block import MEETING, PAPER, REGISTER, SLIDES

from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render import pack
from neaspec_docs.render.page import render


def png(width: int, height: int) -> bytes:
    """Return a grey picture of this size in pixels (PNG, RFC 2083)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xc0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def furnish(folder: Path) -> Project:
    """Return a project in this folder with the one picture that the paper shows; its templates are the shipped ones."""
    picture = folder / "content/som-24/images/map.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(png(480, 200))
    return Project(folder)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project of the test's own."""
    return furnish(tmp_path)


@pytest.fixture(scope="session")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project that no test changes."""
    return furnish(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def page(shared_project: Project) -> Page:
    """Return the paper with every block and every inline in it, as the shipped template prints it."""
    made, faults = render(Resolved(PAPER, MEETING, REGISTER), shared_project)
    assert made is not None, faults
    return made


@pytest.fixture(scope="session")
def front(shared_project: Project) -> Page:
    """Return what stands before the papers in the pack of the meeting."""
    made, faults = pack.front([Resolved(PAPER, MEETING, REGISTER)], shared_project)
    assert made is not None, faults
    return made


@pytest.fixture(scope="session")
def slides(shared_project: Project) -> Page:
    """Return slides of each sort with each block that may stand on one, as the shipped template prints them."""
    made, faults = render(Resolved(SLIDES, MEETING, REGISTER), shared_project)
    assert made is not None, faults
    return made
