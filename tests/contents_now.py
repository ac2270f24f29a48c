"""Word files on the command line -> their contents as they stand and as LibreOffice brings them up to date, as JSON.

Run by the system's own Python, which has LibreOffice's `uno`: a test starts it as a process of its own.
"""

import json
import sys
from pathlib import Path
from typing import Any

from office import opened, started


def main() -> None:
    with started() as office:
        sys.stdout.write(json.dumps([_contents(office, Path(file)) for file in sys.argv[1:]]))


def _contents(office: Any, file: Path) -> dict[str, list[str]]:  # noqa: ANN401 -- LibreOffice's objects have no types
    with opened(office, file) as document:
        index = document.DocumentIndexes.getByIndex(0)
        as_it_stands = index.Anchor.String.splitlines()
        index.update()
        return {"as it stands": as_it_stands, "up to date": index.Anchor.String.splitlines()}


if __name__ == "__main__":
    main()
