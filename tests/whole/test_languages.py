"""A paper in each language: what the program adds is in that language, in PDF, in Word as LibreOffice has it, in html.

The papers are in `languages/`; what they must say was written by hand, as editors of each language have it.
"""

import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import readers
from lxml.html import document_fromstring
from papers import Built
from pptx import Presentation
from readers import solid

from neaspec_docs.project import Project

PROJECT = Project(Path(__file__).parent / "languages")
SAID = {
    "fr": (
        *("Projet", "Distr. générale", "1er octobre 2020", "Original : français"),
        *("Vingt-quatrième réunion de hauts fonctionnaires", "Oulan-Bator, 12 et 13 octobre 2020"),
        *("Point 2 de l’ordre du jour provisoire", "Résumé", "Table des matières", "Annexe I"),
        *("voir section II, tableau 1 et figure 1.", "Voir aussi paragraphe 1, par. 1 et annexe I, paragraphe 1."),
        *("La contribution s’élève à 44 985,5 dollars", "Tableau 1. Couples par zone humide", "Note : Les couples"),
        *("Source : Relevés", "Figure 1. Évolution", "Horaire", "Activité", "Lundi 12 octobre 2020 (GMT+8)"),
        *("A. N. Example, Directrice, Ministère", "Cote", "Titre", "Point de l’ordre du jour"),
    ),
    "ru": (
        *("Проект", "Distr.: General", "1 October 2020", "Original: Russian"),
        *("Двадцать четвёртое совещание старших должностных лиц", "Улан-Батор, 12–13 октября 2020 года"),
        *("Пункт 2 предварительной повестки дня", "Резюме", "Содержание", "Приложение I"),
        *("см. раздел II, таблица 1 и рисунок 1.", "См. также пункт 1, п. 1 и приложение I, пункт 1."),
        *("Сведения даны в таблице 1.", "Взнос составляет 44 985,5 долл. США", "Таблица 1. Число пар"),
        *("Примечание: Пары", "Источник: данные", "Рисунок 1. Динамика", "Время", "Мероприятие"),
        *("Понедельник, 12 октября 2020 года (GMT+8)", "Условное обозначение", "Название", "Пункт повестки дня"),
    ),
    "zh": (
        *("草案", "Distr.: General", "1 October 2020", "Original: Chinese"),
        *("第二十四次东北亚次区域环境合作计划高官会议", "2020年10月12日至13日，乌兰巴托"),
        *("临时议程项目2", "摘要", "目录", "附件I", "见第II节、表1和图1。", "另见第1段、第1段和附件I，第1段。"),
        *("捐款额为44,985.5美元", "表1 各湿地", "注：无巢", "资料来源：秘书处", "图1 配对数", "时间", "内容"),
        *("2020年10月12日星期一（GMT+8）", "A. N. Example，司长，环境部", "文号", "标题", "议程项目"),
    ),
    "ja": (
        *("案", "配布：一般", "2020年10月1日", "原文：日本語"),
        *("第24回北東アジア環境協力高級実務者会合", "2020年10月12日～13日、ウランバートル"),
        *("暫定議題2", "概要", "目次", "附属書I", "第II節、表1及び図1を参照", "第1段落、パラ1及び附属書I、第1段落も"),
        *("拠出額は44,985.5ドル", "表1 湿地ごと", "注：巣のない", "出典：事務局", "図1 つがい", "時間", "内容"),
        *("2020年10月12日月曜日（GMT+8）", "A. N. Example、局長、環境省", "文書番号", "表題", "議題"),
    ),
    "ko": (
        *("초안", "배포: 일반", "2020년 10월 1일", "원문: 한국어"),
        *("제24차 동북아환경협력계획 고위급회의", "2020년 10월 12일~13일, 울란바토르"),
        *("잠정의제 2", "요약", "목차", "부속서 I", "제II절, 표 1 및 그림 1 참조", "제1항, 제1항 및 부속서 I, 제1항도"),
        *("분담금은 44,985.5달러", "표 1. 습지별", "주: 둥지가", "출처: 사무국", "그림 1. 쌍의", "시간", "내용"),
        *("2020년 10월 12일 월요일 (GMT+8)", "A. N. Example, 국장, 환경부", "문서번호", "제목", "의제"),
    ),
    "mn": (
        *("Төсөл", "Тараах хүрээ: нээлттэй", "2020 оны аравдугаар сарын 1", "Эх хэл: монгол"),
        *("Хорин дөрөвдүгээр Зүүн хойд Азийн", "Улаанбаатар, 2020 оны аравдугаар сарын 12–13"),
        *("Хэлэлцэх асуудлын урьдчилсан жагсаалтын 2-р асуудал", "Хураангуй", "Агуулга", "Хавсралт I"),
        *("хэсэг II, хүснэгт 1, зураг 1-ийг", "догол мөр 1, догол мөр 1, хавсралт I, догол мөр 1-ийг"),
        *("Хандив 44,985.5 ам.доллар", "Хүснэгт 1. Ус намгархаг", "Тайлбар: Үүргүй", "Эх сурвалж: Нарийн"),
        *("Зураг 1. Хосын", "Цаг", "Хөтөлбөр", "2020 оны аравдугаар сарын 12, даваа гараг (GMT+8)", "Гарчиг"),
    ),
}
FONTS = {
    "fr": {"Liberation-Serif", "Noto-Serif-CJK-KR", "Noto-Serif-CJK-JP", "Noto-Serif-CJK-SC"},
    "ru": {"Liberation-Serif", "Noto-Serif-CJK-KR", "Noto-Serif-CJK-JP", "Noto-Serif-CJK-SC"},
    "zh": {"Liberation-Serif", "Noto-Serif-CJK-SC", "Noto-Serif-CJK-KR", "Noto-Serif-CJK-JP"},
    "ja": {"Liberation-Serif", "Noto-Serif-CJK-JP", "Noto-Serif-CJK-KR"},
    "ko": {"Liberation-Serif", "Noto-Serif-CJK-KR", "Noto-Serif-CJK-JP"},
    "mn": {"Liberation-Serif", "Tinos", "Noto-Serif-CJK-KR", "Noto-Serif-CJK-JP", "Noto-Serif-CJK-SC"},
}
ALTERNATIVE = {
    "fr": "Diagramme en colonnes : 2 séries, 3 catégories. Unité : couples par km². Séries : Nord; Sud. "
    "Catégories : 2018; 2019; 2020. La valeur la plus élevée est 1,75, pour 2020 (Nord). "
    "La valeur la plus faible est 0,4, pour 2018 (Nord). Une valeur manque.",
    "ru": "Столбчатая диаграмма: 2 ряда данных, 3 категории. Единица измерения: пар на км². "
    "Ряды данных: Север; Юг. Категории: 2018; 2019; 2020. Наибольшее значение — 1,75: 2020 (Север). "
    "Наименьшее значение — 0,4: 2018 (Север). 1 значение отсутствует.",
    "zh": "柱形图：2个系列，3个类别。单位：每平方公里配对数。系列：北部；南部。类别：2018年；2019年；2020年。"
    "2020年（北部）的值最高，为1.75。2018年（北部）的值最低，为0.4。缺少1个值。",
    "ja": "縦棒グラフ：2系列、3項目。単位：1平方キロ当たりのつがい数。系列：北部、南部。"
    "項目：2018年、2019年、2020年。最大値は2020年（北部）の1.75です。最小値は2018年（北部）の0.4です。"
    "1件の値が欠けています。",
    "ko": "세로 막대그래프: 계열 2개, 항목 3개. 단위: 1제곱킬로미터당 쌍. 계열: 북부; 남부. "
    "항목: 2018년; 2019년; 2020년. 최댓값은 2020년(북부)의 1.75입니다. 최솟값은 2018년(북부)의 0.4입니다. "
    "값 1개가 없습니다.",
    "mn": "Баганан диаграмм: 2 цуврал, 3 ангилал. Хэмжих нэгж: км² тутамд ногдох хос. Цуврал: Хойд; Өмнөд. "
    "Ангилал: 2018; 2019; 2020. Хамгийн их утга: 1.75, 2020 (Хойд). Хамгийн бага утга: 0.4, 2018 (Хойд). "
    "Нэг утга байхгүй.",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("languages"), PROJECT)


