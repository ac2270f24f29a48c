"""Content that was written to do harm: each is refused with a reason at its place, and none takes long or much.

No test measures time: what is taken here would never come to an end, or be held by no machine, were it not bounded.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neaspec_docs import limits, pipeline
from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.load.excerpt import Excerpt
from neaspec_docs.load.inlines import inlines
from neaspec_docs.load.source import Source, reading
from neaspec_docs.model.inline import plain
from neaspec_docs.project import Project

Said = Callable[..., list[str]]
Made = Callable[..., tuple[dict[str, bytes], list[str]]]
MANY_CELLS = "L048 the tables of a paper can have 100,000 cells, and with this row they have more"
DEEP = 10_000
MANY = 40_000


def test_alias_bombs(said: Said) -> None:
    steps = zip("abcdefgh", "bcdefghi", strict=True)
    bomb = "".join(f"  - &{name} [{', '.join([f'*{last}'] * 9)}]\n" for last, name in steps)
    found = said(f"  - &a [lol]\n{bomb}")
    assert found[0] == "p.yaml:4:5 L006 the anchor `&a` has no place in content"
    assert found[4] == "p.yaml:5:9 L006 the alias `*a` has no place in content"
    assert len(found) == 9 + 8 * 9 + 9


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("[" * DEEP + "]" * DEEP, "4:66"),
        ("[" * DEEP, "4:66"),
        ("{a: " * DEEP, "4:255"),
        ("{? " * DEEP, "4:192"),
        ("[{a: " * DEEP, "4:159"),
        ("".join(f"{'  ' * level}- \n" for level in range(1, 1300)), "68:131"),
        ("- " * DEEP + "a", "4:129"),
        ("? " * DEEP + "a", "4:129"),
        ("a:\n" + "".join(f"{' ' * (level + 3)}a:\n" for level in range(1, 3000)), "67:67"),
    ],
    ids=["flow", "open", "mappings", "keys", "both", "block", "dashes", "question marks", "block mappings"],
)
def test_nesting(said: Said, body: str, at: str) -> None:
    assert said(f"  {body}\n") == [f"p.yaml:{at} L007 lists and mappings lie more than 64 deep in each other"]


def test_lists_in_lists(said: Said, made: Made) -> None:
    """As far as YAML may nest, they are printed; beyond, refused."""
    item = "a"
    for _ in range(29):
        item = f"{{text: a, list: [{item}]}}"
    assert said(f"  - list: [{item}]\n") == []
    files, faults = made("docx", "html")
    assert (sorted(files), faults) == (["docx", "html"], [])
    assert said(f"  - list: [{{text: a, list: [{{text: a, list: [{item}]}}]}}]\n")[0].endswith(
        "L007 lists and mappings lie more than 64 deep in each other"
    )


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "![",
        "**a *b ",
        "*a_ ",
        "[a](",
        "[[a]",
        "{{",
        "{{ a",
        "[^",
        "<http://",
        "://",
        "~a",
        "^a^",
        "``a`",
        "&",
        "\\",
    ],
)
def test_marks_without_end(sign: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than anyone writes, which would take hours if each looked at all that follows a few times over."""
    for limit in ("LONGEST_WORD", "MOST_MARKS"):  # which bound all of them already
        monkeypatch.setattr(limits, limit, MANY + 1)
    text = (sign * MANY)[:MANY]
    source = Source("p.yaml", text, tmp_path, Project(tmp_path), Diagnostics())
    excerpt = Excerpt(text, source, 0, len(text), "|", ((0, 0),))
    at = source.span(0, len(text))
    read = reading(source, lambda _: plain(inlines(excerpt, 0, len(text), at)))
    assert read or len(source.faults) > limits.MOST_FAULTS


def test_marks_deeper_than_a_sentence_has(said: Said) -> None:
    marks = f"{'*a **b ' * 25}c{'** d*' * 25}"
    assert said(f"  - para: '{marks}'\n") == ["p.yaml:4:78 L007 marks stand more than 20 deep in each other"]


