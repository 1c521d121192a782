"""Chapter 4 on paper: each mystery visit as a journey, the times of all beside their limits, the gate of validity."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspector.inspection.answer import Verdict
from inspector.inspection.validity import BROKEN, MET
from inspector.report.flow import CHAPTER_JOINS, SENTENCE_JOINS, Flow
from inspector.report.journey_chart import WAIT, JourneyChart, hatch
from inspector.report.opening import verdict_spans
from inspector.report.palette import (
    AMBER,
    BODY,
    DEEP,
    FINE,
    GREEN,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    RED,
    RIGHT,
    ROSE,
    RULE,
    SECTION,
    TABLE_BOLD,
    TEAL,
    TINT,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span, text_width
from inspector.report.sheet import Sheet
from inspector.report.visited import Journey, Mystery, Rule, Taken, Timing
from inspector.wording import _

NAME, BARS, FIGURES = 108.0, 150.0, 96.0
REST = MEASURE - NAME - BARS - FIGURES - 12
LINE, PAD, BAR = 13.0, 6.0, 7.0
REACH = 2.5  # how many limits long a bar's ground is
MOST_TAKEN = 30  # bars in one piece
RULES_ABREAST = 5
VALUE = Style(8.5, LINE, INK, bold=True, align="right")
OUTCOME = Style(7.5, LINE)
RULE_NAME = Style(8, 14)


def set_mystery(flow: Flow, mystery: Mystery) -> None:
    """Set the mystery visits, or the one sentence why there are none."""
    told = bool(mystery.journeys or mystery.timings)
    flow.chapter("4", _("暗访过程"), joins=CHAPTER_JOINS if told else SENTENCE_JOINS)
    flow.paragraph(mystery.sentence, BODY)
    for journey in mystery.journeys:
        set_journey(flow, journey)
    if mystery.timings:
        set_timings(flow, mystery.timings)
    if any(journey.rules for journey in mystery.journeys):
        set_rules(flow, mystery.journeys)


def set_journey(flow: Flow, journey: Journey) -> None:
    """Set one visit: the picture, how it came out, what was said."""
    chart = None if journey.silent else JourneyChart(journey)
    beside = text_width(journey.title, SECTION) + text_width(journey.note, NOTE) + 20 < MEASURE
    flow.section(journey.title, journey.note if beside else "", keep=(chart.height if chart else LINE) + 2 * LINE)
    if not beside:
        flow.paragraph(journey.note, NOTE)
    if chart:
        flow.gap(3)
        top = flow.take(chart.height)
        told = _("；").join(f"{one.key} {one.name} {one.clock}" for one in journey.moments)
        with flow.sheet.tags.figure(told, (LEFT, top - chart.height, MEASURE, chart.height)):
            chart.draw(flow.sheet, top)
        _legend(flow)
    for words, style in ((journey.silent, NOTE), (journey.result, BODY), *((one, NOTE) for one in journey.remarks)):
        if words:
            flow.paragraph(words, style)
    if journey.found:
        flow.gap(2)
        flow.paragraph(tuple(_listed(journey)), BODY)
    if journey.quotes:
        flow.gap(2)
        flow.paragraph(tuple(_quoted(journey)), BODY)


def _legend(flow: Flow) -> None:
    sheet, y, x = flow.sheet, flow.take(LINE) - 9, LEFT
    for colour, name in ((WAIT, _("等候与引导")), (TEAL, _("办理")), (ROSE, _("超限（斜纹）"))):
        sheet.fill_box(x, y, 16, 6, colour)
        if colour == ROSE:
            hatch(sheet, x, y, 16, 6)
        x += 20 + sheet.label(name, FINE, x + 19, y + 0.5) + 12
    sheet.label(_("虚线为到此超限，点线为平均要求"), FINE, x, y + 0.5)


def _listed(journey: Journey) -> Iterator[Span]:
    yield span(_("发现　"), BODY, DEEP, bold=True)
    for place, one in enumerate(journey.found):
        yield span(("" if not place else _("；")) + one.item, BODY, bold=True)
        yield span(f" {one.words}", BODY)


def _quoted(journey: Journey) -> Iterator[Span]:
    yield span(_("原话　"), BODY, DEEP, bold=True)
    for place, one in enumerate(journey.quotes):
        yield span(("" if not place else _("；")) + one.words, BODY)
        yield span(f" {one.item}", Style(7.5, 15, MUTE))


# Times beside their limits.


def set_timings(flow: Flow, timings: Sequence[Timing]) -> None:
    """Set every kind of time as bars against its limit."""
    rows = [part for one in timings for part in _parted(one)]
    flow.section(
        _("各段用时与时限"),
        _("每条横道一次到访，竖线为限，底宽为限的 2.5 倍，再长的以箭头示意"),
        keep=TimingRow(rows[0]).height,
    )
    for one in rows:
        row = TimingRow(one)
        row.draw(flow.sheet, flow.take(row.height))


def _parted(timing: Timing) -> Iterator[Timing]:
    yield replace(timing, took=timing.took[:MOST_TAKEN])
    for first in range(MOST_TAKEN, len(timing.took), MOST_TAKEN):
        yield replace(timing, took=timing.took[first : first + MOST_TAKEN], average="", remark="", source="")


class TimingRow:
    """One kind of time: name and limit, a bar for each visit, figures, and what stands beside single cases."""

    def __init__(self, timing: Timing) -> None:
        self.timing = timing
        self.name = Paragraph(timing.span, TABLE_BOLD, NAME - 6)
        self.limit = Paragraph(f"{timing.item} · {timing.benchmark}", NOTE, NAME - 6)
        told = ((timing.average, OUTCOME._replace(bold=True)), (timing.remark, OUTCOME), (timing.source, NOTE))
        lines = [span(words + "\n", style) for words, style in told if words]
        self.beside = Paragraph(lines, NOTE, REST)
        left = len(self.name.lines) * TABLE_BOLD.leading + len(self.limit.lines) * NOTE.leading
        self.height = max(left, len(timing.took) * LINE, len(self.beside.lines) * 11) + 2 * PAD

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw the row beneath an edge."""
        upper = top - PAD
        self.name.draw(sheet, LEFT, upper)
        self.limit.draw(sheet, LEFT, upper - len(self.name.lines) * TABLE_BOLD.leading)
        for place, one in enumerate(self.timing.took):
            self._bar(sheet, one, upper - place * LINE)
        self._lines(sheet, upper)
        self.beside.draw(sheet, LEFT + NAME + BARS + FIGURES + 12, upper)
        sheet.rule(LEFT, top - self.height, RIGHT, RULE)

    @property
    def reach(self) -> float:
        """How many seconds the ground of a bar is long."""
        timing = self.timing
        if timing.limit:
            return max(timing.limit * REACH, *(line * 1.05 for line in (0.0, *timing.shown)))
        return max([*(one.seconds for one in timing.took), *timing.shown, 1.0]) * 1.1

    def _bar(self, sheet: Sheet, one: Taken, upper: float) -> None:
        y, share = upper - LINE / 2 - BAR / 2, min(one.seconds / self.reach, 1.0)
        over = one.verdict in {Verdict.PARTLY, Verdict.FAIL}
        sheet.fill_box(LEFT + NAME, y, BARS, BAR, TINT)
        sheet.fill_box(LEFT + NAME, y, max(BARS * share, 0.6), BAR, ROSE if over else TEAL)
        if over:
            hatch(sheet, LEFT + NAME, y, BARS * share, BAR)
        if one.seconds > self.reach:
            end = LEFT + NAME + BARS
            sheet.area([(end, y - 1.5), (end + 4, y + BAR / 2), (end, y + BAR + 1.5)], RED)  # it goes on
        sheet.label(one.visit, FINE._replace(align="right"), LEFT + NAME - 3, upper - 9)
        sheet.label(one.printed, VALUE, LEFT + NAME + BARS + 46, upper - 9.5)
        outcome = (span(one.outcome, OUTCOME, MUTE),) if one.outcome else verdict_spans(one.verdict, OUTCOME)
        Paragraph(outcome, OUTCOME, FIGURES - 46, 1).draw(sheet, LEFT + NAME + BARS + 54, upper)

    def _lines(self, sheet: Sheet, upper: float) -> None:
        lower = upper - len(self.timing.took) * LINE
        for at in self.timing.shown:
            x = LEFT + NAME + BARS * min(at / self.reach, 1.0)
            sheet.path([(x, upper + 1), (x, lower - 1)], MUTE, 1.0, "0.8 1.8")
        if self.timing.limit:
            x = LEFT + NAME + BARS * self.timing.limit / self.reach
            sheet.path([(x, upper + 2), (x, lower - 2)], INK, 1.4)


