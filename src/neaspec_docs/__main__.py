"""The command `neaspec-docs`, and `python -m neaspec_docs`: signals to stop are heard before all else is imported."""

from neaspec_docs.cli import signals


def main() -> None:
    """Read all words, do what they say, and exit."""
    signals.end_at_once()
    from neaspec_docs.cli.main import main as program

    program()


if __name__ == "__main__":
    main()