def test_a_paragraph_without_end(said: Said) -> None:
    words = "a " * limits.LONGEST_PARAGRAPH
    assert said(f"  - para: {words}\n") == ["p.yaml:4:11 L048 a paragraph of 199,999 characters: it can have 100,000"]
    assert said(f"  - para: {words[: limits.LONGEST_PARAGRAPH]}\n") == []


def test_a_paragraph_of_nothing_but_marks(said: Said) -> None:
    marks = "*a* " * (limits.MOST_MARKS // 2)
    too_many = "L048 a paragraph of 10,002 signs of markup: it can have 10,000"
    assert said(f"  - para: |\n      {marks}\n") == []
    assert said(f"  - para: |\n      {marks} *a*\n") == [f"p.yaml:5:7 {too_many}"]
    lines = "a  \n      " * limits.MOST_MARKS  # broken by hand
    assert said(f"  - para: |\n      {lines}a\n") == []
    assert said(f"  - para: |\n      {lines}a  \n      *a*\n") == [f"p.yaml:5:7 {too_many.replace('002', '003')}"]


def test_a_word_without_end(said: Said) -> None:
    """No line can be broken in it, nor among the signs and marks that stand in it."""
    too_long = "L048 a word of 2,001 characters: without a blank there can be 2,000"
    assert said(f"  - para: so {'x' * 2_000} and so on\n") == []
    assert said(f"  - para: so {'x' * 2_001} and so on\n") == [f"p.yaml:4:14 {too_long}"]
    assert said(f"  - para: a{chr(0x301) * 2_000}\n") == [f"p.yaml:4:11 {too_long}"]
    assert said(f"  - para: '{'~^' * 1_000}~'\n") == [f"p.yaml:4:12 {too_long}"]
    assert said(f"  - para: 中文{'文' * 3_000}。\n") == []
    assert said(f"  - para: กขฃ{'ก' * 3_000}\n") == []


def test_a_word_that_facts_make(said: Said, project: Project) -> None:
    (project.content / "facts.yaml").write_text(f"a: {'x' * 1_000}\nb: {'y' * 900} z\n")
    assert said("  - para: a {{ facts.a }}{{ facts.a }} b\n") == []
    assert said("  - para: a *{{ facts.a }}*{{ facts.b }}{{ facts.a }} b\n") == []
    assert said("  - para: a {{ facts.a }}{{ facts.a }}{{ facts.a }} b\n") == [
        "p.yaml:4:39 L048 a word of more than 2,000 characters: no line can be broken in it"
    ]


def test_a_word_that_facts_make_of_what_stands_beside_them(said: Said, project: Project) -> None:
    """A word goes on through marks, and ends at a blank, wherever that is, and with its paragraph."""
    (project.content / "facts.yaml").write_text(f"a: {'x' * 1_000}\nb: y z\nc: {'z' * 500}\nnothing: ''\n")
    too_long = "L048 a word of more than 2,000 characters: no line can be broken in it"
    long = "w" * 1_500
    assert said(f"  - para: {long}{{{{ facts.a }}}} b\n") == [f"p.yaml:4:1511 {too_long}"]
    assert said(f"  - para: a {{{{ facts.a }}}}{long} b\n") == [f"p.yaml:4:26 {too_long}"]
    assert said(f"  - para: a {{{{ facts.a }}}}*v{long}* b\n") == [f"p.yaml:4:27 {too_long}"]
    assert said("  - para: a {{ facts.a }}**{{ facts.c }}***{{ facts.c }}*`v` b\n") == [f"p.yaml:4:58 {too_long}"]
    assert said(f"  - para: {long}{{{{ facts.b }}}}{long} b\n") == []
    assert said(f"  - para: a {{{{ facts.a }}}} {long} b\n") == []
    assert said("  - para: a {{ facts.a }}{{ facts.a }}\n" * 2) == []
    assert said(f"  - para: a {{{{ facts.a }}}}。{long} b\n") == []
    assert said(f"  - para: a {{{{ facts.a }}}}{{{{ facts.nothing }}}}{long} b\n") == [f"p.yaml:4:45 {too_long}"]


@pytest.mark.parametrize(
    "line",
    [
        "  - section: &\n    body: []\n",
        "  - list: [a, &]\n",
        "  - list: [{text: a, list: [a, &]}]\n",
        "  - quote: &\n",
        "  - box: a\n    title: &\n",
        "  - table: &\n    columns: [a]\n    rows: [[b]]\n",
        "  - table: a\n    columns: [a, &]\n    rows: [[b, c]]\n",
        "  - table: a\n    columns: [a]\n    rows: [[b], [&]]\n",
        "  - table: a\n    columns: [a]\n    rows: [[{text: &}]]\n",
        "  - para: '[a &](https://a.org) b'\n",
        "  - para: a[^n]\nfootnotes: {n: &}\n",
    ],
)
def test_a_word_that_facts_make_in_any_line(said: Said, project: Project, line: str) -> None:
    """And what stands in other lines is no part of it."""
    (project.content / "facts.yaml").write_text(f"a: {'x' * 1_500}\n")
    one, two = '"{{ facts.a }}"', '"{{ facts.a }}{{ facts.a }}"'
    if "'" in line:
        one, two = one.strip('"'), two.strip('"')
    assert [fault for fault in said(line.replace("&", one)) if "L048" in fault] == []
    found = [fault for fault in said(line.replace("&", two)) if "L048" in fault]
    assert len(found) == 1
    assert found[0].endswith("a word of more than 2,000 characters: no line can be broken in it")


def test_a_long_word_at_the_end_of_a_title(said: Said, project: Project) -> None:
    """The subtitle is no part of it."""
    (project.content / "facts.yaml").write_text(f"a: {'x' * 1_500}\n")
    fact = '"{{ facts.a }}"'
    assert said("  - para: a\n", head=f"kind: paper\ntitle: {fact}\nsubtitle: {fact}\nbody:\n") == []


def test_facts_that_fill_a_library(said: Said, project: Project) -> None:
    """14 MB of text out of 98 kB."""
    (project.content / "facts.yaml").write_text(f"a: {'x ' * 499}x\n")
    call = "  - para: '{{ facts.a }}'\n"
    assert said(call * 200) == []
    assert said(call * 7_000) == [
        "p.yaml:204:12 L048 with this one, facts put more than 200,000 characters into the text"
    ]


@pytest.mark.parametrize(
    ("language", "value", "filter"),
    [
        *((language, "9" * 307, "ordinal") for language in ("en", "fr", "ru", "zh", "mn", "ja", "km")),
        *(("en", value, "ordinal") for value in ("-1", "1000000", "9" * 2_000)),
        *(("en", value, "number") for value in ("1e999999999", "1e-999999999", "1" * 101, "nan", "inf", "-inf")),
    ],
)
def test_numbers_that_no_one_counts(said: Said, project: Project, language: str, value: str, filter: str) -> None:
    (project.content / "facts.yaml").write_text(f"a: '{value}'\n")
    found = said(
        f"  - para: 'A {{{{ facts.a | {filter} }}}}'\n",
        head=f"kind: paper\ntitle: A\nlanguage: {language}\nbody:\n",
    )
    (fault,) = (line for line in found if " R112 " not in line)
    assert fault.startswith(f"p.yaml:5:14 R106 `{filter}` does not fit `{value[:290]}")
    assert len(fault) < 400


def test_what_a_message_quotes_is_short(said: Said) -> None:
    table = "  - table: T\n    columns: [A, {title: B, total: true}]\n    rows: [[1, %s]]\n"
    (fault,) = said(table % ("9" * 1_900))
    assert fault.startswith("p.yaml:6:16 T002 the total is 999")
    assert len(fault) < 500
    assert all(len(line) < 500 for line in said(f"  - {'k' * 1_900}: a\n"))
    (fault,) = said(f"  - para: 'See [](#{'a' * 1_900}).'\n")
    assert fault == f"p.yaml:4:16 R101 reference to `{'a' * 299}...`, which is defined nowhere"


def test_headings_deeper_than_there_are(said: Said) -> None:
    head = "kind: paper\ntitle: A\nheadings: ['I.', 'A.', '1.', '(a)', 'i.'%s]\nbody:\n"
    section = "  - section: A\n    headings: ['A.', '1.', '(a)', 'i.'%s]\n    body: [{para: A}]\n"
    assert said(section % "", head=head % "") == []
    assert said(section % ", 'a.'", head=head % ", '', ''") == [
        "p.yaml:3:43 L014 `headings` can have 5 levels, and here is one more",
        "p.yaml:6:41 L014 `headings` can have 4 levels below a section, and here is one more",
    ]


def test_a_file_of_200_megabytes(said: Said, folder: Path) -> None:
    with (folder / "p.yaml").open("wb") as file:
        file.write(b"kind: paper\n")
        file.truncate(200_000_000)
    assert said() == ["p.yaml:1:1 L048 the file can't be read: it is larger than 8 MB"]


def test_a_file_that_is_read_further_than_anyone_can(said: Said) -> None:
    found = said("".join(f"  - para: !a{number} x\n" for number in range(3_000)))
    assert len(found) == limits.MOST_FAULTS + 1
    assert found[0] == "p.yaml:4:11 L003 the tag `!a0` has no place in content"
    assert found[-1] == "p.yaml:504:11 L048 here is the fault after 500 others, and the rest of the file is not read"


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"  - par{number}: x\n" for number in range(3_000)),
        "".join(f"  - para: x\n    titel{number}: x\n" for number in range(3_000)),
        "  - para: |\n" + "".join(f"      [](#b{number})\n\n" for number in range(3_000)),
        "  - para: |\n" + "".join(f"      {{{{ facts.b{number} }}}}\n\n" for number in range(3_000)),
        "  - para: |\n" + "".join(f"      a[^b{number}]\n\n" for number in range(3_000)),
        "".join(f"  - para: '[](#b{number})'\n    id: a{number}\n" for number in range(3_000)),
    ],
    ids=["blocks", "keys", "references", "facts", "footnotes", "references among many ids"],
)
def test_wrong_names_without_end(said: Said, body: str) -> None:
    """For each the nearest right one is looked for, which would take minutes for all of them."""
    found = said(body)
    assert len(found) == limits.MOST_FAULTS + 1
    assert sum(" L048 " in line for line in found) == 1