def _told(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=300).stdout.decode()


def _words(file: Path) -> str:
    """Return all words of a Word file, those of its headers and notes too, in the order of its parts."""
    with ZipFile(file) as word:
        parts = [word.read(name).decode() for name in word.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
    return unescape("".join(said for part in parts for said in re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part)))


@pytest.mark.parametrize("language", SAID)
def test_every_added_word_is_in_the_papers_language(written: Built, language: str) -> None:
    paper = f"{language}/paper"
    html: Any = document_fromstring(written.file(paper, "html").read_bytes())
    texts = {
        "pdf": _told("pdftotext", "-raw", written.file(paper, "pdf"), "-"),
        "word": _words(readers.soffice(written.file(paper, "docx"), "docx", written.folder / "saved" / language)),
        "html": html.text_content(),
    }
    for name, text in texts.items():
        assert [said for said in SAID[language] if solid(said) not in solid(text)] == [], name


@pytest.mark.parametrize("language", FONTS)
def test_each_script_has_the_font_of_its_language(written: Built, language: str) -> None:
    table = _told("pdffonts", written.file(f"{language}/paper", "pdf"))
    fonts = re.findall(r"^[A-Z]{6}\+(\S+)", table, re.MULTILINE)
    assert {re.sub("(-Bold)?(-Italic)?$", "", font) for font in fonts} == FONTS[language]


