"""The closed list of docs/page.md, held against Pages."""

import re
from pathlib import Path
from xml.etree.ElementTree import XML, Element

import pytest

from neaspec_docs.model.page import Page
from neaspec_docs.render.vocabulary import METAS, RULES, faults

HEAD = '<html lang="en"><head><title>T</title></head><body class="paper" data-headings="I.">'
END = "</body></html>"


def found(body: str) -> list[str]:
    return faults(XML(f"{HEAD}{body}{END}"))


def test_the_papers_with_every_block_are_in_the_vocabulary(page: Page, slides: Page, front: Page) -> None:
    assert faults(page.root) == []
    assert faults(slides.root) == []
    assert faults(front.root) == []


def test_those_papers_use_every_element_and_class_there_is(page: Page, slides: Page, front: Page) -> None:
    elements = [*page.root.iter(), *slides.root.iter(), *front.root.iter()]
    used = {element.tag for element in elements}
    classes = {name for element in elements for name in (element.get("class") or "").split()}
    assert used == set(RULES)
    known = {name for rule in RULES.values() for name in rule.classes or ()}
    reports_only = {"organ-centred", "body-name-centred", "meeting-centred", "place-centred"}
    assert known - classes == reports_only


def test_the_page_of_the_docs_names_every_element_class_and_meta() -> None:
    docs = (Path(__file__).parents[3] / "docs/page.md").read_text("utf-8")
    words = set(re.findall(r"[a-z][a-z0-9-]*", docs))
    classes = {name for rule in RULES.values() for name in rule.classes or ()}
    assert (classes | METAS) - words == set()
    headings = {"h3", "h4", "h5"}
    assert set(RULES) - headings - words == set()


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<main><marquee>x</marquee></main>", "`marquee`: no such element in a page"),
        ('<main><p class="shout">x</p></main>', "`p.shout`: it may not have the class `shout`"),
        ('<main><p onclick="x">x</p></main>', "`p`: it may not have the attribute `onclick`"),
        ("<main><blockquote><p>x</p></blockquote></main>", "`blockquote`: it must have the attribute `id`"),
        ("<main><td>x</td></main>", "`main`: `td` may not stand in it"),
        ("<main>stray</main>", "`main`: no bare text may stand in it: `stray`"),
        ('<main><p id="a"/><p id="a"/></main>', "`a`: two elements have this `id`"),
        (
            '<main><p><a class="ref" href="#b">x</a></p></main>',
            "`a.ref`: it leads to `#b`, which is nowhere in the page",
        ),
        (
            '<main><p><a class="link" href="javascript:x">x</a></p></main>',
            "`a.link`: no address of the web or of mail: `javascript:x`",
        ),
        ("<p>x</p><main/>", "`body`: `p` may not stand in it"),
        ('<h1 class="title">x</h1>', "`body`: it has no `main`"),
        (
            '<main><div class="row" data-widths="50 40"><div class="cell"/><div class="cell"/></div></main>',
            "`div.row`: `data-widths` adds to 90, not 100",
        ),
        (
            '<main><div><table data-widths="100"><tbody><tr><td/><td/></tr></tbody></table></div></main>',
            "`table`: `data-widths` names 1 columns where there are 2",
        ),
        (
            '<main><section class="slide" data-layout="end" data-number="2"><h2 id="a">x</h2></section></main>',
            "`section.slide`: `data-layout` is one of `title`, `content`, `section`",
        ),
        (
            '<main><section class="slide" data-layout="content"><h2 id="a">x</h2></section></main>',
            "`section.slide`: it must have the attribute `data-number`",
        ),
        (
            '<main><section class="slide" data-layout="title" data-number="1"><h2 id="a">x</h2></section></main>',
            "`section.slide`: a slide has one `h1`, its title",
        ),
        (
            '<main><section class="slide" data-layout="section" data-number="2"><h2 id="a"/></section><p>x</p></main>',
            "`main`: beside slides nothing else may stand in it",
        ),
        (
            '<main><div class="row" data-widths="wide"><div class="cell"/></div></main>',
            "`div.row`: `data-widths` holds what is no number",
        ),
    ],
)
def test_what_is_not_in_it_is_named(body: str, fault: str) -> None:
    assert found(body) == [fault]


def test_the_order_of_the_body_and_the_names_of_metas_are_closed() -> None:
    assert found('<main/><h1 class="title">x</h1>')[0].startswith("`body`: its parts stand in the order")
    assert found("<main/><main/>")[0].startswith("`body`: its parts stand in the order")
    meta = (
        '<html lang="en"><head><title>T</title><meta name="robots" content="x"/></head><body data-headings=""><main/>'
    )
    assert faults(XML(meta + END)) == ["`meta`: no such `name`: `robots`"]
    assert faults(XML("<p/>")) == ["`p`: a page begins with `html`"]


class Anchor(str):
    """An anchor that counts how often one is compared with another."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Anchor.compared += 1
        return str.__eq__(self, str(other))

    __hash__ = str.__hash__


def test_each_anchor_is_looked_up_and_not_held_against_all_others() -> None:
    root = XML(f"{HEAD}<main/>{END}")
    main = root[1][0]
    main.extend(Element("p", id=Anchor(f"body.{at % 400}")) for at in range(402))
    assert faults(root) == ["`body.0`: two elements have this `id`", "`body.1`: two elements have this `id`"]
    assert Anchor.compared < 1000


def test_all_faults_of_an_element_are_named_in_order() -> None:
    body = '<main><blockquote onclick="x" alt="x" class="b a"><p id="q">x</p></blockquote></main>'
    assert found(body) == [
        "`blockquote.b`: it may not have the attribute `alt`",
        "`blockquote.b`: it may not have the attribute `onclick`",
        "`blockquote.b`: it must have the attribute `id`",
        "`blockquote.b`: it may not have the class `a`",
        "`blockquote.b`: it may not have the class `b`",
    ]
