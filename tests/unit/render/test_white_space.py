"""White space in a Page."""

from xml.etree.ElementTree import XML, tostring

import pytest

from neaspec_docs.render.white_space import tidy


@pytest.mark.parametrize(
    ("given", "tidied"),
    [
        ("<main>\n  <p>\n  a\n b </p>\n</main>", "<main><p>a b</p></main>"),
        ("<p>a <em> b </em> c</p>", "<p>a <em>b </em>c</p>"),
        ("<p><em>a </em> </p>", "<p><em>a</em></p>"),
        ("<p>a  b</p>", "<p>a b</p>"),
        ("<p>a\tb</p>", "<p>a b</p>"),
        ("<p>a&#13;b</p>", "<p>a b</p>"),
        ("<p>  </p>", "<p />"),
        ("<p>a\u00a0 \u00a0b</p>", "<p>a\u00a0 \u00a0b</p>"),
        ("<p>a <br/> b</p>", "<p>a<br />b</p>"),
        (
            '<p>a <span class="footnote">\n<span class="passage"> n </span>\n</span> b</p>',
            '<p>a <span class="footnote"><span class="passage">n</span></span> b</p>',
        ),
        ("<td>\n a\n</td>", "<td>a</td>"),
        ("<td>\n <p> a </p>\n <ul> <li> <p>b</p></li></ul></td>", "<td><p>a</p><ul><li><p>b</p></li></ul></td>"),
        ("<li>\n<a>\n<span>I.</span>\n<span>x</span></a>\n</li>", "<li><a><span>I.</span> <span>x</span></a></li>"),
        ("<p>1.<sup>, </sup>2</p>", "<p>1.<sup>, </sup>2</p>"),
        ("<main> stray <p>a</p></main>", "<main> stray <p>a</p></main>"),
    ],
)
def test_only_space_that_means_something_stays(given: str, tidied: str) -> None:
    element = XML(given)
    tidy(element)
    assert tostring(element, encoding="unicode") == tidied