@pytest.mark.parametrize("language", ALTERNATIVE)
def test_a_chart_is_told_in_the_papers_language(written: Built, language: str) -> None:
    with ZipFile(written.file(f"{language}/paper", "docx")) as word:
        told = re.search(r'<wp:docPr [^>]*descr="([^"]*)"', word.read("word/document.xml").decode())
    assert told is not None
    assert told[1].replace("\u00a0", " ") == ALTERNATIVE[language]


def test_word_knows_the_language_of_each_script(written: Built) -> None:
    with ZipFile(written.file("ja/paper", "docx")) as word:
        styles, settings = (word.read(f"word/{name}.xml").decode() for name in ("styles", "settings"))
        document = word.read("word/document.xml").decode()
    assert '<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/>' in styles
    assert '<w:themeFontLang w:val="en-GB" w:eastAsia="ja-JP"/>' in settings
    assert '<w:rFonts w:eastAsia="Noto Serif CJK KR" w:hint="eastAsia"/>' in document
    assert 'w:line="300" w:lineRule="exact"' in styles
    assert 'w:line="240" w:lineRule="exact"' not in styles
    assert not re.search(r"<w:i(Cs)?/>", styles)


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("ja", ("国際連合", "第24回北東アジア環境協力高級実務者会合（SOM）", "2020年10月12日、ウランバートル")),
        ("ru", ("Организация Объединенных Наций", "Двадцать четвёртое совещание", "Улан-Батор, 12 октября 2020 года")),
    ],
)
def test_slides_are_in_their_language_too(
    tmp_path: Path, language: str, first: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("papers.SLIDES", (f"{language}/slides",))
    made = Built(tmp_path, PROJECT)
    shown = Presentation(str(made.file(f"{language}/slides", "pptx"))).slides
    title = "\n".join(shape.text_frame.text for shape in shown[0].shapes if shape.has_text_frame)
    third = "\n".join(shape.text_frame.text for shape in shown[2].shapes if shape.has_text_frame)
    assert [said for said in first if said not in title] == []
    assert ("スライド2, 図1" if language == "ja" else "слайд 2, рисунок 1") in third
    assert "".join(readers.pdf_slides(made.file(f"{language}/slides", "pdf"))).count(first[0]) == 1
