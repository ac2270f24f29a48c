"""Readers of our files that we did not write: LibreOffice, pandoc, Poppler, Apache POI, veraPDF."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pypandoc

JARS = Path(__file__).parents[1] / ".tools" / "jars"
"""What scripts/jars brought: readers that run on Java."""

Read = Mapping[str, str]
"""The text of an Office file without white space: that of its "body", and that of its notes ("note")."""


def soffice(file: Path, ending: str, folder: Path) -> Path:
    """Return what LibreOffice makes of a file ("pdf", "docx"), below `folder`; it computes every field anew."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = folder / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending,
         "--outdir", folder, file],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    made = folder / f"{file.stem}.{ending}"
    assert made.is_file(), f"LibreOffice made nothing of {file.name}"
    return made


def pandoc(file: Path, ending: str = "docx") -> str:
    """Return the words of a file as pandoc reads it; of a Word file what its fields hold, and the notes at the end."""
    return str(pypandoc.convert_file(str(file), "plain", format=ending, extra_args=["--wrap=none"]))


def pandoc_reads(file: Path) -> Read:
    """Return the text of a Word file as pandoc reads it, captions of tables last: it gives one to several tables.

    Of a redline that is all that came and all that went.
    """
    notes: list[str] = []
    captions: dict[str, None] = {}

    def words(node: Any) -> Iterator[str]:  # noqa: ANN401 -- what JSON can hold
        match node:
            case {"t": "Str", "c": text}:
                yield text
            case {"t": "Code" | "Math", "c": [_, text]}:
                yield text
            case {"t": "Note", "c": inner}:
                notes.append("".join(words(inner)))
            case {"t": "Image"}:
                pass
            case {"t": "Table", "c": [_, [_, caption], *rest]}:  # a caption has a short form too
                captions["".join(words(caption))] = None
                yield from words(rest)
            case {"c": inner} | list(inner):
                for one in inner if isinstance(inner, list) else [inner]:
                    yield from words(one)

    body = "".join(
        words(
            json.loads(pypandoc.convert_file(str(file), "json", "docx", extra_args=["--track-changes=all"]))["blocks"]
        )
    )
    return {"body": solid(body + "".join(captions)), "note": solid("".join(notes))}


def soffice_saves(files: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Return for each Office file the one that LibreOffice writes of it; all of one format in one run."""
    saved: dict[Path, Path] = {}
    for ending in sorted({file.suffix[1:] for file in files}):
        into = folder / ending
        into.mkdir(parents=True)
        # names that repeat in several folders would fall on one another
        links = {into / f"{place}.{ending}": file for place, file in enumerate(files) if file.suffix == f".{ending}"}
        for link, file in links.items():
            link.symlink_to(file.resolve())
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", ending,
             "--outdir", folder, *links],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        saved |= {file: folder / link.name for link, file in links.items()}
    return saved


def poi_reads(files: Sequence[Path]) -> dict[Path, Read]:
    """Return the text of Word and PowerPoint files as Apache POI reads it."""
    path = os.pathsep.join([_read_class(), *map(str, sorted(JARS.glob("*.jar")))])
    found: dict[Path, dict[str, str]] = {file: {"body": "", "note": ""} for file in files}
    read: dict[str, str] = {}
    for line in _java("-cp", path, "Read", *files).splitlines():
        where, _, words = line.partition("\t")
        if where == "file":
            read = found[Path(words)]
        else:
            read["note" if where == "note" else "body"] += solid(words)
    return {**found}


def vera(files: Sequence[Path], profile: str) -> dict[Path, list[str]]:
    """Return what veraPDF finds wrong with PDF files by a profile ("ua1", "3a"): clause, rule, the first place."""
    if not files:
        return {}
    program = ("-cp", _jar("greenfield-apps"), "org.verapdf.apps.GreenfieldCliWrapper")
    report = json.loads(_java(*program, "--flavour", profile, "--format", "json", *files, codes=(0, 1)))["report"]
    return {Path(job["itemDetails"]["name"]): list(_wrong(job)) for job in report["jobs"]}


def _wrong(job: dict[str, Any]) -> Iterator[str]:
    """Give what is wrong with one file; no verdict is wrong as well."""
    verdicts = job.get("validationResult") or []
    if not verdicts:
        yield f"it could not be read: {job.get('taskException')}"
    for verdict in verdicts:
        for rule in verdict["details"]["ruleSummaries"]:
            if rule["ruleStatus"] == "FAILED":
                place = next((check["context"] for check in rule["checks"]), "")
                named = f"{rule['clause']}-{rule['testNumber']}, {rule['failedChecks']} times"
                yield f"{named}: {rule['description']} ({place})"
        if not verdict["compliant"] and not verdict["details"]["ruleSummaries"]:
            yield verdict["statement"]


@cache
def _read_class() -> str:
    """Compile Read.java and return the folder of its class: a runtime of Java alone has no compiler."""
    folder = mkdtemp(prefix="neaspec-docs-read-")
    path = os.pathsep.join(map(str, sorted(JARS.glob("*.jar"))))
    _java("-jar", _jar("ecj"), "-17", "-cp", path, "-d", folder, Path(__file__).parent / "java" / "Read.java")
    return folder


def _jar(name: str) -> Path:
    found = sorted(JARS.glob(f"{name}-*.jar"))
    assert found, f"{name} is not there: run scripts/setup tests"
    return found[0]


def _java(*arguments: str | Path, codes: Sequence[int] = (0,)) -> str:
    done = subprocess.run(
        ["java", "-Djava.awt.headless=true", *arguments], check=False, capture_output=True, timeout=600
    )
    assert done.returncode in codes, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout.decode()


def pdf_pages(file: Path) -> list[str]:
    """Return the text of each page of a PDF in our geometry, without its running head and foot.

    The body of a page begins at 30 mm and ends 35 mm above its edge; on the first page the masthead stands higher.
    """
    first, rest = _cropped(file, 40, "1", "1"), _cropped(file, 78, "2", "9999")
    return [*first, *rest]


def pdf_slides(file: Path) -> list[str]:
    """Return the text of each page of a PDF of slides, without its foot: 178 mm below the upper edge, and the draft."""
    crop = ["-x", "0", "-y", "24", "-W", "2000", "-H", "478"]
    text = subprocess.run(
        ["pdftotext", "-layout", *crop, file, "-"], check=True, capture_output=True, timeout=300
    ).stdout.decode()
    return text.split("\f")[:-1]


def _cropped(file: Path, top: int, from_page: str, to_page: str) -> list[str]:
    crop = ["-x", "0", "-y", str(top), "-W", "2000", "-H", str(745 - top)]
    text = subprocess.run(
        ["pdftotext", "-layout", *crop, "-f", from_page, "-l", to_page, file, "-"],
        check=False, capture_output=True, timeout=300,
    ).stdout.decode()  # fmt: skip
    return text.split("\f")[:-1]


def solid(text: str) -> str:
    """Return text without any white space: line breaks and columns fall differently in each reader."""
    return "".join(text.split())