def test_a_million_rows(said: Said, folder: Path) -> None:
    assert said(f"  - table: T\n    columns: [A]\n    rows: [{'[1],' * 1_000_000}]\n") == [
        "p.yaml:6:199981 L048 the file holds more than 100,000 keys, values and items"
    ]
    (folder / "d.csv").write_text("A,B\n" + "1,2\n" * 1_000_000)
    assert said("  - table: T\n    data: d.csv\n") == [
        "d.csv:10002:1 L048 a table can have 10,000 rows, and here is one more"
    ]


def test_more_rows_and_columns_than_a_table_has(said: Said, folder: Path) -> None:
    rows = "      - [1]\n" * (limits.MOST_ROWS + 1)
    assert said(f"  - table: T\n    columns: [A]\n    rows:\n{rows}") == [
        "p.yaml:10007:9 L048 a table can have 10,000 rows, and here is one more"
    ]
    wide = ",".join(["A"] * (limits.MOST_COLUMNS + 1))
    assert said(f"  - table: T\n    columns: [{wide}]\n    rows: [[1]]\n") == [
        "p.yaml:5:14 L048 a row of 101 cells: it can have 100"
    ]
    (folder / "d.csv").write_text(f"{wide}\n")
    assert said("  - table: T\n    data: d.csv\n") == ["d.csv:1:1 L048 a row of 101 cells: it can have 100"]
    (folder / "d.csv").write_text(f"{wide[2:]}\n" * 1002)
    assert said("  - table: T\n    data: d.csv\n") == [f"d.csv:1002:1 {MANY_CELLS}"]


