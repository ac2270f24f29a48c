"""An address that a page, a picture or a style sheet names -> its bytes, if it may be read.

To WeasyPrint the project's folder is the root of the file system: `file:///content/x.png` is the project's
`content/x.png`. So no path of this machine gets into a PDF, and nothing above the folder has an address.
Pictures written into a page (`data:`) are read; the network is not. A drawing is given as `cleaned` makes it.
"""

import io
from urllib.parse import unquote, urlsplit

from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.project import Project
from neaspec_docs.write import cleaned
from neaspec_docs.write.project_files import Refusal, read

ROOT = "file:///"

_JPEG = b"\xff\xd8\xff"
"""How a JPEG begins (ISO/IEC 10918-1)."""


class RefusedError(Exception):
    """An address that is not read; WeasyPrint goes on without it."""


class ProjectFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Reads files of one project for WeasyPrint, and keeps what it refused and what is said of drawings."""

    def __init__(self, project: Project) -> None:
        """Take the project whose files may be read."""
        super().__init__(allowed_protocols={"data"})
        self.refused: list[Refusal] = []
        self.said: list[Diagnostic] = []
        self._project = project

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the bytes at an address. Raises RefusedError, which WeasyPrint catches."""
        parts = urlsplit(url)
        match parts.scheme:
            case "data":
                return super().fetch(url, headers)
            case "file" if not parts.netloc:
                found = self._read(unquote(parts.path).lstrip("/"))
            case _:
                found = Refusal(Code.OUTSIDE_PROJECT, f"`{url}` is outside the project")
        if isinstance(found, Refusal):
            self.refused.append(found)
            raise RefusedError(found.message)
        return URLFetcherResponse(url, found)

    def _read(self, path: str) -> bytes | Refusal:
        """Return a file of the project. Raises RefusedError for a drawing that is said to be none."""
        if not cleaned.is_drawing(path):
            return _in_colour(read(path, self._project))
        found = cleaned.read(path, self._project)
        if isinstance(found, Refusal):
            return found
        self.said += found.said
        if found.svg is None:
            raise RefusedError(path)
        return found.svg


def _in_colour(found: bytes | Refusal) -> bytes | Refusal:
    """Return a JPEG made for a press (cyan, magenta, yellow, black) as one for a screen: the PDF's colours are sRGB."""
    if isinstance(found, Refusal) or not found.startswith(_JPEG):
        return found
    try:
        with Image.open(io.BytesIO(found)) as picture:
            if picture.mode != "CMYK":
                return found
            made = io.BytesIO()
            picture.convert("RGB").save(made, "JPEG", quality=95, subsampling=0)
            return made.getvalue()
    except (OSError, ValueError):  # what can't be read is WeasyPrint's to say
        return found
