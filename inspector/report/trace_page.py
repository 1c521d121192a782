"""Chapter 2: from full marks to the star, every rule that spoke, and what left the base."""

from inspector.report.cover import star_spans
from inspector.report.flow import Flow
from inspector.report.palette import (
    FIGURE,
    FIGURE_BOLD,
    GREEN,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    RED,
    TABLE,
    TABLE_BOLD,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span
from inspector.report.rated import Base, Gate, Requirement, Star, Trace
from inspector.report.table import Cell, Column, Row, Table
from inspector.report.waterfall import Waterfall
from inspector.wording import _

VETO_TITLE = Style(11, 16, RED, bold=True)
VETO_LABEL = Style(8.5, 13, bold=True)
VETO_TEXT = Style(8.5, 13)
VETO_NAME = 120.0
VETO_ROWS = 6


def set_trace(flow: Flow, trace: Trace) -> None:
    """Set the chapter; a veto opens it, an unrated hall shows what is missing instead of a sum."""
    flow.chapter("2", _("星级怎样得来"), trace.lead)
    set_veto(flow, trace)
    set_requirements(flow, trace)
    if trace.total is not None and trace.steps:
        set_waterfall(flow, trace)
    set_gates(flow, trace)
    set_adjustments(flow, trace)
    set_way(flow, trace)
    set_bases(flow, trace)


def set_veto(flow: Flow, trace: Trace) -> None:
    """Set the facts of a veto in a red frame, what must happen next below them."""
    if not trace.veto:
        return
    title = Paragraph(trace.veto_sentence, VETO_TITLE, MEASURE)
    shown = trace.veto[:VETO_ROWS]
    rows = [
        (Paragraph(fact.label, VETO_LABEL, VETO_NAME), Paragraph(fact.value, VETO_TEXT, MEASURE - VETO_NAME - 30, 4))
        for fact in shown
    ]
    more = _("其余 {n} 项见第 6 章红线核对。").format(n=len(trace.veto) - len(shown)) if trace.veto[VETO_ROWS:] else ""
    next_steps = Paragraph(more + trace.next_steps, VETO_TEXT, MEASURE - 20)
    height = sum(max(cell.height for cell in row) + 3 for row in rows) + next_steps.height + 14
    flow.need(title.height + height + 4)
    title.draw(flow.sheet, LEFT, flow.take(title.height + 4))
    top = flow.take(height)
    flow.sheet.frame_box(LEFT, top - height, MEASURE, height, RED, 1.2)
    y = top - 6
    for name, facts in rows:
        name.draw(flow.sheet, LEFT + 10, y)
        facts.draw(flow.sheet, LEFT + VETO_NAME + 20, y)
        y -= max(name.height, facts.height) + 3
    next_steps.draw(flow.sheet, LEFT + 10, y - 2)


def set_requirements(flow: Flow, trace: Trace) -> None:
    """Set what a rating asks for: have against need."""
    if not trace.requirements:
        return
    flow.section(_("评星条件"), _("全部满足方可评星"))
    columns = (
        Column(_("条件"), MEASURE - 240, TABLE_BOLD),
        Column(_("已有"), 80, FIGURE),
        Column(_("需要"), 80, FIGURE),
        Column(_("是否满足"), 80),
    )
    Table(columns, most=2).set(flow, [Row(requirement_cells(one)) for one in trace.requirements])


def requirement_cells(one: Requirement) -> tuple[Cell, ...]:
    """Return the cells of a requirement."""
    return one.name, one.have, one.need, passed_spans(one.met, _("已满足"), _("未满足"))


def passed_spans(passed: bool, yes: str, no: str) -> tuple[Span, ...]:
    """Return a sign and a word for what was reached, or was not."""
    if passed:
        return icon("conform", 7.5), Span(yes, 8, GREEN)
    return icon("fail", 7.5), Span(no, 8, RED, bold=True)


def set_waterfall(flow: Flow, trace: Trace) -> None:
    """Set the chart with the sentence about its axis and the exact value."""
    chart = Waterfall(flow.sheet, trace)
    title = _("从 100 到 {total}").format(total=trace.total)
    flow.section(title, _("每格为该理念在该专题上的失分"), keep=chart.height + 12)
    top = flow.take(chart.height)
    told = _("；").join(f"{step.idea} {step.topic} {step.lost}" for step in trace.steps)
    with flow.sheet.tags.figure(f"{title}：{told}", (LEFT, top - chart.height, MEASURE, chart.height)):
        chart.draw(top)
    axis = _("横轴自 {low} 起。").format(low=f"{chart.low:g}") if chart.low else ""
    flow.paragraph(axis + trace.exact + _("每一分的去处逐项列在第 3 章。"), NOTE)


def set_gates(flow: Flow, trace: Trace) -> None:
    """Set the rules that limit the star, the result below."""
    if not trace.gates:
        return
    columns = (
        Column(_("规则"), 60, TABLE_BOLD),
        Column(_("内容"), MEASURE - 60 - 50 - 84 - 50 - 78, Style(8, 12, MUTE)),
        Column(_("本次"), 50, FIGURE),
        Column(_("上一档要求"), 84),
        Column(_("越过"), 50),
        Column(_("所得"), 78),
    )
    rows = [Row(gate_cells(gate)) for gate in trace.gates]
    if trace.star:
        rows.append(Row((_("定级"), (span(trace.result, TABLE_BOLD),), "", "", "", allowed(trace.star)), "total"))
    table = Table(columns, most=4)
    flow.section(_("逐条规则"), _("取最低者为星级"), keep=table.height(rows))
    table.set(flow, rows)


def gate_cells(gate: Gate) -> tuple[Cell, ...]:
    """Return the cells of a rule."""
    passed = passed_spans(gate.passed, _("已越过"), _("未越过"))
    return gate.name, gate.rule, gate.now, gate.needed, passed, allowed(gate.allows)


def allowed(star: Star) -> tuple[Span, ...]:
    """Return small stars and their word."""
    return (*star_spans(star, 8), Span(f" {star.word}", 8, INK, bold=True))


def set_adjustments(flow: Flow, trace: Trace) -> None:
    """Set what raised, lowered or capped the star beyond the sum."""
    if not trace.adjustments:
        return
    table = Table((Column("", 96, TABLE_BOLD), Column("", MEASURE - 96)), most=6)
    rows = [Row((one.label, one.value)) for one in trace.adjustments]
    flow.section(_("调整与封顶"), keep=table.least(rows))
    table.set(flow, rows)


def set_way(flow: Flow, trace: Trace) -> None:
    """Set the fewest items whose repair reaches the next star, or why there are none."""
    if not trace.way:
        return
    columns = (
        Column(_("编号"), 52, TABLE),
        Column(_("检查项"), 132, TABLE_BOLD),
        Column(_("怎样改好"), MEASURE - 52 - 132 - 56 - 62, Style(8, 12, MUTE)),
        Column(_("工期"), 56, FIGURE),
        Column(_("累计总分"), 62, FIGURE),
    )
    rows = [Row((one.item, one.title, one.remedy, one.days, one.total)) for one in trace.mendings]
    table = Table(columns, most=6)
    flow.section(_("到上一级的最短路径"), keep=20 + (table.least(rows) if rows else 0))
    flow.paragraph(trace.way, TABLE)
    if rows:
        flow.gap(3)
        table.set(flow, rows)


def set_bases(flow: Flow, trace: Trace) -> None:
    """Set how much 不适用 took out of the base, and the score if it had counted as lost."""
    if not trace.bases:
        return
    widths = (66, 76, 76, 66, 76)
    titles = (_("计分项"), _("不适用与未查"), _("所占权重"), _("得分率"), _("全基数得分率"))
    styles = (FIGURE, FIGURE, FIGURE, FIGURE_BOLD, FIGURE)
    figures = (Column(*spec) for spec in zip(titles, widths, styles, strict=True))
    table = Table((Column(_("理念"), MEASURE - sum(widths), TABLE), *figures), most=2)
    rows = [base_row(base) for base in trace.bases]
    flow.section(_("不适用与全基数对照"), keep=table.height(rows))
    table.set(flow, rows)
    if trace.bases_note:
        flow.gap(3)
        flow.paragraph(trace.bases_note, NOTE._replace(align="justify"))


def base_row(base: Base) -> Row:
    """Return the row of an idea."""
    cells = (base.name, base.items, base.not_applicable, base.left_out)
    return Row((*cells, base.score, base.full_base), "total" if base.total else "plain")
