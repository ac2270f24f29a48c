"""A set of changes that has everything: every kind, every type, parts, what follows, other scripts, hostile words."""

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.change import Break, Change, Changes, Half, Kind, PaperChanges, Renumbered, Reread, Side, Words

REPORT = "content/ex-1/report.yaml"
CRANES = "content/ex-1/cranes.yaml"
MEETING = "content/ex-1/meeting.yaml"
HOSTILE = (
    "<script>alert(1)</script> @octocat #12 GH-7 `code` | [x](javascript:alert(1)) ![](https://example.org/a.png) "
    "https://example.org/live www.example.org a@example.org **bold** $x$ :tada: <!-- --> &lt; \\ ~~gone~~ "
    "<img src=x onerror=alert(1)> {{ facts }} 0123456789abcdef0123456789abcdef01234567"
)
"""What would be markup, a mention, a link or a script if a format let it."""


def side(number: str | None, text: str, place: int | Span, label: str, *, after: str = "") -> Side:
    """Return a side; a place that is a number is a line of the report."""
    return Side(number, text, Span(REPORT, place, 5) if isinstance(place, int) else place, label, after)


def words(*runs: str | tuple[str, str]) -> tuple[Words, ...]:
    return tuple(Words(run, run) if isinstance(run, str) else Words(*run) for run in runs)


def changed(
    type: str, old: Side, new: Side, *said: Words, id: str | None = None, parts: tuple[Change, ...] = ()
) -> Change:
    return Change(Kind.CHANGED, type, id, old, new, said, parts)


def cell(column: str, old: str, new: str, line: int) -> Change:
    return changed("cell", side(None, old, line, column), side(None, new, line, column), *words((old, new)))


LONG = (
    "The Meeting commended NEASPEC on what it had done, as a comprehensive intergovernmental framework in North-East "
    "Asia, to promote environmental cooperation among its member States over more than two decades. It reaffirmed that "
    "member States were committed to stronger national action, to a stronger subregional programme and to the "
)

PARAGRAPH = changed(
    "paragraph",
    side("7.", f"{LONG}full implementation of 12 projects by 2025, as agreed.", 14, "paragraph 7"),
    side("8.", f"{LONG}timely implementation of 14 projects by 2025, as agreed.", 16, "paragraph 8"),
    *words(LONG, ("full", "timely"), " implementation of ", ("12", "14"), " projects by 2025, as agreed."),
    id="commitment",
)

TABLE = changed(
    "table",
    side("2", "Threatened species", 40, "Table 2"),
    side("3", "Threatened species of the subregion", 42, "Table 3"),
    *words("Threatened species", ("", " of the subregion")),
    id="redlist",
    parts=(
        changed("row", side(None, "Mongolia 12 yes", 44, "Mongolia"), side(None, "Mongolia 14 yes", 46, "Mongolia"),
                parts=(cell("Threatened species", "12", "14", 46),)),
        changed("row", side(None, "Japan", 45, "Japan"), side(None, "Japan", 47, "Japan"),
                parts=(cell("Assessed in", "", "2024", 47),
                       changed("cell", side(None, "", 45, "Remark"), side(None, "", 47, "Remark"),
                               *words("Counted at all breeding sites that were ", ("known", "open"),
                                      " in the spring of that year")))),
        Change(Kind.ADDED, "row", None, None, side(None, "Republic of Korea 9 no", 48, "Republic of Korea")),
        Change(Kind.REMOVED, "row", None, side(None, "Atlantis 0 no", 47, "Atlantis"), None),
        Change(Kind.MOVED, "row", None, side(None, "China", 43, "China", after="Japan"),
               side(None, "China", 49, "China", after="Mongolia")),
        Change(Kind.ADDED, "column", None, None, side(None, "Source", 43, "Source")),
    ),
)  # fmt: skip

