"""An acronym that is used before it is spelt out, or is spelt out nowhere.

At first mention the name stands in full with the acronym behind it in brackets; from then on the acronym alone is
enough. A reader who enters a paper where a delegate points should find the words by looking back, never forward.

Wrong:

```yaml
- para: The CF holds the money of the Programme.
- para: The Core Fund (CF) is replenished each year, as the SPC proposed.
- para: A joint CF/ADB project began. Moscow SUV was told, and the Bangkok ROAP; ROAP agreed.
- para: Support EAAFP with data in LPP 2021-2025. Staff of UNOG Palais, and others, came.
- para: The MPF, many parties find, is good. LPQ Staff presented it; the President of UNOD agreed.
```

```yaml
- table: Work of the ABRC
  columns: [What, Who]
  rows: [[Counting, ABRC]]
```

Right:

```yaml
- para: The Core Fund (CF) holds the money of the Programme. The CF is replenished each year.
- para: Marine protected areas (MPAs) are many; the third Senior Officials Meeting (SOM-3) named each MPA. SOM met.
```

Silent: what everyone knows, symbols, meetings with their number, Roman numerals, currencies and units, names of
persons; titles; tables and figures whose acronyms are spelt out anywhere in the paper or in their note; an acronym that
the masthead or the glossary spells out; what is quoted; slides.

```yaml
- section: Work under the CF, part II
  body:
    - para: |
        The UN, UNESCO and COVID-19; SOM-24 and COP15; A/RES/75/4, NEASPEC/SOM(24)/5 and ISO/IEC 29500-1; CO~2~, NO~x~
        and PM~2.5~; USD 5 and 3 MW; chapters II and XIV; Mr. Hiroshi SATO; “the WFP said”; it is NOT so.
- table: Gases
  columns: [Gas, Source]
  rows: [[GHG, BAU], [VOC, LULUCF], [MPA, IBA]]
  remark: "Abbreviations: MPA, marine protected area; IBA – important bird area."
  note: "BAU: business as usual; LULUCF stands for land use, land-use change and forestry, VOC for volatile compounds."
- para: Emissions of greenhouse gases (GHGs) fell in GHG inventories.
- para: The Secretariat of NEASPEC (North-East Asian Subregional Programme for Environmental Cooperation) wrote.
- para: |
    Sangmin SERIU spoke with Anna Maria SATO, J.H. DE LA CRUZ, Ambassador DORJ, KIM Min-ho and ZHANG Wei; by EN 12341,
    GB 3095-2012 and ASTM D5011 it cost RMB 5,000 and 300 THB; see UNEP(DEPI)/NOWPAP IG.20/3, COP 26 and NE Asia.
- para: |
    Messrs. KIM and PARK spoke, and President MOON after them. CHEN Wei presented, and YAMADA Taro of Japan replied.
- para: |
    The United Nations Environment Programme (UNEP) and the Food and Agriculture Organization (FAO) met, in a UNEP/FAO
    project, at a FAO-UNEP workshop.
```

```yaml content/m/meeting.yaml
title: Senior Officials Meeting (SOM)
short: SOM-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p]
```

```yaml content/m/p.yaml
kind: paper
title: A paper of SOM
body:
  - para: SOM met, and the {{ facts.fund }} (CF) grew. The CF is new.
```

```yaml content/facts.yaml
fund: Core Fund
```
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from neaspec_docs.check import acronyms
from neaspec_docs.check.acronyms import KNOWN, Acronyms, Place
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Role
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.model.document import FactValue

_PART = re.compile(r"[A-Z]+")
_MEMBERS = frozenset({"DPR", "DPRK", "ROK", "PRC"})


def find(paper: Reading) -> Findings:
    """Give the first use of each acronym of an English paper that stands before its words, or without them."""
    if not paper.english or paper.slides:
        return
    found = paper.acronyms
    known = acronyms.names(_said_elsewhere(paper)) | KNOWN
    first: dict[str, Place] = {}
    for place in sorted((*found.spelt, *found.numbered), key=lambda place: (place.number, place.start)):
        first.setdefault(place.name, place)
    seen: set[str] = set()
    for whole in _in_order(found):
        for place in _parts(whole, known | first.keys()):
            name, spelt = place.name, first.get(place.name)
            if name not in seen and name not in known and _comes_too_early(place, spelt, found):
                seen.add(name)
                yield _finding(place, spelt, found)


def _in_order(found: Acronyms) -> Iterator[Place]:
    """Give the uses in running text, then those in tables, figures and notes, which are read beside it; no titles.

    What `name-of-member` objects to in running text is not said twice.
    """
    text = (place for place in found.used if found.stretches[place.number].role is Role.TEXT)
    yield from (place for place in text if place.name not in _MEMBERS)
    beside = (Role.CELL, Role.HEAD, Role.CAPTION, Role.PANEL, Role.LABEL, Role.NOTE)
    yield from (place for place in found.used if found.stretches[place.number].role in beside)


def _comes_too_early(place: Place, spelt: Place | None, found: Acronyms) -> bool:
    if spelt is None:
        return True
    early = (place.number, place.start) < (spelt.number, spelt.start)
    return early and found.stretches[place.number].role is Role.TEXT


def _parts(place: Place, said: AbstractSet[str]) -> tuple[Place, ...]:
    """Return the parts of several names that are joined, "CBD/ESCAP", if one of them is said in words somewhere.

    A hyphen may be part of one name, "LT-LEDS", as is the "UN/" of "UN/EDIFACT": such a name is said as a whole, or all
    its parts are.
    """
    if place.name in said:
        return (place,)
    parts = tuple(
        replace(place, name=found.group(), start=place.start + found.start(), end=place.start + found.end())
        for found in _PART.finditer(place.name)
    )
    several = all if "-" in place.name or place.name.startswith("UN/") else any
    return parts if several(part.name in said for part in parts) else (place,)


def _finding(place: Place, spelt: Place | None, found: Acronyms) -> Finding:
    at = found.stretches[place.number].at(place.start, place.end)
    if spelt is None:
        return Finding(f"`{place.name}` is spelt out nowhere", at, f"write its name in full, then `({place.name})`")
    there = found.stretches[spelt.number].at(spelt.start, spelt.end)
    message = f"`{place.name}` is used before it is spelt out"
    return Finding(message, at, "spell it out here", (Related(there, "it is spelt out here"),))


def _said_elsewhere(paper: Reading) -> Iterator[str]:
    """Give what is printed or known with the paper and stands outside it: the masthead, facts, the glossary."""
    meeting = paper.meeting
    yield from (meeting.title, *meeting.organization, meeting.secretariat or "")
    yield from (term.preferred for term in paper.content.terms)
    for facts in paper.content.facts.values():
        yield from _strings(facts)


def _strings(fact: FactValue) -> Iterator[str]:
    if isinstance(fact, str):
        yield fact
        return
    for inner in fact.values():
        yield from _strings(inner)


RULE = Rule(Code.UNEXPLAINED_ACRONYM, paper=find)
