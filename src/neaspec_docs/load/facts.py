"""A file of facts -> its values by name: text as typed, or further facts."""

from collections.abc import Mapping

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load.plain import Plain
from neaspec_docs.load.shapes import WRONG, ByForm, Complaint, Shape, Word, Wrong, wrong_shape
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.values import FACT_NAME
from neaspec_docs.load.yaml_nodes import MappingNode, YamlNode, compose
from neaspec_docs.model.document import FactValue


class Facts(Shape[Mapping[str, FactValue]]):
    """Facts by name."""

    says = "a mapping of names to facts"

    def read(self, node: YamlNode, source: Source, name: str) -> Mapping[str, FactValue] | Wrong:
        """Return the facts."""
        if not isinstance(node, MappingNode):
            return wrong_shape(node, source, name, self.says, "write each on a line of its own: `name: text`")
        read = {
            FACT_NAME.read(key, source, "the name of a fact"): FACT.read(value, source, quoted(key.value))
            for key, value in node.entries
        }
        return {key: value for key, value in read.items() if key is not WRONG and value is not WRONG}


def _text(text: str) -> str | Complaint:
    """Return the text of a fact: it is printed wherever it is called, so it is no chapter."""
    if len(text) <= limits.LONGEST_FACT:
        return text
    message = f"a fact of {len(text):,} characters: it can have {limits.LONGEST_FACT:,}"
    return Complaint(message, "a fact is a name, a date or a sum; write longer text where it is read")


FACTS = Facts()
_TEXT = Plain(Word("text", _text, Code.LIMIT_REACHED))
FACT: Shape[FactValue] = ByForm("text, or a mapping of names to facts", text=_TEXT, mapping=FACTS)


def read(source: Source) -> Mapping[str, FactValue] | None:
    """Return the facts in the file, as far as they can be read; None where nothing can be."""
    node = compose(source)
    if node is None:
        return None
    facts = FACTS.read(node, source, "a file of facts")
    return None if facts is WRONG else facts
