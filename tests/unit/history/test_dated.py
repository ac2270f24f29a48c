"""What a printed redline calls its two versions."""

from pathlib import Path

from repositories import History

from neaspec_docs.history import dated
from neaspec_docs.history.git import Repository
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.project import Project


def test_a_commit_has_its_day_and_the_working_tree_none(history: History, tmp_path: Path) -> None:
    project = Project(tmp_path)
    repository = Repository(history.folder)
    head = Version(project, "HEAD", repository.commit("HEAD"))
    versions = Versions(head, Version(project, "the working tree"), repository)
    assert dated.names(versions, "en") == ("the text of 2 March 2026 (HEAD)", "the present text")
    assert dated.names(versions, "fr") == ("texte du 2 mars 2026 (HEAD)", "texte actuel")


def test_files_go_by_their_names(tmp_path: Path) -> None:
    def named(old: str, new: str) -> tuple[str, str]:
        project = Project(tmp_path)
        return dated.names(Versions(Version(project, old), Version(project, new), files=(old, new)), "en")

    assert named("../wold/content/may.yaml", "content/june.yaml") == ("may.yaml", "june.yaml")
    assert named("../wold/content/may.yaml", "content/may.yaml") == ("the old may.yaml", "the new may.yaml")
