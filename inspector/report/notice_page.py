"""The notice on paper: one page up to a dozen problems, the rest on annexed pages; boxes to fill in at its end."""

from pathlib import Path

from inspector.paths import write_whole
from inspector.report.content import ReportContent
from inspector.report.flow import Flow, Running, Watch
from inspector.report.noticed import Notice, NoticeRow, spread
from inspector.report.palette import (
    FINE,
    FOOTER_LINE,
    HEADER,
    HEADER_LINE,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    PAGE_HEIGHT,
    RED,
    RIGHT,
    RULE,
    TINT,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span
from inspector.report.quick_code import draw_code
from inspector.report.sheet import Sheet, plain
from inspector.report.table import Cell, Column, Row, Table
from inspector.wording import _

UNIT = Style(15, 20, INK, align="center")
TITLE = Style(26, 34, RED, bold=True, align="center")
LINE = Style(9.5, 14, INK)
BODY = Style(9.5, 16, INK, align="justify")
SIZES = ((8.0, 10.5, 5.0), (7.5, 9.5, 3.2))  # of the table: type, line, white; the smaller where one page then holds
RULE_TEXT = Style(8.5, 13, INK)
HEAD = Style(8, 11, INK, bold=True)
MOST_LINES = 8
INDENT = "\u3000\u3000"
CAUSE, BOXES, CODE = 46.0, 66.0, 44.0
CAUSE_LINE = 15.0
AFTER = 8.0  # white between the parts below the table


class NoticeFlow(Flow):
    """The pages of a notice: those after the first say whose annex they are."""

    def head_and_foot(self) -> None:
        """Draw the running head and the foot of an annexed page."""
        self.sheet.label(self.running.head, HEADER, LEFT, HEADER_LINE + 6)
        self.sheet.rule(LEFT, HEADER_LINE, RIGHT, RULE)
        self.foot()

    def foot(self) -> None:
        """Draw the foot of any page."""
        self.sheet.label(self.running.foot, FINE, LEFT, FOOTER_LINE - 10.5)
        self.sheet.doForm(f"page-{self.page}")

    def number_pages(self) -> None:
        """Number the pages where there is more than one."""
        super().number_pages()
        self.sheet.beginForm("page-1")
        if self.page > 1:
            self.sheet.label(f"1 / {self.page}", Style(7.5, 10, align="right"), RIGHT, FOOTER_LINE - 10.5)
        self.sheet.endForm()


def write_notice(content: ReportContent, notice: Notice, target: Path) -> int:
    """Write the notice as a PDF and return its pages; all there, or not there."""
    title = plain(" ".join((notice.hall, _("整改通知单"), notice.number)))
    sheet = Sheet(title, plain(notice.unit), content.made_at)
    digest = content.record_hash
    running = Running(
        _("{hall} 整改通知单 {number} 附页").format(hall=notice.hall, number=notice.number),
        _("记录指纹 SHA-256 {digest}").format(digest=digest),
    )
    flow = NoticeFlow(sheet, running, Watch())
    sheet.bookmarkPage("notice")
    sheet.addOutlineEntry(_("整改通知单"), "notice", 0)
    with sheet.tags.artifact():
        flow.foot()
    set_head(flow, notice)
    rules, foot = rule_texts(notice), foot_text(content, notice)
    below = rules_height(rules) + CAUSE + LINE.leading + BOXES + max(foot.height, code(content)) + 4 * AFTER
    fitting = [one for one in SIZES if table_of(one).height(rows_of(notice, one)) + below <= flow.room]
    size = (fitting or SIZES)[0]
    table_of(size).set(flow, rows_of(notice, size))
    set_rules(flow, rules)
    set_cause(flow)
    set_boxes(flow, content, foot)
    sheet.showPage()
    flow.number_pages()
    write_whole(target, sheet.finished())
    return flow.page


def set_head(flow: Flow, notice: Notice) -> None:
    """Set the name of the unit, the title, number and date over a double rule, and whom it is for."""
    sheet, middle = flow.sheet, (LEFT + RIGHT) / 2
    flow.y = PAGE_HEIGHT - 50
    unit = Paragraph(notice.unit, UNIT, MEASURE, 2)
    unit.draw(sheet, LEFT, flow.take(unit.height + 2))
    top = flow.take(TITLE.leading + 2)
    with sheet.tags.tag("H1"):
        sheet.label(spread(_("整改通知单")), TITLE, middle, top - 27)
    line = flow.take(18) - 12
    sheet.label(_("编号 {number}").format(number=notice.number), LINE, LEFT, line)
    sheet.label(_("签发日期　{day}").format(day=notice.day), LINE._replace(align="right"), RIGHT, line)
    sheet.rule(LEFT, flow.y, RIGHT, RED, 1.6)
    sheet.rule(LEFT, flow.y - 2.6, RIGHT, RED, 0.5)
    flow.y -= 10
    flow.paragraph((span(_("{hall}：").format(hall=notice.hall), LINE, bold=True),), LINE)
    flow.gap(4)
    flow.paragraph(INDENT + notice.words, BODY)
    flow.gap(6)


def table_of(size: tuple[float, float, float]) -> Table:
    """Return the table of what must be put right, at a size of type."""
    points, leading, pad = size
    cell, soft = Style(points, leading, INK), Style(points, leading, MUTE)
    columns = (
        Column(_("序"), 16, cell),
        Column(_("编号"), 34, soft),
        Column(_("程度"), 29, Style(points * 0.8, leading)),
        Column(_("发现的事实"), 138, cell),
        Column(_("依据"), 84, soft),
        Column(_("整改要求"), MEASURE - 16 - 34 - 29 - 138 - 84 - 48 - 30, cell),
        Column(_("期限"), 48, cell._replace(bold=True)),
        Column(_("佐证"), 30, soft),
    )
    return Table(columns, pad=pad, most=MOST_LINES, head=HEAD)


def rows_of(notice: Notice, size: tuple[float, float, float]) -> list[Row]:
    """Return the rows of the table."""
    cell = Style(size[0], size[1], INK)
    return [Row(cells(row, cell)) for row in notice.rows]


def cells(row: NoticeRow, style: Style) -> tuple[Cell, ...]:
    """Return the cells of a problem."""
    facts = (span(f"{row.title}：", style, bold=True), span(" ".join(row.facts.split()), style))
    severity = (icon(row.severity, style.size * 0.8),)
    return str(row.number), row.item, severity, facts, row.basis, row.action, row.deadline, row.evidence


def rule_texts(notice: Notice) -> list[Paragraph]:
    """Return the four rules, each with its name before it."""
    return [
        Paragraph(
            (span(f"{one.label}\u3000", RULE_TEXT, bold=True), span(one.value, RULE_TEXT)), RULE_TEXT, MEASURE - 20
        )
        for one in notice.rules
    ]


def rules_height(rules: list[Paragraph]) -> float:
    """Return the height of the rules on their ground."""
    return sum(part.height + 2 for part in rules) + 10


def set_rules(flow: Flow, rules: list[Paragraph]) -> None:
    """Set the rules on a tinted ground, in one piece."""
    height = rules_height(rules)
    flow.need(height + AFTER)
    flow.gap(AFTER)
    top = flow.take(height)
    flow.sheet.fill_box(LEFT, top - height, MEASURE, height, TINT)
    y = top - 5
    for part in rules:
        part.draw(flow.sheet, LEFT + 10, y)
        y -= part.height + 2


def set_cause(flow: Flow) -> None:
    """Set the box in which the hall writes why it happened."""
    flow.need(CAUSE + LINE.leading + AFTER)
    flow.gap(AFTER)
    flow.paragraph((span(_("原因与措施（被检查单位填写）"), LINE, bold=True),), LINE)
    top = flow.take(CAUSE)
    flow.sheet.frame_box(LEFT, top - CAUSE, MEASURE, CAUSE, MUTE, 0.7)
    for place in (1, 2):
        flow.sheet.rule(LEFT + 6, top - place * CAUSE_LINE, RIGHT - 6, RULE, 0.5)


def code(content: ReportContent) -> float:
    """Return the side of the code for cameras; 0 where there is none."""
    return CODE if content.record_code else 0.0


def foot_text(content: ReportContent, notice: Notice) -> Paragraph:
    """Return what is to be done with the paper."""
    return Paragraph(notice.foot, NOTE, MEASURE - code(content) - 10)


def set_boxes(flow: Flow, content: ReportContent, foot: Paragraph) -> None:
    """Set the boxes of issue, receipt and closure, and what is to be done with the paper, in one piece."""
    boxes = (
        (_("签发"), _("签发人："), _("单位（章）：")),
        (_("接收"), _("接收人："), _("□ 无异议　□ 提出申辩")),
        (_("销号"), _("复查结论：□ 销号　□ 退回"), _("复查人：")),
    )
    side = code(content)
    flow.need(BOXES + max(foot.height, side) + 2 * AFTER)
    flow.gap(AFTER)
    top, width = flow.take(BOXES), MEASURE / len(boxes)
    for place, lines in enumerate(boxes):
        draw_box(flow, lines, LEFT + place * width, top, width)
    flow.gap(AFTER)
    below = flow.take(max(foot.height, side))
    foot.draw(flow.sheet, LEFT, below)
    if side:
        draw_code(flow.sheet, content.record_code, RIGHT - side, below - side, side)


def draw_box(flow: Flow, lines: tuple[str, ...], x: float, top: float, width: float) -> None:
    """Draw one box: its title, two lines to fill in, and the date."""
    sheet = flow.sheet
    sheet.frame_box(x, top - BOXES, width, BOXES, INK, 0.8)
    for place, line in enumerate(lines):
        style = RULE_TEXT._replace(bold=place == 0, colour=INK if place == 0 else MUTE)
        Paragraph(line, style, width - 12, 1).draw(sheet, x + 6, top - 4 - place * 17)
    sheet.label(_("年　　月　　日"), NOTE._replace(align="right"), x + width - 6, top - BOXES + 6)
