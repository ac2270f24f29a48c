"""How quickly the command line answers: whole processes, in turn, medians of several runs.

`make bench` runs it. Quote the ratios: single times differ from machine to machine and from minute to minute.
"""

import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

RUNS = 15
TIMES = 10
LENGTHS = (1, 10, 50)
"""So many times the longest paper, of 18 pages, is compared with itself after edits: up to some 900 pages."""
ROOT = Path(__file__).parents[1]
PROGRAM = str(Path(sys.executable).parent / "neaspec-docs")

PARSE = """
import sys
from pathlib import Path

import yaml
from markdown_it import MarkdownIt

markdown = MarkdownIt()


def parse(value):
    if isinstance(value, str):
        markdown.parse(value)
    else:
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            parse(part)


for path in sorted(Path("content").rglob("*.yaml")):
    parse(yaml.safe_load(path.read_text("utf-8")))
"""
"""The least that reading all content can cost a Python program: YAML loaded, and each text in it parsed as Markdown."""

_USED = """
import os, subprocess, sys, time

started = time.perf_counter()
with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as process:
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
print(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(process.returncode != 0)
"""
"""A small program that measures another. Linux counts to a process the memory of the one that starts it, up to `exec`:
started from here, none would seem to need less than this one, which holds long papers.
"""

_PARAGRAPH = re.compile(r"^((?P<indent> *)- para: \|\n)(?P<lines>(?:(?P=indent)    .*\n)+)", re.MULTILINE)
"""A paragraph of a paper, written in a block of lines."""


class Used(NamedTuple):
    """What a call took: seconds, seconds of processors, and the memory of the largest of its processes in megabytes."""

    seconds: float
    processors: float
    memory: float


@dataclass(frozen=True)
class Pair:
    """What is measured beside what, each in its folder; `most` is the ratio that was promised, if one was."""

    name: str
    call: Sequence[str]
    beside_name: str
    beside: Sequence[str]
    most: float | None = None
    folder: Path = ROOT
    beside_folder: Path = ROOT


def pairs(larger: Path, longer: Path) -> tuple[Pair, ...]:
    """Return what is measured; `larger` is a project of TIMES the content, `longer` one whose paper is so long."""
    check, python = [PROGRAM, "-q", "check"], [sys.executable, "-c"]
    click = "import yaml, click"
    return (
        Pair("neaspec-docs --help", [PROGRAM, "--help"], 'python -c "import click"', [*python, "import click"]),
        Pair("neaspec-docs list", [PROGRAM, "list"], f'python -c "{click}"', [*python, click]),
        Pair("neaspec-docs check", check, "yaml and markdown-it alone", [*python, PARSE], 3),
        Pair(f"check, {TIMES} times the content", check, "check, once the content", check, 11, folder=larger),
        Pair(f"check, {TIMES} times a paper", check, "check, once the content", check, folder=longer),
    )


def main() -> None:
    """Print a row a pair: the medians of both in milliseconds, the median of their ratios, and what it may be."""
    with TemporaryDirectory() as folder:
        larger, longer, compiled = (Path(folder) / name for name in ("larger", "longer", "compiled"))
        _enlarge(larger)
        _lengthen(longer)
        keep_compiled(os.environ, compiled)
        print(f"{'call':<28}{'ms':>8}   {'beside':<34}{'ms':>8}{'ratio':>8}{'at most':>10}")
        for pair in pairs(larger, longer):
            ours, theirs, ratios = _measured(pair)
            most = f"{pair.most:>10.1f}" if pair.most else ""
            print(f"{pair.name:<28}{ours:>8.0f}   {pair.beside_name:<34}{theirs:>8.0f}{ratios:>8.2f}{most}")
        for verb, formats in (("diff", ()), ("redline", ("--format", "docx"))):
            _compare(Path(folder) / verb, verb, formats)
        _compare(Path(folder) / "signed", "redline", ("--format", "docx"), in_git=True)


