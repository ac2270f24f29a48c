"""Tags -> WeasyPrint's PDF with a structure tree of them (ISO 32000-1 14.7), before it is written."""

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf  # type: ignore[import-untyped]

from neaspec_docs.write.pdf import roles
from neaspec_docs.write.pdf.painted import PaintedPage
from neaspec_docs.write.pdf.structure import Annotation, Kid, Piece, Tag


class Tagging:
    """The structure tree of a PDF in the making."""

    def __init__(self, pdf: Any, pages: Sequence[PaintedPage]) -> None:  # noqa: ANN401 -- pydyf ships no types
        """Take the PDF; its catalogue leads to the root of a tree without tags already."""
        self._pdf = pdf
        self._pages: tuple[bytes, ...] = pdf.page_references
        self._marked: list[dict[int, bytes]] = [{} for _ in pages]
        self._sizes = [len(page.marks) for page in pages]
        self._forms = [page.forms for page in pages]
        self._links: list[tuple[int, bytes]] = []
        self._named: dict[str, bytes] = {}

    def write(self, document: Tag) -> None:
        """Write the tree."""
        root = self._at(self._pdf.catalog["StructTreeRoot"])
        top = self._at(root["K"][0])
        self._fill(top, document)
        root["RoleMap"] = pydyf.Dictionary({kind: f"/{known}" for kind, known in roles.OWN.items()})
        if self._named:
            names = pydyf.Array()
            for name in sorted(self._named):
                names.extend((pydyf.String(name), self._named[name]))
            root["IDTree"] = pydyf.Dictionary({"Names": names})
        self._at(root["ParentTree"])["Nums"] = pydyf.Array(self._numbers())

    def _at(self, reference: bytes) -> Any:  # noqa: ANN401
        return self._pdf.objects[int(reference.split()[0])]

    def _numbers(self) -> Iterator[Any]:
        """Give the ways back: from each mark of each page, link and form, to its element (14.7.4.4)."""
        for number in range(len(self._pages)):
            yield number
            yield self._ways_back(number)
        for number, reference in self._links:
            yield number
            yield reference
        number = len(self._pages) + len(self._links)
        for page, forms in enumerate(self._forms):
            for form in {id(form): form for form in forms.values()}.values():
                form.extra["StructParents"] = number
                yield number
                yield self._ways_back(page)  # no two marks of a page are the same, though they are on its forms
                number += 1

    def _ways_back(self, page: int) -> Any:  # noqa: ANN401
        return pydyf.Array(self._marked[page].get(mark, "null") for mark in range(self._sizes[page]))

    def _fill(self, element: Any, tag: Tag) -> None:  # noqa: ANN401
        """Write what a tag says and holds into its dictionary."""
        own = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), None)
        if own is not None:
            element["Pg"] = self._pages[own]
        for name, text in tag.entries.items():
            element[name] = pydyf.String(text)
        if "ID" in tag.entries:
            self._named[tag.entries["ID"]] = element.reference
        attributes = [_attributes(owner, said) for owner, said in tag.attributes.items() if said]
        if attributes:
            element["A"] = attributes[0] if len(attributes) == 1 else pydyf.Array(attributes)
        element["K"] = pydyf.Array([self._kid(element, own, kid) for kid in tag.kids])

    def _kid(self, element: Any, own: int | None, kid: Kid) -> Any:  # noqa: ANN401
        """Return how an element that is on page `own` leads to what it holds."""
        match kid:
            case Tag():
                child = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kid.kind}", "P": element.reference})
                self._pdf.add_object(child)
                self._fill(child, kid)
                return child.reference
            case Annotation():
                kid.link["StructParent"] = len(self._pages) + len(self._links)
                self._links.append((kid.link["StructParent"], element.reference))
                return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.link.reference, "Pg": self._pages[kid.page]})
            case Piece():
                self._marked[kid.page][kid.mark] = element.reference
                form = self._forms[kid.page].get(kid.mark)
                if kid.page == own and form is None:
                    return kid.mark
                on = {} if form is None else {"Stm": form.reference}
                return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], **on, "MCID": kid.mark})


def _attributes(owner: str, said: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return attributes of one owner; a list of words is one of names of elements, any other one of numbers."""
    made = pydyf.Dictionary({"O": f"/{owner}"})
    for name, value in said.items():
        if isinstance(value, list):
            made[name] = pydyf.Array(pydyf.String(part) if isinstance(part, str) else part for part in value)
        else:
            made[name] = value
    return made
