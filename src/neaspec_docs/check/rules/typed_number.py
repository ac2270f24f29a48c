"""A number typed in the text where a reference belongs: “Table 2”, “paragraph 12”, “section II”, “Annex I”.

Numbers are worked out when a paper is built. One that is typed stays as it is when a paragraph or a table comes in
before it, and then leads the reader to the wrong place without anyone noticing; nor can it be followed by a click.

Wrong:

```yaml
- para: Threatened species are listed in Table 1.
- table: Threatened species
  id: redlist
  columns: [Country, Mammals]
  rows: [[China, 74]]
```

```yaml
- para: As paragraph 12 above says, the goals are four (see section II.A and figures 3–5).
- para: Annexes I and II hold the results; see also footnote 4. Trade grew, as shown in figure II and table II.3.
- para: In the present report, table 4 shows it, and so does the picture, figure 2 in annex I.
- para: As paragraph 5 above and A/72/6, paragraph 5, say, there are three.
- para: The list of [Table 2](#redlist) is long, as paras. 5 and [](#redlist "number") of the present report say.
- table: "Table 1: Threatened species"
  id: redlist
  columns: [Country, Mammals]
  rows: [[China, 74]]
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
  - para: The mechanisms are five ([](m/background), para. 1), as M/1/2, paragraph 1, says.
```

Right:

```yaml
- para: Threatened species are listed in [](#redlist).
  id: species
- para: The goals ([](#species "short")) are four.
- table: Threatened species
  id: redlist
  columns: [Country, Mammals]
  rows: [[China, 74]]
```

Silent: the numbers of other documents, which are typed by custom: after or before a symbol, a title or “ibid.”, of a
resolution, a report, a convention, in the sentence after it too; law and treaties; quotations; cells of tables; goals,
sessions, items and chapters; a number that is no label; a text that is amended, and a corrigendum.

```yaml
- para: In paragraph 12 of its resolution 70/1, the General Assembly adopted goals. In paragraph 13, it thanked all.
- para: The Commission, in its resolution 75/4, paragraph 3, invited members to share their experience.
- para: Strategies are asked for by article 4, paragraph 19, of the Paris Agreement (A/RES/70/1, annex II, para. 5).
- para: Annex I Parties, non-Annex I Parties, and species listed in Annex II to the Convention.
- para: Table 2 of the report of the World Bank differs, as do paragraph 4 of its annex and figure 3 in the study.
- para: “See Table 2 and paragraph 4”, he wrote; and in “Vision”, paragraph 4, he was clear.
- para: Goal 14, item 5, session 2, chapter 3 and Category II are not ours, nor is a figure 20 per cent higher.
- para: Members agreed to table 5 proposals. Figure skating is popular; figure 8.5 million is high.
- para: See *State of the Air*, Table 2, and [the survey](https://www.unescap.org), Figure 4.
- para: See [Table 2](https://www.unescap.org) of theirs, and World Development Report 2019, Table 4.
- para: Paragraph 3 was amended to read so, and in this section I thank all.
- para: They ask for it (Para 11, SOM-23 report); the annual report for 2019, table 3, and figure 2 in Roe (2019) agree.
- para: Roe and Smith (2018, table 4), Lee et al. (2020, figs. 2 and 3) and others (Roe, 2016, table 1) found it.
- para: IPBES (2018) says so; see chap. 3, p. 45, and fig. 2.1.
- para: The posts are in A/72/6 (Sect. 19), table 19.4, and in E/2018/20, paras. 5 and 6, and table 2.
- para: Parties included in Annex I shall report each year.
- table: ""
  columns: [Document, Where]
  rows: [[Report, paragraph 12], [Plan, Annex I]]
```

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, corrigendum]
```

```yaml content/m/corrigendum.yaml
kind: paper
title: Corrigendum
symbol: M/1/1/Corr.1
body:
  - text: Paragraph 12, second line. For 2015 read 2016.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: It was agreed.[^report][^title][^ibid][^bank][^turned]
footnotes:
  report: Report of SOM-23, paragraph 11.
  title: See the Framework for the North-East Asian Subregional Programme of Environmental Cooperation, paragraph 3.1.
  ibid: Ibid., para. 5.
  bank: World Bank, World Development Report 2019, Table 2.
  turned: Para. 5, SOM-1 report.
```
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from neaspec_docs.check.reading import Tree
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import FILLED, Stretch
from neaspec_docs.check.typed import Sort, Typed
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Figure, Paragraph, Section, Table
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.node import Anchored
from neaspec_docs.model.walk import nodes

_SORTS: Mapping[type[Table | Figure | Paragraph | Section | Annex], Sort] = {
    Table: Sort.TABLE,
    Figure: Sort.FIGURE,
    Paragraph: Sort.PARAGRAPH,
    Section: Sort.SECTION,
    Annex: Sort.ANNEX,
}

_PART = re.compile(
    r",? (?:of|to|in) (?:(?P<this>(?:the present|this) annex\b)|(?P<main>(?:the )?main text\b)"
    rf"|(?:the )?[Aa]nnex (?P<number>[IVXL]{{1,6}}|[A-H]|\d{{1,2}})\b|(?P<filled>{FILLED}))"
)
"""What names the part of the paper in which a number is, or the reference that may: “of annex I”."""


def find(tree: Tree) -> Findings:
    """Give the typed numbers of English papers that are those of a paper of the tree."""
    symbols = {paper.symbol: name for name, paper in tree.content.papers.items() if paper.symbol}
    for name, paper in tree.readings.items():
        if not paper.typed or "/Corr." in (paper.document.symbol or ""):  # that says what is wrong in which paragraph
            continue
        parts = _Parts(paper.document, paper.resolved) if paper.resolved else None
        for stretch, number in paper.typed:
            within = _document(stretch, number, name, symbols)
            if within is not None:
                found = parts.find(stretch, number) if parts and within == name else None
                yield _finding(stretch, number, within if within != name else "", found)


def _document(stretch: Stretch, number: Typed, own: str, symbols: Mapping[str, str]) -> str | None:
    """Return the paper that the number is of, None where it is no paper of the tree."""
    if number.beside is None:
        return own
    named = symbols.get(stretch.text[slice(*number.beside)])
    cited = (reference.paper or own for *place, reference in stretch.references if tuple(place) == number.beside)
    return named or next(cited, None)


def _finding(stretch: Stretch, number: Typed, paper: str, found: Anchored | None) -> Finding:
    words = stretch.text[number.start : number.end].replace(FILLED, "…")
    at = stretch.at(number.start, number.end)
    if number.heads:
        return Finding(f"`{words}` is typed before a title that gets its number by itself", at, "leave it out")
    if number.sort is Sort.FOOTNOTE:
        return Finding(f"`{words}` is typed", at, "cite the note again: `[^name]`")
    if found is None:
        return Finding(f"`{words}` is typed", at, f"write a reference: `[]({paper}#id)`")
    if found.id is None:
        return Finding(f"`{words}` is typed", at, f"give line {found.at.line} an `id`, and write `[](#id)`")
    return Finding(f"`{words}` is typed", at, f"write `[](#{found.id})`, if that is what is meant")


class _Parts:
    """A paper by its parts, the main text (0) and its annexes: where a place is, and what has which number there."""

    def __init__(self, document: Document, resolved: Document) -> None:
        self.annexes = [one for one in resolved.annexes if isinstance(one, Annex)]  # all are, when resolved
        self.places = {node.at: count for count, one in enumerate(document.annexes, 1) for node in nodes(one)}
        main = (*nodes((resolved.summary, resolved.body), *_SORTS), *self.annexes)
        self.numbered = [dict(_numbered(part)) for part in (main, *(nodes(one.body, *_SORTS) for one in self.annexes))]

    def find(self, stretch: Stretch, number: Typed) -> Anchored | None:
        """Return what has that number in the part named behind it, else in its own, the main text, any other."""
        named = _PART.match(stretch.text, number.end)
        own = self.places.get(stretch.pieces[0].at, 0)
        parts: Iterable[int] = (own, *range(len(self.numbered)))
        if named and not named["this"]:
            parts = [0] if named["main"] else self._called(stretch, named)
        elif named:
            parts = [own]
        sought = number.sort, number.numbers[0]
        return next((self.numbered[part][sought] for part in parts if sought in self.numbered[part]), None)

    def _called(self, stretch: Stretch, named: re.Match[str]) -> list[int]:
        """Return the annex of that number, or the one to which the reference leads that stands there."""
        ids = {one.target for start, _, one in stretch.references if start == named.start("filled")}
        return [
            count
            for count, one in enumerate(self.annexes, 1)
            if (one.number and one.number.cited == named["number"]) or (one.id and one.id in ids)
        ]


def _numbered(
    part: Iterable[Table | Figure | Paragraph | Section | Annex],
) -> Iterator[tuple[tuple[Sort, str], Anchored]]:
    """Give what has a number in a part of the paper, by its sort and number."""
    for node in part:
        if node.number is not None:
            yield (_SORTS[type(node)], node.number.cited), node


RULE = Rule(Code.TYPED_NUMBER, tree=find)
