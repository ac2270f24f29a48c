"""Paragraphs of a slide's text -> those of PowerPoint: levels, bullets, numbers that count, spaces below."""

from collections.abc import Iterable
from dataclasses import replace

from neaspec_docs.write.pptx import inlines
from neaspec_docs.write.pptx.drawingml import Markup, emu, hundredths, x
from neaspec_docs.write.pptx.inlines import Look
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides import measures, text
from neaspec_docs.write.slides.text import Paragraph, Setting

_COUNTED = {
    "1": "arabicPlain",
    "1.": "arabicPeriod",
    "1)": "arabicParenR",
    "(1)": "arabicParenBoth",
    "a.": "alphaLcPeriod",
    "a)": "alphaLcParenR",
    "(a)": "alphaLcParenBoth",
    "A.": "alphaUcPeriod",
    "A)": "alphaUcParenR",
    "(A)": "alphaUcParenBoth",
    "i.": "romanLcPeriod",
    "i)": "romanLcParenR",
    "(i)": "romanLcParenBoth",
    "I.": "romanUcPeriod",
    "I)": "romanUcParenR",
    "(I)": "romanUcParenBoth",
}
"""How PowerPoint counts a list of this sample (ST_TextAutonumberScheme, 20.1.10.61)."""

_LAST_LEVEL = 8


class Count:
    """What PowerPoint counts to: a list's numbers run on until another paragraph of its level or above stands between.

    ISO/IEC 29500-1, 21.1.2.4.1.
    """

    def __init__(self) -> None:
        self._next: dict[int, tuple[str, int, int | None]] = {}

    def mark(self, paragraph: Paragraph) -> Markup | None:
        """Return the mark of a paragraph that counts, None where PowerPoint would come to another number."""
        scheme = _COUNTED.get(paragraph.style)
        if scheme is None:
            self.pass_over(paragraph.level)
            return None
        known, number, start = self._next.get(paragraph.level, ("", 0, None))
        if known != scheme or number != paragraph.place:
            if known and start is None and paragraph.place == 1:
                self.pass_over(paragraph.level)
                return None
            start = None if paragraph.place == 1 else paragraph.place
        self.pass_over(paragraph.level)
        self._next[paragraph.level] = scheme, paragraph.place + 1, start
        return x("a:buAutoNum", type=scheme, startAt=start)

    def pass_over(self, level: int) -> None:
        """Begin lists of this level and those below it again."""
        self._next = {known: state for known, state in self._next.items() if known < level}


def write(scene: Scene, paragraphs: Iterable[Paragraph], look: Look, setting: Setting | None = None) -> list[Markup]:
    """Return paragraphs; `setting` is given where no placeholder says how they are set."""
    count = Count()
    made = [_paragraph(scene, one, look, setting, count) for one in paragraphs] or [x("a:p")]
    for space in made[-1].iter("a:spcAft"):
        space[0].set("val", "0")
    return made


def _paragraph(scene: Scene, one: Paragraph, look: Look, setting: Setting | None, count: Count) -> Markup:
    if text.is_bold(one.source):
        look = replace(look, bold=True)
    if setting is not None:
        look = replace(look, size=setting.type(one))
    mark, said = _mark(one, count)
    step = scene.scale.body.indent * measures.BULLET
    usual = one.mark == "•" and (one.left, one.hang) == ((one.level + 1) * step, step)
    inherited = setting is None and usual
    properties = x("a:pPr", lvl=min(one.level, _LAST_LEVEL) or None)
    if not inherited:
        properties.set("marL", str(emu(one.left)))
        properties.set("indent", str(-emu(one.hang)))
    if setting is None and one.closes is not None:
        properties.append(x("a:spcAft", x("a:spcPts", val=hundredths(scene.scale.body.space(one)))))
    elif setting is not None:
        properties.append(x("a:spcBef", x("a:spcPts", val=0)))
        properties.append(x("a:spcAft", x("a:spcPts", val=hundredths(setting.space(one)))))
    if not inherited:
        properties.extend(mark)
    runs = inlines.runs(scene, one.source, look)
    if said:
        words = x("a:t")
        words.text = f"{said}\t"
        runs.insert(0, x("a:r", look.properties(), words))
    return x("a:p", properties, *runs) if runs else x("a:p", properties, look.properties("a:endParaRPr"))


def _mark(one: Paragraph, count: Count) -> tuple[list[Markup], str]:
    """Return the elements of a paragraph's mark, and the mark as words where PowerPoint can't make it."""
    if not one.mark:
        count.pass_over(one.level)
        return [x("a:buNone")], ""
    if one.style in text.MARKS:
        count.pass_over(one.level)
        return [x("a:buFont", typeface="Arial"), x("a:buChar", char=one.mark)], ""
    counted = count.mark(one)
    if counted is None:
        return [x("a:buNone")], one.mark
    return [x("a:buFont", typeface="+mj-lt"), counted], ""
