"""Little git repositories for tests: nobody's settings, each commit by whom and when the test says."""

import os
import subprocess
from pathlib import Path

import pytest

MEETING = """\
title: Meeting on Marshes
short: EX-1
dates: {start: 2026-03-02}
venue: Ulaanbaatar
papers: [herons]
"""
PAPER = """\
kind: paper
title: Herons
body:
  - section: Marshes
    id: marshes
    body:
      - para: |
          Herons stand in the marsh.
          They wait.
      - para: Reeds grow there.
        id: reeds
      - table: Counts
        id: counts
        columns: [Lake, Herons]
        rows:
          - [North, 5]
          - [South, 3]
"""
ANN, BOB, CEM = "Ann", "Bob", "Cem"


class History:
    """A repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._minutes = 0

    def git(self, *words: str, author: str = ANN) -> str:
        """Run git by somebody, a minute after the last time."""
        self._minutes += 1
        moment = f"2026-03-02T09:{self._minutes:02}:00Z"
        who = {f"GIT_{role}_{what}": said
               for role in ("AUTHOR", "COMMITTER")
               for what, said in (("NAME", author), ("EMAIL", f"{author}@example.org"), ("DATE", moment))}  # fmt: skip
        done = subprocess.run(
            ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *words], cwd=self.folder,
            env={**os.environ, **who}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self, author: str = ANN, message: str = "a commit") -> str:
        """Commit all there is, and return the commit's name."""
        self.git("add", "--all", author=author)
        self.git("commit", "--quiet", "--allow-empty", "--message", message, author=author)
        return self.git("rev-parse", "HEAD")

    def write(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.folder / file).read_text("utf-8")
        assert text.count(old) == 1, old
        self.write(file, text.replace(old, new))


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave git no settings but those of a repository."""
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def begun(folder: Path, below: str = "") -> History:
    """Return a repository with one meeting and one paper in its first commit; the project is `below` its top."""
    folder.mkdir(parents=True, exist_ok=True)
    history = History(folder)
    history.git("init", "--quiet")
    history.write(f"{below}content/ex-1/meeting.yaml", MEETING)
    history.write(f"{below}content/ex-1/herons.yaml", PAPER)
    history.commit()
    return history
