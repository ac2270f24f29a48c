"""What `explain` says of faults in what text marks and calls: facts, notes, links. Essays, but short."""

from collections.abc import Mapping

from neaspec_docs.diagnostics.codes import Code

ESSAYS: Mapping[Code, str] = {
    Code.UNREADABLE_FACT: """\
A fact in braces that cannot be read.

Between `{{` and `}}` stand names joined by dots, then filters: `{{ meeting.dates | dates }}`. It is looked up, never
worked out. Braces that are meant as braces take a backslash.

Wrong:

```yaml
- para: It begins on {{ meeting start }}.
```

Right:

```yaml
- para: It begins on {{ meeting.start | date }}.
```
""",
    Code.UNREADABLE_REFERENCE: """\
A reference or the mark of a footnote that cannot be read, or stands where none can.

A mark is `[^name]` without a space. The form of a reference is `"short"`, `"number"` or nothing.

Neither can stand in the title of an agenda item, which is printed in several papers. Its `annotation` may have both.

Wrong:

```yaml
- para: See [](#one "brief").
  id: zero
- para: One.
  id: one
```

Right:

```yaml
- para: See [](#one "short").
  id: zero
- para: One.
  id: one
```
""",
    Code.MALFORMED_LINK: """\
A link that leads nowhere, or has no words.

A target is `#id`, `meeting/paper`, `meeting/paper#id`, or an address that begins with `https://` or `mailto:`. Only
references do without words.

Wrong:

```yaml
- para: See [the survey](survey.pdf).
```

Right:

```yaml
- para: See [the survey](https://www.unescap.org/survey.pdf).
```
""",
    Code.MARKUP_IN_PLAIN_WORDS: """\
A mark of text where words are plain, and printed as they are typed.

Names, places, units, categories, facts and what is said of a picture are plain words: they stand in a masthead, on an
axis, in a file's properties. A fact, a footnote or a link there is an error; emphasis, code, what is lowered or
raised and a backslash before a mark are a warning, for they may be meant as they are typed.

Wrong:

```yaml
- figure: ""
  chart:
    type: column
    unit: Mt CO~2~
    categories: [Energy]
    series: [{name: "{{ meeting.host }}", values: [40]}]
```

Right:

```yaml
- figure: ""
  chart:
    type: column
    unit: Mt CO₂
    categories: [Energy]
    series: [{name: Mongolia, values: [40]}]
```
""",
}
