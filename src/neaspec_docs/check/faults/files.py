"""What `explain` says of faults in files as files, and in the tree of content. Essays as those of rules, but short."""

from collections.abc import Mapping

from neaspec_docs.diagnostics.codes import Code

ESSAYS: Mapping[Code, str] = {
    Code.UNREADABLE_FILE: """\
A file that cannot be read as text.

Content is plain text in UTF-8. A file that Word or Excel saved, one in UTF-16, in UTF-32 or in an older encoding such
as Windows-1252, and one that the computer does not let you open, cannot be read. Save it as plain text in UTF-8: the
editor asks for the encoding under “Save as”, and a spreadsheet calls it “CSV UTF-8”.
""",
    Code.NOT_YAML: """\
Something that YAML cannot read: a colon, a bracket, a quotation mark or an indent out of place.

A colon with a space after it makes a key of what stands before it, and `[`, `{`, `*`, `&`, `!` and `>` mean something
at the beginning of a text. Put such a text in quotes, or below a `|`; then only its indent counts.

Wrong:

```yaml
- text: Session 1: Opening
```

Right:

```yaml
- text: "Session 1: Opening"
- text: |
    Session 2: Closing
```
""",
    Code.TAG: """\
A word that begins with `!`, which YAML takes for a tag.

Content needs no tags: what a text means is known from its key. Take it out, or put the text in quotes.

Wrong:

```yaml
- text: !important
```

Right:

```yaml
- text: "!important"
```
""",
    Code.EMPTY_FILE: """\
A file that holds nothing, or nothing but comments.

A paper must have a kind, a title and a body, a meeting what it is and when, a file of data its row of heads. Write
into it, or delete it.
""",
    Code.CONTROL_CHARACTER: """\
A control character in a text.

No printer has a sign for it, and Word refuses a file that holds one. They come from copying out of PDFs and mails,
and are not seen. Delete it, and type the words around it again.

Wrong:

```yaml
- text: "One\\x0btwo."
```

Right:

```yaml
- text: One two.
```
""",
    Code.ALIAS: """\
A word that begins with `&` or `*`, which YAML takes for an anchor or an alias.

An alias would hide that a text stands in two places; what several papers share is stated as a fact. Put a text that
begins so in quotes.

Wrong:

```yaml
- text: &plan the plan
```

Right:

```yaml
- text: "*So* it is."
```
""",
    Code.NESTED_TOO_DEEP: """\
Lists in lists, or marks in marks, deeper than any paper needs.

It is a slip of the indent, or a file that was not written by hand. Bring it some levels up. A superscript in a
subscript is one too deep, for Word has one level: write `a~b²~`.

Wrong:

```yaml
- para: It is a~b^2^~ here.
```

Right:

```yaml
- para: It is a~b²~ here.
```
""",
    Code.TEXT_CUT: """\
A text that ends before a `#`.

In YAML a space and `#` begin a comment, so the rest of the line would be lost without a word. Put the whole text in
quotes, or below a `|`.

Wrong:

```yaml
- text: See item #4 of the list.
```

Right:

```yaml
- text: "See item #4 of the list."
```
""",
    Code.UNFIT_CHARACTER: """\
A character that has no place in a text, though a computer can hold it.

It cannot be seen and hides a word from those who search for it (a soft hyphen, a zero-width space), turns the words
around it (U+202E), breaks a line where no editor shows it, is a sign of one font alone (the bullets of Word), or stands
for what was lost in copying. Delete it, or write what is meant; `check --fix` deletes those that cannot be seen.

Wrong:

```yaml
- text: "The imple\\u00admentation of the plan"
```

Right:

```yaml
- text: The implementation of the plan
```
""",
    Code.PAPER_NOT_THERE: """\
A paper that the meeting names and that has no file.

Each name under `papers:` in meeting.yaml stands for a file beside it: `report` for report.yaml. Mend the name, write
the paper, or take the name out.
""",
    Code.PAPER_NOT_NAMED: """\
A file of content that no meeting names.

The list of documents has the papers in the order of `papers:` in meeting.yaml; one that is not named there would be
built by no one. Name it, move it out of `content/`, or give it the ending `.yaml`.
""",
    Code.DUPLICATE_SYMBOL: """\
A symbol that two papers have.

A symbol names one document for good; whoever cites it must mean that one. A revision takes `/Rev.1`, a correction
`/Corr.1`, an addition `/Add.1`; another paper the next number.
""",
    Code.MISSING_FILE: """\
A file that is named and is not there: a meeting's own, a picture, a file of data.

Its path begins at the folder of the file that names it, and is written with `/`; capitals and small letters count.
""",
    Code.OUTSIDE_PROJECT: """\
A path that leads out of the project.

What a paper is made of lies below the project's folder, so that it can be built elsewhere, and so that no paper takes
in a file of the computer that nobody meant to publish. Copy the file beside the paper.
""",
    Code.UNREADABLE_IMAGE: """\
A picture that cannot be read.

Pictures are PNG, JPEG or SVG, by what they hold and not by their names. Open it in a program for pictures, and save it
as PNG.
""",
    Code.UNREADABLE_DATA: """\
A file of data that is no CSV.

Its first row holds the heads, its columns are parted by commas, and a field with a comma stands in straight quotation
marks. A spreadsheet of another language may save it with semicolons or tabs: choose “CSV UTF-8” there.
""",
    Code.LIMIT_REACHED: """\
Something larger, longer or more than the program takes: a file, a table, a paragraph, a word, a picture, a fact.

The bounds are wider than any paper needs; docs/security.md has them all. What goes beyond them is a file of another
sort, a table that belongs into an annex of its own, or a picture straight from the camera. Part it, or save it smaller.
A word is all that stands between two blanks: signs that were pasted without one are read as one word.
A file with hundreds of faults is not read to its end either: mend the first ones, and build again.
""",
    Code.LEFT_AS_IT_IS: """\
A file that `fmt` does not change, because it would not say the same afterwards.

It is our fault and not that of the file. Please report it, with the file; the file itself is unharmed.
""",
}