def _compare(folder: Path, verb: str, formats: Sequence[str], *, in_git: bool = False) -> None:
    """Print how long `diff` or `redline` takes for versions of ever longer papers, all of it, and what memory it needs.

    They are two files, or `in_git` two commits, so that each change has an author. The last column divides the time by
    that for the shortest paper, and by n log n for its length: it may not grow.
    """
    title = f"{verb} of two {'commits' if in_git else 'versions'}"
    print(f"\n{title:<28}{'ms':>8}{'MB':>8}{'changes':>10}{'by n log n':>12}")
    first = (0.0, 0.0)
    for times, whole in (*((times, False) for times in LENGTHS), (LENGTHS[-1], True)):
        old, new, edits = _versions(folder / f"{times}{'-whole' * whole}", times, whole=whole)
        size = old.stat().st_size
        compared = _committed(old, new) if in_git else ("--files", str(old), str(new))
        runs = [used([PROGRAM, "-q", verb, *compared, *formats], old.parents[2]) for _ in range(3)]
        seconds, memory = statistics.median(run.seconds for run in runs), max(run.memory for run in runs)
        work = seconds / (size * math.log(size))
        first = first if first[0] else (seconds, work)
        name = f"{times} times, rewritten whole" if whole else f"{times} times the paper"
        print(f"{name:<28}{1000 * seconds:>8.0f}{memory:>8.0f}{edits:>10}{work / first[1]:>12.2f}", flush=True)


def _versions(folder: Path, times: int, *, whole: bool = False) -> tuple[Path, Path, int]:
    """Write a project whose longest paper is so many times as long, and beside it the same paper after edits.

    Each copy has ids, notes and words of its own; in the new version each fifth paragraph has other words, each
    fiftieth is gone; where it is rewritten `whole`, each has no old word left. Return both files, and how many
    edits were made.
    """
    shutil.copytree(ROOT / "content", folder / "content")
    longest = max((folder / "content").glob("*/*.yaml"), key=lambda file: file.stat().st_size)
    own = longest.read_text("utf-8").replace("toc: true\n", "")  # contents ask the PDF where they lead: no merging
    text = multiplied(own, times)
    longest.write_text(text, "utf-8")
    new = folder / "new.yaml"
    edited, edits = _rewritten(text) if whole else _edited(text)
    new.write_text(edited, "utf-8")
    return longest, new, edits


def multiplied(text: str, times: int) -> str:
    """Return a paper's text, so many times as long: each copy has ids, notes and words of its own."""
    head, body, notes = re.split(r"^(?:body|footnotes):\n", text, flags=re.MULTILINE)
    names = "|".join(map(re.escape, re.findall(r"^  ([\w-]+):", notes, re.MULTILINE)))
    bodies, footnotes = [], []
    for copy in range(times):
        own = re.sub(r"(\]\(#|\bid: )([\w-]+)", rf"\g<1>\g<2>-{copy}", body)
        own = re.sub(rf"\[\^({names})\]", rf"[^\g<1>-{copy}]", own)
        bodies.append(own.replace(" the ", f" the part-{copy} ") if copy else own)
        footnotes.append(re.sub(rf"^  ({names}):", rf"  \g<1>-{copy}:", notes, flags=re.MULTILINE))
    return f"{head}body:\n{''.join(bodies)}footnotes:\n{''.join(footnotes)}"