def test_a_file_of_data_is_not_printed_without_end(said: Said, folder: Path) -> None:
    """180 kB, twenty times: a table of each would be built, and all of them never."""
    (folder / "d.csv").write_text("A,B,C\n" + "1,2,3\n" * 9_000)
    assert said("  - table: T\n    data: d.csv\n" * 3) == []
    rows = "    rows: [[1, 2, 3]]\n"
    assert said("  - table: T\n    data: d.csv\n" * 4) == [f"d.csv:6335:1 {MANY_CELLS}"]
    (folder / "d.csv").write_text("A,B,C,D\n" + "1,2,3,4\n" * 10_000)
    table = f"  - table: T\n    columns: [A, B, C]\n{rows}"
    found = said("  - table: T\n    data: d.csv\n" * 2 + table + "  - table: T\n    data: d.csv\n")
    assert found == [f"d.csv:5001:1 {MANY_CELLS}"]


def test_a_table_is_as_large_in_a_file_of_data_as_in_content(
    said: Said, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Columns' titles count as no cells, lines that are blank as no rows; and none is lost."""
    monkeypatch.setattr(limits, "MOST_ROWS", 100)
    monkeypatch.setattr(limits, "MOST_CELLS", 1_000)
    (folder / "d.csv").write_text("A,B,C,D,E,F,G,H,I,J\n" * 101)
    assert said("  - table: T\n    data: d.csv\n") == []
    (folder / "d.csv").write_text("A,B\n" + '1,2\n \n\n""\n' * limits.MOST_ROWS)
    assert said("  - table: T\n    data: d.csv\n") == []
    (folder / "d.csv").write_text("A,B\n" + '1,2\n \n\n""\n' * limits.MOST_ROWS + "3,4,5\n")
    assert said("  - table: T\n    data: d.csv\n") == [
        "d.csv:402:1 L048 a table can have 100 rows, and here is one more"
    ]


def test_cells_that_span_what_no_table_has(said: Said) -> None:
    cell = "{text: a, rows: 1000, cols: 1000}"
    found = said(f"  - table: T\n    columns: [A]\n    rows: [{', '.join([f'[{cell}]'] * 2000)}]\n")
    assert found[0] == "p.yaml:1:1 L048 the paper has 500 faults of this sort, and the rest of them are not told"
    assert {line.partition(" ")[2] for line in found[1:]} == {"T001 the row fills 1000 columns where the table has 1"}


def test_a_name_longer_than_any_file_has(said: Said, folder: Path) -> None:
    """No system is asked for it, for it would refuse to answer."""
    meeting = folder / "meeting.yaml"
    meeting.write_text(meeting.read_text().replace("[p]", f"[p, {'x' * 3_000}]"))
    (fault,) = said("  - para: A\n")
    assert fault.startswith("meeting.yaml:5:13 L040 there is no file `xxx")
    (folder / "q.yml").write_text("kind: paper\ntitle: A\nbody: []\n")
    meeting.write_text(meeting.read_text().replace("x" * 3_000, "q"))
    assert "call `q.yml` `q.yaml`" in {fault.help for fault in pipeline.faults(Project(folder.parents[1]))}


def test_a_glossary_of_empty_words_hides_nothing_from_the_rules(folder: Path, project: Project) -> None:
    (folder / "p.yaml").write_text("kind: paper\ntitle: A\nbody: [{para: A work plan.}]\n")
    terms = "- {term: a, not: ['', ' ']}\n- {term: workplan, not: ['', work plan]}\n"
    (project.content / "terms.yaml").write_text(terms)
    assert sorted(fault.code for fault in pipeline.checked(project)) == ["G201", "L017", "L017", "L017"]


def test_keys_that_are_mappings(said: Said) -> None:
    assert said("  - {a: b}: c\n  - [d]: e\n  - ? {f: g}\n    : h\n") == [
        "p.yaml:4:6 L013 a key must be text, not a list or a mapping",
        "p.yaml:5:5 L013 a key must be text, not a list or a mapping",
        "p.yaml:6:8 L013 a key must be text, not a list or a mapping",
    ]


def test_nul_and_half_characters(said: Said) -> None:
    assert said('  - para: "a\\0b \\uD800 \\x1b[31m"\n  - para: a\x00b\n') == [
        "p.yaml:4:17 L005 the escape stands for no character",
        "p.yaml:5:12 L005 the control character U+0000 can't be printed",
    ]
    assert said("  - para: a\ud800b\n") == ["p.yaml:4:12 L001 the byte 0xED is not UTF-8"]
    assert said("  - para: a &#xD800; &#0; b\n") == [
        f"p.yaml:4:{column} L009 U+FFFD REPLACEMENT CHARACTER stands for something that was lost in copying"
        for column in (13, 22)
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{{ ''.__class__ }}", "L030 `{{ ''.__class__ }}` is no fact"),
        ("{{ facts.__class__.__mro__ }}", "R104 `facts.__class__.__mro__` is stated nowhere"),
        ("{{ meeting.__init__.__globals__ }}", "R104 `meeting.__init__.__globals__` is stated nowhere"),
        ("{{ '{0.__class__}'.format(meeting) }}", "L030 `{{ '{0.__class__}'.format(meeting) }}` is no fact"),
        ("{{ 'a' * 10 ** 10 }}", "L030 `{{ 'a' * 10 ** 10 }}` is no fact"),
        ("{{ range(10 ** 9) | list }}", "L030 `{{ range(10 ** 9) | list }}` is no fact"),
        ("{{ cycler }}", "R104 `cycler` is stated nowhere"),
        ("{{ meeting.title | attr }}", "R105 unknown filter `attr`"),
    ],
)
def test_a_fact_is_looked_up_and_never_run(said: Said, text: str, fault: str) -> None:
    assert said(f'  - para: "{text}"\n') == [f"p.yaml:4:12 {fault}"]


