"""An SVG as every file gets it: what is kept of it, what is put in, what is left out and said."""

from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.project import Project
from neaspec_docs.write import cleaned, cleaned_css
from neaspec_docs.write.cleaned import Cleaned
from neaspec_docs.write.project_files import Refusal

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
WEB = "http://127.0.0.1:9/x"
INK = b"\x89PNG\r\n\x1a\n and so on"
GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project/content/m/images"
    folder.mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(INK)
    return folder


def clean(root: Path, inside: str, before: str = "", more: str = "") -> Cleaned:
    (root / "map.svg").write_text(f"{before}<svg {NAMES} {more}>{inside}</svg>", "utf-8")
    found = cleaned.read("content/m/images/map.svg", Project(root.parents[2]))
    assert isinstance(found, Cleaned)
    return found


def text(found: Cleaned) -> str:
    assert found.svg is not None
    return found.svg.decode()


def reasons(found: Cleaned) -> list[str]:
    """Return what is said, less what every message has."""
    lead, end = "`content/m/images/map.svg` ", " and is left out"
    for fault in found.said:
        assert (fault.code, fault.severity) == (Code.LEFT_OUT_OF_DRAWING, Severity.WARNING)
        assert fault.message.startswith(lead)
        assert fault.message.endswith(end)
    return [fault.message.removeprefix(lead).removeprefix("asks for ").removesuffix(end) for fault in found.said]


def test_what_is_drawn_stays_as_it_is(root: Path) -> None:
    inside = (
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient><filter id="f"/></defs>'
        "<style>.b { fill: url(#a); content: 'a (b)' } text { font: 9px Times }</style>"
        '<switch><g requiredFeatures="x"/><rect class="b" filter="url(#f)" style="fill:url( \'#a\' )"/></switch>'
        f'<use xlink:href="#a"/><image href="{GIF}"/><text xml:space="preserve"> R&amp;D <tspan>x</tspan> é</text>'
        '<path d="M0 0" transform="scale(2)" aria-label="the image \\ url"/>'
    )
    found = clean(root, inside, more='width="9" viewBox="0 0 9 9"')
    assert found.said == ()
    whole = f'<svg {NAMES} width="9" viewBox="0 0 9 9">{inside}</svg>'
    assert ET.canonicalize(text(found)) == ET.canonicalize(whole)
    assert text(found).count("xmlns") == 2


