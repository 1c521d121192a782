"""How lines break over two hundred pages: ours, Typst's and stock reportlab's, counted from the finished files."""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from inspector.paths import resources
from inspector.report.content import ReportContent
from inspector.report.pdf import write_report
from tests.bench.others import TYPST_HEAD, text
from tests.report.sample_content import full

PARAGRAPHS, RIGHT = 2600, 595.3 - 18 * 72 / 25.4
NO_START = frozenset("，。；：、？！”’》）】…%℃")
NO_END = frozenset("（《“‘【")
WORDS = (
    "营业厅", "客户", "（含自助终端）", "《供电服务规范》", "“一次办好”", "920 mm", "GB 55019-2021", "4 项",
    "无障碍", "低位服务台", "台面", "实测", "须", "改造", "；", "，", "，", "。", "：", "？", "、", "12398", "热线",
    "公示", "老花镜", "轮椅", "90%", "3 月 26 日",
)  # fmt: skip


class Count(NamedTuple):
    """Lines of running text, those that begin or end against the rules, and those that leave their column."""

    lines: int
    starts: int
    ends: int
    over: int


def lines() -> list[str]:
    """Return a line for each way of setting the same text."""
    draw = random.Random(26)
    paragraphs = [paragraph(draw) for _one in range(PARAGRAPHS)]
    told = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ways = {"ours": _ours, "Typst": _typst, "stock reportlab": _stock}
        for title, way in ways.items():
            way(paragraphs, folder / "lines.pdf")
            pages = len(pypdfium2.PdfDocument(folder / "lines.pdf"))
            one = counted(folder / "lines.pdf", paragraphs)
            told.append(
                f"line breaks, {title}: {pages} pages, {one.lines} lines, illegal starts {one.starts}, ends {one.ends},"
                f" overfull {one.over}"
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
    whole = {"".join(one.split()) for one in paragraphs}
    body = "".join(whole)
    found = [line for line in _lines(path) if "".join(line[0].split()) in body]
    starts = sum(line[0].strip()[0] in NO_START for line in found)
    ends = sum(line[0].strip()[-1] in NO_END for line in found)
    return Count(len(found), starts, ends, sum(line[1] > RIGHT + 1 for line in found))


def _lines(path: Path) -> Iterator[tuple[str, float]]:
    """Yield every line with where its last character ends."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        told, words, right = page.get_textpage(), "", 0.0
        for place in range(told.count_chars()):
            char = told.get_text_range(place, 1)
            if char in {"\r", "\n"}:
                if len(words.strip()) > 1:
                    yield words, right
                words, right = "", 0.0
            elif char:
                words += char
                right = max(right, told.get_charbox(place)[2])
    document.close()


def _ours(paragraphs: list[str], target: Path) -> None:
    content: ReportContent = replace(full(), general_note="\n".join(paragraphs))
    write_report(content, target)


def _typst(paragraphs: list[str], target: Path) -> None:
    import typst

    source = target.with_suffix(".typ")
    source.write_text(TYPST_HEAD.replace("#outline()", "") + "\n\n".join(map(text, paragraphs)), "utf-8")
    typst.compile(str(source), output=str(target), font_paths=[str(resources("fonts"))])


def _stock(paragraphs: list[str], target: Path) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from inspector.report.fonts import REGULAR, faces

    faces()
    style = ParagraphStyle("body", fontName=REGULAR, fontSize=9, leading=15, wordWrap="CJK", alignment=4)
    margins = {"leftMargin": 22 * 72 / 25.4, "rightMargin": 18 * 72 / 25.4}
    SimpleDocTemplate(str(target), **margins).build([Paragraph(one, style) for one in paragraphs])
