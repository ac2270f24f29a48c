"""LibreOffice, started with a profile of its own -> its services, and the documents that it opens.

For scripts that the system's own Python runs, which has LibreOffice's `uno`. Its objects have no types.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAIT = 60  # seconds until LibreOffice must answer


@contextmanager
def started() -> Iterator[Any]:
    """Give the context by which services are had; LibreOffice ends behind the block."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"neaspec-docs-{Path(folder).name}"
        profile = Path(folder, "profile").as_uri()
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            context = _context(pipe)
            yield context
            service(context, "frame.Desktop").terminate()
            office.wait(WAIT)
        finally:
            office.kill()


def _context(pipe: str) -> Any:  # noqa: ANN401 -- LibreOffice's objects have no types
    local = uno.getComponentContext()
    resolver = service(local, "bridge.UnoUrlResolver")
    for _ in range(WAIT * 4):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def service(context: Any, name: str) -> Any:  # noqa: ANN401 -- as above
    return context.ServiceManager.createInstanceWithContext(f"com.sun.star.{name}", context)


@contextmanager
def opened(context: Any, file: Path) -> Iterator[Any]:  # noqa: ANN401 -- as above
    """Give the document that a file is opened as, unseen; what is done to it is not kept."""
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    address = file.resolve().as_uri()
    document = service(context, "frame.Desktop").loadComponentFromURL(address, "_blank", 0, (hidden,))
    yield document
    document.close(True)  # noqa: FBT003 -- it takes no name
