"""`neaspec-docs list`: the meetings and their papers."""

import sys
from typing import TYPE_CHECKING, Any

import click

from neaspec_docs.cli.session import CONTENT_HAS_ERRORS, Session

if TYPE_CHECKING:
    from neaspec_docs.model.document import Content, Meeting


@click.command("list", epilog="Example: neaspec-docs list --json", short_help="Show meetings, papers, symbols, titles.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def command(session: Session, *, as_json: bool) -> None:
    """Show the meetings and their papers in order, with symbols and titles."""
    from neaspec_docs import pipeline

    project = session.project
    content, faults = pipeline.listing(project)
    session.tell(faults, project)
    listed = [_meeting(meeting, content) for meeting in content.meetings.values()]
    if as_json:
        import json

        click.echo(json.dumps({"meetings": listed}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(_text(meeting) for meeting in listed))
    if pipeline.stops(faults):
        sys.exit(CONTENT_HAS_ERRORS)


def _meeting(meeting: "Meeting", content: "Content") -> dict[str, Any]:
    from neaspec_docs.model.inline import plain

    return {
        "meeting": meeting.id,
        "short": meeting.short,
        "title": meeting.title,
        "start": meeting.start.isoformat(),
        "end": meeting.end.isoformat(),
        "venue": meeting.venue,
        "papers": [
            {
                "paper": paper.name,
                "kind": paper.kind,
                "symbol": paper.symbol,
                "title": plain(paper.title),
                "status": paper.status.value,
                "language": paper.language,
                "file": f"content/{paper.name}.yaml",
            }
            for name in meeting.papers
            if (paper := content.papers.get(name)) is not None
        ],
    }


def _text(meeting: dict[str, Any]) -> str:
    lines = [f"{meeting['meeting']}  " + ", ".join(filter(None, (meeting["title"], _dates(meeting), meeting["venue"])))]
    wide = max((len(paper["paper"]) for paper in meeting["papers"]), default=0)
    symbols = max((len(paper["symbol"] or "–") for paper in meeting["papers"]), default=0)
    lines += [
        f"  {paper['paper']:<{wide}}  {paper['symbol'] or '–':<{symbols}}  {paper['title']}"
        for paper in meeting["papers"]
    ]
    return "\n".join(lines)


def _dates(meeting: dict[str, Any]) -> str:
    start, end = meeting["start"], meeting["end"]
    return start if start == end else f"{start} to {end}"
