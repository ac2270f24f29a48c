"""What `explain` says of faults in what a paper takes from its meeting. Essays as those of rules, but short."""

from collections.abc import Mapping

from neaspec_docs.diagnostics.codes import Code

ESSAYS: Mapping[Code, str] = {
    Code.NOTHING_TO_LIST: """\
A list that the paper shall show, and of which the meeting's file says nothing.

The agenda, the participants and the documents of an item are stated once, in meeting.yaml. Write them there, or take
the block out.
""",
    Code.UNANNOTATED_ITEM: """\
An agenda item of which an annotated agenda has nothing to say.

Where other items are annotated, the heading of this one stands alone. Write its `annotation:` in meeting.yaml, or name
the item in the papers that are for it.
""",
    Code.WRONG_ORDER: """\
A day or a session of a timetable that stands after a later one.

A timetable is read from top to bottom. Put the days and the sessions in their order; mend the date or the time if it is
that which is wrong.
""",
    Code.OVERLAPPING_SESSIONS: """\
A session that begins before another has ended.

Nobody can attend both. Mend the times, or write `parallel: true` where they are meant to run side by side.
""",
    Code.DAY_OUTSIDE_MEETING: """\
A day of a timetable on which the meeting does not meet.

The masthead says from when to when it is held; a timetable with other days contradicts it. Mend one of the two.
""",
    Code.OTHER_MEETING: """\
An annexed paper that lists the documents or participants of another meeting.

A list is made of the meeting in hand, so that the annex would show the wrong one. Annex a paper of this meeting, or
cite that one.
""",
}
