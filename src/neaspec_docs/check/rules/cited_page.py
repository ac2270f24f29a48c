"""A page of one of the papers, or of a United Nations document with a symbol, cited in place of a paragraph.

Pages fall otherwise in Word, in the PDF, in each language and after each change; paragraph numbers stay. That is why
documents of the United Nations number their paragraphs and are cited by them. Books and journals, which have no such
numbers, are cited by page.

Wrong:

```yaml
- para: The funds are listed on page 4 of the present document.
- para: The Committee agreed to it (ECE/TRADE/C/CEFACT/2017/2, p. 12).
- para: For the funds, see page 7 above.
```

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, background]
```

```yaml content/m/background.yaml
kind: paper
title: Background
symbol: M/1/2
body:
  - para: The mechanisms are five.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The mechanisms are five.[^five]
footnotes:
  five: See [](m/background), pp. 3–5.
```

Right:

```yaml
- para: The funds are listed in the present document, in [](#funds).
- para: They are three.
  id: funds
- para: The Committee agreed to it (ECE/TRADE/C/CEFACT/2017/2, para. 12).
```

Silent: books, journals, newspapers, treaty series and sales publications; what is quoted; a page of something else in
the same note; pages that are counted or printed.

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: Papers are short.[^book][^journal][^both][^treaty][^sales]
  - para: The report shall be no longer than 20 pages, page 1 being its cover.
  - para: He wrote “see page 4 of A/72/6”, and opened the web page 3 times.
footnotes:
  book: John Smith, *Air* (London, 2010), p. 12.
  journal: Jane Roe, “Nature”, *Nature Sustainability*, vol. 2 (2019), pp. 122–129.
  both: See A/RES/70/1, para. 5; and John Smith, *Air* (London, 2010), p. 12.
  treaty: United Nations, *Treaty Series*, vol. 993, p. 3.
  sales: World Economic Survey (E/2010/50/Rev.1, United Nations publication, Sales No. E.10.II.C.1), p. 9.
```
"""

import re
from bisect import bisect_right
from functools import cache, cached_property, partial

from neaspec_docs.check import typed
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code

_PAGE = re.compile(
    r"(?<![\w.-])(?:(?<!web )[Pp]ages?|[Pp]p?\.)[ \u00a0]\d{1,4}(?:(?:–|-| and | to |, )\d{1,4})*(?![\w%])(?!\.\d)"
)
_HERE = re.compile(
    r",? (?:above|below)\b|,? (?:of|in) (?:the present|this) (?:document|paper|report|note|publication|study|plan)\b"
)
_SEE = re.compile(r"\b[Ss]ee (?:also )?$")
_SYMBOL = re.compile(typed.SYMBOL)
_BOOK = re.compile(r"\bSales No\b|\bTreaty Series\b|\bISBN\b|\bISSN\b|\bvol\. ")
_PART = re.compile(r"; ")


def find(paper: Reading) -> Findings:
    """Give each page that is cited of a paper, or of a document with a symbol."""
    for stretch in paper.prose():
        pages = _Pages(stretch)
        for found in _PAGE.finditer(stretch.text):
            if stretch.is_ours(*found.span()) and pages.is_of_a_paper(*found.span()):
                help = "cite the paragraph: a reference for one of our papers, `para. 12` for another’s"
                yield Finding(f"`{found.group()}` is cited by page", stretch.at(*found.span()), help)


class _Pages:
    """The pages in a stretch, each beside what the part of its sentence names; each part is read once."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.names_a_paper = cache(partial(_names_a_paper, stretch))

    @cached_property
    def ends(self) -> list[int]:
        """Return where the sentences begin and end, and their parts between semicolons."""
        parts = (found.start() for found in _PART.finditer(self.stretch.text))
        return sorted({place for sentence in self.stretch.sentences for place in sentence} | set(parts))

    def is_of_a_paper(self, start: int, end: int) -> bool:
        text = self.stretch.text
        if _HERE.match(text, end):
            return True
        part = bisect_right(self.ends, start)
        named = self.names_a_paper(self.ends[part - 1], self.ends[part])
        if named is not None:
            return named
        see = _SEE.search(text, max(0, start - len("See also ")), start)
        return see is not None and not text.startswith((" of ", " in "), end)


def _names_a_paper(stretch: Stretch, begin: int, end: int) -> bool | None:
    """Say whether a part of a sentence names a paper or a document with a symbol, or a book; None for neither."""
    if _BOOK.search(stretch.text, begin, end):
        return False
    symbols = _SYMBOL.finditer(stretch.text, begin, end)
    if stretch.refers(begin, end) or any(stretch.is_ours(*symbol.span()) for symbol in symbols):
        return True
    return None


RULE = Rule(Code.CITED_PAGE, paper=find)
