"""The sentence of judgement, the lines a star must cross, and the charts."""

from inspector.report.charts import (
    History,
    Radar,
    draw_topics,
    means_words,
    tick_words,
    told_history,
    told_shares,
    yardstick,
)
from inspector.report.content import ReportContent
from inspector.report.onepage.measures import COLUMN, EDGE, GUTTER, WIDE
from inspector.report.palette import (
    DARK_GOLD,
    DEEP,
    GOLD,
    GREEN,
    INK,
    MM,
    MUTE,
    NOTE,
    RED,
    TEAL,
    TINT,
    TINT2,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span, text_width
from inspector.report.rated import Gate, Requirement
from inspector.report.sheet import Sheet
from inspector.wording import _

HEADLINE, SENTENCE = Style(11.5, 17, DEEP, bold=True), Style(9, 14, INK)
CARD_TITLE, FIGURE, NEEDED = Style(9, 13, DEEP, bold=True), Style(15, 20, INK, bold=True), Style(7.5, 20, MUTE)
CARD, VETO_LINE = 47.0, 14.0
HEAD = 16.0
SECTION = Style(9.5, 14, DEEP, bold=True)
CHARTS = (56 * MM, 52 * MM, WIDE - 108 * MM - 2 * GUTTER)
RADAR_LEAST = 3
Box = tuple[float, float, float, float]  # x, y, width, height


def heading(sheet: Sheet, title: str, note: str, x: float, width: float, top: float) -> None:
    """Draw the heading of a block with its rule and its note at the right."""
    with sheet.tags.tag("H2"):
        Paragraph(title, SECTION, width, 1).draw(sheet, x, top)
    if note:
        sheet.label(note, NOTE._replace(align="right"), x + width, top - 10.5)
    sheet.rule(x, top - HEAD, x + width, TEAL, 0.8)


class Judgement:
    """One bold sentence, and one that says how far the next star is."""

    def __init__(self, content: ReportContent) -> None:
        bad = content.cover.star.state == "withheld" or content.cover.star.level == 0
        bold = HEADLINE._replace(colour=RED if bad else DEEP)
        self.words = Paragraph(content.trace.veto_sentence or content.summary.headline, bold, WIDE - 12, 2)
        self.more = Paragraph(" ".join(content.summary.sentences), SENTENCE, WIDE - 12, 2)
        self.colour = RED if bad else GOLD
        self.least = self.most = self.words.height + self.more.height

    def draw(self, sheet: Sheet, top: float, height: float) -> None:
        """Draw both sentences behind a bar."""
        sheet.fill_box(EDGE, top - height, 2.2, height, self.colour)
        self.words.draw(sheet, EDGE + 9, top)
        self.more.draw(sheet, EDGE + 9, top - self.words.height)


class Gates:
    """The three lines of a star as cards; instead what a rating lacks, or the facts of a veto."""

    def __init__(self, content: ReportContent) -> None:
        self.trace, self.summary = content.trace, content.summary
        self.cards: tuple[Gate | Requirement, ...] = self.trace.gates[:3] or self.trace.requirements[:3]
        self.veto = self.trace.veto[:3]
        self.least = 12 + VETO_LINE * len(self.veto) if self.veto else CARD if self.cards else 0.0
        self.most = self.least

    def draw(self, sheet: Sheet, top: float, height: float) -> None:
        """Draw the cards side by side."""
        if self.veto:
            self._draw_veto(sheet, top, height)
            return
        for place, card in enumerate(self.cards):
            x = EDGE + place * (COLUMN + GUTTER)
            sheet.fill_box(x, top - height, COLUMN, height, TINT)
            if isinstance(card, Gate):
                self._draw_gate(sheet, card, x, top, place)
            else:
                self._draw_requirement(sheet, card, x, top)

    def _draw_veto(self, sheet: Sheet, top: float, height: float) -> None:
        sheet.frame_box(EDGE, top - height, WIDE, height, RED, 1.2)
        for place, fact in enumerate(self.veto):
            y = top - 6 - place * VETO_LINE
            with sheet.tags.tag("P"):
                Paragraph(fact.label, SENTENCE._replace(bold=True), 130, 1).draw(sheet, EDGE + 9, y)
                Paragraph(fact.value, SENTENCE, WIDE - 156, 1).draw(sheet, EDGE + 146, y)

    def _draw_gate(self, sheet: Sheet, gate: Gate, x: float, top: float, place: int) -> None:
        _card(sheet, gate.name, passed(gate.passed, _("已越过"), _("未越过")), x, top)
        wide = text_width(gate.now, FIGURE)
        sheet.label(gate.now, FIGURE, x + 8, top - 32)
        needed = "" if gate.needed == "–" else gate.needed
        Paragraph(needed, NEEDED, COLUMN - wide - 22, 1).draw(sheet, x + wide + 14, top - 18)
        share, line = self._bar(place)
        if share is None:
            return
        sheet.fill_box(x + 8, top - 42, COLUMN - 16, 4, TINT2)
        sheet.fill_box(x + 8, top - 42, (COLUMN - 16) * share / 100, 4, TEAL if gate.passed else RED)
        if line is not None:
            sheet.fill_box(x + 8 + (COLUMN - 16) * line / 100 - 0.7, top - 44, 1.4, 8, DARK_GOLD)

    def _bar(self, place: int) -> tuple[float | None, float | None]:
        """Return how far the bar of a gate goes, and where its line stands; figures that are no shares have none."""
        known = [idea.number for idea in self.summary.ideas if idea.number is not None]
        shares = (self.summary.total.number, min(known, default=None), None)
        lines = (self.trace.line, self.summary.floor, None)
        line = lines[place]
        return shares[place], line.number if line else None

    def _draw_requirement(self, sheet: Sheet, one: Requirement, x: float, top: float) -> None:
        _card(sheet, one.name, passed(one.met, _("已满足"), _("未满足")), x, top)
        told = _("{have} / {need}").format(have=one.have, need=one.need)
        Paragraph(told, FIGURE._replace(size=12), COLUMN - 16, 1).draw(sheet, x + 8, top - 18)


def _card(sheet: Sheet, title: str, mark: tuple[Span, ...], x: float, top: float) -> None:
    Paragraph(title, CARD_TITLE, COLUMN - 66, 1).draw(sheet, x + 8, top - 4)
    Paragraph(mark, CARD_TITLE, 54, 1, "right").draw(sheet, x + COLUMN - 62, top - 4)


def passed(well: bool, yes: str, no: str) -> tuple[Span, ...]:
    """Return a sign and a word for what was crossed, or was not."""
    name, word, colour = ("conform", yes, GREEN) if well else ("fail", no, RED)
    return icon(name, 8), span(f" {word}", CARD_TITLE._replace(size=8, colour=colour))


class Charts:
    """Past totals, ideas and topics side by side; the topics alone where there is no star to tell of."""

    def __init__(self, content: ReportContent) -> None:
        summary = self.summary = content.summary
        self.past = summary.history[-4:]
        known = [one for one in summary.topics if one.number is not None]
        whole = sum(idea.number is not None for idea in summary.ideas) >= RADAR_LEAST
        self.parts = [self._past, self._ideas, self._topics] if whole else [self._topics]
        self.widths = CHARTS if whole else (WIDE,)
        room = HEAD + 22, 88.0 if whole else 0.0, 128.0 if whole else 0.0
        self.least = room[0] + max(room[1], len(summary.topics) * 10.5) if known else 0.0
        self.most = room[0] + max(room[2], len(summary.topics) * 15.0) if known else 0.0

    def draw(self, sheet: Sheet, top: float, height: float) -> None:
        """Draw the charts into a height."""
        x = EDGE
        for part, width in zip(self.parts, self.widths, strict=True):
            part(sheet, (x, top - height, width, height - HEAD))
            x += width + GUTTER

    def _past(self, sheet: Sheet, box: Box) -> None:
        x, y, width, height = box
        heading(sheet, _("历次总分"), means_words(self.past), x, width, y + height + HEAD)
        with sheet.tags.figure(told_history(self.past), box):
            History(sheet, x, y + 18, width, height - 30).draw(self.past, self.summary.levels)
            if not any(one.number is not None for one in self.past):
                sheet.label(_("尚无评定过的总分"), NOTE, x, y + height - 14)

    def _ideas(self, sheet: Sheet, box: Box) -> None:
        x, y, width, height = box
        ideas = self.summary.ideas
        against = yardstick(ideas)
        note = [_("轴 40–100"), *([_("点线为{yardstick}").format(yardstick=against)] if against else [])]
        heading(sheet, _("理念"), " · ".join(note), x, width, y + height + HEAD)
        with sheet.tags.figure(told_shares(ideas), box):
            radius = min(height / 2 - 30, width / 2 - 34)
            Radar(sheet, x + width / 2, y + height / 2, radius).draw(ideas, self.summary.floor)

    def _topics(self, sheet: Sheet, box: Box) -> None:
        x, y, width, height = box
        topics = self.summary.topics
        heading(sheet, _("专题得分率"), tick_words(topics), x, width, y + height + HEAD)
        step = min(15.0, (height - 18) / max(len(topics), 1))
        with sheet.tags.figure(told_shares(topics), box):
            draw_topics(sheet, topics, x, y + height - 3, min(width, CHARTS[2]), step)
