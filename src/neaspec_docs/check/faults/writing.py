"""What `explain` says of faults in tables, in writing, and in settings and comments. Essays, but short."""

from collections.abc import Mapping

from neaspec_docs.diagnostics.codes import Code

ESSAYS: Mapping[Code, str] = {
    Code.RAGGED_ROW: """\
A row that fills more columns, or fewer, than its table has.

A cell is missing or too many, or a number was written with a comma within brackets, which makes two cells of it: put it
in quotes. Where a cell reaches down from above, the rows below leave it out.

Wrong:

```yaml
- table: ""
  columns: [Country, Species]
  rows: [[China, 1,172]]
```

Right:

```yaml
- table: ""
  columns: [Country, Species]
  rows: [[China, "1,172"]]
```
""",
    Code.WRONG_TOTAL: """\
A total that is not the sum of its row.

A column with `total: true` says that each row's number there is the sum of its others. Mend the total, or the number
that is wrong.

Wrong:

```yaml
- table: ""
  columns: [Country, Mammals, Birds, {title: Total, total: true}]
  rows: [[China, 74, 96, 172]]
```

Right:

```yaml
- table: ""
  columns: [Country, Mammals, Birds, {title: Total, total: true}]
  rows: [[China, 74, 96, 170]]
```
""",
    Code.SPAN_OUTSIDE: """\
A cell that reaches out of the table, or into another cell.

`rows` and `cols` say how far it reaches, itself included; below it the rows leave its place out.

Wrong:

```yaml
- table: ""
  columns: [Country, Species]
  rows: [[{text: China, rows: 3}, 74], [96]]
```

Right:

```yaml
- table: ""
  columns: [Country, Species]
  rows: [[{text: China, rows: 2}, 74], [96]]
```
""",
    Code.UNKNOWN_COLUMN: """\
A column that the file of data does not have.

`align` names columns by their heads in the first row of the file, letter by letter.
""",
    Code.WRONG_FORMAT: """\
A format that is no number to copy.

`format` shows one thousand as it shall be printed: `"1,000"`, `"1 000"`, `"1000"`, or with decimals, `"1,000.0"`.

Wrong:

```yaml
- table: ""
  columns: [Country, {title: Species, format: "#,##0"}]
  rows: [[China, 1172]]
```

Right:

```yaml
- table: ""
  columns: [Country, {title: Species, format: "1,000"}]
  rows: [[China, 1172]]
```
""",
    Code.UNEVEN_SERIES: """\
A series of a chart with more values, or fewer, than there are categories.

Each category has one value in each series; `null` stands for one that is missing.

Wrong:

```yaml
- figure: ""
  chart:
    type: column
    unit: percentage
    categories: [Never, Often]
    series: [{name: Answers, values: [40]}]
```

Right:

```yaml
- figure: ""
  chart:
    type: column
    unit: percentage
    categories: [Never, Often]
    series: [{name: Answers, values: [40, null]}]
```
""",
    Code.UNFIT_CHART: """\
Values that no chart of this type can show.

A pie shows the parts of one whole: one series, and nothing below zero. Any other chart has no more series than there
are colours that can be told apart. Choose another type, write two charts, or a table.
""",
    Code.CROWDED_CHART: """\
A chart of more categories than can be read.

Their names would stand too close together to be printed. Write two charts, or a table.
""",
    Code.TEMPLATE_FAULT: """\
A fault in a template, in the style sheet or in the styles of Word.

It is not in the paper. docs/templates.md says what a template is given and what it must make; with the templates taken
out of the project, those that ship with the program are used.
""",
    Code.MISSING_LIBRARY: """\
A library that a format needs and that is not installed.

The other formats are written all the same. The message says what is missing, and how to install it.
""",
    Code.UNPRINTABLE: """\
Something that a format cannot show as it is: a picture that Word does not know, notes longer than their page.

What is printed in its place is said in the message. Save the picture as PNG, or use the elements that docs/page.md
names.
""",
    Code.SLOW_FONTS: """\
Fonts that are cut down slowly, because a library is missing.

The PDF is the same; it takes longer to write. The message says what to install.
""",
    Code.CROWDED_SLIDE: """\
A slide on which not all fits.

Nothing is made smaller to fit, since it must be read from the last row. Take words out, or split the slide in two.
""",
    Code.NOTHING_TO_PACK: """\
A meeting without papers, so that there is no pack to make.

A pack holds the papers of the meeting in the order of its file. Write one, and name it under `papers:` in meeting.yaml.
""",
    Code.LEFT_OUT_OF_DRAWING: """\
A drawing (SVG) that asks for something outside it which is not put in.

A paper must show the same picture everywhere, so a drawing brings all that it shows with it. Pictures (PNG, JPEG) that
lie in the project are put in; what lies on the web or elsewhere on the machine is left out. Save the picture beside
the drawing, or put it into it with the program that drew it.
""",
    Code.CHARACTER_WITHOUT_FONT: """\
A character that no font of this machine can draw.

It would be printed as an empty box. A PDF is not written then; of Word, PowerPoint and html, which are shown in the
fonts of their reader, it is said as a warning, and by `check` too. Install a font that has the character
(fonts-noto-core, fonts-noto-cjk), or write it otherwise: what an emoji means is said in words.
""",
    Code.WRONG_SETTING: """\
A setting in pyproject.toml that cannot be read, or names a rule that there is not.

The table `[tool.neaspec-docs]` may have `select`, `ignore` and `words`, and `[tool.neaspec-docs.severity]` names rules
as `"error"` or `"warning"`. Rules are named by code, by name, or by the letters that codes begin with.
""",
    Code.UNKNOWN_RULE: """\
A comment that allows a rule that there is not.

Rules are allowed by their names, as they stand in a finding's code and in docs/rules:
`# neaspec-docs: allow typed-number because the treaty is cited as printed`. What no rule finds cannot be allowed.
""",
    Code.MISSING_REASON: """\
A comment that allows a rule and does not say why.

Who reads it next year must be able to judge whether it still holds: `# neaspec-docs: allow RULE because …`.
""",
    Code.UNUSED_SUPPRESSION: """\
A comment that allows what is not there.

The sentence has changed, or the comment stands on the wrong line: it speaks of its own line, or of the next where it
stands alone. Left in place it would hide the next finding. Take it out.
""",
}
