"""Files appear whole or not at all, at whatever step the disk refuses or the program is killed."""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from neaspec_docs.write import files, lock

STEPS = ("open", "fsync", "mkdir", "link", "replace", "unlink")
"""The calls of the system by which a file comes to its place."""

OLD = {"m/a.docx": b"old a", "m/b.docx": b"old b", "manifest.json": b"old"}
NEW = {"m/a.docx": b"new a", "m/b.docx": b"new b", "n/c.docx": b"new c", "manifest.json": b"new"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return laid_out(tmp_path)


def laid_out(folder: Path) -> Path:
    """Return a folder with the old files."""
    folder = folder / "build"
    for name, data in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def save(folder: Path) -> None:
    made = {folder / name: data for name, data in NEW.items() if name != "manifest.json"}
    files.save(made, {folder / "manifest.json": NEW["manifest.json"]})


def at_step(patch: pytest.MonkeyPatch, number: int, act: Callable[[], None]) -> None:
    """Let `act` be done in place of one step; the steps are counted from 0."""
    steps = count()
    for name in STEPS:
        call = getattr(os, name)

        def step(*words: object, _call: Callable[..., object] = call, **named: object) -> object:
            if next(steps) == number:
                act()
            return _call(*words, **named)

        patch.setattr(os, name, step)


def steps(folder: Path, patch: pytest.MonkeyPatch) -> int:
    """Return how many steps a save takes; it is made."""
    taken: list[None] = []
    for name in STEPS:
        call = getattr(os, name)

        def step(*words: object, _call: Callable[..., object] = call, **named: object) -> object:
            taken.append(None)
            return _call(*words, **named)

        patch.setattr(os, name, step)
    save(folder)
    patch.undo()
    return len(taken)


def test_new_files_and_their_folders_appear(tmp_path: Path) -> None:
    files.save({tmp_path / "a" / "x.pdf": b"new", tmp_path / "b" / "y.pdf": b"also"})
    assert held(tmp_path) == {"a/x.pdf": b"new", "b/y.pdf": b"also"}


def test_at_whatever_step_the_disk_refuses_all_is_as_it_was_or_all_is_new(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError(errno.ENOSPC, "no room", "some file")

    refused = 0
    for number in range(steps(tmp_path / "counted", monkeypatch) + 10):
        with monkeypatch.context() as patch:
            at_step(patch, number, refuse)
            said = refusal(out)
        if said is None:
            assert held(out).items() >= NEW.items()
        else:
            refused += 1
            assert Path(said.filename).name in {"a.docx", "b.docx", "c.docx", "manifest.json", "some file"}
            assert held(out) == OLD
            assert sorted(path.name for path in out.iterdir()) == ["m", "manifest.json"]
        lock.tidy(out)
        assert held(out) in (OLD, NEW)
        restore(out)
    assert refused > 15


def refusal(out: Path) -> OSError | None:
    try:
        save(out)
    except OSError as said:
        return said
    return None


def restore(out: Path) -> None:
    for name in NEW:
        (out / name).unlink(missing_ok=True)
    if (out / "n").exists():
        (out / "n").rmdir()
    for name, data in OLD.items():
        (out / name).write_bytes(data)


def test_killed_at_whatever_step_each_file_is_whole_and_the_manifest_the_last(tmp_path: Path) -> None:
    words = [sys.executable, __file__, str(tmp_path)]  # a process with threads, as this one may be, must not fork
    done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    count = json.loads(done.stdout)
    assert count["wrong"] == []
    assert count["left over"] > 10  # else nothing was to be tidied up
    assert count["mixed"] > 2


def kill_at_each_step(folder: Path) -> dict[str, Any]:
    """Save again and again, and be killed at another step each time; return what was seen."""
    out = laid_out(folder)
    left = mixed = 0
    wrong: list[str] = []
    for number in range(steps(folder / "counted", pytest.MonkeyPatch()) + 8):
        child = os.fork()
        if child == 0:
            at_step(pytest.MonkeyPatch(), number, lambda: os.kill(os.getpid(), signal.SIGKILL))
            try:
                save(out)
            finally:
                os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
        now = held(out)
        whole = {name: data for name, data in now.items() if not files.OURS.fullmatch(Path(name).name)}
        left += len(now) - len(whole)
        mixed += OLD != whole != NEW
        wrong += [f"{number}: {name}" for name, data in whole.items() if data not in (OLD.get(name), NEW[name])]
        if not killed or whole["manifest.json"] == b"new":
            wrong += [f"{number}: not all is new"] if whole != NEW else []
        lock.tidy(out)
        wrong += [f"{number}: not tidy"] if held(out) != whole else []
        restore(out)
    return {"left over": left, "mixed": mixed, "wrong": wrong}


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_an_old_file_keeps_its_mode_and_a_new_one_has_what_the_umask_leaves(tmp_path: Path) -> None:
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    old.write_bytes(b"old")
    old.chmod(0o664)
    files.save({old: b"new", new: b"new"})
    assert [path.stat().st_mode & 0o777 for path in (old, new)] == [0o664, 0o640]


def test_what_is_made_takes_the_place_of_a_link_and_leaves_what_it_led_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    link = tmp_path / "x.docx"
    link.symlink_to(tmp_path / "elsewhere")
    files.save({link: b"new"})
    assert not link.is_symlink()
    assert held(tmp_path) == {"x.docx": b"new", "elsewhere": b"mine"}


def test_a_folder_in_the_place_of_a_file_changes_none(out: Path) -> None:
    (out / "m" / "b.docx").unlink()
    (out / "m" / "b.docx").mkdir()
    before = held(out)
    with pytest.raises(IsADirectoryError) as refused:
        save(out)
    assert refused.value.filename == str(out / "m" / "b.docx")
    assert held(out) == before


def test_a_file_in_the_place_of_a_folder_changes_none(out: Path) -> None:
    (out / "n").write_bytes(b"a file where a folder is wanted")
    before = held(out)
    with pytest.raises(NotADirectoryError) as refused:
        save(out)
    assert refused.value.filename == str(out / "n")
    assert held(out) == before


@pytest.mark.parametrize("name", ["x" * 300 + ".docx", "n" * 300 + "/x.docx"])
def test_a_name_too_long_changes_none(out: Path, name: str) -> None:
    with pytest.raises(OSError, match="too long") as refused:
        files.save({out / "m" / "a.docx": b"new", out / name: b"new"})
    assert refused.value.filename == str(out / name)
    assert held(out) == OLD


def test_a_name_may_be_as_long_as_the_disk_takes_it(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".docx")
    files.save({path: b"new"})
    assert path.read_bytes() == b"new"


def test_a_reader_keeps_the_whole_old_file(out: Path) -> None:
    with (out / "m" / "a.docx").open("rb") as reader:
        save(out)
        assert reader.read() == b"old a"
    assert held(out) == NEW


def test_a_source_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    paper, other, new = tmp_path / "p.yaml", tmp_path / "q.yaml", tmp_path / "new.yaml"
    paper.write_bytes(b"read, and then changed")
    other.write_bytes(b"read")
    was = {paper: b"read", other: b"read"}
    with pytest.raises(OSError, match="changed by someone else") as refused:
        files.rewrite({other: b"made", paper: b"made"}, was, {new: b"made"})
    assert refused.value.filename == str(paper)
    assert held(tmp_path) == {"p.yaml": b"read, and then changed", "q.yaml": b"read"}


def test_a_stop_waits_until_all_are_in_their_places(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class StopError(BaseException):
        pass

    def stop(*_: object) -> None:
        raise StopError

    before = signal.signal(signal.SIGTERM, stop)
    replace = os.replace

    def stopped(*words: str | Path) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        replace(*words)

    monkeypatch.setattr(os, "replace", stopped)
    try:
        with pytest.raises(StopError):
            save(out)
        assert signal.getsignal(signal.SIGTERM) is stop
    finally:
        signal.signal(signal.SIGTERM, before)
    assert held(out) == NEW


HOLDS = """
import signal, sys
from pathlib import Path
from neaspec_docs.write import lock

with lock.held(Path(sys.argv[1]), lambda: None):
    (Path(sys.argv[1]) / ".neaspec-docs-0123456789ab.part").write_bytes(b"half")
    print("holds", flush=True)
    signal.pause()
"""


def test_of_two_who_write_the_second_waits_and_a_dead_one_blocks_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    told: list[str] = []
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(folder)], stdout=subprocess.PIPE, text=True) as first:
        try:
            assert first.stdout is not None
            assert first.stdout.readline() == "holds\n"
            lock.tidy(folder)  # it is not ours to tidy now
            assert [path.name for path in folder.iterdir()] == [".neaspec-docs-0123456789ab.part"]

            def wait() -> None:
                told.append("waits")
                first.kill()

            with lock.held(folder, wait):
                assert list(folder.iterdir()) == []
        finally:
            first.kill()
    assert told == ["waits"]


def test_a_folder_is_removed_before_another_may_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for it would hold what is gone, and a third would make it anew."""
    folder, removed, free = tmp_path / "build", files.remove_empty, list[bool]()

    def remove(path: Path) -> None:
        free.append(_is_free(path))
        removed(path)

    monkeypatch.setattr(lock, "remove_empty", remove)
    with lock.held(folder, lambda: None):
        pass
    assert (free, folder.exists()) == ([False], False)


def _is_free(folder: Path) -> bool:
    with files.open_folder(folder) as number:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def test_who_waited_for_a_folder_that_is_gone_leaves_the_new_one_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, locked, asked = tmp_path / "build", lock._lock, count()

    def taken_over(number: int, wait: Callable[[], None]) -> bool:
        """Let another have removed the folder meanwhile, and a third have made it anew: it is empty, and theirs."""
        got = locked(number, wait)
        if next(asked) == 0:
            folder.rmdir()
            folder.mkdir()
        return got

    monkeypatch.setattr(lock, "_lock", taken_over)
    with lock.held(folder, lambda: None):
        pass
    assert folder.is_dir()
    assert next(asked) == 2


def test_a_file_of_another_name_is_no_left_over(tmp_path: Path) -> None:
    for name in (".neaspec-docs-mine.part", "x.part", ".neaspec-docs-0123456789ab.part.txt"):
        (tmp_path / name).write_bytes(b"mine")
    (tmp_path / ".neaspec-docs-0123456789ab.part").write_bytes(b"half")
    lock.tidy(tmp_path)
    assert len(held(tmp_path)) == 3


def test_nobody_may_end_the_process_while_files_are_put_in_their_places_or_back(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, seen = os.replace, list[bool]()

    def refused(source: Path, target: Path) -> None:
        seen.append(files.PLACING.locked())
        if len(seen) == 3:
            raise OSError(errno.EIO, "the disk is damaged")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refused)
    assert refusal(out) is not None
    assert seen == [True] * 5  # two are in their places, the third is refused, two are put back
    assert held(out) == OLD
    assert not files.PLACING.locked()


def test_an_old_file_that_can_not_be_put_back_is_left_and_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, taken = os.replace, count()

    def refused(source: Path, target: Path) -> None:
        if next(taken):  # the first file comes to its place, and then the disk is taken out
            raise OSError(errno.EIO, "the disk is damaged")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refused)
    first, second = out / "m" / "a.docx", out / "m" / "b.docx"
    with pytest.raises(files.NotPutBackError) as said:
        files.save({first: b"new a", second: b"new b"})
    assert (said.value.errno, said.value.filename, [*said.value.left]) == (errno.EIO, str(second), [first])
    left = said.value.left[first]
    assert left.read_bytes() == b"old a"
    assert held(out) == {**OLD, "m/a.docx": b"new a", f"m/{left.name}": b"old a"}


def test_a_new_file_that_can_not_be_taken_away_is_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, unlink, new = os.replace, os.unlink, out / "n" / "c.docx"

    def refused(source: Path, target: Path) -> None:
        if target != new:
            raise OSError(errno.EIO, "the disk is damaged")
        replace(source, target)

    def stays(path: Path) -> None:
        if path == new:
            raise OSError(errno.EIO, "the disk is damaged")
        unlink(path)

    monkeypatch.setattr(os, "replace", refused)
    monkeypatch.setattr(os, "unlink", stays)
    with pytest.raises(files.NotPutBackError) as said:
        files.save({new: b"new c", out / "m" / "b.docx": b"new b"})
    assert said.value.left == {new: new}
    assert held(out) == {**OLD, "n/c.docx": b"new c"}


def test_a_stop_waits_until_all_are_put_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class StopError(BaseException):
        pass

    def stop(*_: object) -> None:
        raise StopError

    def put_back(kept: Path, path: Path, left: dict[Path, Path]) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        back(kept, path, left)

    def refused(*_: object) -> None:
        raise OSError(errno.EIO, "the disk is damaged")

    back, before = files._put_back, signal.signal(signal.SIGTERM, stop)
    monkeypatch.setattr(files, "_put_back", put_back)
    monkeypatch.setattr(files, "_settle", refused)
    try:
        with pytest.raises(StopError):
            files.save({out / "m" / "a.docx": b"new", out / "m" / "b.docx": b"new"})
    finally:
        signal.signal(signal.SIGTERM, before)
    assert held(out) == OLD


@pytest.mark.parametrize(
    ("of_group", "given"), [(True, [(1001, 2000), (-1, 2000)]), (False, [(1001, 2000), (-1, 2000)])]
)
def test_a_file_of_another_stays_in_its_group_or_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[tuple[int, int]], *, of_group: bool
) -> None:
    """Only root may give a file to another user; to a group, who is in it."""
    path, asked = tmp_path / "paper.yaml", list[tuple[int, int]]()
    path.write_bytes(b"old")
    old, lstat = path.lstat(), Path.lstat

    def fchown(_: int, user: int, group: int) -> None:
        asked.append((user, group))
        if user != -1 or not of_group:
            raise PermissionError(errno.EPERM, "not permitted")

    def of_another(one: Path) -> os.stat_result:
        known = lstat(one)
        return known if one != path else os.stat_result((*old[:4], 1001, 2000, *known[6:]))

    monkeypatch.setattr(Path, "lstat", of_another)
    monkeypatch.setattr(os, "fchown", fchown)
    if of_group:
        files.save({path: b"new"})
    else:
        with pytest.raises(PermissionError, match="a group that you are not in") as refused:
            files.save({path: b"new"})
        assert refused.value.filename == str(path)
    assert asked == given
    assert held(tmp_path) == {"paper.yaml": b"new" if of_group else b"old"}


def test_where_the_disk_knows_no_locks_nothing_is_swept_away(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    half = out / ".neaspec-docs-0123456789ab.part"
    half.write_bytes(b"half")
    monkeypatch.setattr(fcntl, "flock", refuse)
    lock.tidy(out)
    with lock.held(out, lambda: None):
        assert half.is_file()


def test_who_holds_a_folder_above_or_below_takes_nothing_from_who_writes(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class WaitsError(Exception):
        pass

    def wait() -> None:
        raise WaitsError

    link = os.link

    def meanwhile(source: Path, target: Path, *, follow_symlinks: bool) -> None:
        link(source, target, follow_symlinks=follow_symlinks)
        lock.tidy(out)
        lock.tidy(out / "m")
        with lock.held(out, wait):
            pass
        with pytest.raises(WaitsError), lock.held(out / "m", wait):
            pass

    monkeypatch.setattr(os, "link", meanwhile)
    files.save({out / "m" / "a.docx": b"new a", out / "m" / "b.docx": b"new b"})
    assert held(out) == {**OLD, "m/a.docx": b"new a", "m/b.docx": b"new b"}


if __name__ == "__main__":
    print(json.dumps(kill_at_each_step(Path(sys.argv[1]))))  # noqa: T201 -- it is run for this
