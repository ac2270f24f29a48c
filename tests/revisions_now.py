"""Word files on the command line -> what LibreOffice reads in them, all changes accepted or rejected, as JSON.

Each word on the command line is `accept:FILE`, `reject:FILE` or `as-it-is:FILE`. Of each file come its `lines` in
order, a paragraph with its number and what its fields come to, a row of a table with its cells, at the end the notes;
its `words`, those of the text alone, without numbers, fields and notes; and of each table how many `rows` it has.
Lines without words are left out.
Run by the system's own Python, which has LibreOffice's `uno`.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from office import opened, service, started

_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060))  # LibreOffice sets some around a picture that is tracked
TABLE = "com.sun.star.text.TextTable"
COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main() -> None:
    with started() as office:
        sys.stdout.write(json.dumps([_read(office, *word.split(":", 1)) for word in sys.argv[1:]]))


def _read(office: Any, action: str, file: str) -> dict[str, list[str]]:  # noqa: ANN401 -- LibreOffice's have no types
    with opened(office, Path(file)) as document:
        if action in COMMANDS:
            frame = document.CurrentController.Frame
            service(office, "frame.DispatchHelper").executeDispatch(frame, COMMANDS[action], "", 0, ())
        document.RecordChanges = False
        _unnumber_blanks(document.Text)
        document.TextFields.refresh()
        notes = (document.Footnotes.getByIndex(at) for at in range(document.Footnotes.Count))
        lines = [*_lines(document.Text), *(f"[{note.Anchor.String}] {note.String}" for note in notes)]
        words = " ".join(_words(document.Text)).translate(_UNSEEN).split()
        rows = [str(part.Rows.Count) for part in _parts(document.Text) if part.supportsService(TABLE)]
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