def _committed(old: Path, new: Path) -> tuple[str, str]:
    """Make a repository of a project in which one commit holds the old file, the next the new one in its place."""
    author = {f"GIT_{role}_{what}": "bench" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def git(*words: str) -> None:
        call = ["git", "-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false", *words]
        subprocess.run(call, check=True, cwd=old.parents[2], env={**os.environ, **author})

    git("init", "--quiet")
    git("add", "content")
    git("commit", "--quiet", "--message", "old")
    new.replace(old)
    git("commit", "--quiet", "--all", "--message", "new")
    return "HEAD~1", f"{old.parent.name}/{old.stem}"


_BLOCK = re.compile(r"^(?P<indent> *)- (?:text|para): \|\n(?:(?P=indent)    .*\n)+(?=\n|(?P=indent)- )", re.MULTILINE)
"""A paragraph without number and id that is written in a block of lines."""


_CALL = re.compile(r"\[\^[\w-]+\]")
"""A place at which a footnote is cited; one that nothing cites would stop a redline."""


def _edited(text: str) -> tuple[str, int]:
    count = edits = 0

    def change(found: re.Match[str]) -> str:
        nonlocal count, edits
        count += 1
        if count % 5:
            return found[0]
        edits += 1
        return "" if count % 50 == 0 else found[0].replace(" of ", " of all ", 1).replace(" is ", " was ", 1)

    return _BLOCK.sub(change, text), edits


def _rewritten(text: str) -> tuple[str, int]:
    """Put other words for all of each paragraph, with the notes it had, and return how many there are."""
    edits = 0

    def change(found: re.Match[str]) -> str:
        nonlocal edits
        edits += 1
        lead = found[0].partition("\n")[0]
        calls = "".join(_CALL.findall(found[0]))
        return f"{lead}\n{found['indent']}    Wholly{edits} unlike{edits} whatever{edits} preceded{edits} it.{calls}\n"

    return _BLOCK.sub(change, text), edits


def used(call: Sequence[str], folder: Path) -> Used:
    """Run a call, and return what it took (POSIX). Where it fails, the program ends and says why."""
    done = subprocess.run(
        [sys.executable, "-c", _USED, *call], check=False, capture_output=True, cwd=folder, text=True, errors="replace"
    )
    if done.returncode:
        sys.exit(f"{' '.join(call)}\n{done.stderr}")
    return Used(*map(float, done.stdout.split()))


def _measured(pair: Pair) -> tuple[float, float, float]:
    """Return the medians of both, in milliseconds, and of their ratios."""
    ours, theirs, ratios = [], [], []
    for run in range(RUNS + 1):
        one, other = _seconds(pair.call, pair.folder), _seconds(pair.beside, pair.beside_folder)
        if run:  # the first warms the caches
            ours.append(one)
            theirs.append(other)
            ratios.append(one / other)
    return 1000 * statistics.median(ours), 1000 * statistics.median(theirs), statistics.median(ratios)


def _seconds(call: Sequence[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL, cwd=folder)
    return time.perf_counter() - started


def _enlarge(folder: Path) -> None:
    """Write a project whose content is that of this one, TIMES over: each meeting so often, under names of its own."""
    content = ROOT / "content"
    for file in content.glob("*.yaml"):
        (folder / "content").mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / "content")
    for meeting in (path for path in content.iterdir() if path.is_dir()):
        for number in range(TIMES):
            copy = shutil.copytree(meeting, folder / "content" / f"{meeting.name}-{number}")
            for file in copy.glob("*.yaml"):
                file.write_text(_renamed(file.read_text("utf-8"), content, number), "utf-8")


def _lengthen(folder: Path) -> None:
    """Write a project whose content is that of this one, but for its longest paper: each paragraph TIMES in one."""
    shutil.copytree(ROOT / "content", folder / "content")
    longest = max((folder / "content").glob("*/*.yaml"), key=lambda file: file.stat().st_size)
    text = _PARAGRAPH.sub(lambda found: found[1] + found["lines"] * TIMES, longest.read_text("utf-8"))
    longest.write_text(text, "utf-8")


def _renamed(text: str, content: Path, number: int) -> str:
    """Return a file's text in which every meeting and every symbol is one of this copy."""
    for meeting in (path.name for path in content.iterdir() if path.is_dir()):
        text = text.replace(f"({meeting}/", f"({meeting}-{number}/").replace(
            f"paper: {meeting}/", f"paper: {meeting}-{number}/"
        )
    return text.replace("symbol: NEASPEC/", f"symbol: NEASPEC/{number}/")


def keep_compiled(environment: "os._Environ[str]", compiled: Path) -> None:
    """Let Python keep what it compiles, as it does of what is installed, but not in the checkout."""
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)


if __name__ == "__main__":
    main()
