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
        for found in _PAGE.finditer(stretch.text):
            if stretch.is_ours(*found.span()) and _is_of_a_paper(stretch, *found.span()):
                help = "cite the paragraph: a reference for one of our papers, `para. 12` for another’s"
                yield Finding(f"`{found.group()}` is cited by page", stretch.at(*found.span()), help)


def _is_of_a_paper(stretch: Stretch, start: int, end: int) -> bool:
    if _HERE.match(stretch.text, end):
        return True
    begin, stop = _part(stretch, start)
    if _BOOK.search(stretch.text, begin, stop):
        return False
    if any(begin <= place < stop for place, *_ in stretch.references):
        return True
    if any(stretch.is_ours(*symbol.span()) for symbol in _SYMBOL.finditer(stretch.text, begin, stop)):
        return True
    return _SEE.search(stretch.text[:start]) is not None and not stretch.text[end:].startswith((" of ", " in "))


def _part(stretch: Stretch, start: int) -> tuple[int, int]:
    """Return where the part of the sentence begins and ends that stands there, between semicolons."""
    begin, end = next(sentence for sentence in stretch.sentences if start <= sentence[1])
    parts = [begin, *(found.start() for found in _PART.finditer(stretch.text, begin, end)), end]
    return max(part for part in parts if part <= start), min(part for part in parts if part > start)


RULE = Rule(Code.CITED_PAGE, paper=find)