def test_a_template_in_a_text_is_text(said: Said, made: Made) -> None:
    loop = "{% for a in range(9) %}{% include '/etc/passwd' %}{# no #}{% endfor %}"
    assert said(f'  - para: "{loop}"\n') == []
    files, _ = made("html")
    assert b"{% for a in range(9) %}{% include" in files["html"]


def test_a_fact_that_is_a_chapter(said: Said, project: Project) -> None:
    (project.content / "facts.yaml").write_text(f"a: {'x' * (limits.LONGEST_FACT + 1)}\n")
    assert said(f"  - para: '{'{{ facts.a }} ' * 1000}'\n") == [
        "content/facts.yaml:1:4 L048 a fact of 2,001 characters: it can have 2,000"
    ]


@pytest.mark.parametrize("name", [b"\xff.yaml", b"a\nb.yaml", b"a\x1b[31m.yaml", b"a b.yaml", "“é”.yaml".encode()])
def test_names_of_files_that_no_terminal_should_obey(said: Said, folder: Path, name: bytes) -> None:
    import os

    (folder / "p.yaml").write_text("kind: paper\ntitle: A\nbody: []\n")
    with open(os.fsencode(folder) + b"/" + name, "wb") as file:  # noqa: PTH123 -- a name that is no text
        file.write(b"kind: paper\ntitle: B\nbody: []\n")
    found = said()
    assert found
    assert all(line.isprintable() for line in found)
    assert name.decode(errors="ignore").isprintable() or "L001 the name of the file has characters" in found[0]


