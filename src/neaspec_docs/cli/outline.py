"""`neaspec-docs outline PAPER`: every numbered thing and every reference of a paper."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from neaspec_docs.cli.names import complete
from neaspec_docs.cli.session import CONTENT_HAS_ERRORS, Session

if TYPE_CHECKING:
    from neaspec_docs.resolve.outline import Outline

WIDTH = 100


@click.command(
    "outline",
    epilog="Example: neaspec-docs outline som-24/report --json",
    short_help="Show what is numbered and what is referred to.",
)
@click.argument("paper", shell_complete=complete)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def command(session: Session, paper: str, *, as_json: bool) -> None:
    """Show every numbered thing of a PAPER (som-24/report), and every reference with what it reads as."""
    from neaspec_docs import pipeline
    from neaspec_docs.project import UnknownTargetError

    project = session.project
    try:
        outline, faults = pipeline.outlined(project, paper)
    except UnknownTargetError as unknown:
        raise click.UsageError(str(unknown)) from None
    session.tell(faults, project)
    if outline is None:
        sys.exit(CONTENT_HAS_ERRORS)
    click.echo(json.dumps(_data(outline), ensure_ascii=False, indent=2) if as_json else _text(outline))


def _data(outline: "Outline") -> dict[str, Any]:
    return {
        "paper": outline.paper,
        "symbol": outline.symbol,
        "title": outline.title,
        "entries": [
            {
                "type": entry.type,
                "id": entry.id,
                "number": entry.number,
                "label": entry.label,
                "level": entry.level,
                "title": entry.title,
                "text": entry.text,
                "file": entry.at.file,
                "line": entry.at.line,
            }
            for entry in outline.entries
        ],
        "references": [
            {
                "target": cited.target,
                "text": cited.text,
                "file": cited.at.file,
                "line": cited.at.line,
                "column": cited.at.column,
            }
            for cited in outline.references
        ],
    }


def _text(outline: "Outline") -> str:
    lines = [f"{outline.paper}  {outline.symbol or '–'}  {outline.title}", ""]
    depth = 0
    for entry in outline.entries:
        heads = entry.level is not None or entry.type in {"annex", "slide"}
        if entry.type == "annex":
            depth = 0
        elif entry.level is not None:
            depth = entry.level - 1
        indent = "  " * (depth if heads else depth + 1)
        number = entry.number if entry.type in {"section", "paragraph"} else entry.label
        id = f"  #{entry.id}" if entry.id else ""
        words = entry.title or entry.text or f"({entry.type} without a caption)"
        said = " ".join(f"{number or ''} {words}".split())
        room = max(20, WIDTH - len(indent) - len(id))
        lines.append(f"{indent}{said if len(said) <= room else said[: room - 1].rstrip() + '…'}{id}")
    if outline.references:
        lines += ["", "References"]
        lines += [
            f"  {cited.at.file}:{cited.at.line}:{cited.at.column}  {cited.target}  reads  {cited.text}"
            for cited in outline.references
        ]
    return "\n".join(lines)