# The gate.


def set_rules(flow: Flow, journeys: Sequence[Journey]) -> None:
    """Set the rules of the gate, the reasons beneath where one is not met."""
    flow.section(_("有效性核对"), _("每条都满足，暗访才计入评定"))
    for journey in journeys:
        if not journey.rules:
            continue
        if len(journeys) > 1:
            flow.need(4 * RULE_NAME.leading)
            flow.paragraph(journey.title, Style(8, 14, DEEP, bold=True))
        for first in range(0, len(journey.rules), RULES_ABREAST):
            top = flow.take(RULE_NAME.leading)
            for place, rule in enumerate(journey.rules[first : first + RULES_ABREAST]):
                width = MEASURE / RULES_ABREAST
                Paragraph(_rule(rule), RULE_NAME, width - 4, 1).draw(flow.sheet, LEFT + place * width, top)
        for rule in journey.rules:
            if rule.why:
                flow.paragraph((span(f"{rule.name}　", NOTE, INK, bold=True), span(rule.why, NOTE)), NOTE)
        flow.gap(4)


def _rule(rule: Rule) -> tuple[Span, ...]:
    sign, colour = {MET: ("conform", GREEN), BROKEN: ("fail", RED)}.get(rule.state, ("blank", AMBER))
    return icon(sign, 8), span(f" {rule.name}", RULE_NAME, INK if rule.state == MET else colour)
