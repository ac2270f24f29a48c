"""Pages of slides made by hand, as docs/page.md has them: what the tests of both formats write."""

from pathlib import Path
from xml.etree import ElementTree as ET

from neaspec_docs.model.page import Page

HERE = Path(__file__).parent


def sample() -> Page:
    """Return the deck that uses every block a slide can have."""
    return Page("moot-3/deck", ET.parse(HERE / "sample.xhtml").getroot())  # noqa: S314 -- our own file


def deck(*slides: str, head: str = "", lang: str = "en", title: str = "A test") -> Page:
    """Return a Page of a title slide and these."""
    opening = (
        f'<section class="slide" data-layout="title" data-number="1"><h1 class="title">{title}</h1>'
        '<p class="meeting">A meeting</p><p class="meeting-place">2 May 2031</p></section>'
    )
    whole = (
        f'<html lang="{lang}"><head><title>{title}</title>{head}</head>'
        f'<body class="slides" data-headings="|"><main>{opening}{"".join(slides)}</main></body></html>'
    )
    return Page("moot-3/test", ET.fromstring(whole))  # noqa: S314 -- our own


def slide(*blocks: str, title: str = "Words", number: int = 2, layout: str = "content", notes: str = "") -> str:
    """Return the markup of a slide that holds these blocks."""
    speech = f'<aside class="speaker-notes">{notes}</aside>' if notes else ""
    return (
        f'<section class="slide" data-layout="{layout}" data-number="{number}"><h2 id="s{number}" data-level="1">'
        f'<span class="words">{title}</span></h2>{"".join(blocks)}{speech}</section>'
    )


def text(words: str, id: str = "t") -> str:
    """Return a paragraph."""
    return f'<p class="text" id="{id}">{words}</p>'


def items(*words: str, style: str = "bullet", tag: str = "ul") -> str:
    """Return a list whose items hold these words."""
    inside = "".join(f"<li><p>{one}</p></li>" for one in words)
    return f'<{tag} class="list" data-style="{style}">{inside}</{tag}>'


def table(rows: int, columns: int, words: str = "word", *, caption: str = "A table", wide: bool = False) -> str:
    """Return a table of so many rows of text below one of heads."""
    shares = " ".join(str(100 / columns) for _ in range(columns))
    heads = "".join(f'<th scope="col">Head {at}</th>' for at in range(columns))
    cells = "".join(f"<td>{words}</td>" for _ in range(columns - 1))
    body = "".join(f'<tr><th scope="row">Row {at}</th>{cells}</tr>' for at in range(rows))
    above = f'<p class="caption"><span class="words">{caption}</span></p>' if caption else ""
    return (
        f'<div class="table{" wide" if wide else ""}" id="table">{above}<table data-widths="{shares}">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def image(width: int, height: int, *, src: str = "weir.png", caption: str = "") -> str:
    """Return a figure with a picture of this size in pixels."""
    above = f'<p class="caption"><span class="words">{caption}</span></p>' if caption else ""
    return (
        f'<div class="figure" id="image">{above}<img src="{src}" alt="A weir" width="{width}" height="{height}"/></div>'
    )


def chart(kind: str = "column", categories: int = 4, series: int = 2, *, caption: str = "A chart") -> str:
    """Return a figure with a chart."""
    heads = "".join(f'<th scope="col" class="right">Series {at + 1}</th>' for at in range(series))
    body = ""
    for row in range(categories):
        values = [10 + 7 * row + 3 * column for column in range(series)]
        cells = "".join(f'<td class="right" data-value="{value}" data-label="{value}">{value}</td>' for value in values)
        body += f'<tr><th scope="row">Category {row + 1}</th>{cells}</tr>'
    widths = " ".join(str(100 / (series + 1)) for _ in range(series + 1))
    return (
        f'<div class="figure" id="chart-{kind}"><p class="caption"><span class="words">{caption}</span></p>'
        f'<div class="chart" data-type="{kind}" data-unit="percentage" data-alt="A {kind} chart">'
        f'<table class="chart-data" data-widths="{widths}"><thead><tr><th scope="col">Category</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></div>"
    )


def panels(*rows: int, words: str = "a short item") -> str:
    """Return a figure with rows of so many panels."""
    made, at = "", 0
    for row in rows:
        cells = ""
        for _ in range(row):
            at += 1
            cells += f'<div class="cell"><p class="panel-title">Panel {at}</p>{items(words, words)}</div>'
        widths = " ".join(str(100 // row) for _ in range(row))
        made += f'<div class="row panels" data-widths="{widths}">{cells}</div>'
    return f'<div class="figure" id="panels"><p class="caption"><span class="words">Panels</span></p>{made}</div>'
