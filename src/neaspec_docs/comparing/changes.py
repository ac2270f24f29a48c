"""Two versions as they were read -> what changed in what is compared."""

from dataclasses import replace

from neaspec_docs.comparing.choosing import Chosen
from neaspec_docs.comparing.reading import Loaded
from neaspec_docs.language.words import words
from neaspec_docs.model.change import Changes
from neaspec_docs.model.document import Content
from neaspec_docs.resolve import facts


def of(chosen: Chosen, old: Loaded, new: Loaded, language: str = "en") -> Changes:
    """Return what changed in what was chosen; things are called as in the language."""
    from neaspec_docs.diff import changes

    was, now = (changes.Snapshot(side.version.name, _stated(side.content), side.papers) for side in (old, new))
    return changes.of(was, now, only=chosen.papers.keys(), meetings=chosen.meetings, say=words(language))


def _stated(content: Content) -> Content:
    """Return the content with the facts in what its meetings say looked up; what is wrong there is said elsewhere."""
    meetings = {id: facts.of_the_agenda(meeting, content) for id, meeting in content.meetings.items()}
    return replace(content, meetings=meetings)
