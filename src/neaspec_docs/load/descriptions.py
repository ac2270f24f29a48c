"""What each key of a content file is for, in one sentence: what an editor shows of it. The source of schemas.

By what the mapping is called (`Record.what`), then by key; a key that several mappings share may stand under EVERY.
"""

from collections.abc import Mapping

EVERY: Mapping[str, str] = {
    "id": "A name for references to lead to, `[](#redlist)`: letters, digits, `_`, `.` and `-`, unique in the paper.",
    "remark": "What stands below it as it is, such as (Last updated 19 March 2020).",
    "note": "What stands below it after the word Note.",
    "source": "Where it comes from; stands below it after the word Source.",
}
"""Keys that say the same wherever they stand."""

_PEOPLE = "Those who were there, in the order of the list."

DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "a meeting": {
        "title": "The full name of the meeting, as its documents print it.",
        "short": "The short name of the meeting, such as SOM-24.",
        "organization": "The first lines of the masthead: the body that meets, from the widest to the narrowest.",
        "session": "Which session it is, as a number; the masthead says it in words, “Twenty-fourth”.",
        "dates": "The first and the last day of the meeting.",
        "venue": "Where the meeting is held: a city, or Virtual meeting.",
        "host": "The Government or body that hosts the meeting.",
        "chair": "The Government or person in the chair.",
        "secretariat": "The office that serves the meeting.",
        "agenda": "The items of the agenda in order; their numbers are worked out.",
        "papers": "The papers of the meeting in the order of the document list, each by its file's name without .yaml.",
        "participants": "Who takes part, delegation by delegation; a paper prints it with `participants: true`.",
    },
    "`dates`": {
        "start": "The first day, as year, month, day: 2020-10-12.",
        "end": "The last day; may be left out where the meeting lasts one day.",
    },
    "an agenda item": {
        "id": "The item's name, by which a paper says what it is for: `agenda: plan`.",
        "title": "What the item is called in the agenda.",
        "annotation": "What the annotated agenda says of the item, one sentence a line.",
    },
    "a delegation": {
        "delegation": "The member State or body that sent them, such as Mongolia.",
        "observer": "The body that attends as an observer.",
        "secretariat": "The office of the secretariat.",
        "people": _PEOPLE,
    },
    "a person": {
        "name": "The person's name, as the list prints it.",
        "title": "The person's post, such as Director.",
        "organization": "Where the person works, such as Ministry of Environment.",
    },
    "a paper": {
        "kind": "What kind of paper it is: the template that prints it.",
        "symbol": "The document symbol, such as NEASPEC/SOM(24)/5; unique in the whole content tree.",
        "title": "The title of the paper.",
        "subtitle": "What stands under the title, such as Note by the Secretariat.",
        "agenda": "The id of the agenda item that the paper is for, from the meeting's file.",
        "for": "What the meeting is asked to do with the paper: `decision` or `information`.",
        "distribution": "Who gets it, after “Distr.:” in the masthead: General, Limited.",
        "language": "The language that the paper is written in; its dates, ordinals and added words follow.",
        "status": "How far the paper is: a draft says so on each page.",
        "date": "The date of the paper, as year, month, day: 2020-10-12.",
        "presenter": "Who presents the paper, after “Presented by”.",
        "toc": "Whether the paper has a table of contents.",
        "headings": "How each level of section is numbered, by example; an empty sample is a level without a number.",
        "summary": "A box on the first page; its paragraphs have no numbers.",
        "body": "What the paper says: a list of blocks.",
        "footnotes": "The footnotes by name; `[^decision]` in the text calls the one named decision.",
        "annexes": "The annexes in order, written here or taken from another paper; each begins a page.",
    },
    "an annex": {
        "paper": "The full name of another paper that becomes this annex whole, such as nfp-2/background.",
        "title": "The title of the annex.",
        "headings": "How the sections of this annex are numbered, where not as those of the paper.",
        "body": "What the annex says: a list of blocks; its paragraphs are numbered from 1.",
    },
    "a section": {
        "section": "A heading; its number is worked out.",
        "body": "What stands under the heading: a list of blocks, sections of the next level among them.",
        "headings": "How the levels below this section are numbered, where not as in the rest of the paper.",
        "numbered": "Whether this heading has a number.",
    },
    "a paragraph": {
        "para": "A numbered paragraph, one sentence a line; numbers run on through the whole paper.",
        "body": "What belongs to the paragraph besides its text: lists, quotes, further text.",
    },
    "an unnumbered paragraph": {
        "text": "A paragraph without a number.",
    },
    "a list": {
        "list": "The items of a list: text, or a mapping with `text` and a list below it.",
        "style": "How the items are marked: `bullet`, `dash`, or a sample of a number such as (a).",
    },
    "an item": {
        "text": "What the item says.",
        "list": "The items of a list below this one.",
        "style": "How the items of the list below are marked: `bullet`, `dash`, or a sample such as (i).",
    },
    "a quote": {
        "quote": "A passage quoted word for word, set in from the margin.",
    },
    "a box": {
        "box": "A passage in a frame.",
        "title": "The title in the frame.",
    },
    "a table": {
        "table": "The caption of a table, whose number is worked out; an empty one is no caption and no number.",
        "columns": "The columns: a title each, or a mapping with `title` and how it is set.",
        "rows": "The rows: a list of cells each, or `{group: ...}` for one cell across the row.",
        "data": "A file of comma-separated values in place of columns and rows, such as data/redlist.csv.",
        "align": "Where the columns of a file of data stand, by their titles: `{Mammals: right}`.",
        "notes": "The table's own notes by small letter; `[^a]` in a cell or head calls the one marked a.",
        "landscape": "Whether the table has a page of its own, turned on its side.",
        "row_heads": "Whether the first column holds the heads of the rows.",
    },
    "a column": {
        "title": "The head of the column; where all are empty there is no head row.",
        "align": "Where the text of the column stands; a column of figures stands right by itself.",
        "width": "The share of the table's width, such as 20%.",
        "total": "Whether each row's number here must be the sum of its other numbers; a build says where it is not.",
        "format": "How numbers are printed, by example: 1,000 groups thousands with a comma.",
    },
    "a column over others": {
        "title": "The head over several columns.",
        "columns": "The columns below this head.",
    },
    "a row": {
        "group": "The text of one cell across the whole row: a head of the rows below it.",
    },
    "a cell": {
        "text": "What the cell says; lines that begin with a dash are a list.",
        "rows": "How many rows the cell reaches down; they leave it out.",
        "cols": "How many columns the cell reaches across.",
        "head": "Whether the cell is a head of what stands beside or below it.",
    },
    "a figure": {
        "figure": "The caption of a figure, whose number is worked out; an empty one is no caption and no number.",
        "image": "The path of a picture from the folder of this file, such as images/map.png: PNG, JPEG or SVG.",
        "chart": "A chart, by its values.",
        "panels": "Boxes side by side, of short items or of text.",
        "alt": "What the figure shows, for readers who can't see it.",
    },
    "a chart": {
        "type": "How the chart shows its values.",
        "unit": "What the values are counted in, such as percentage.",
        "categories": "What each value of a series is the value of, in order.",
        "series": "The rows of values, one or several.",
    },
    "a term": {
        "term": "The term to write.",
        "not": "What is not to be written for it, one or more.",
        "because": "Why, in a sentence; `check` says it with what it finds.",
    },
    "a series": {
        "name": "What the series is called in the legend.",
        "values": "One number for each category; `null` where there is none.",
        "labels": "What is printed on the bars in place of the values, one for each category.",
    },
    "a panel": {
        "title": "The title of the box.",
        "items": "Short items, one a line.",
        "text": "Running text in the box.",
        "wide": "Whether the box takes the whole width.",
    },
    "a programme": {
        "programme": "The timetable of a meeting, day by day.",
    },
    "a day of a programme": {
        "day": "The date, as year, month, day: 2020-08-06.",
        "timezone": "The time zone of the day's hours, such as GMT+9.",
        "sessions": "What happens on the day, in order of time.",
    },
    "a session": {
        "time": "When it begins and ends: 14:00-14:15; the end may be left open.",
        "title": "What the session is called.",
        "speakers": "Who speaks: one, or a list.",
        "text": "What the session is about.",
        "items": "What is done in the session, item by item.",
        "parallel": "Whether it is held beside another at the same time.",
    },
    "a break": {
        "time": "When it begins and ends: 12:00-13:30.",
        "break": "What the break is: Coffee, Lunch.",
        "text": "What there is to say of the break.",
    },
    "a list of participants": {
        "participants": "Prints the list of participants from the meeting's file: `true`.",
    },
    "a list of documents": {
        "documents": "Prints the list of the meeting's documents: `true`, or for those on one item, its id.",
    },
    "a page break": {
        "page_break": "Begins a new page: `true`.",
    },
    "a slide": {
        "slide": "The title of a slide; without a `body` it opens a part.",
        "body": "What stands on the slide: text, lists, tables and figures.",
        "notes": "What the speaker says to the slide.",
    },
}
