"""A commit's files in a folder: all that a project reads, nothing that leads out of the folder."""

import os
import stat
from pathlib import Path
from shutil import copyfile

import pytest
import repositories
from repositories import MEETING, PAPER, History

from neaspec_docs.history import checkout, git
from neaspec_docs.history.asked import Asked
from neaspec_docs.history.git import CannotCompareError
from neaspec_docs.history.revisions import Range, Revision
from neaspec_docs.load import tree
from neaspec_docs.project import Project


def _put(history: History, folder: Path, commit: str = "HEAD", below: str = "") -> list[str]:
    repository = git.around(history.folder / below)
    checkout.put(repository, repository.commit(commit) or "", folder.resolve())
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_a_commit_is_read_as_it_was(history: History, tmp_path: Path) -> None:
    history.edit("content/ex-1/herons.yaml", "They wait.", "They sleep.")
    history.write("content/ex-1/new.yaml", PAPER)
    history.write("notes.txt", "no content")
    history.commit()
    assert _put(history, tmp_path / "x", "HEAD~1") == ["content/ex-1/herons.yaml", "content/ex-1/meeting.yaml"]
    assert (tmp_path / "x/content/ex-1/herons.yaml").read_text("utf-8") == PAPER
    assert (tmp_path / "x/content/ex-1/meeting.yaml").read_text("utf-8") == MEETING
    assert "They sleep." in (history.folder / "content/ex-1/herons.yaml").read_text("utf-8")


def test_a_project_may_lie_below_the_top(tmp_path: Path) -> None:
    history = repositories.begun(tmp_path / "top", "papers/2026/")
    history.write("content/stray.yaml", "x: y")
    history.commit()
    assert _put(history, tmp_path / "x", below="papers/2026") == [
        "content/ex-1/herons.yaml",
        "content/ex-1/meeting.yaml",
    ]


def test_a_commit_before_the_project_holds_nothing(tmp_path: Path) -> None:
    history = History(tmp_path / "top")
    history.folder.mkdir()
    history.git("init", "--quiet")
    history.commit()
    history.write("sub/content/ex-1/meeting.yaml", MEETING)
    history.commit()
    (tmp_path / "x").mkdir()
    assert _put(history, tmp_path / "x", "HEAD~1", "sub") == []


def test_of_what_lies_outside_the_content_only_what_is_asked_for_is_written(history: History, tmp_path: Path) -> None:
    for file in ("shared/map.svg", "shared/film.mp4", "scans/all of it.pdf", "docs/schema/paper.json", "linked/a/b"):
        history.write(file, "<svg><image href='../photos/lake.jpg'/></svg>")
    for file in ("photos/lake.jpg", "photos/sea.jpg", "build/ex-1/herons.docx", "logos/en.png", "other/en.jpg"):
        history.write(file, "bytes")
    history.edit("content/ex-1/herons.yaml", "kind: paper", "  # ../../docs/schema/paper.json\nkind: paper")
    history.commit()
    alone = ["content/ex-1/herons.yaml", "content/ex-1/meeting.yaml"]
    assert _put(history, tmp_path / "x") == alone
    history.edit("content/ex-1/herons.yaml", "They wait.", "See ../../shared/map.svg.")
    history.commit()
    assert _put(history, tmp_path / "y") == [*alone, "photos/lake.jpg", "shared/map.svg"]
    history.write("templates/paper.html.j2", '<img src="logos/{{ language }}.png"/>')
    (history.folder / "content/ex-1/data").symlink_to("../../linked")
    history.commit()
    found = _put(history, tmp_path / "z")
    assert {*found} - {*alone} == {
        "photos/lake.jpg", "shared/map.svg", "logos/en.png", "templates/paper.html.j2", "linked/a/b",
    }  # fmt: skip
    assert (tmp_path / "z/content/ex-1/data/a/b").is_file()


