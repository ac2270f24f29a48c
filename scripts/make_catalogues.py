"""The messages of language/words.py -> the catalogues in language/po/, brought up to date. `make catalogues`.

A catalogue that is not there yet is begun by naming its language: `python -m scripts.make_catalogues es`.
"""

import sys

from neaspec_docs.language import catalogues


def main() -> None:
    """Write the catalogues that are there and those of the languages named, and say what is to be translated."""
    for language in sorted({path.stem for path in catalogues.FOLDER.glob("*.po")} | set(sys.argv[1:])):
        catalog = catalogues.updated(language)
        (catalogues.FOLDER / f"{language}.po").write_bytes(catalogues.text(catalog))
        left = [message.context or "" for message in catalog if message.id and not catalogues.is_translated(message)]
        print(f"{language}: {len(left)} of {len(catalog)} messages to translate {' '.join(left)}".rstrip())


if __name__ == "__main__":
    main()
