"""Words of another script say their language on the Page, and spaces that must hold do."""

import re
import sys
from xml.etree.ElementTree import XML, tostring

import pytest

from neaspec_docs.render import scripts


def told(markup: str, language: str) -> str:
    root = XML(f'<html lang="{language}"><p>{markup}</p></html>')
    scripts.tell(root)
    return str(tostring(root[0], encoding="unicode"))[3:-4]


@pytest.mark.parametrize(
    ("language", "markup", "expected"),
    [
        ("en", "Plain words – and “quotes”.", "Plain words – and “quotes”."),
        (
            "en",
            "Kim (김) and Yamada (やまだ).",
            'Kim (<span lang="ko">김</span>) and Yamada (<span lang="ja">やまだ</span>).',
        ),
        ("en", "the crane, 丹顶鹤", 'the crane, <span lang="zh">丹顶鹤</span>'),
        ("ru", "a <em>b</em> 多摩川と荒川 c", 'a <em>b</em> <span lang="ja">多摩川と荒川</span> c'),
        ("en", "동북아 환경 2020년, 2 more", '<span lang="ko">동북아 환경 2020년</span>, 2 more'),
        ("ja", "丹頂鶴は두루미という", '丹頂鶴は<span lang="ko">두루미</span>という'),
        ("ko", "丹頂鶴 두루미", "丹頂鶴 두루미"),
        ("zh", "丹顶鹤和タンチョウ", '丹顶鹤和<span lang="ja">タンチョウ</span>'),
        ("en", '<span lang="ja">丹頂鶴</span>', '<span lang="ja">丹頂鶴</span>'),
        ("en", "<code>丹顶鹤</code>", "<code>丹顶鹤</code>"),
        ("zh", "由<em>两名</em>在", '由<em class="upright">两名</em>在'),
        ("zh", "系指<em>Grus grus</em>及", "系指<em>Grus grus</em>及"),
    ],
)
def test_east_asian_words_are_told_by_their_letters(language: str, markup: str, expected: str) -> None:
    assert told(markup, language) == expected


@pytest.mark.parametrize(
    ("language", "markup", "expected"),
    [
        ("fr", "Le mot « grue » : oui ; non ! 5 %", "Le mot «\u00a0grue\u00a0»\u00a0: oui\u00a0; non\u00a0! 5\u00a0%"),
        ("fr", "<em>grue</em> : oui", "<em>grue</em>\u00a0: oui"),
        ("ru", "Журавль — птица № 5", "Журавль\u00a0— птица №\u00a05"),
        ("en", "a : b — c", "a : b — c"),
        ("en", '<span lang="fr">oui : non</span> : c', '<span lang="fr">oui\u00a0: non</span> : c'),
    ],
)
def test_french_and_russian_lines_do_not_end_there(language: str, markup: str, expected: str) -> None:
    assert told(markup, language) == expected


def test_the_quick_look_overlooks_none_of_these_letters() -> None:
    letters = re.compile(f"[{scripts._WORD}{scripts._SIGNS}{scripts._LEFTWARD}]")
    found = letters.findall("".join(map(chr, range(sys.maxunicode + 1))))
    assert len(found) > 100_000
    assert [letter for letter in found if not scripts._may_be_told(letter)] == []
    assert not scripts._may_be_told("“Plain” words – naïve, Журавль, µg/m³")
