"""What tells a Page from all others."""

from itertools import combinations
from xml.etree import ElementTree as ET

from neaspec_docs.keep.output_folder import digests_of, page_digest
from neaspec_docs.model.page import Page

PAGES = (
    "<html><p>a</p><p>b</p></html>",
    "<html><p>a<p>b</p></p></html>",
    "<html><p>a</p>b<p/></html>",
    "<html><p>a<p/>b</p></html>",
    "<html><p>a</p><p/>b</html>",
    '<html><p id="a"/><p>b</p></html>',
    '<html><p class="a"/><p>b</p></html>',
    "<html><p>a</p><p>b</p> </html>",
    "<html><p>&#233;</p><p>b</p></html>",
    "<html><p>e&#769;</p><p>b</p></html>",
)


def test_pages_that_differ_in_one_thing() -> None:
    """In words, where they stand, an attribute, which element is in which; in the paper, and in what is made of it."""
    pages = [Page("m/a", ET.fromstring(page)) for page in PAGES]  # noqa: S314 -- our own
    made = [page_digest(page) for page in (*pages, Page("m/b", pages[0].root))] + [page_digest(pages[0], "pdf")]
    assert all(one != other for one, other in combinations(made, 2))
    assert page_digest(Page("m/a", ET.fromstring(PAGES[0]))) == made[0]  # noqa: S314 -- as above
    told = digests_of(pages[0], ("docx", "pdf"))
    assert told["docx"] != told["pdf"]