def test_a_file_whose_bytes_are_not_here_is_said_to_be_that(history: History, tmp_path: Path) -> None:
    name = history.git("rev-parse", "HEAD:content/ex-1/herons.yaml")
    (history.folder / ".git/objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(CannotCompareError, match=r"can't read content/ex-1/herons.yaml of .*git fetch --refetch"):
        _put(history, tmp_path / "x")


def test_names_with_line_breaks_and_quotes_are_names(history: History, tmp_path: Path) -> None:
    name = 'content/ex-1/a "b"\n\tü*.txt'
    history.write(name, "x")
    history.commit()
    assert name in _put(history, tmp_path / "x")


def test_links_that_stay_are_made_and_links_that_leave_are_not(history: History, tmp_path: Path) -> None:
    folder = history.folder / "content/ex-1"
    (tmp_path / "secret.yaml").write_text("secret", "utf-8")
    for name, target in {
        "near.yaml": "herons.yaml", "far.yaml": "../../../secret.yaml", "root.yaml": "/etc/hostname",
        "self.yaml": "self.yaml", "dot": ".", "sly.yaml": "dot/dot/dot/../../../secret.yaml",
    }.items():  # fmt: skip
        (folder / name).symlink_to(target)
    history.commit()
    found = _put(history, tmp_path / "x")
    assert "content/ex-1/near.yaml" in found
    assert not {f"content/ex-1/{name}.yaml" for name in ("far", "root", "self", "sly")} & {*found}


@pytest.mark.parametrize(
    "path", ["../out.yaml", "content/../../out.yaml", ".git/hooks/x", "content/.GIT/x", "/out", ""]
)
def test_a_path_that_leaves_the_folder_is_none(path: str) -> None:
    assert not checkout._is_safe(path)


def test_a_tree_that_names_a_folder_above_writes_nothing_there(history: History, tmp_path: Path) -> None:
    blob = history.git("hash-object", "-w", "content/ex-1/herons.yaml")
    inner = _tree(history, ("100644", "blob", blob, "out.yaml"))
    content = _tree(history, ("40000", "tree", inner, ".."))
    top = _tree(history, ("40000", "tree", content, "content"))
    commit = history.git("commit-tree", "-m", "evil", top)
    (tmp_path / "x" / "y").mkdir(parents=True)
    assert _put(history, tmp_path / "x" / "y", commit) == []
    assert list((tmp_path / "x").iterdir()) == [tmp_path / "x" / "y"]


def _tree(history: History, *entries: tuple[str, str, str, str]) -> str:
    """Write a tree that git itself would refuse to make."""
    data = b"".join(f"{mode} {path}\0".encode() + bytes.fromhex(name) for mode, _, name, path in entries)
    (history.folder / "tree").write_bytes(data)
    return history.git("hash-object", "-w", "-t", "tree", "--literally", "tree")


@pytest.mark.parametrize(
    ("mode", "data", "name", "said"),
    [
        ("120000", b"/tmp", "ex-1", "`content/ex-1` can't be put in a folder as its version has it: File exists"),
        ("100644", b"text", "ex-1", "File exists"),
        ("100644", b"text", "x" * 300, "File name too long"),
        ("120000", b"", "link", "`content/link` can't be put in a folder as its version has it: No such file"),
        ("120000", b"a\0b", "link", "`content/link` can't be put in a folder .*: embedded null"),
        ("120000", b"x" * 5000, "link", "File name too long"),
    ],
)
def test_a_commit_that_no_folder_can_hold_is_said_to_be_one(
    history: History, mode: str, data: bytes, name: str, said: str
) -> None:
    (history.folder / "data").write_bytes(data)
    blob = history.git("hash-object", "-w", "data")
    folder = ("40000", "tree", history.git("rev-parse", "HEAD:content/ex-1"), "ex-1")
    content = _tree(history, (mode, "blob", blob, name), folder)
    commit = history.git("commit-tree", "-m", "evil", _tree(history, ("40000", "tree", content, "content")))
    with pytest.raises(CannotCompareError, match=said):
        _put(history, history.folder.parent / "x", commit)


def test_a_commit_whose_content_is_no_folder_is_said_to_be_one(history: History) -> None:
    blob = history.git("rev-parse", "HEAD:content/ex-1/herons.yaml")
    commit = history.git("commit-tree", "-m", "evil", _tree(history, ("100644", "blob", blob, "content")))
    compared = Range(Revision("HEAD", commit), Revision("the working tree", None))
    with (
        pytest.raises(CannotCompareError, match="`content` can't be put in a folder"),
        checkout.versions(Project(history.folder), compared, git.around(history.folder)),
    ):
        pass


def test_no_filter_and_no_hook_of_the_repository_runs(history: History, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for setting in (
        "filter.x.smudge",
        "filter.x.clean",
        "diff.x.textconv",
        "diff.external",
        "core.fsmonitor",
        "core.pager",
    ):
        history.git("config", setting, f"touch {ran}; cat")
    history.write(".gitattributes", "*.yaml filter=x diff=x -text export-ignore\n")
    for name in ("post-checkout", "post-index-change"):
        hook = history.folder / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {ran}\n", "utf-8")
        hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    assert "content/ex-1/herons.yaml" in _put(history, tmp_path / "x")
    assert (tmp_path / "x/content/ex-1/herons.yaml").read_text("utf-8") == PAPER
    assert not ran.exists()


POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12345\n"


def test_what_lfs_keeps_is_had_from_lfs_and_through_no_filter(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.git("config", "filter.x.smudge", f"touch {tmp_path / 'ran'}; cat")
    history.write(".gitattributes", "*.png filter=x\n")
    history.write("content/ex-1/map.png", POINTER)
    history.commit()
    (tmp_path / "ran").unlink(missing_ok=True)
    _put(history, tmp_path / "x")
    assert (tmp_path / "x/content/ex-1/map.png").read_text("utf-8") == POINTER
    lfs = tmp_path / "bin" / "git-lfs"
    lfs.parent.mkdir()
    lfs.write_text('#!/bin/sh\nprintf \'fetched %s %s by \' "$1" "$3"\nhead -c 7\n', "utf-8")
    lfs.chmod(0o755)
    monkeypatch.setenv("PATH", f"{lfs.parent}{os.pathsep}{os.environ['PATH']}")
    _put(history, tmp_path / "y")
    got = (tmp_path / "y/content/ex-1/map.png").read_text("utf-8")
    assert got == "fetched smudge content/ex-1/map.png by version"
    lfs.write_text("#!/bin/sh\necho 'no network' >&2; exit 2\n", "utf-8")
    _put(history, tmp_path / "z")
    assert (tmp_path / "z/content/ex-1/map.png").read_text("utf-8") == POINTER
    assert not (tmp_path / "ran").exists()


def test_an_alias_is_not_taken_for_lfs_where_that_is_not_installed(history: History, tmp_path: Path) -> None:
    history.git("config", "alias.lfs", f"!touch {tmp_path / 'ran'}; echo bytes")
    history.write("content/ex-1/map.png", POINTER)
    history.commit()
    _put(history, tmp_path / "x")
    assert (tmp_path / "x/content/ex-1/map.png").read_text("utf-8") == POINTER
    assert not (tmp_path / "ran").exists()


def test_a_pointer_that_stays_one_is_said_to_be_one(history: History, tmp_path: Path) -> None:
    history.write("content/ex-1/map.png", POINTER)
    history.edit(
        "content/ex-1/herons.yaml", "  - section", "  - figure: Map\n    image: map.png\n    alt: Lakes\n  - section"
    )
    history.commit()
    _put(history, tmp_path / "x")
    (fault,) = tree.content(Project((tmp_path / "x").resolve())).diagnostics
    assert fault.message == "the image `map.png` is kept elsewhere by Git LFS"
    assert fault.help == "`git lfs pull` brings the file itself"


def test_content_may_be_a_submodule(tmp_path: Path) -> None:
    inner = repositories.begun(tmp_path / "inner")
    (inner.folder / "content/ex-1").rename(inner.folder / "ex-1")
    inner.commit()
    outer = History(tmp_path / "outer")
    outer.folder.mkdir()
    outer.git("init", "--quiet")
    outer.git("submodule", "--quiet", "add", str(inner.folder), "content")
    outer.commit()
    assert "content/ex-1/herons.yaml" in _put(outer, tmp_path / "x")
    outer.git("submodule", "--quiet", "deinit", "--force", "content")
    (outer.folder / "content").mkdir(exist_ok=True)
    with pytest.raises(CannotCompareError, match=r"`content` is a submodule.*`git submodule update --init`"):
        _put(outer, tmp_path / "y")


def test_a_worktree_a_detached_head_and_a_shallow_clone_are_repositories(history: History, tmp_path: Path) -> None:
    history.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    history.git("clone", "--quiet", "--depth", "1", f"file://{history.folder}", str(tmp_path / "clone"))
    for name in ("tree", "clone"):
        assert "content/ex-1/herons.yaml" in _put(History(tmp_path / name), tmp_path / f"of-{name}")


def test_the_old_version_has_the_templates_of_the_new_one(history: History) -> None:
    history.write("templates/paper.html.j2", "old")
    history.write("templates/letter.html.j2", "only old")
    history.commit()
    old = history.git("rev-parse", "HEAD")
    (history.folder / "templates/letter.html.j2").unlink()
    history.write("templates/paper.html.j2", "new")
    project = Project(history.folder)
    compared = Range(Revision("HEAD", old), Revision("the working tree", None))
    with checkout.versions(project, compared, git.around(project.root)) as found:
        folder = found.old.project.root / "templates"
        assert (folder / "paper.html.j2").read_text("utf-8") == "new"
        assert (folder / "letter.html.j2").read_text("utf-8") == "only old"
        assert found.new.project == project
        assert found.old.called("content/ex-1/herons.yaml") == "HEAD:content/ex-1/herons.yaml"
        assert found.new.called("content/ex-1/herons.yaml") == "content/ex-1/herons.yaml"
        made = folder.parents[1]
    assert not made.exists()


def _laid_over(history: History) -> dict[str, str]:
    """Return what the templates of the old version are, when the working tree has its own."""
    repository = git.around(history.folder)
    compared = Range(Revision("HEAD", repository.commit("HEAD")), Revision("the working tree", None))
    with checkout.versions(Project(history.folder), compared, repository) as found:
        folder = found.old.project.root / "templates"
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8")
                for path in folder.rglob("*") if path.is_file()}  # fmt: skip


def test_templates_are_plain_files_and_what_links_in_the_project_lead_to(history: History, tmp_path: Path) -> None:
    (tmp_path / "secret.j2").write_text("secret", "utf-8")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/one.j2").write_text("secret", "utf-8")
    history.write("templates/paper.html.j2", "paper")
    history.write("templates/parts/head.j2", "head")
    history.write("shared/foot.j2", "foot")
    history.write("shared/parts/tail.j2", "tail")
    templates = history.folder / "templates"
    for name, target in {
        ".#paper.html.j2": "ann@host.123:456", "out.j2": str(tmp_path / "secret.j2"), "far": "../../secrets",
        "foot.j2": "../shared/foot.j2", "shared": "../shared/parts", "parts/back": "..", "self": "self",
    }.items():  # fmt: skip
        (templates / name).symlink_to(target)
    os.mkfifo(templates / "pipe.j2")
    assert _laid_over(history) == {
        "paper.html.j2": "paper", "parts/head.j2": "head", "foot.j2": "foot", "shared/tail.j2": "tail",
    }  # fmt: skip


def test_a_template_that_may_not_be_read_is_passed_over(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    history.write("templates/paper.html.j2", "old")
    history.write("templates/letter.html.j2", "old")
    history.commit()
    history.write("templates/paper.html.j2", "new")
    history.write("templates/letter.html.j2", "new")

    def refused(source: Path, target: Path) -> None:
        if source.name == "letter.html.j2":
            raise PermissionError(13, "Permission denied", str(source))
        copyfile(source, target)

    monkeypatch.setattr(checkout, "copyfile", refused)
    assert _laid_over(history) == {"paper.html.j2": "new"}


def test_a_template_may_have_been_a_folder_or_a_link_before(history: History) -> None:
    history.write("templates/head/one.j2", "old")
    history.write("templates/foot", "old")
    history.write("shared/part.j2", "of the old version")
    (history.folder / "templates/part.j2").symlink_to("../shared/part.j2")
    (history.folder / "templates/gone").symlink_to("nowhere")
    history.commit()
    history.git("rm", "-rq", "templates")
    for file in ("head", "foot/one.j2", "part.j2", "gone/one.j2"):
        history.write(f"templates/{file}", "new")
    assert _laid_over(history) == {"head": "new", "foot/one.j2": "new", "part.j2": "new", "gone/one.j2": "new"}


def test_where_nothing_is_asked_for_nobody_looks_what_there_is() -> None:
    paths = iter([("a", True), ("b", True)])
    Asked().all_of(paths, lambda _: None)
    assert len([*paths]) == 2


def test_nothing_in_the_repository_changes(history: History, tmp_path: Path) -> None:
    def state() -> dict[str, int]:
        paths = (path for path in history.folder.rglob("*") if path.is_file())
        return {str(path): os.stat(path).st_mtime_ns for path in paths}  # noqa: PTH116 -- as git sees it

    history.edit("content/ex-1/herons.yaml", "They wait.", "They sleep.")
    before = state()
    _put(history, tmp_path / "x")
    assert state() == before


def test_the_content_may_be_a_link(history: History, tmp_path: Path) -> None:
    history.git("mv", "content", "real")
    (history.folder / "content").symlink_to("real")
    history.commit()
    assert "real/ex-1/herons.yaml" in _put(history, tmp_path / "x")
    assert (tmp_path / "x/content/ex-1/herons.yaml").read_text("utf-8") == PAPER
    compared = Range(Revision("HEAD", git.around(history.folder).commit("HEAD")), Revision("the working tree", None))
    with checkout.versions(Project(history.folder), compared, git.around(history.folder)) as found:
        assert list(tree.content(found.old.project).papers) == ["ex-1/herons"]


def test_the_content_may_be_a_link_into_a_submodule(history: History, tmp_path: Path) -> None:
    outer = History(tmp_path / "outer")
    outer.folder.mkdir()
    outer.git("init", "--quiet")
    outer.git("submodule", "--quiet", "add", f"file://{history.folder}", "papers")
    (outer.folder / "content").symlink_to("papers/content")
    outer.commit()
    _put(outer, tmp_path / "x")
    assert (tmp_path / "x/content/ex-1/herons.yaml").read_text("utf-8") == PAPER


def test_what_a_sparse_checkout_leaves_out_was_not_taken_out(history: History) -> None:
    history.write("content/ex-2/meeting.yaml", MEETING)
    history.write("content/ex-2/herons.yaml", PAPER)
    old = history.commit()
    history.git("sparse-checkout", "set", "--no-cone", "/*", "!/content/ex-2")
    (history.folder / "content/ex-1/herons.yaml").unlink()
    repository = git.around(history.folder)
    compared = Range(Revision("HEAD", old), Revision("the working tree", None))
    with checkout.versions(Project(history.folder), compared, repository) as found:
        assert list(tree.content(found.old.project).papers) == ["ex-1/herons"]
        assert list(tree.content(found.new.project).papers) == []
    both = Range(Revision("HEAD", old), Revision("HEAD", old))
    with checkout.versions(Project(history.folder), both, repository) as found:
        assert sorted(tree.content(found.new.project).papers) == ["ex-1/herons", "ex-2/herons"]


@pytest.mark.parametrize(
    ("told", "path"),
    [("content/ü x.yaml", "content/ü x.yaml"), (r'"a\"b\\c\td\001.yaml"', 'a"b\\c\td\x01.yaml')],
)
def test_names_that_git_quotes_are_read(told: str, path: str) -> None:
    assert git.unquoted(told) == path
