"""Chapter 1: the judgement, the four ideas, past totals, the topics, and what must be put right."""

from dataclasses import replace

from inspector.paths import resources
from inspector.report.charts import (
    History,
    Radar,
    change_spans,
    draw_topics,
    means_words,
    tick_words,
    told_history,
    told_shares,
    yardstick,
)
from inspector.report.content import Again, ReportContent
from inspector.report.cover import foreign_tag, star_spans
from inspector.report.flow import SECTION_HEIGHT, Flow
from inspector.report.marks import define, verdict_icon, verdict_word
from inspector.report.palette import (
    BODY,
    DEEP,
    FIGURE,
    FIGURE_BOLD,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    RED,
    RIGHT,
    RULE,
    TABLE,
    TINT,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span
from inspector.report.rated import Problem, Share, Summary
from inspector.report.table import Cell, Column, Row, Table
from inspector.wording import _, sentences, speaking

AGAIN = "1b"  # the number of the summary in the other language
HALF = (MEASURE - 22) / 2
RIGHT_COLUMN = LEFT + HALF + 22
CHART_HEIGHT = 164.0
PROBLEM_ROW = 14.0
LONG_DEADLINE = 8  # characters; a deadline in another year names it
PROBLEMS_HERE = 14
RADAR_LEAST = 3  # ideas with data, below which neither surface nor history says anything
HEADLINE = Style(10.5, 17, DEEP, bold=True)
SMALL_BODY = Style(9, 15, align="justify")


def set_summary_again(flow: Flow, content: ReportContent, again: Again) -> None:
    """Set the chapter in the other language, with the facts of the cover above it."""
    told = replace(content, cover=again.cover, summary=again.summary, nothing_found=again.nothing_found)
    foreign = flow.sheet.tags.group("Sect", foreign_tag(again))
    with speaking(again.language, resources("translations")), foreign:
        define(flow.sheet)
        facts = (content.hall, *(fact.value for fact in again.cover.facts if fact.value != "–"))
        set_summary(flow, told, AGAIN, " · ".join(dict.fromkeys(facts)))


def set_summary(flow: Flow, content: ReportContent, number: str = "1", lead: str = "") -> None:
    """Set the chapter."""
    summary = content.summary
    flow.chapter(number, _("摘要"), lead, joins=0)
    set_judgement(flow, content)
    set_charts(flow, summary)
    flow.gap(6)
    set_ideas(flow, summary)
    set_topics(flow, content)
    set_counts(flow, summary)


def set_judgement(flow: Flow, content: ReportContent) -> None:
    """Set the card with the judgement at the left, the stars and the total at the right."""
    summary, cover = content.summary, content.cover
    words = Paragraph(summary.headline, HEADLINE, MEASURE - 200)
    text = [Paragraph(sentence, SMALL_BODY, MEASURE - 190) for sentence in summary.sentences[:6]]
    height = max(words.height + sum(part.height for part in text) + 20, 92)
    top = flow.take(height)
    sheet = flow.sheet
    sheet.fill_box(LEFT, top - height, MEASURE, height, TINT)
    words.draw(sheet, LEFT + 10, top - 8)
    y = top - 10 - words.height
    for part in text:
        part.draw(sheet, LEFT + 10, y)
        y -= part.height
    centre = RIGHT - 82
    stars = star_spans(cover.star, 18.5)
    if stars:
        with sheet.tags.figure(cover.star.word, (centre - 82, top - height / 2 + 14, 164, 24)):
            Paragraph(stars, Style(18.5, 24), 164, 1, "center").draw(sheet, centre - 82, top - height / 2 + 38)
    big = cover.star.word if cover.total is None else cover.total
    size = 20 if cover.total is None else 34
    drop = 27 if stars else 8
    sheet.label(big, Style(size, 40, DEEP, bold=True, align="center"), centre, top - height / 2 - drop)
    if cover.star.plate:
        word = _("{star} · {state}").format(star=cover.star.word, state=cover.star.plate)
        sheet.label(word, NOTE._replace(align="center"), centre, top - height / 2 - drop - 13)


def set_charts(flow: Flow, summary: Summary) -> None:
    """Set the radar of ideas beside the line of past totals."""
    known = sum(idea.number is not None for idea in summary.ideas)
    if known < RADAR_LEAST and not any(one.number is not None for one in summary.history):
        return
    flow.gap(8)
    top = flow.take(CHART_HEIGHT + SECTION_HEIGHT)
    flow.heading(_("理念"), _("轴 40–100"), LEFT, HALF, top)
    radar = Radar(flow.sheet, LEFT + HALF / 2, top - SECTION_HEIGHT - 78, 57)
    with flow.sheet.tags.figure(
        told_shares(summary.ideas), (LEFT, top - SECTION_HEIGHT - CHART_HEIGHT, HALF, CHART_HEIGHT)
    ):
        radar.draw(summary.ideas, summary.floor)
    against = yardstick(summary.ideas)
    key = [_("点线为{yardstick}").format(yardstick=against)] if against else []
    key += [_("虚线为{floor}").format(floor=summary.floor.label)] if summary.floor else []
    flow.sheet.label(" · ".join(key), NOTE._replace(size=6.5), LEFT, top - CHART_HEIGHT - SECTION_HEIGHT + 3)
    flow.heading(_("历次总分"), means_words(summary.history), RIGHT_COLUMN, HALF, top)
    history = History(flow.sheet, RIGHT_COLUMN, top - SECTION_HEIGHT - 126, HALF, 106)
    past = summary.history[-4:]
    with flow.sheet.tags.figure(
        told_history(past), (RIGHT_COLUMN, top - SECTION_HEIGHT - CHART_HEIGHT, HALF, CHART_HEIGHT)
    ):
        history.draw(past, summary.levels)
    if not any(one.number is not None for one in summary.history):
        flow.sheet.label(_("尚无评定过的总分"), NOTE, RIGHT_COLUMN, top - SECTION_HEIGHT - 16)


def set_ideas(flow: Flow, summary: Summary) -> None:
    """Set the table of ideas with the total below."""
    compared = any(idea.last for idea in summary.ideas)
    columns = [
        Column(_("理念"), MEASURE - 5 * 66, TABLE),
        Column(_("权重"), 66, FIGURE),
        Column(_("本次"), 66, FIGURE_BOLD),
    ]
    rest = [Column(_("上次"), 66, FIGURE), Column(_("变化"), 66, FIGURE)] if compared else []
    last = Column(_("折合总分"), 66, FIGURE)
    if not compared:
        columns[0] = Column(_("理念"), MEASURE - 3 * 66, TABLE)
    table = Table((*columns, *rest, last), most=2)
    rows = [Row(idea_cells(idea, compared, summary)) for idea in summary.ideas]
    if summary.total.value:
        rows.append(Row(idea_cells(summary.total, compared, summary), "total"))
    table.set(flow, rows)


def idea_cells(idea: Share, compared: bool, summary: Summary) -> tuple[Cell, ...]:
    """Return the cells of an idea; a value below the next star's floor is red."""
    weak = summary.floor is not None and idea.number is not None and idea.number < summary.floor.number
    value = (span(idea.value or _("无数据"), FIGURE_BOLD, RED if weak and idea is not summary.total else INK),)
    change: tuple[Cell, ...] = (
        (idea.last, change_spans(idea.change.direction, idea.change.printed, 8)) if compared else ()
    )
    return idea.name, idea.weight, value, *change, idea.contribution


def set_topics(flow: Flow, content: ReportContent) -> None:
    """Set the bars of the topics beside the list of problems; a long list says where it goes on."""
    summary = content.summary
    shown = summary.problems[:PROBLEMS_HERE]
    height = max(
        len(summary.topics) * 15 + 16, len(shown) * PROBLEM_ROW + (28 if len(summary.problems) > len(shown) else 8)
    )
    flow.need(height + SECTION_HEIGHT + 12)
    flow.gap(10)
    top = flow.take(height + SECTION_HEIGHT)
    flow.heading(_("专题得分率"), tick_words(summary.topics), LEFT, HALF, top)
    with flow.sheet.tags.figure(told_shares(summary.topics), (LEFT, top - SECTION_HEIGHT - height, HALF, height)):
        draw_topics(flow.sheet, summary.topics, LEFT, top - SECTION_HEIGHT - 3, HALF)
    title = _("书面整改 {n} 项").format(n=len(summary.problems))
    flow.heading(title, severity_note(summary), RIGHT_COLUMN, HALF, top)
    y = top - SECTION_HEIGHT - 3
    for problem in shown:
        draw_problem(flow, problem, y)
        y -= PROBLEM_ROW
    more = len(summary.problems) - len(shown)
    if more:
        flow.sheet.label(_("其余 {n} 项见第 6 章").format(n=more), NOTE, RIGHT_COLUMN, y - 12)
    elif not shown:
        Paragraph(content.nothing_found, NOTE, HALF).draw(flow.sheet, RIGHT_COLUMN, y - 2)


def severity_note(summary: Summary) -> str:
    """Return how many problems are severe, and how many are not."""
    counted = {
        name: sum(one.severity == name for one in summary.problems) for name in ("fatal", "major", "minor", "info")
    }
    words = {"fatal": _("否决 {n}"), "major": _("严重 {n}"), "minor": _("一般 {n}"), "info": _("记录 {n}")}
    return " · ".join(words[name].format(n=number) for name, number in counted.items() if number)


def draw_problem(flow: Flow, problem: Problem, top: float) -> None:
    """Draw one line of the problem list."""
    sheet, x = flow.sheet, RIGHT_COLUMN
    small = Style(8, PROBLEM_ROW)
    with sheet.tags.tag("P"):
        Paragraph(str(problem.number), small, 18, 1).draw(sheet, x + 2, top)
        Paragraph(problem.item, small._replace(size=7.5, colour=MUTE), 40, 1).draw(sheet, x + 18, top)
        tail = 76 if len(problem.deadline) < LONG_DEADLINE else 92
        Paragraph(problem.title, small, HALF - tail - 60, 1).draw(sheet, x + 56, top)
        Paragraph((icon(problem.severity, 6.2),), Style(6.2, PROBLEM_ROW), 24, 1).draw(sheet, x + HALF - tail, top)
        Paragraph(problem.deadline, small._replace(align="right"), 72, 1).draw(sheet, x + HALF - 72, top)
    sheet.rule(x, top - PROBLEM_ROW, x + HALF, RULE, 0.4)


def set_counts(flow: Flow, summary: Summary) -> None:
    """Set the counts by verdict with their signs, and the sentence that follows them."""
    spans: list[Span] = [span(_("共 {n} 项：").format(n=sum(count.number for count in summary.counts)), BODY)]
    for place, count in enumerate(summary.counts):
        text = f"{verdict_word(count.verdict)} {count.number}"
        end = _("。") if place == len(summary.counts) - 1 else _("、")
        spans += [icon(verdict_icon(count.verdict), 9), span(text + end, BODY)]
    spans.append(span(sentences("", summary.counts_sentence), BODY))
    flow.gap(4)
    flow.paragraph(spans, BODY)
