"""Readers of our files that we did not write: LibreOffice, pandoc, Poppler, openxml-audit, page-validation."""

import subprocess
from pathlib import Path

import pypandoc


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
        ["pdftotext", "-layout", *crop, file, "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    return text.split("\f")[:-1]


def _cropped(file: Path, top: int, from_page: str, to_page: str) -> list[str]:
    crop = ["-x", "0", "-y", str(top), "-W", "2000", "-H", str(745 - top)]
    text = subprocess.run(
        ["pdftotext", "-layout", *crop, "-f", from_page, "-l", to_page, file, "-"],
        check=False, capture_output=True, timeout=60,
    ).stdout.decode()  # fmt: skip
    return text.split("\f")[:-1]


def solid(text: str) -> str:
    """Return text without any white space: line breaks and columns fall differently in each reader."""
    return "".join(text.split())
