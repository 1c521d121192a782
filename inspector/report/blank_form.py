"""A checklist for paper: every item with its criterion and boxes to tick, where a laptop cannot be carried."""

from datetime import datetime
from pathlib import Path

from inspector.form.form import Form, Item
from inspector.paths import write_whole
from inspector.report.flow import Flow, Running, Watch
from inspector.report.palette import CODE, DEEP, INK, LEFT, MEASURE, MUTE, NOTE, RIGHT, RULE, SMALL_MUTE, Span, Style
from inspector.report.paragraph import Paragraph, icon, span
from inspector.report.sheet import Sheet, collecting_later, plain
from inspector.report.table import Cell, Column, Row, Table
from inspector.wording import _, language

ROW, GROUP, HEAD = Style(8.5, 11, INK), Style(9.5, 12, DEEP, bold=True), Style(7.5, 10, DEEP, bold=True)
TICK = Style(7.5, 11, INK)
WIDTHS = (36.0, 92.0, 148.0, 88.0)
LINES = 6  # of a row; the wording stands in full on the screen
FIELD = Style(9.5, 22, INK)


def write_blank_form(form: Form, made_at: datetime, target: Path) -> int:
    """Write the blank form as a PDF and return its pages; all there, or not there."""
    with collecting_later():
        sheet = Sheet(plain(f"{form.title} {form.name}"), "", made_at)
        running = Running(f"{form.title}", _("{form} · 指纹 {digest}").format(form=form.name, digest=form.digest[:16]))
        flow = Flow(sheet, running, Watch())
        flow.chapter_name = _("空白检查表")
        sheet.bookmarkPage("form")
        sheet.addOutlineEntry(str(form.title), "form", 0)
        with sheet.tags.artifact():
            flow.head_and_foot()
        set_head(flow, form)
        _table().set(flow, [row for section in form.sections for row in _rows(str(section.title), section.items)])
        set_foot(flow)
        sheet.showPage()
        flow.number_pages()
        sheet.beginForm("page-1")
        sheet.label(f"1 / {flow.page}", Style(7.5, 10, align="right"), RIGHT, 29.5)
        sheet.endForm()
        document = sheet.finished()
    write_whole(target, document)
    return flow.page


def set_head(flow: Flow, form: Form) -> None:
    """Set the title, and the lines for hall, day and inspectors."""
    with flow.sheet.tags.tag("H1"):
        Paragraph(str(form.title), Style(18, 24, DEEP, bold=True), MEASURE, 2).draw(flow.sheet, LEFT, flow.take(30))
    for names in ((_("营业厅"), _("日期与时间")), (_("督查员"), _("陪同人"))):
        top = flow.take(FIELD.leading)
        for place, name in enumerate(names):
            x = LEFT + place * MEASURE / 2
            Paragraph(f"{name}：", FIELD, 80, 1).draw(flow.sheet, x, top)
            flow.sheet.rule(x + 62, top - 17, x + MEASURE / 2 - 14, MUTE, 0.5)
    flow.gap(4)
    told = _("逐项打勾；不适用和未能检查写理由，不符合写事实并拍照。回来后录入星察，星级由它计算。")
    flow.paragraph(told, NOTE)
    flow.gap(4)


def _table() -> Table:
    rest = MEASURE - sum(WIDTHS)
    columns = (
        Column(_("编号"), WIDTHS[0], CODE),
        Column(_("检查项"), WIDTHS[1], ROW),
        Column(_("评判标准"), WIDTHS[2], SMALL_MUTE),
        Column(_("结论"), WIDTHS[3], TICK),
        Column(_("实测、事实与理由"), rest, ROW),
    )
    return Table(columns, pad=5.0, most=LINES, head=HEAD)


def _rows(title: str, items: tuple[Item, ...]) -> list[Row]:
    group = Row(((span(title, GROUP), span(_("　{n} 项").format(n=len(items)), NOTE)),), "group")
    return [group, *(Row(_cells(item)) for item in items)]


def _cells(item: Item) -> tuple[Cell, ...]:
    title = (span(str(item.ask), ROW, bold=item.severity in {"major", "fatal"}),)
    criterion = item.criterion.en if language() == "en" and item.criterion.en else item.criterion.zh
    return item.id, title, criterion, _boxes(item), _units(item)


def _boxes(item: Item) -> tuple[Span, ...]:
    names = [_("符合"), *([_("部分")] if item.allows_partly else []), _("不符合"), _("不适用")]
    spans: list[Span] = []
    for place, name in enumerate(names):
        end = "\n" if place % 2 else "　"
        spans += [icon("box", 8), span(f" {name}{end}", TICK)]
    return tuple(spans)


def _units(item: Item) -> str:
    """Return a place for each figure that is measured, with its unit."""
    return "　".join(f"____ {part.unit}" for part in item.parts if part.kind.measured and part.unit)


def set_foot(flow: Flow) -> None:
    """Set the lines to sign on."""
    flow.need(40)
    flow.gap(14)
    top = flow.take(24)
    for place, name in enumerate((_("督查员签字"), _("营业厅签字"), _("日期"))):
        x = LEFT + place * MEASURE / 3
        Paragraph(f"{name}：", FIELD, 80, 1).draw(flow.sheet, x, top)
        flow.sheet.rule(x + 62, top - 17, x + MEASURE / 3 - 10, RULE, 0.7)
