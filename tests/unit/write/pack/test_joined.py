"""Pages joined into one: anchors stay apart, and references between papers become links."""

from xml.etree.ElementTree import XML, Element, tostring

import pytest

from neaspec_docs.model.page import Page
from neaspec_docs.write.pack.joined import joined


def paper(name: str, body: str, head: str = "", kind: str = "paper", lang: str = "en") -> Page:
    metas = f'<meta name="running-head" content="EX"/>{head}'
    top = f"<head><title>The {name}</title>{metas}</head>"
    return Page(name, XML(f'<html lang="{lang}">{top}<body class="{kind}" data-headings="I.">{body}</body></html>'))


FRONT = paper(
    "ex-1",
    """<main><p id="list">
    <span class="ref" data-paper="ex-1/a" data-anchor="">A</span>
    <span class="whereabouts" data-paper="ex-1/b"></span><span class="whereabouts">Page</span>
    <span class="whereabouts" data-paper="ex-1/gone"></span></p></main>""",
    kind="front",
)
A = paper(
    "ex-1/a",
    """<main><p id="start"><a class="ref" href="#start">p <span class="live" data-anchor="start"
    data-what="number">1</span></a> and <span class="ref" data-paper="ex-1/b" data-anchor="start">B, para 1</span>,
    <span class="ref" data-paper="ex-1/b" data-anchor="lost">B, para 9</span>,
    <span class="ref" data-paper="ex-2/c" data-anchor="start">C</span>
    <a class="link" href="https://x.example/#start"><span class="ref" data-paper="ex-1/b" data-anchor="">in</span></a>
    <span class="footnote" id="fn.n" data-number="1"><span class="passage">N</span></span>
    <a class="noteref" href="#fn.n" data-number="1">1</a></p></main>""",
    '<meta name="symbol" content="EX/1"/><meta name="draft" content="Draft"/>',
)
B = paper("ex-1/b", '<main><p id="start">B</p></main>', kind="report", lang="ru")


@pytest.fixture
def articles() -> list[Element]:
    made = joined(FRONT, (A, B))
    assert made.paper == "ex-1"
    body = made.root.find("body[@class='pack']")
    assert body is not None
    return list(body)


def addresses(article: Element) -> list[str | None]:
    return [link.get("href") for link in article.iter("a")]


def test_each_paper_is_an_article_that_says_what_stands_on_its_pages(articles: list[Element]) -> None:
    assert [article.tag for article in articles] == ["article"] * 3
    names = ("id", "class", "lang", "data-title", "data-running-head", "data-draft")
    assert [[article.get(name) for name in names] for article in articles] == [
        ["ex-1", "front", "en", "The ex-1", "EX", ""],
        ["ex-1/a", "paper", "en", "EX/1 The ex-1/a", "EX", "Draft"],
        ["ex-1/b", "report", "ru", "The ex-1/b", "EX", ""],
    ]


def test_anchors_and_what_leads_to_them_get_the_name_of_their_paper(articles: list[Element]) -> None:
    first = articles[1]
    assert [element.get("id") for element in first.iter() if element.get("id")] == [
        "ex-1/a",
        "ex-1/a:start",
        "ex-1/a:fn.n",
    ]
    assert [live.get("data-anchor") for live in first.iterfind(".//span[@class='live']")] == ["ex-1/a:start"]
    assert addresses(first)[0] == "#ex-1/a:start"
    assert addresses(first)[-1] == "#ex-1/a:fn.n"


def test_references_to_papers_of_the_pack_lead_there_and_others_stay(articles: list[Element]) -> None:
    assert addresses(articles[0]) == ["#ex-1/a"]
    assert addresses(articles[1])[1:3] == ["#ex-1/b:start", "#ex-1/b"]  # the second names nothing that is there
    left = [span.get("data-paper") for span in articles[1].iterfind(".//span[@class='ref']")]
    assert left == ["ex-2/c", "ex-1/b"]  # in another pack; inside a link already
    assert "".join(articles[1].itertext()).split()[3:6] == ["B,", "para", "1,"]


def test_the_list_knows_which_page_it_is_to_show(articles: list[Element]) -> None:
    spans = articles[0].findall(".//span[@class='whereabouts']")
    assert [span.get("data-leads-to") for span in spans] == ["#ex-1/b", None, None]


def test_every_address_leads_to_one_place(page: Page, front: Page) -> None:
    root = joined(front, (page,)).root
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inside = [address[1:] for link in root.iter("a") if (address := link.get("href", "")).startswith("#")]
    assert len(inside) > 10
    assert set(inside) <= set(ids)


def test_the_pages_stay_as_they_are() -> None:
    before = [tostring(page.root) for page in (FRONT, A, B)]
    joined(FRONT, (A, B))
    assert [tostring(page.root) for page in (FRONT, A, B)] == before
