"""The essays of rules and faults -> docs/rules/: a page a rule, one of faults. `python -m scripts.make_rule_pages`."""

from pathlib import Path

from neaspec_docs.check import essays
from neaspec_docs.check.ruleset import RULES

PAGES = Path(__file__).parents[1] / "docs" / "rules"


def main() -> None:
    """Write all pages anew; those of rules that are gone go."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for old in PAGES.glob("*.md"):
        old.unlink()
    (PAGES / "README.md").write_text(essays.index(RULES), "utf-8")
    (PAGES / "faults.md").write_text(essays.faults(), "utf-8")
    for rule in RULES:
        (PAGES / f"{rule.name}.md").write_text(essays.page(rule), "utf-8")


if __name__ == "__main__":
    main()
