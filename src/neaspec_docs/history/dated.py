"""Two versions -> how a printed redline calls them: "the text of 12 October 2020 (HEAD~3)", "report.yaml".

Who reads the print may not know git: what is not committed is "the present text", and a commit goes by its day.

A reader of the print has no folders, so a file goes by its name alone; two of one name are the old and the new one.
"""

from datetime import date
from pathlib import PurePath

from neaspec_docs.history.git import Repository
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.language import dates
from neaspec_docs.language.words import words


def names(versions: Versions, language: str) -> tuple[str, str]:
    """Return what the old and the new version are called; the day is that of the commit, where it was made."""
    if versions.files is None:
        return _name(versions.old, versions.repository, language), _name(versions.new, versions.repository, language)
    old, new = PurePath(versions.old.name).name, PurePath(versions.new.name).name
    catalogue = words(language)
    return (catalogue.old_file.format(old), catalogue.new_file.format(new)) if old == new else (old, new)


def _name(version: Version, repository: Repository | None, language: str) -> str:
    catalogue = words(language)
    if repository is None:
        return version.name
    if version.commit is None:
        return catalogue.present_text
    day = repository.says("log", "-1", "--no-show-signature", "--format=%cd", "--date=short", version.commit)
    try:
        said = dates.date(date.fromisoformat(day or ""), language)
    except ValueError:  # a date that no calendar has, by a tool that is not git
        return version.name
    return catalogue.text_of.format(date=said, revision=version.name)
