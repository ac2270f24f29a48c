"""Drawings that run, ask for more than they hold, or repeat themselves without end; templates and zips that unpack."""

import zipfile
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from neaspec_docs import limits
from neaspec_docs.project import Project
from neaspec_docs.write import cleaned
from neaspec_docs.write.cleaned import Cleaned

Made = Callable[..., tuple[dict[str, bytes], list[str]]]
Said = Callable[..., list[str]]
FIGURE = "  - figure: F\n    image: a.svg\n    alt: A map of the lakes.\n"
NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60"'
LAUGHS = "".join(f'<g id="g{step}">{f"""<use href="#g{step + 1}"/>""" * 10}</g>' for step in range(9))
ENTITIES = "".join(f'<!ENTITY e{step + 1} "{f"&e{step};" * 10}">' for step in range(9))


MARKED = f'<marker id="m">{"<path/>" * 100}</marker><path %s d="M0 0%s"/>'


def drawn(folder: Path, inside: str, before: str = "") -> Cleaned:
    (folder / "a.svg").write_text(f"{before}<svg {NAMES}>{inside}</svg>", "utf-8")
    found = cleaned.read("content/m/a.svg", Project(folder.parents[1]))
    assert isinstance(found, Cleaned)
    return found


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        (f'{LAUGHS}<g id="g9"><rect/></g>', "with all that it repeats it has more than 300,000 parts"),
        ('<g id="a"><use href="#a"/></g>', "one of its parts repeats itself"),
        ('<g id="a"><use xlink:href="#b"/></g><g id="b"><use href="#a"/></g>', "one of its parts repeats itself"),
        ('<pattern id="a"><rect fill="url(#a)"/></pattern>', "one of its parts repeats itself"),
        ("<mask id='a'><g style=\"mask: url( '#a' )\"/></mask>", "one of its parts repeats itself"),
        (f"{'<g>' * 10_000}{'</g>' * 10_000}", "its parts are nested too deep"),
        ("".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(150)), "its parts are nested too deep"),
        (
            f'<pattern id="a">{"<g/>" * 1000}</pattern><style>svg {{ fill: url("#a") }}</style>{"<rect/>" * 1000}',
            "with all that it repeats it has more than 300,000 parts",
        ),
        (
            "".join(f'<pattern id="p{n}">{f"""<g class="c{n + 1}"/>""" * 10}</pattern>' for n in range(9))
            + f"<style>{''.join(f'a .c{n}.x:hover, .c{n} {{ fill: url(#p{n}) }}' for n in range(9))}</style>"
            + '<g class="c0"/>',
            "with all that it repeats it has more than 300,000 parts",
        ),
        *(
            (
                f'<pattern id="a">{"<g/>" * 1000}</pattern><style>{css}</style>{"<rect/>" * 1000}',
                "with all that it repeats it has more than 300,000 parts",
            )
            for css in (
                "[x], :not(.b) { fill: url(#a) }",
                "@media all { g > * { fill: url(#a) } rect { fill: URL( '#a') } }",
                "rect { a: '}' b {'; fill: url(#a) }",
                "* { g { } fill: url(#a) }",
                "g { x: y } rect { fill: url(#a)",
            )
        ),
        (
            MARKED % ('marker-mid="url(#m)"', "l1 1" * 10_000),
            "with all that it repeats it has more than 300,000 parts",
        ),
        (
            MARKED % ('style="marker: url(#m)"', "l1 1" * 10_000),
            "with all that it repeats it has more than 300,000 parts",
        ),
        (
            f'<g marker-mid="url(#m)">{MARKED % ("", "h1" * 10_000)}</g>',
            "with all that it repeats it has more than 300,000 parts",
        ),
        (
            f"<style>path {{ marker-mid: url(#m) }}</style>{MARKED % ('', 'h1' * 10_000)}",
            "with all that it repeats it has more than 300,000 parts",
        ),
        (
            f'<pattern id="a">{"<g/>" * 1000}</pattern><g fill="url(#a)">{"<rect/>" * 1000}</g>',
            "with all that it repeats it has more than 300,000 parts",
        ),
        (
            f'<pattern id="a">{"<g/>" * 1000}</pattern><g style="x: y; stroke: url(#a)">{"<rect/>" * 1000}</g>',
            "with all that it repeats it has more than 300,000 parts",
        ),
        (
            f'<image id="i" href="data:image/png;base64,iVBORw0KGgo{"A" * 400_001}"/>{"""<use href="#i"/>""" * 40}',
            "with all that it repeats it has more than 300,000 parts",
        ),
    ],
)
def test_parts_without_end(folder: Path, inside: str, why: str) -> None:
    found = drawn(folder, inside)
    assert found.svg is None
    (fault,) = found.said
    assert fault.message.startswith(f"`content/m/a.svg` can't be shown, for {why}")
    assert (fault.code, fault.help) == ("W003", "save it again as SVG, or as PNG")


