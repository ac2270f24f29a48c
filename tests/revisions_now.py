"""Word files on the command line -> what LibreOffice reads in them, all changes accepted or rejected, as JSON.

Each word on the command line is `accept:FILE`, `reject:FILE` or `as-it-is:FILE`. Of each file come its `lines` in
order, a paragraph with its number and what its fields come to, a row of a table with its cells, at the end the notes;
its `words`, those of the text alone, without numbers, fields and notes; and of each table how many `rows` it has.
Lines without words are left out.
Run by the system's own Python, which has LibreOffice's `uno`.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAIT = 60  # seconds until LibreOffice must answer
_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060))  # LibreOffice sets some around a picture that is tracked
TABLE = "com.sun.star.text.TextTable"
COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"revisions{Path(folder).name}"
        profile = Path(folder, "profile").as_uri()
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            context = _context(pipe)
            sys.stdout.write(json.dumps([_read(context, *word.split(":", 1)) for word in sys.argv[1:]]))
            _service(context, "frame.Desktop").terminate()
            office.wait(WAIT)
        finally:
            office.kill()


def _context(pipe: str) -> Any:  # noqa: ANN401 -- LibreOffice's objects have no types
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(WAIT * 4):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def _service(context: Any, name: str) -> Any:  # noqa: ANN401 -- as above
    return context.ServiceManager.createInstanceWithContext(f"com.sun.star.{name}", context)


def _read(context: Any, action: str, file: str) -> dict[str, list[str]]:  # noqa: ANN401 -- as above
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    address = Path(file).resolve().as_uri()
    document = _service(context, "frame.Desktop").loadComponentFromURL(address, "_blank", 0, (hidden,))
    if action in COMMANDS:
        frame = document.CurrentController.Frame
        _service(context, "frame.DispatchHelper").executeDispatch(frame, COMMANDS[action], "", 0, ())
    document.RecordChanges = False
    _unnumber_blanks(document.Text)
    document.TextFields.refresh()
    notes = (document.Footnotes.getByIndex(at) for at in range(document.Footnotes.Count))
    lines = [*_lines(document.Text), *(f"[{note.Anchor.String}] {note.String}" for note in notes)]
    words = " ".join(_words(document.Text)).translate(_UNSEEN).split()
    rows = [str(part.Rows.Count) for part in _parts(document.Text) if part.supportsService(TABLE)]
    document.close(True)  # noqa: FBT003 -- it takes no name
    said = (" ".join(line.translate(_UNSEEN).split()) for line in lines)
    return {"lines": [line for line in said if line.strip(" |/")], "words": words, "rows": rows}


def _unnumber_blanks(text: Any) -> None:  # noqa: ANN401 -- as above
    """Let paragraphs without words count in no list: LibreOffice leaves some where it took away all that they held.

    It loses the change of a paragraph's mark where a footnote stands in the paragraph.
    """
    for part in _parts(text):
        if not part.supportsService(TABLE) and not part.String.strip():
            part.NumberingStyleName = ""


def _lines(text: Any) -> Iterator[str]:  # noqa: ANN401 -- as above
    for part in _parts(text):
        if part.supportsService(TABLE):
            yield from _rows(part)
        elif part.String.strip():
            yield f"{part.ListLabelString} {part.String}"


def _rows(table: Any) -> Iterator[str]:  # noqa: ANN401 -- as above
    rows: dict[int, list[str]] = {}
    for name in table.CellNames:
        rows.setdefault(_row(name), []).append(" / ".join(_lines(table.getCellByName(name))))
    for row in sorted(rows):
        if any(cell.strip() for cell in rows[row]):
            yield " | ".join(rows[row])


def _words(text: Any) -> Iterator[str]:  # noqa: ANN401 -- as above
    for part in _parts(text):
        if part.supportsService(TABLE):
            for name in sorted(part.CellNames, key=lambda name: (_row(name), name)):
                yield from _words(part.getCellByName(name))
        else:
            yield "".join(run.String for run in _parts(part) if run.TextPortionType == "Text")


def _parts(whole: Any) -> Iterator[Any]:  # noqa: ANN401 -- as above
    found = whole.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def _row(cell: str) -> int:
    return int("".join(sign for sign in cell if sign.isdigit()))


if __name__ == "__main__":
    main()
