"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from neaspec_docs.write import files


def test_new_files_and_their_folders_appear(tmp_path: Path) -> None:
    files.save({tmp_path / "a" / "x.pdf": b"new", tmp_path / "b" / "y.pdf": b"also"})
    assert (tmp_path / "a" / "x.pdf").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["x.pdf", "y.pdf"]


def test_where_one_cannot_be_written_none_has_changed(tmp_path: Path) -> None:
    old = tmp_path / "x.pdf"
    old.write_bytes(b"old")
    (tmp_path / "blocked").write_bytes(b"a file where a folder is wanted")
    with pytest.raises(OSError, match="blocked"):
        files.save({old: b"new", tmp_path / "blocked" / "y.pdf": b"never"})
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blocked", "x.pdf"]


def test_a_folder_in_the_place_of_a_file_changes_none(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(IsADirectoryError) as refused:
        files.save({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert refused.value.filename == str(tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