def test_a_long_route_has_an_arrow_at_its_end(folder: Path) -> None:
    arrows = ('marker-end="url(#m)"', 'style="fill: none; marker-start: url(#m); marker-end: url(#m)"')
    for arrow in arrows:
        assert drawn(folder, MARKED % (arrow, "c1 1 2 2 3 3" * 10_000)).said == ()


def test_what_cuts_a_group_out_cuts_it_once(folder: Path) -> None:
    clip = f'<clipPath id="c">{"<rect/>" * 100}</clipPath>'
    for cut in ('clip-path="url(#c)"', 'style="fill: red; clip-path: url(#c)"'):
        assert drawn(folder, f"{clip}<g {cut}>{'<rect/>' * 10_000}</g>").said == ()


def photograph(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("1", (width, height)).save(made, "PNG")
    return made.getvalue()


def test_a_picture_in_a_drawing_is_as_large_as_one_by_itself(folder: Path) -> None:
    inside = '<image width="9" height="9" href="%s"/>'
    large = b64encode(photograph(12_000, 10_001)).decode()
    (folder / "large.png").write_bytes(photograph(12_000, 10_001))
    (folder / "half.png").write_bytes(photograph(6_000, 10_001))
    nested = b64encode(f"<svg {NAMES}>{inside % f'data:image/png;base64,{large}'}</svg>".encode()).decode()
    for address in (f"data:image/png;base64,{large}", "large.png", f"data:image/svg+xml;base64,{nested}"):
        found = drawn(folder, inside % address)
        assert found.svg is not None
        assert b"iVBORw0KGgo" not in found.svg
        (fault,) = found.said
        assert fault.message.endswith("which makes its pictures more than 120 million pixels and is left out")
        assert fault.help == "save it with fewer pixels: twice as many as it has on paper show no more"
    assert drawn(folder, inside % "half.png").said == ()
    assert len(drawn(folder, inside % "half.png" + inside % "./half.png").said) == 1


def test_what_maps_repeat_is_drawn(folder: Path) -> None:
    dots = '<use href="#dot"/>' * 5000
    found = drawn(
        folder,
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><g id="dot"><circle r="1" fill="url(#a)"/>'
        f'</g><pattern id="p"><path/></pattern><style>path {{ fill: url(#p) }}</style>{dots}',
    )
    assert found.said == ()
    assert found.svg is not None
    assert found.svg.count(b"<use") == 5000


def test_colours_by_class_are_drawn(folder: Path) -> None:
    """So Illustrator and Inkscape export maps: each colour, pattern and clip by a class."""
    shades = "".join(f'<linearGradient id="g{n}"><stop/><stop offset="1"/></linearGradient>' for n in range(100))
    hatches = "".join(f'<pattern id="p{n}"><path/><path/></pattern>' for n in range(100))
    css = "".join(f'.c{n} {{ fill: url(#g{n}); stroke: url("#p{n}") }}' for n in range(100))
    rects = "".join(f'<rect class="x c{n % 100}"/>' for n in range(10_000))
    assert drawn(folder, f"<style>{css}</style>{shades}{hatches}{rects}").said == ()


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (f'<!DOCTYPE svg [<!ENTITY e0 "lol">{ENTITIES}]>', "it declares entities"),
        ('<!DOCTYPE svg [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>', "it declares entities"),
        ('<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">%x;]>', "it declares entities"),
    ],
)
def test_entities(said: Said, folder: Path, before: str, why: str) -> None:
    (folder / "a.svg").write_text(f"{before}<svg {NAMES}><text>&e9;</text></svg>")
    assert said(FIGURE) == [f"p.yaml:5:12 L046 the image `a.svg` can't be read: {why}"]


