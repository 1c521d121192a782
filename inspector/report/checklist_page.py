"""Chapter 5: every item with its verdict, then the tick list of things to mend at once."""

from dataclasses import replace

from inspector.inspection.answer import Verdict
from inspector.report.content import ItemRow, QuickFix, ReportContent, Section
from inspector.report.flow import Flow
from inspector.report.marks import verdict_icon
from inspector.report.opening import verdict_spans
from inspector.report.palette import (
    CODE,
    DARK_GOLD,
    DEEP,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    ROW,
    RULE,
    SMALL,
    SMALL_MUTE,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span
from inspector.report.table import Cell, Column, Row, Table
from inspector.wording import _

GROUP = Style(9, 11, DEEP, bold=True)
HEAD = Style(7.5, 10, DEEP, bold=True)
MOST_LINES = 9  # of a row; what is longer stands in the annex in full
WORDS = 4  # the column of the words
WIDTHS = (34.0, 104.0, 16.0, 50.0)
WORDS_WIDTH = MEASURE - sum(WIDTHS)
TICK_ROW = 16.3
TICK_COLUMNS = 2
KEPT_ROWS = 16  # rows of the tick list that are not parted from its heading
TICK_GUTTER = 14.0


def checklist_table() -> Table:
    """Return the table of the checklist."""
    return Table(
        (
            Column(_("编号"), WIDTHS[0], CODE),
            Column(_("检查项"), WIDTHS[1], ROW),
            Column(_("重"), WIDTHS[2], SMALL._replace(align="right")),
            Column(_("结论"), WIDTHS[3], SMALL),
            Column(_("评判要点与限值；实测与说明另起一行"), WORDS_WIDTH, SMALL_MUTE),
        ),
        pad=3.2,
        most=MOST_LINES,
        head=HEAD,
    )


def set_checklist(flow: Flow, content: ReportContent) -> tuple[ItemRow, ...]:
    """Set all sections and the tick list; return the items whose words had to be shortened."""
    flow.chapter("5", _("检查表"), content.sections_lead)
    rows: list[Row] = []
    owners: list[ItemRow | None] = []
    for section in content.sections:
        rows += [group_row(section), *(Row(item_cells(item)) for item in section.items)]
        owners += [None, *section.items]
    cut = checklist_table().set(flow, rows) if rows else []
    set_quick_fixes(flow, content)
    places = sorted({place for place, column in cut if column == WORDS})
    kept = (told_in_full(item) for place in places if (item := owners[place]))
    return tuple(item for item in kept if item.criterion or item.measured or item.reason or item.remark)


def told_in_full(item: ItemRow) -> ItemRow:
    """Return an item with only the words that stand nowhere else in full; a finding tells its own."""
    long = len(Paragraph(item.criterion, SMALL_MUTE, WORDS_WIDTH).lines) >= MOST_LINES
    whole = replace(item, criterion=item.criterion if long else "")
    return whole if item.finding is None else replace(whole, measured="", reason="", remark="")


def group_row(section: Section) -> Row:
    """Return the tinted row that opens a section."""
    return Row(((span(section.title, GROUP), span(f"　{section.note}", NOTE)),), "group")


def item_cells(item: ItemRow) -> tuple[Cell, ...]:
    """Return the cells of an item: what failed is bold, what conforms stays quiet."""
    failed = item.verdict == Verdict.FAIL
    title = (span(item.title, ROW, bold=failed),)
    weight = _("记") if item.severity == "info" else item.weight
    weighty = (span(weight, SMALL, MUTE if item.severity == "info" else INK, item.severity in {"major", "fatal"}),)
    verdict = verdict_spans(item.verdict, SMALL)
    remark = remark_spans(item)
    words = (span(item.criterion, SMALL_MUTE), *((span("\n", SMALL), *remark) if remark else ()))
    return item.item, title, weighty, verdict, words


def remark_spans(item: ItemRow) -> tuple[Span, ...]:
    """Return the finding's number, the values measured, why an item was left out or overruled, and the remark."""
    head = (span(_("［问题 {n}］").format(n=item.finding), SMALL, DARK_GOLD),) if item.finding is not None else ()
    told = [
        span(one_line(text).rstrip("；"), SMALL, colour)
        for text, colour in ((item.measured, INK), (told_reason(item), MUTE), (item.remark, INK))
        if text
    ]
    parts = [part for one in told for part in (span("；", SMALL), one)]
    return (*head, *parts[1:])


def told_reason(item: ItemRow) -> str:
    """Return a reason with who gave it: the hall's facts or a person."""
    if not item.reason:
        return ""
    if item.automatic:
        return _("按厅情自动：{reason}").format(reason=item.reason)
    judged = item.verdict is not None and item.verdict.judged
    return (_("结论理由：{reason}") if judged else _("督查员：{reason}")).format(reason=item.reason)


def one_line(text: str) -> str:
    """Join typed lines, for a cell."""
    return " ".join(text.split("\n")) if "\n" in text else text


def set_quick_fixes(flow: Flow, content: ReportContent) -> None:
    """Set the tick list in two columns, read downwards."""
    fixes = content.quick_fixes
    if not fixes:
        return
    title = _("立查立改清单（{n} 项）").format(n=len(fixes))
    depth = -(-len(fixes) // TICK_COLUMNS)
    flow.section(title, content.quick_fixes_note, keep=min(depth, KEPT_ROWS) * TICK_ROW)
    first = 0
    while first < len(fixes):
        depth = min(int(flow.room // TICK_ROW), -(-(len(fixes) - first) // TICK_COLUMNS))
        if depth < 1:
            flow.next_page()
            continue
        here = fixes[first : first + depth * TICK_COLUMNS]
        draw_ticks(flow, here, flow.take(depth * TICK_ROW), depth)
        first += len(here)


def draw_ticks(flow: Flow, fixes: tuple[QuickFix, ...], top: float, depth: int) -> None:
    """Draw as many tick boxes as a page holds."""
    width = (MEASURE - TICK_GUTTER * (TICK_COLUMNS - 1)) / TICK_COLUMNS
    for place, fix in enumerate(fixes):
        column, row = divmod(place, depth)
        draw_tick(flow, fix, LEFT + column * (width + TICK_GUTTER), top - row * TICK_ROW, width)


def draw_tick(flow: Flow, fix: QuickFix, x: float, top: float, width: float) -> None:
    """Draw one line of the tick list; what was mended on the spot is ticked already."""
    with flow.sheet.tags.tag("P"):
        draw_tick_line(flow, fix, x, top, width)


def draw_tick_line(flow: Flow, fix: QuickFix, x: float, top: float, width: float) -> None:
    """Draw its item, title, box and date."""
    sheet, style = flow.sheet, Style(7.5, TICK_ROW)
    Paragraph(fix.item, style._replace(size=7, colour=MUTE), 28, 1).draw(sheet, x, top)
    spans = (icon(verdict_icon(fix.verdict), 7.5), span(fix.title, style))
    Paragraph(spans, style, width - 73, 1).draw(sheet, x + 26, top)
    box: tuple[Span, ...] = (icon("ticked" if fix.mended else "box", 8),)
    Paragraph(box, style, 12, 1).draw(sheet, x + width - 46, top)
    tail = _("已改好") if fix.mended else _("月　日")
    Paragraph(tail, style._replace(size=7, colour=MUTE, align="right"), 34, 1).draw(sheet, x + width - 34, top)
    sheet.rule(x, top - TICK_ROW, x + width, RULE, 0.4)
