"""How lines break over two hundred pages: ours, Typst's and stock reportlab's, counted from the finished files."""

import importlib.util
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from inspector.paths import resources
from inspector.report.flow import Flow, Running, Watch
from inspector.report.fonts import REGULAR, faces
from inspector.report.sheet import Sheet
from tests.bench.others import TYPST_HEAD, text

EVERY = 3  # paragraphs under each heading
HEADING, FOOT = 10.0, 56.0  # the least size of a heading; what stands lower is the running foot
PARAGRAPHS, RIGHT = 2600, 595.3 - 18 * 72 / 25.4
NO_START = frozenset("，。；：、？！”’》）】…%℃")
NO_END = frozenset("（《“‘【")
WORDS = (
    "营业厅", "客户", "（含自助终端）", "《供电服务规范》", "“一次办好”", "920 mm", "GB 55019-2021", "4 项",
    "无障碍", "低位服务台", "台面", "实测", "须", "改造", "；", "，", "，", "。", "：", "？", "、", "12398", "热线",
    "公示", "老花镜", "轮椅", "90%", "3 月 26 日",
)  # fmt: skip


class Count(NamedTuple):
    """Lines of running text, those that begin or end against the rules or leave their column, and lonely headings."""

    lines: int
    starts: int
    ends: int
    over: int
    lonely: int


class Line(NamedTuple):
    """A line of a page: its words, where its last character ends, its size, and how high it stands."""

    words: str
    right: float
    size: float
    y: float


def lines() -> list[str]:
    """Return a line for each way of setting the same text."""
    draw = random.Random(26)
    paragraphs = [paragraph(draw) for _one in range(PARAGRAPHS)]
    told = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ways = {"ours": _ours, "Typst": _typst, "stock reportlab": _stock}
        for title, way in ways.items():
            if title == "Typst" and not importlib.util.find_spec("typst"):
                continue
            way(paragraphs, folder / "lines.pdf")
            pages = len(pypdfium2.PdfDocument(folder / "lines.pdf"))
            one = counted(folder / "lines.pdf", paragraphs)
            told.append(
                f"line breaks, {title}: {pages} pages, {one.lines} lines, illegal starts {one.starts}, ends {one.ends},"
                f" overfull {one.over}, headings alone {one.lonely}"
            )
    return told


def paragraph(draw: random.Random) -> str:
    """Return running text as reports have it, ending in a full stop."""
    made = "".join(draw.choices(WORDS, k=draw.randint(20, 90)))
    for mark in "；，。：？、":
        for other in "；，。：？、":
            made = made.replace(mark + other, mark)
    return made.strip("；，。：？、") + "。"


def counted(path: Path, paragraphs: list[str]) -> Count:
    """Count the lines of a file whose text belongs to the paragraphs."""
    body = "".join("".join(one.split()) for one in dict.fromkeys(paragraphs))
    pages = [[line for line in page if line.y > FOOT] for page in _pages(path)]
    found = [line for page in pages for line in page if "".join(line.words.split()) in body]
    return Count(
        len(found),
        sum(line.words.strip()[0] in NO_START for line in found),
        sum(line.words.strip()[-1] in NO_END for line in found),
        sum(line.right > RIGHT + 1 for line in found),
        sum(min(page, key=lambda line: line.y).size >= HEADING for page in pages if page),
    )


def _pages(path: Path) -> Iterator[list[Line]]:
    """Yield the lines of every page."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        told, found = page.get_textpage(), []
        words, right, size, y = "", 0.0, 0.0, 0.0
        for place in range(told.count_chars()):
            char = told.get_text_range(place, 1)
            if char in {"\r", "\n"}:
                if len(words.strip()) > 1:
                    found.append(Line(words, right, size, y))
                words, right = "", 0.0
            elif char:
                words += char
                y = told.get_charbox(place, loose=True)[1]
                right = max(right, told.get_charbox(place)[2])
                size = pypdfium2.raw.FPDFText_GetFontSize(told, place)
        yield found
    document.close()


def _title(place: int) -> str:
    return f"第 {place // EVERY + 1} 节 营业厅的设施与服务"


def _ours(paragraphs: list[str], target: Path) -> None:
    sheet = Sheet("lines", "", datetime(2026, 3, 30, tzinfo=UTC))
    flow = Flow(sheet, Running("lines", "lines"), Watch())
    for place, one in enumerate(paragraphs):
        if place % EVERY == 0:
            flow.section(_title(place))
        flow.paragraph(one)
    sheet.showPage()
    flow.number_pages()
    target.write_bytes(sheet.finished())


def _typst(paragraphs: list[str], target: Path) -> None:
    import typst

    told = [
        f"{'' if place % EVERY else f'= {text(_title(place))}'}\n{text(one)}" for place, one in enumerate(paragraphs)
    ]
    source = target.with_suffix(".typ")
    source.write_text(TYPST_HEAD.replace("#outline()", "") + "\n\n".join(told), "utf-8")
    typst.compile(str(source), output=str(target), font_paths=[str(resources("fonts"))])


def _stock(paragraphs: list[str], target: Path) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    faces()
    style = ParagraphStyle("body", fontName=REGULAR, fontSize=9, leading=15, wordWrap="CJK", alignment=4)
    heading = ParagraphStyle("heading", style, fontSize=10.5, keepWithNext=1)
    margins = {"leftMargin": 22 * 72 / 25.4, "rightMargin": 18 * 72 / 25.4}
    told = []
    for place, one in enumerate(paragraphs):
        told += [] if place % EVERY else [Paragraph(_title(place), heading)]
        told.append(Paragraph(one, style))
    SimpleDocTemplate(str(target), **margins).build(told)
