"""How quickly the command line answers: whole processes, in turn, medians of several runs.

`make bench` runs it. Quote the ratios: single times differ from machine to machine and from minute to minute.
"""

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

RUNS = 15
TIMES = 10
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


_PARAGRAPH = re.compile(r"^((?P<indent> *)- para: \|\n)(?P<lines>(?:(?P=indent)    .*\n)+)", re.MULTILINE)
"""A paragraph of a paper, written in a block of lines."""


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
        _keep_compiled(os.environ, compiled)
        print(f"{'call':<28}{'ms':>8}   {'beside':<34}{'ms':>8}{'ratio':>8}{'at most':>10}")
        for pair in pairs(larger, longer):
            ours, theirs, ratios = _measured(pair)
            most = f"{pair.most:>10.1f}" if pair.most else ""
            print(f"{pair.name:<28}{ours:>8.0f}   {pair.beside_name:<34}{theirs:>8.0f}{ratios:>8.2f}{most}")


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


def _keep_compiled(environment: "os._Environ[str]", compiled: Path) -> None:
    """Let Python keep what it compiles, as it does of what is installed, but not in the checkout."""
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)


if __name__ == "__main__":
    main()
