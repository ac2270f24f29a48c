"""`po/*.po` -> the words of a language; and what stands in words.py -> the catalogues, brought up to date.

A catalogue is compiled as it is read, so that what is printed is what stands in it: there is no compiled file to be
forgotten. Babel is loaded with the first paper that is in another language than English.
"""

from dataclasses import fields, replace
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from neaspec_docs.language.counted import Counted
from neaspec_docs.language.words import ENGLISH, Words

FOLDER = Path(__file__).parent / "po"
_WIDTH = 120
_HEAD = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {forms}\\n"

"""
"""No date and no author: only messages change a catalogue."""


def words(language: str) -> Words:
    """Return the words of a language that has a catalogue ("fr"); what is not translated in it stays English."""
    compiled = BytesIO()
    write_mo(compiled, read(language))
    compiled.seek(0)
    told = GNUTranslations(compiled)
    translated: dict[str, Any] = {name: _translated(name, message, told) for name, message in messages()}
    return replace(ENGLISH, **translated)


def read(language: str) -> Catalog:
    """Return the catalogue of a language as it stands in its file; an empty one where there is none yet."""
    file = FOLDER / f"{language}.po"
    if not file.is_file():
        return Catalog(locale=language, fuzzy=False)
    return read_po(BytesIO(file.read_bytes()), locale=language, abort_invalid=True)


def messages() -> tuple[tuple[str, str | Counted], ...]:
    """Return all messages in their order: the name of the field, which is their context, and what English says."""
    return tuple((part.name, getattr(ENGLISH, part.name)) for part in fields(ENGLISH))


def updated(language: str) -> Catalog:
    """Return the catalogue of a language with the messages of today.

    New ones are not translated, those that are gone go. One whose English has changed is marked `fuzzy`: its
    translation is to be looked at, and until then English is printed.
    """
    catalog = read(language)
    earlier = {message.context: message for message in catalog if message.id}
    catalog.update(_template(), no_fuzzy_matching=True)
    for message in catalog:
        before = earlier.get(message.context)
        if message.id and before is not None and before.id != message.id:
            message.string = before.string
            message.flags.add("fuzzy")
    catalog.obsolete.clear()
    return catalog


def text(catalog: Catalog) -> bytes:
    """Return a catalogue as its file has it."""
    written = BytesIO()
    write_po(written, catalog, width=_WIDTH, omit_header=True)
    head = _HEAD.format(language=catalog.locale_identifier, forms=catalog.plural_forms)
    return head.encode() + written.getvalue().lstrip(b"\n")


def is_translated(message: Message) -> bool:
    """Say whether a message has all its forms, and nobody is asked to look at them again."""
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(said) and not message.fuzzy


def _template() -> Catalog:
    """Return the catalogue of all messages, none of them translated."""
    made = Catalog(fuzzy=False)
    for name, message in messages():
        made.add((message.one, message.several) if isinstance(message, Counted) else message, context=name)
    return made


def _translated(name: str, message: str | Counted, told: GNUTranslations) -> str | Counted:
    if isinstance(message, str):
        return told.pgettext(name, message)
    one, several = message.one, message.several
    return Counted(one, several, lambda count: told.npgettext(name, one, several, count))
