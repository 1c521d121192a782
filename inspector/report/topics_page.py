"""Chapters 3 and 7: where each topic lost points, and what changed."""

from inspector.report.charts import draw_bar, marks, tick_words
from inspector.report.content import Comparison, Group, Tally
from inspector.report.flow import CHAPTER_JOINS, SENTENCE_JOINS, Flow
from inspector.report.marks import verdict_icon
from inspector.report.opening import verdict_spans
from inspector.report.palette import (
    CODE,
    DEEP,
    FIGURE,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    RED,
    RIGHT,
    TABLE,
    TABLE_BOLD,
    TABLE_MUTE,
    TINT,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span, text_width
from inspector.report.pareto import HEIGHT as PARETO
from inspector.report.pareto import Pareto
from inspector.report.rated import LostPoint, Topic
from inspector.report.table import Cell, Column, Row, Table
from inspector.wording import _

BAND, NOTHING_LOST = 19.5, 15.0
UNBROKEN = 250.0  # height up to which a topic is not parted over two pages
WEAK = 60
TOPIC_NAME = Style(10.5, 15, DEEP, bold=True)
TOPIC_VALUE = Style(12, 15, INK, bold=True, align="right")
CARD_HEIGHT = 50.0


def lost_table(head_again: bool) -> Table:
    """Return the table of lost points."""
    return Table(
        (
            Column(_("编号"), 36, CODE),
            Column(_("检查项"), 112, TABLE),
            Column(_("结论"), 52, Style(7.5, 12)),
            Column(_("实测与说明"), MEASURE - 36 - 112 - 52 - 88, Style(8, 12, MUTE)),
            Column(_("权重"), 26, Style(8, 12, MUTE, align="right")),
            Column(_("得分"), 28, Style(8, 12, MUTE, align="right")),
            Column(_("失分"), 34, FIGURE),
        ),
        pad=3.6,
        most=2,
        head_again=head_again,
    )


def set_topics_chapter(flow: Flow, topics: tuple[Topic, ...]) -> None:
    """Set every topic with every point it lost."""
    keep = max((topic_height(topic)[0] for topic in topics[:1]), default=0.0)
    lead = [_("每个专题列出全部失分项，按对总分的影响排序；“得”为得分权重 / 适用权重；说明为节录。")]
    ticks = tick_words([topic.share for topic in topics])
    lead += [ticks + _("。")] if ticks else []
    flow.chapter("3", _("专题得分"), "".join(lead), keep=keep)
    set_pareto(flow, Pareto([point for topic in topics for point in topic.lost]))
    headed = 0
    for topic in topics:
        headed = set_topic(flow, topic, headed)


def set_pareto(flow: Flow, pareto: Pareto) -> None:
    """Set the chart of the items that cost most; nothing where a list says as much."""
    if not pareto.worth:
        return
    flow.section(_("失分集中在哪些项"), pareto.note, keep=PARETO)
    top = flow.take(PARETO)
    with flow.sheet.tags.figure(pareto.told, (LEFT, top - PARETO, MEASURE, PARETO)):
        pareto.draw(flow.sheet, top)
    flow.paragraph(_("柱为失去的总分，红柱为严重；线为累计占比，读右轴。"), NOTE)
    flow.gap(6)


def set_topic(flow: Flow, topic: Topic, headed: int) -> int:
    """Set one topic, unbroken when it is short; return the page that carries a head of columns by now."""
    least, rows = topic_height(topic)
    flow.need(least)
    draw_band(flow, topic, flow.take(BAND))
    if rows:
        lost_table(head_again=headed == flow.page).set(flow, rows)
        headed = flow.page
    else:
        words = _("本专题没有失分。") if topic.share.number is not None else _("本专题还没有可计分的结论。")
        Paragraph(words, NOTE, MEASURE, 1).draw(flow.sheet, LEFT + 6, flow.take(NOTHING_LOST) - 2)
    flow.gap(11)
    return headed


def topic_height(topic: Topic) -> tuple[float, list[Row]]:
    """Return the height that a topic must have in one piece, and its rows."""
    rows = [Row(lost_cells(point)) for point in topic.lost]
    if not rows:
        return BAND + NOTHING_LOST, rows
    table = lost_table(head_again=False)
    whole = table.height(rows)
    return BAND + (whole if whole <= UNBROKEN else table.height(rows[:4])), rows


def draw_band(flow: Flow, topic: Topic, top: float) -> None:
    """Draw the band of a topic: name, items, counts, bar, value."""
    with flow.sheet.tags.tag("H2"):
        draw_band_line(flow, topic, top)


def draw_band_line(flow: Flow, topic: Topic, top: float) -> None:
    """Draw what stands in the band."""
    sheet, share = flow.sheet, topic.share
    sheet.fill_box(LEFT, top - BAND, MEASURE, BAND, TINT)
    name = (span(share.name, TOPIC_NAME), span(f"　{topic.items}", NOTE))
    Paragraph(name, TOPIC_NAME, 196, 1).draw(sheet, LEFT + 6, top - 2)
    counts = []
    for count in topic.counts:
        counts += [icon(verdict_icon(count.verdict), 8), span(f"{count.number}　", Style(8, 15))]
    Paragraph(counts, Style(8, 15), 118, 1).draw(sheet, LEFT + 204, top - 2)
    (mark,) = marks((share,))
    draw_bar(sheet, share, mark, (LEFT + 310, top - BAND / 2 - 3.5, 60, 7))
    tail = _("　满分 {weight}").format(weight=share.weight)
    if share.last:
        tail = _("　上次 {last}").format(last=share.last) + _(" · 满分 {weight}").format(weight=share.weight)
    wide = text_width(tail, NOTE)
    sheet.label(tail, NOTE._replace(align="right"), RIGHT - 5, top - 13.5)
    weak = share.number is not None and share.number < WEAK
    style = TOPIC_VALUE._replace(colour=RED if weak else INK)
    sheet.label(share.value or _("无数据"), style, RIGHT - 5 - wide, top - 14)


def lost_cells(point: LostPoint) -> tuple[Cell, ...]:
    """Return the cells of a lost point."""
    lost = (span(point.lost, FIGURE, bold=point.heavy),)
    words = _("；").join(" ".join(part.split()) for part in (point.measured, point.remark) if part)
    verdict = verdict_spans(point.verdict, Style(7.5, 12))
    return point.item, point.title, verdict, words, point.weight, point.credit, lost


def set_comparison(flow: Flow, comparison: Comparison) -> None:
    """Set what changed since last time, or the sentence that there is no last time."""
    flow.chapter("7", _("与上次比较"), comparison.lead, joins=CHAPTER_JOINS if comparison.groups else SENTENCE_JOINS)
    if comparison.tallies:
        set_tallies(flow, comparison.tallies)
    for group in comparison.groups:
        set_group(flow, comparison, group)


def set_tallies(flow: Flow, tallies: tuple[Tally, ...]) -> None:
    """Set a card for each count of change."""
    width = (MEASURE - 8 * (len(tallies) - 1)) / len(tallies)
    top = flow.take(CARD_HEIGHT)
    sheet = flow.sheet
    for place, tally in enumerate(tallies):
        x = LEFT + place * (width + 8)
        sheet.fill_box(x, top - CARD_HEIGHT, width, CARD_HEIGHT, TINT)
        title = Style(9, 13, DEEP, bold=True)
        mark = (icon(tally.direction, 7),) if tally.direction in {"up", "down", "same"} else ()
        Paragraph((*mark, span(tally.name, title)), title, width - 14, 1).draw(sheet, x + 8, top - 5)
        wide = sheet.label(tally.number, Style(20, 24, INK, bold=True), x + 8, top - 41)
        Paragraph(tally.note, NOTE, width - wide - 22, 1).draw(sheet, x + wide + 14, top - 32)


def set_group(flow: Flow, comparison: Comparison, group: Group) -> None:
    """Set the items that went one way."""
    columns = (
        Column("", 16, Style(7, 12)),
        Column(_("编号"), 40, CODE),
        Column(_("检查项"), 130, TABLE),
        Column(comparison.then or _("上次"), (MEASURE - 186) / 2, TABLE_MUTE),
        Column(comparison.now or _("本次"), (MEASURE - 186) / 2, TABLE_BOLD),
    )
    mark: Cell = (icon(group.direction, 7),) if group.direction in {"up", "down", "same"} else ""
    rows = [Row((mark, one.item, one.title, one.then, one.now)) for one in group.rows]
    table = Table(columns, pad=2.6, most=3)
    flow.section(_("{title}（{n} 项）").format(title=group.title, n=len(group.rows)), keep=table.least(rows))
    table.set(flow, rows)