@pytest.mark.parametrize(
    ("inside", "gone"),
    [
        ("<script>alert(1)</script><script xlink:href='#a'/>", "script"),
        ('<g onclick="alert(1)"><rect ONLOAD="x" onload="alert(1)"/></g>', "alert"),
        ('<a href="javascript:alert(1)"><rect/></a>', "script:"),
        ('<a xlink:href="java\tscript:alert(1)"><rect/></a>', "alert"),
        ('<image href="#a"><set attributeName="href" to="http://127.0.0.1:9/x"/></image>', "127"),
        ('<a><animate attributeName="href" values="javascript:x"/><animateMotion/></a>', "animate"),
        ("<?xml-stylesheet href='#a'?><!-- a remark --><?php x?><rect/>", "<?p"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', "alert"),
        ('<x:img xmlns:x="http://www.w3.org/1999/xhtml" src="http://127.0.0.1:9/x"/>', "img"),
        ('<i:view xmlns:i="http://www.inkscape.org/" path="/home/jane"/>', "jane"),
        ('<rect xmlns:i="http://www.inkscape.org/" i:export="/home/jane/x.png"/>', "jane"),
        ('<g xml:base="http://127.0.0.1:9/"><use href="#a"/></g>', "127"),
        ('<use href="#a" xlink:actuate="onLoad" src="http://127.0.0.1:9/x"/>', "127"),
    ],
)
def test_what_runs_or_moves_or_is_not_drawn_goes_unsaid(root: Path, inside: str, gone: str) -> None:
    found = clean(root, inside)
    assert gone.lower() not in text(found).lower()
    assert found.said == ()


def test_the_text_around_what_is_taken_out_stays(root: Path) -> None:
    found = clean(root, "<text>a<set/>b<tspan>c</tspan>d<animate/>e</text>")
    assert "<text>ab<tspan>c</tspan>de</text>" in text(found)


def test_neither_document_type_nor_entities_nor_instructions_stay(root: Path) -> None:
    before = (
        f'<?xml version="1.0" encoding="ISO-8859-1"?><?xml-stylesheet type="text/css" href="{WEB}.css"?>'
        f'<!DOCTYPE svg SYSTEM "{WEB}.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    )
    found = clean(root, "<rect/>", before)
    assert text(found).startswith("<?xml version='1.0' encoding='UTF-8'?>\n<svg ")
    assert reasons(found) == [f"`{WEB}.css`, which lies outside the project"]


def test_an_entity_from_elsewhere_is_not_read(root: Path) -> None:
    found = clean(root, "<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    assert found.svg is None
    (fault,) = found.said
    assert (fault.code, fault.severity) == (Code.UNPRINTABLE, Severity.WARNING)
    assert "undefined entity" in fault.message


@pytest.mark.parametrize(
    "inside",
    [
        f'<image href="{WEB}"/>',
        f'<image xlink:href="  {WEB} "/>',
        f'<use href="{WEB}"/>',
        f'<linearGradient xlink:href="{WEB}"/>',
        f'<filter><feImage href="{WEB}"/></filter>',
        f'<rect fill="url({WEB})"/>',
        f"<rect filter=\"URL( '{WEB}' ) red\"/>",
        f'<rect style="fill: red; filter: url(&quot;{WEB}&quot;)"/>',
        f'<rect style="cursor: url({WEB}"/>',
        f'<rect style="mask: -webkit-image-set(url({WEB}) 1x, &quot;{WEB}&quot; 2x)"/>',
        f'<rect style="mask: image-set(&quot;{WEB}&quot; 1x)"/>',
        f'<style>@import "{WEB}";</style>',
        f"<style>@Import/**/url( '{WEB}' ) screen; rect {{ fill: red }}</style>",
        f"<style>@import url({WEB})</style>",
        f"<style>@font-face {{ src: local(Times), url({WEB}) }}</style>",
        f"<style>/* url(#a) */ rect {{ fill: u\\72l({WEB}) }}</style>",
        f"<style>rect {{ fill: \\000075\\52 \\6c ({WEB}) }}</style>",
        f"<style>@\\69mport '{WEB}';</style>",
        f"<style><![CDATA[rect {{ fill: url({WEB}) }}]]></style>",
    ],
)
def test_what_lies_on_the_web_is_left_out_and_said(root: Path, inside: str) -> None:
    found = clean(root, inside)
    assert "127" not in text(found)
    assert reasons(found) == [f"`{WEB}`, which lies outside the project"]


def test_an_import_takes_no_rule_with_it(root: Path) -> None:
    found = clean(root, f'<style>@import "{WEB};a"; @import url({WEB}) print; rect {{ fill: url(#a) }}</style>')
    assert text(found).partition("<style>")[2].partition("</style>")[0].split() == [
        "rect",
        "{",
        "fill:",
        "url(#a)",
        "}",
    ]


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_picture_beside_the_drawing_is_put_into_it(root: Path, kind: str) -> None:
    data = {"png": INK, "jpeg": b"\xff\xd8\xff and so on"}[kind]
    (root / "a photo.png").write_bytes(data)
    (root.parent / "above.png").write_bytes(data)
    found = clean(root, '<image href="a%20photo.png"/><image xlink:href="../above.png"/>')
    assert found.said == ()
    address = f"data:image/{kind};base64,{b64encode(data).decode()}"
    drawn = ET.fromstring(text(found))  # noqa: S314 -- our own
    assert [list(image.attrib.values()) for image in drawn] == [[address], [address]]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("file:///etc/passwd", "lies outside the project"),
        ("/etc/passwd", "lies outside the project"),
        ("//127.0.0.1:9/x.png", "lies outside the project"),
        ("C:\\x.png", "lies outside the project"),
        ("../../../../secret.png", "lies outside the project"),
        ("link.png", "lies outside the project"),
        ("gone.png", "is not there"),
        ("map.svg", "is neither PNG nor JPEG"),
        ("data:text/html,x", "is no picture"),
        ("data:image/svg+xml,x", "is no picture"),
        ("data:image/png;base64,x", "is no picture"),
    ],
)
def test_what_no_drawing_may_show_is_said_with_the_reason(root: Path, address: str, why: str) -> None:
    (root / "link.png").symlink_to(root.parents[3] / "secret.png")
    found = clean(root, f'<image href="{address}"/>')
    assert "<image" not in text(found)
    assert reasons(found) == [f"`{address}`, which {why}"]


def test_what_only_an_image_may_name_is_left_out_elsewhere(root: Path) -> None:
    (root / "photo.png").write_bytes(INK)
    found = clean(root, '<use href="other.svg#a"/><rect fill="url(photo.png)"/>')
    assert reasons(found) == [
        "`other.svg#a`, which lies outside the drawing",
        "`photo.png`, which lies outside the drawing",
    ]


@pytest.mark.parametrize("kind", ["image/svg+xml", "image/png"])
def test_a_drawing_in_the_drawing_is_cleaned_too(root: Path, kind: str) -> None:
    inside = f'<svg {NAMES}><script>alert(1)</script><image href="{WEB}"/><image href="photo.png"/><rect/></svg>'
    (root / "photo.png").write_bytes(INK)
    found = clean(root, f'<image href="data:{kind};base64,{b64encode(inside.encode()).decode()}"/>')
    made = text(found).partition("base64,")[2].partition('"')[0]
    expected = b64encode(f"<?xml version='1.0' encoding='UTF-8'?>\n<svg {NAMES}><rect /></svg>".encode())
    assert made == expected.decode()
    assert reasons(found) == [f"`{address}`, which lies outside the project" for address in (WEB, "photo.png")]


def test_a_piece_of_a_web_page_is_said_unless_the_drawing_has_something_in_its_place(root: Path) -> None:
    page = '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">Words</div></foreignObject>'
    found = clean(root, f"<switch>{page}<text>Words</text></switch>")
    assert found.said == ()
    assert "<switch><text>Words</text></switch>" in text(found)
    found = clean(root, page)
    assert "Words" not in text(found)
    assert reasons(found) == ["holds a `foreignObject`, which is a piece of a web page"]
    assert found.said[0].help == "let the program that drew it save words as text of SVG, or as outlines"


def test_each_address_is_said_once_at_its_place_and_not_at_length(root: Path) -> None:
    long = f"{WEB}/{'a' * 200}"
    found = clean(root, f'\n\n <image href="{WEB}"/>\n<use href="{WEB}"/><use href="{long}"/>')
    assert [(fault.at.file, fault.at.line, fault.at.column) for fault in found.said] == [
        ("content/m/images/map.svg", 3, 15),
        ("content/m/images/map.svg", 4, 46),
    ]
    assert found.said[1].message.count("a") < 100


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"<svg", "it is not XML"),
        (b"\xff\xfe", "it is not XML"),
        (b'<?xml version="1.0" encoding="nosuch"?><svg/>', "it is not XML"),
        (b"<svg/>", "it is no SVG"),
        (f"<svg {NAMES}>{'<g>' * 9000}{'</g>' * 9000}</svg>".encode(), "its parts are nested too deep"),
    ],
)
def test_what_is_no_drawing_is_said(root: Path, source: bytes, why: str) -> None:
    (root / "map.svg").write_bytes(source)
    found = cleaned.read("content/m/images/map.svg", Project(root.parents[2]))
    assert isinstance(found, Cleaned)
    assert found.svg is None
    (fault,) = found.said
    assert fault.message.startswith(f"`content/m/images/map.svg` can't be shown, for {why}")


def test_a_drawing_that_is_not_there_is_refused(root: Path) -> None:
    found = cleaned.read("content/m/images/gone.svg", Project(root.parents[2]))
    assert isinstance(found, Refusal)
    assert found.code is Code.MISSING_FILE


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("\\1 x url(a)", "\ufffdx none"),
        ("\\d800 \\110000 url(#a)\\", "\ufffd\ufffdurl(#a)"),
        ("a: '\\28 '; fill: url(a)", "a: '('; fill: none"),
        ("\\\\75rl(a)", "none"),
        ("@import /* ' */ url(a); b { c: d }", " b { c: d }"),
        ("fill: url(a(b)c) url(#d)", "fill: nonec) url(#d)"),
        ("x-url(a) curl(b)", "x-url(a) curl(b)"),
    ],
)
def test_escapes_hide_nothing(css: str, expected: str) -> None:
    assert cleaned_css.clean(css, lambda address: address if address.startswith("#") else None) == expected