FIGURE = changed(
    "figure",
    side("1", "Budget by year", 60, "Figure 1"),
    side("1", "Budget by year", 63, "Figure 1"),
    parts=(
        changed("series", side(None, "", 64, "Core Fund"), side(None, "", 67, "Core Fund"),
                parts=(changed("value", side(None, "100", 65, "2021"), side(None, "120.5", 68, "2021"),
                               *words(("100", "120.5"))),)),
        Change(Kind.ADDED, "series", None, None, side(None, "", 70, "Project-based Fund")),
    ),
)  # fmt: skip

REPORT_CHANGES = (
    changed("section", side("I.", "Opening", 8, "section I"), side("I.", "Opening of the Meeting", 8, "section I"),
            *words("Opening", ("", " of the Meeting"))),
    Change(Kind.ADDED, "paragraph", "welcome", None,
           side("3.", "The Chair welcomed the observers.", 12, "paragraph 3", after="paragraph 2")),
    PARAGRAPH,
    Change(Kind.REMOVED, "paragraph", None, side("11.", "It was raining.", 20, "paragraph 11", after="paragraph 10"),
           None),
    Change(Kind.CHANGED, "paragraph", None,
           side("12.", "The lake froze. Boats stayed in the harbour.", 21, "paragraph 12"),
           side("12.", "The lake froze.", 22, "paragraph 12"), words("The lake froze."),
           half=Half(Break.SPLIT, side("13.", "All boats stayed in the harbour.", 23, "paragraph 13"), first=True)),
    Change(Kind.ADDED, "paragraph", None, None, side("13.", "All boats stayed in the harbour.", 23, "paragraph 13"),
           words(("Boats", "All boats"), " stayed in the harbour."),
           half=Half(Break.SPLIT, side("12.", "The lake froze. Boats stayed in the harbour.", 21, "paragraph 12"),
                     first=False)),
    Change(Kind.REMOVED, "paragraph", None, side("15.", "Ice came early.", 24, "paragraph 15"), None,
           half=Half(Break.JOINED, side("15.", "It snowed. Ice came early.", 25, "paragraph 15"), first=False)),
    changed("text", side(None, "No number here.", 22, "text", after="paragraph 11"),
            side(None, "No numbers here.", 24, "text", after="paragraph 11"),
            *words("No ", ("number", "numbers"), " here.")),
    Change(Kind.MOVED, "paragraph", "thanks",
           side("14.", "The Meeting thanked its host.", 30, "paragraph 14", after="paragraph 13"),
           side("4.", "The Meeting thanked its host.", 13, "paragraph 4", after="paragraph 3")),
    Change(Kind.MOVED, "list", None, side(None, "one\ntwo", 31, "list", after="paragraph 15"),
           side(None, "one\nthree", 9, "list"), words("one\n", ("two", "three"))),
    TABLE,
    FIGURE,
    changed("footnote", side("1", "In May.", 90, "footnote 1"), side("2", "In June.", 92, "footnote 2"),
            *words("In ", ("May", "June"), "."), id="when"),
    Change(Kind.REMOVED, "section", "old", side(None, "Other matters", 80, "Other matters"), None),
)  # fmt: skip


def _moved_on(type: str, old: str, new: str, label: str, line: int) -> Renumbered:
    return Renumbered(
        type, None, side(f"{old}.", "", line, f"{label} {old}"), side(f"{new}.", "", line + 2, f"{label} {new}")
    )


RENUMBERED = (
    *(_moved_on("paragraph", str(number), str(number + 1), "paragraph", 10 + number) for number in (3, 4, 5, 6)),
    _moved_on("section", "II", "III", "section", 20),
    *(_moved_on("paragraph", str(number), str(number + 1), "paragraph", 20 + number) for number in (8, 9)),
    _moved_on("section", "III", "IV", "section", 30),
    _moved_on("section", "IV", "V", "section", 33),
    *(_moved_on("paragraph", str(number), str(number + 2), "paragraph", 20 + number) for number in (20, 21)),
    Renumbered("table", "sites", side("1", "", 50, "Table 1"), side(None, "", 52, "Table")),
)

