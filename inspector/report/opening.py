"""The page after the cover: contents, how to read the report, the visits made."""

from collections.abc import Sequence
from typing import NamedTuple

from inspector.inspection.answer import Verdict
from inspector.report.content import ReportContent, Visit
from inspector.report.flow import Flow
from inspector.report.marks import VERDICT_COLOURS, verdict_word
from inspector.report.palette import (
    BODY,
    DARK_GOLD,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    RED,
    RIGHT,
    RULE,
    TABLE_MUTE,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span
from inspector.report.table import Cell, Column, Row, Table
from inspector.wording import _

ENTRY_HEIGHT = 23.5
NUMBER = Style(11, 14, DARK_GOLD, bold=True)
TITLE = Style(10, 14, INK, bold=True)
ABOUT = Style(8.5, 14, MUTE)
SIGN = Style(7.5, 14)
COLUMN = MEASURE * 0.47


class Entry(NamedTuple):
    """A line of the contents: number, title and what the chapter holds."""

    number: str
    title: str
    about: str


def set_opening(flow: Flow, content: ReportContent, entries: Sequence[Entry]) -> None:
    """Set contents, reading help and visits on one page."""
    flow.chapter("", _("目录"), joins=0)
    with flow.sheet.tags.group("TOC"):
        for entry in entries:
            set_entry(flow, entry)
    flow.gap(14)
    set_reading(flow, content)
    set_visits(flow, content)


def set_entry(flow: Flow, entry: Entry) -> None:
    """Set one line of the contents: a link, with its page number filled in at the end."""
    top = flow.take(ENTRY_HEIGHT)
    sheet = flow.sheet
    with sheet.tags.group("TOCI"), sheet.tags.tag("Link"):
        sheet.label(entry.number, NUMBER, LEFT, top - 15)
        wide = sheet.label(entry.title, TITLE, LEFT + 22, top - 15)
        about = max(114.0, wide + 34)
        Paragraph(entry.about, ABOUT, MEASURE - about - 36, 1).draw(sheet, LEFT + about, top - 5)
        flow.refer(entry.number, RIGHT, top - 15.5)
        box = (LEFT, top - ENTRY_HEIGHT, RIGHT, top)
        sheet.link(f"chapter-{entry.number}", f"{entry.number} {entry.title}", box)
    sheet.rule(LEFT, top - ENTRY_HEIGHT, RIGHT, RULE)


def set_reading(flow: Flow, content: ReportContent) -> None:
    """Set how figures are printed beside the key of the signs."""
    signs = sign_rows()
    notes = [Paragraph(text, BODY, COLUMN) for text in content.reading]
    height = max(sum(note.height + 3 for note in notes), len(signs) * SIGN.leading)
    flow.section(_("怎样读这份报告"), keep=height)
    top = y = flow.take(height)
    for note in notes:
        note.draw(flow.sheet, LEFT, y)
        y -= note.height + 3
    for place, (sign, meaning) in enumerate(signs):
        row, quiet = top - place * SIGN.leading, SIGN._replace(colour=MUTE)
        with flow.sheet.tags.tag("P"):
            Paragraph(sign, SIGN, 80, 1).draw(flow.sheet, LEFT + COLUMN + 28, row)
            Paragraph(meaning, quiet, MEASURE - COLUMN - 92, 1).draw(flow.sheet, LEFT + COLUMN + 92, row)


def verdict_spans(verdict: Verdict | None, style: Style) -> tuple[Span, ...]:
    """Return the sign and the word of a verdict."""
    colour = VERDICT_COLOURS[verdict] if verdict else MUTE
    word = span(verdict_word(verdict), style, colour, verdict == Verdict.FAIL)
    return icon(verdict.value if verdict else "blank", style.size), word


def sign_rows() -> list[tuple[tuple[Span, ...], str]]:
    """Return each sign with what it stands for."""
    rows: list[tuple[tuple[Span, ...], str]] = [
        (verdict_spans(Verdict.CONFORM, SIGN), _("得满分")),
        (verdict_spans(Verdict.PARTLY, SIGN), _("得一半")),
        (verdict_spans(Verdict.FAIL, SIGN), _("不得分，书面整改或立查立改")),
        (verdict_spans(Verdict.NA, SIGN), _("退出基数，理由逐项写明")),
        (verdict_spans(Verdict.UNCHECKED, SIGN), _("退出基数，计入数据充分性")),
    ]
    meanings = {
        "fatal": _("待第二人确认，确认即不达标"),
        "major": _("未整改时星级封顶"),
        "minor": _("立查立改，或限期整改"),
    }
    rows += [((icon(name, 6.5),), meaning) for name, meaning in meanings.items()]
    changes = (icon("up", 7), Span(" ", 7), icon("down", 7), Span(" ", 7), icon("same", 7))
    return [*rows, (changes, _("较上次改善 / 变差 / 不变"))]


def set_visits(flow: Flow, content: ReportContent) -> None:
    """Set the visits made, void ones with the reason."""
    if not content.visits:
        return
    table = Table(
        (
            Column(_("类型"), 36),
            Column(_("时间"), 112),
            Column(_("范围"), MEASURE - 36 - 112 - 82 - 84),
            Column(_("人员"), 82),
            Column(_("状态"), 84, TABLE_MUTE),
        ),
        most=3,
    )
    flow.section(_("本次检查"), keep=50)
    table.set(flow, [Row(visit_cells(visit)) for visit in content.visits])
    if content.visits_note:
        flow.gap(3)
        flow.paragraph(content.visits_note, NOTE)


def visit_cells(visit: Visit) -> tuple[Cell, ...]:
    """Return the cells of a visit."""
    if visit.valid is None:
        validity: Cell = (icon("blank", 7.5), Span(visit.note, 7.5))
    elif visit.valid:
        validity = (icon("conform", 7.5), Span(visit.note or _("有效"), 7.5))
    else:
        validity = (icon("fail", 7.5), Span(visit.note or _("无效"), 7.5, RED, bold=True))
    return visit.kind, visit.when, visit.scope, visit.people, validity
