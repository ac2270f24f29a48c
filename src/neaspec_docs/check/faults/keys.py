"""What `explain` says of faults in keys and values. Essays as those of rules, but short."""

from collections.abc import Mapping

from neaspec_docs.diagnostics.codes import Code

ESSAYS: Mapping[Code, str] = {
    Code.UNKNOWN_KEY: """\
A key that does not belong there.

It is misspelt, stands one level too far in or out, or is that of another block. What it says would not be printed.
docs/content-format.md lists the keys of each block.

Wrong:

```yaml
- text: One.
  di: one
```

Right:

```yaml
- text: One.
  id: one
```
""",
    Code.MISSING_KEY: """\
A key that must be there and is not.

A paper cannot do without `kind`, `title` and `body`, a meeting without its dates, a column without a title.

Wrong:

```yaml
- table: ""
  columns: [Country]
```

Right:

```yaml
- table: ""
  columns: [Country]
  rows: [[China]]
```
""",
    Code.DUPLICATE_KEY: """\
A key that is written twice.

YAML would take the second and forget the first without a word. Take one out, or rename one of two footnotes.

Wrong:

```yaml
- text: One.
  id: one
  id: two
```

Right:

```yaml
- text: One.
  id: one
```
""",
    Code.WRONG_SHAPE: """\
A list, a mapping or a text where something else belongs.

Items and rows stand each on a line of its own with `- ` before it; a text that begins with `[` or `{` needs quotes.

Wrong:

```yaml
- list: one
```

Right:

```yaml
- list:
    - one
    - two
```
""",
    Code.WRONG_VALUE: """\
A value that is none of those that can stand there.

It is one word of a short list, a number within bounds, or a share such as `20%`. The message says which.

Wrong:

```yaml
- table: ""
  columns: [{title: Country, align: middle}]
  rows: [[China]]
```

Right:

```yaml
- table: ""
  columns: [{title: Country, align: center}]
  rows: [[China]]
```
""",
    Code.UNKNOWN_BLOCK: """\
A block whose first key names no block.

The first key says what it is: `para`, `text`, `list`, `table` and the others. `id` and the rest come after it.

Wrong:

```yaml
- id: one
  para: One.
```

Right:

```yaml
- para: One.
  id: one
```
""",
    Code.UNKNOWN_KIND: """\
A kind of paper for which there is no template.

`kind: paper` is printed by templates/paper.html.j2, and so on. Mend the word, or write a template of that name.
""",
    Code.EMPTY_TEXT: """\
A text with no words in it.

An empty title or paragraph would take a number and a line and say nothing. Only a caption may be empty: then its table
or figure has no number.

Wrong:

```yaml
- para: ""
```

Right:

```yaml
- para: One.
```
""",
    Code.WRONG_DATE: """\
A date that is none, or is written otherwise than 2020-10-12.

Year, month, day: nothing else is read alike everywhere. It is printed as 12 October 2020.
""",
    Code.WRONG_TIME: """\
A time that is none, or is written otherwise than 14:00-14:15.

Hours go from 0 to 23, and a session ends after it begins. An open end is left out.

Wrong:

```yaml
- programme:
    - day: 2020-10-12
      sessions: [{time: 15:00-14:00, title: Opening}]
```

Right:

```yaml
- programme:
    - day: 2020-10-12
      sessions: [{time: 14:00-15:00, title: Opening}]
```
""",
    Code.UNREADABLE_HEADING: """\
A sample that shows no way of numbering.

A sample is the first number of its kind, as it stands on the page: `"I."`, `"A."`, `"1."`, `"(a)"`, `"i."`, or a
composite such as `"1.1."`; `""` is a level without a number.

Wrong:

```yaml
- list: [one, two]
  style: "2)"
```

Right:

```yaml
- list: [one, two]
  style: (a)
```
""",
    Code.WRONG_ID: """\
A name that cannot be one: an id, the name of a note, of a fact or of a paper.

Names are made of letters, digits, `_`, `.` and `-`, so that they can stand in a reference and in an address. An id
begins with a letter.

Wrong:

```yaml
- para: One.
  id: first point
```

Right:

```yaml
- para: One.
  id: first-point
```
""",
    Code.WRONG_SYMBOL: """\
A symbol with signs that no symbol has.

A symbol is made of letters, digits, `/`, `.`, `-` and brackets, without a space: `NEASPEC/SOM(24)/5/Rev.1`.
""",
}