def test_what_runs_and_what_lies_elsewhere_is_in_no_file(said: Said, folder: Path, made: Made) -> None:
    inside = (
        "<script>alert(1)</script><rect onload='alert(1)'/><a href='javascript:alert(1)'><rect/></a>"
        "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='file:///etc/passwd'/></foreignObject>"
        "<image href='file:///etc/passwd'/><style>@import 'http://127.0.0.1:9/a.css';</style>"
    )
    (folder / "a.svg").write_text(f"<svg {NAMES}>{inside}</svg>")
    assert said(FIGURE) == []
    files, faults = made("html", "pdf")
    assert b"alert" not in files["html"]
    assert not any(b"127.0.0.1" in file or b"passwd" in file or b"root:" in file for file in files.values())
    assert sorted(fault.partition(", which ")[2] for fault in faults) == [
        "is a piece of a web page and is left out",
        "lies outside the project and is left out",
        "lies outside the project and is left out",
    ]


def test_a_drawing_that_takes_long_is_given_up_once(
    said: Said, folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LONGEST_DRAWING", 1)  # a second of work, where it has work for minutes
    monkeypatch.setattr(limits, "LONGEST_WAIT", None)
    slow = '<filter id="f"><feTurbulence numOctaves="99999999" baseFrequency="9"/></filter>'
    (folder / "a.svg").write_text(f'<svg {NAMES}>{slow}<rect width="90" height="60" filter="url(#f)"/></svg>')
    assert said(FIGURE) == []
    files, faults = made("docx")
    assert list(files) == ["docx"]
    assert [fault for fault in faults if "takes too long" in fault]


@pytest.mark.parametrize(
    "css",
    ["url(", "image(\\(", "/*url(", "@import'", "\\5c", 'image((""', 'url("a', "image-set(url(", "url(a) ", "src('"],
)
def test_style_rules_without_end(folder: Path, css: str) -> None:
    """As many as would take hours if each were looked for to the end."""
    found = drawn(folder, f"<style>url(){css * 20_000}</style>")
    assert found.svg is not None
    assert b"127" not in found.svg


@pytest.mark.parametrize(("name", "body"), [("styles.docx", "paper"), ("slides.pptx", "slides")])
def test_a_zip_bomb_in_place_of_a_template(folder: Path, made: Made, name: str, body: str) -> None:
    (folder / "p.yaml").write_text(
        f"kind: {body}\ntitle: A\nbody:\n" + ("  - slide: A\n" if body == "slides" else "  - para: A\n")
    )
    templates = folder.parents[1] / "templates"
    templates.mkdir()
    shipped = Path(__file__).parents[2] / "templates" / name
    (templates / name).write_bytes(shipped.read_bytes())
    with zipfile.ZipFile(templates / name, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        parts.writestr("bomb.xml", bytes(limits.LARGEST_UNPACKED))
    assert (templates / name).stat().st_size < 1_000_000
    files, faults = made(name[-4:])
    assert files == {}
    assert faults == [f"W001 `templates/{name}` can't be used: its parts are larger than 100 MB"]


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("{{ ''.__class__.__mro__ }}", "access to attribute `__class__` of `str` object is unsafe"),
        ("{{ document.__init__.__globals__ }}", "access to attribute `__init__` of `Document` object is unsafe"),
        ("{{ '{0.__class__}'.format(document) }}", "access to attribute `__class__` of `Document` object is unsafe"),
        ("{{ ''|attr('__class__') }}", "access to attribute `__class__` of `str` object is unsafe"),
        ("{{ document.title.append(1) }}", "`tuple object` has no attribute `append`"),
        ("{% for a in range(10**9) %}{% endfor %}", "Range too big. The sandbox blocks ranges larger than MAX_RANGE"),
        ("{{ 'a' * 10**10 }}", "more than 1,000,000 characters or items by one `*`"),
        ("{{ [1] * 10**10 }}", "more than 1,000,000 characters or items by one `*`"),
        ("{{ 10 ** 10000000 }}", "more than 1,000,000 characters or items by one `**`"),
        ("{{ document.no * 2 }}", "`Document object` has no attribute `no`"),
        ("{{ None * 3 }}", "unsupported operand type(s) for *: `NoneType` and `int`"),
        ("{{ 3 * {} }}", "unsupported operand type(s) for *: `int` and `dict`"),
        ("{{ range(3) * 2 }}", "unsupported operand type(s) for *: `range` and `int`"),
        ("{{ (10 ** 5000) ** 2 }}", "Exceeds the limit (4300 digits) for integer string conversion"),
        ("{{ '{0.join.__globals__}'|put('x') }}", "`put` has nothing for `{0.join.__globals__}` in the phrase"),
        ("{{ '{a}, {b}'|put(a='x') }}", "`put` has nothing for `{b}` in the phrase `{a}, {b}`"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "it calls itself without end"),
        ("{% include 'paper.html.j2' %}", "it calls itself without end"),
        ("{{ lipsum(n=100000000) }}", "`lipsum` is undefined"),
        ("{% include '/etc/passwd' %}", "there is no template `/etc/passwd`"),
        ("{% include '../../../etc/passwd' %}", "there is no template `../../../etc/passwd`"),
        ("{% include '../content/m/p.yaml' %}", "there is no template `../content/m/p.yaml`"),
    ],
)
def test_a_template_that_goes_too_far(folder: Path, made: Made, template: str, fault: str) -> None:
    (folder / "p.yaml").write_text("kind: paper\ntitle: A\nbody: []\n")
    (folder.parents[1] / "templates").mkdir()
    (folder.parents[1] / "templates" / "paper.html.j2").write_text(template)
    files, (said,) = made("html")
    assert files == {}
    assert said.startswith(f"W001 {fault}")


def test_what_templates_multiply_within_bounds(folder: Path, made: Made) -> None:
    (folder / "p.yaml").write_text("kind: paper\ntitle: A\nbody: []\n")
    (folder.parents[1] / "templates").mkdir()
    (folder.parents[1] / "templates" / "paper.html.j2").write_text("{{ 1 // (3 * 2 ** 3 * 0) }}{{ '-' * 3 }}")
    assert made("html")[1] == ["W001 integer division or modulo by zero"]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.css", "file:///etc/passwd", "//127.0.0.1:9/a.css"])
def test_a_style_sheet_from_elsewhere(folder: Path, made: Made, address: str) -> None:
    (folder / "p.yaml").write_text("kind: paper\ntitle: A\nbody: []\n")
    (folder.parents[1] / "templates").mkdir()
    font = f"@font-face {{ font-family: x; src: url({address}) }}"
    sheet = f"@import '{address}'; p {{ background: url({address}) }} {font}"
    (folder.parents[1] / "templates" / "style.css").write_text(sheet)
    files, faults = made("pdf")
    assert not any(b"root:" in file for file in files.values())
    assert {fault[:4] for fault in faults} <= {"L044", "L043", "W001"}
    assert faults
