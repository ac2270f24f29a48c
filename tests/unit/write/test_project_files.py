"""Which files a writer reads: those of the project and the shipped templates."""

from pathlib import Path

import pytest

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.project import Project
from neaspec_docs.write.project_files import Refusal, read


def test_files_below_the_project_are_read(project: Project) -> None:
    found = read("content/som-24/images/map.png", project)
    assert isinstance(found, bytes)
    assert found.startswith(b"\x89PNG")


def test_shipped_templates_are_read_and_the_users_own_win(project: Project) -> None:
    shipped = read("templates/style.css", project)
    assert isinstance(shipped, bytes)
    assert b"@page" in shipped
    (project.root / "templates").mkdir()
    (project.root / "templates/style.css").write_bytes(b"p {}")
    assert read("templates/style.css", project) == b"p {}"


@pytest.mark.parametrize("path", ["../secret", "content/../../secret", "/etc/hostname", "templates/../../secret"])
def test_what_leads_out_of_the_project_is_refused(project: Project, path: str) -> None:
    (project.root.parent / "secret").write_text("s")
    assert read(path, project) == Refusal(Code.OUTSIDE_PROJECT, f"`{path}` is outside the project")


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_read(project: Project) -> None:
    secret = project.root.parent / "secret"
    secret.write_text("s")
    (project.root / "out").symlink_to(secret)
    (project.root / "in").symlink_to(project.root / "content/som-24/images/map.png")
    found = read("out", project)
    assert isinstance(found, Refusal)
    assert found.code is Code.OUTSIDE_PROJECT
    assert isinstance(read("in", project), bytes)


def test_what_is_not_there_or_no_file_is_said(project: Project, tmp_path: Path) -> None:
    assert read("content/gone.png", project) == Refusal(Code.MISSING_FILE, "`content/gone.png` is not there")
    found = read("content", project)
    assert isinstance(found, Refusal)
    assert found.code is Code.UNREADABLE_FILE
    assert str(tmp_path) not in found.message