@settings(max_examples=15)
@given(sign=st.text(min_size=1, max_size=5), more=st.text(max_size=3))
def test_any_sign_repeated(sign: str, more: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A paragraph of any few characters, again and again, is read and checked."""
    root = tmp_path_factory.getbasetemp() / "repeated"
    folder = root / "content" / "m"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meeting.yaml").write_text("title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p]\n")
    text = (sign * 4000)[:4000] + more
    lines = "".join(f"      {line}\n" for line in text.splitlines())
    (folder / "p.yaml").write_bytes(f"kind: paper\ntitle: A\nbody:\n  - para: |\n{lines}".encode("utf-8", "replace"))
    assert all(fault.at.file for fault in pipeline.checked(Project(root)))


def test_an_annex_that_did_not_load_hides_nothing_from_the_rules(folder: Path, project: Project) -> None:
    """Found by the fuzz: a rule that looks at each annex as it was written and as it is numbered."""
    (folder / "meeting.yaml").write_text(
        "title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p, q]\nagenda: []\n"
    )
    (folder / "q.yaml").write_text("kind: [\n")
    (folder / "p.yaml").write_text(
        "kind: paper\ntitle: A\nbody:\n  - {para: See the annexes., id: one}\n"
        "annexes:\n  - paper: m/q\n  - {title: B, body: [{para: 'See [](#one).'}]}\n"
    )
    found = {fault.code for fault in pipeline.checked(project)}
    assert {"L002", "R204"} <= found
