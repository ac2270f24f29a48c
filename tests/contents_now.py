"""Word files on the command line -> their contents as they stand and as LibreOffice brings them up to date, as JSON.

Run by the system's own Python, which has LibreOffice's `uno`: a test starts it as a process of its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAIT = 60  # seconds until LibreOffice must answer


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"contents{Path(folder).name}"
        profile = Path(folder, "profile").as_uri()
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            desktop = _desktop(pipe)
            sys.stdout.write(json.dumps([_contents(desktop, Path(file)) for file in sys.argv[1:]]))
            desktop.terminate()
            office.wait(WAIT)
        finally:
            office.kill()


def _desktop(pipe: str) -> Any:  # noqa: ANN401 -- LibreOffice's objects have no types
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(WAIT * 4):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    sys.exit("LibreOffice does not answer")


def _contents(desktop: Any, file: Path) -> dict[str, list[str]]:  # noqa: ANN401 -- as above
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(file.resolve().as_uri(), "_blank", 0, (hidden,))
    index = document.DocumentIndexes.getByIndex(0)
    as_it_stands = index.Anchor.String.splitlines()
    index.update()
    up_to_date = index.Anchor.String.splitlines()
    document.close(True)  # noqa: FBT003 -- it takes no name
    return {"as it stands": as_it_stands, "up to date": up_to_date}


if __name__ == "__main__":
    main()