REFERENCES = (
    Reread("ex-1/report", "ex-1/report#thanks", "paragraph 14", "paragraph 4", Span(REPORT, 18, 21)),
    Reread("ex-1/report", "ex-1/report#thanks", "paragraph 14", "paragraph 4", Span(REPORT, 35, 9)),
    Reread("ex-1/cranes", "ex-1/report#thanks", "EX/2, paragraph 14", "EX/2, paragraph 4", Span(CRANES, 7, 40)),
    Reread("ex-1/report", "ex-1/report#gone", "paragraph 11", "[](#gone)", Span(REPORT, 36, 9), nowhere=True),
)


def _same_place(number: int, *runs: str | tuple[str, str]) -> Change:
    said = words(*runs)
    at, label = Span(CRANES, number + 4, 5), f"paragraph {number}"
    old, new = "".join(one.old for one in said), "".join(one.new for one in said)
    return changed("paragraph", side(f"{number}.", old, at, label), side(f"{number}.", new, at, label), *said)


OTHER_SCRIPTS = PaperChanges(
    "ex-1/cranes",
    "تقرير عن الكركي",
    (
        _same_place(1, "أحيط الاجتماع علما ب", ("12", "14"), " مشروعا في ", ("منغوليا", "اليابان"), "."),
        _same_place(2, "会议注意到蒙古有", ("十二", "十四"), "个项目，并请秘书处在下次会议上报告。"),
        _same_place(3, "A space: ", ("US$ 5", "US$\u00a05"), ", and a turn \u202eback\u202c.\x1b[31m"),
    ),
    language="ar",
)

HOSTILE_PAPER = PaperChanges(
    "ex-1/hostile",
    HOSTILE,
    (
        changed("paragraph", side("1.", HOSTILE, Span("content/<b>.yaml", 3, 5), f"paragraph {HOSTILE}"),
                side("2.", HOSTILE, Span("content/<b>.yaml", 3, 5), f"paragraph {HOSTILE}"),
                *words(HOSTILE, (HOSTILE, f"1. {HOSTILE}"), f"\n\n# {HOSTILE}")),
        changed("table", side("1", "", 9, "Table 1"), side("1", "", 9, "Table 1"),
                parts=(changed("row", side(None, "", 9, HOSTILE), side(None, "", 9, HOSTILE),
                               parts=(cell(HOSTILE, HOSTILE, f"{HOSTILE}!", 9), cell("@octocat", "|", "#12", 9))),)),
    ),
    (Renumbered("section", None, side("I.", "", 1, HOSTILE), side("II.", "", 1, f"{HOSTILE}2")),),
    (Reread("ex-1/hostile", HOSTILE, HOSTILE, f"{HOSTILE} 2", Span("content/`x`|.yaml", 3, 1)),),
)  # fmt: skip


def _in_meeting(line: int, label: str, text: str, number: str | None = None) -> Side:
    return side(number, text, Span(MEETING, line, 5), label)


OF_THE_MEETING = PaperChanges(
    "ex-1",
    "Meeting of Examples",
    (
        changed(
            "meeting",
            _in_meeting(1, "meeting", ""),
            _in_meeting(1, "meeting", ""),
            parts=(
                changed(
                    "field",
                    _in_meeting(4, "dates", "2 March 2026"),
                    _in_meeting(4, "dates", "3 March 2026"),
                    *words(("2", "3"), " March 2026"),
                ),
                Change(Kind.ADDED, "item", "cranes", None, _in_meeting(9, "agenda item 3", "Cranes", "3.")),
                Change(Kind.REMOVED, "paper", None, _in_meeting(12, "paper ex-1/old", "ex-1/old"), None),
            ),
        ),
    ),
)

EVERY_KIND = Changes(
    "HEAD~1",
    "HEAD",
    (
        OF_THE_MEETING,
        PaperChanges("ex-1/report", "Report of the Meeting of Examples", REPORT_CHANGES, RENUMBERED, REFERENCES),
        OTHER_SCRIPTS,
    ),
)
"""What a reviewer may see, put together by hand."""

HOSTILE_CHANGES = Changes("HEAD<b>", "`x` @octocat #12", (HOSTILE_PAPER,))

NOTHING = Changes("HEAD", "the working tree", ())
