"""What `explain` says of faults in numbers and references. Essays as those of rules, but short."""

from collections.abc import Mapping

from neaspec_docs.diagnostics.codes import Code

ESSAYS: Mapping[Code, str] = {
    Code.DUPLICATE_ID: """\
An id, or a name, that is used twice.

A reference to it could lead to either. Ids are unique in a paper, its annexes included.

Wrong:

```yaml
- para: One.
  id: same
- para: Two.
  id: same
```

Right:

```yaml
- para: One.
  id: one
- para: Two.
  id: two
```
""",
    Code.TOO_DEEP: """\
A section below the last level that `headings` numbers, or below the fifth.

Give `headings` one sample more, `""` for a level without number; at five levels, bring the section one level up.

Wrong:

```yaml
- section: One
  headings: []
  body:
    - section: Two
      body: [{text: Deep.}]
```

Right:

```yaml
- section: One
  body:
    - section: Two
      body: [{text: Deep.}]
```
""",
    Code.COMPOSITE_WITHOUT_PARENT: """\
A composite number such as 2.1 under a heading that has no number.

A sample such as `"1.1."` joins the number of the level above to its own, and there is none. Number the level above, or
write a sample that stands alone, such as `"1."`.

Wrong:

```yaml
- section: One
  numbered: false
  headings: ["1.1."]
  body:
    - section: Two
      body: [{text: Joined to nothing.}]
```

Right:

```yaml
- section: One
  headings: ["1.1."]
  body:
    - section: Two
      body: [{text: Joined to the number above.}]
```
""",
    Code.DANGLING_REFERENCE: """\
A reference to an id that is defined nowhere.

The id is misspelt, its block is gone, or it stands in another paper, whose name must come before it:
`[](som-24/report#plan)`.

Wrong:

```yaml
- para: See [](#adopton).
- para: The plan was adopted.
  id: adoption
```

Right:

```yaml
- para: See [](#adoption).
- para: The plan was adopted.
  id: adoption
```
""",
    Code.UNNUMBERED_TARGET: """\
A reference without words to something that has no number.

It would read as nothing. Paragraphs, sections, annexes, and tables and figures with a caption can be cited by number;
anything else takes words of your own. So does a paper without a symbol and a section without a number whose title has
a reference in it: titles could say each other without end.

Wrong:

```yaml
- para: See [](#aside).
- text: An aside.
  id: aside
```

Right:

```yaml
- para: See [the aside](#aside).
- text: An aside.
  id: aside
```
""",
    Code.UNKNOWN_PAPER: """\
A reference to a paper, or an annex, that is not there.

A paper's full name is that of its meeting's folder and of its file: `som-24/report`.

Wrong:

```yaml
- para: See [](m/reprot).
```

Right:

```yaml
- para: See [the present paper](m/p).
```
""",
    Code.UNKNOWN_FACT: """\
A fact that is stated nowhere.

Facts stand in content/facts.yaml or in the meeting's facts.yaml, and under `meeting.` is what meeting.yaml says. A
group of facts is not itself a fact.

Wrong:

```yaml
- para: It was held in {{ meeting.venu }}.
```

Right:

```yaml
- para: It was held in {{ meeting.venue }}.
```
""",
    Code.UNKNOWN_FILTER: """\
A filter that there is not.

There are `ordinal` (Twenty-fourth), `date`, `dates`, `number` (44,985), `upper` and `lower`.
One is named after a bar, and what it makes goes to the next.

Wrong:

```yaml
- para: It began on {{ meeting.start | day }}.
```

Right:

```yaml
- para: It began on {{ meeting.start | date }}.
```
""",
    Code.UNFIT_FILTER: """\
A filter for a fact that it does not fit.

`date` wants a date as 2020-10-12, `dates` a meeting's, `number` a number, `ordinal` a whole one; the rest take any
text.

Wrong:

```yaml
- para: It was held in {{ meeting.venue | number }}.
```

Right:

```yaml
- para: It was held in {{ meeting.venue | lower }}.
```
""",
    Code.MISSING_FOOTNOTE: """\
The mark of a footnote that is not there.

The name is misspelt, or the note is still to be written under `footnotes:`. The notes of a table are its own, and
cited in its cells and heads only.

Wrong:

```yaml
- para: The plan was adopted.[^decision]
```

Right:

```yaml
- table: ""
  columns: ["Species[^a]"]
  rows: [[74]]
  notes: {a: Estimated.}
```
""",
    Code.UNCITED_FOOTNOTE: """\
A footnote, or a table's note, that nothing cites.

It would be printed nowhere, since a note gets its place from its mark. Cite it with `[^name]`, or take it out.

Wrong:

```yaml
- table: ""
  columns: [Species]
  rows: [[74]]
  notes: {a: Estimated.}
```

Right:

```yaml
- table: ""
  columns: ["Species[^a]"]
  rows: [[74]]
  notes: {a: Estimated.}
```
""",
    Code.NESTED_FOOTNOTE: """\
The mark of a footnote within a footnote.

Neither Word nor a printed page has notes to notes. Write what it says into the note itself, or cite both in the text.
""",
    Code.UNKNOWN_AGENDA_ITEM: """\
An agenda item that the meeting does not have.

`agenda:` is the id of one of the items in meeting.yaml, from which the masthead takes its number and title.
""",
    Code.ANNEXED_TWICE: """\
A paper that is annexed twice, to itself, or to a paper that it annexes.

An annex has one number and one place. Take one out, and refer to the other.
""",
    Code.UNKNOWN_LANGUAGE: """\
A language in which the program knows no words of its own.

Labels such as “Table”, “paragraph” and “Contents” stay English in that paper. The text is printed as it is, and its
language is still told to Word and to screen readers.
""",
    Code.FOOTNOTE_ON_SLIDES: """\
A footnote on a slide.

Nobody reads one on a screen. Write it in the text, below a table or figure as its `note` or `source`, or into what the
speaker says.
""",
    Code.SLIDES_ANNEXED: """\
Slides as the annex of a paper.

Slides are pages of their own form, and become a presentation, not pages of a document. Cite them in the text.
""",
}
