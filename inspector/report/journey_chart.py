"""The journey of a mystery visit as a picture: moments above the strip, limits that ran out beneath it, an axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.report.palette import (
    DARK_GOLD,
    FINE,
    INK,
    LEFT,
    MEASURE,
    RED,
    ROSE,
    RULE,
    TEAL,
    TINT,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, span, text_width
from inspector.report.sheet import Sheet
from inspector.report.visited import Journey, LimitLine, Moment
from inspector.wording import _

LABEL = Style(7.5, 10)
LIMIT = Style(7, 10, DARK_GOLD, bold=True)
WAIT = "#9DB8BB"
LANE, STRIP, STEM, AXIS, AIR = 12.0, 14.0, 5.0, 24.0, 4.0
MOST_TICKS = 14
STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400)
DASHED, DOTTED = "3 2", "0.8 1.8"
HATCH = 3.5


@dataclass(frozen=True, slots=True)
class Label:
    """A label right of its stem; lane 0 is the furthest from the strip."""

    x: float
    width: float
    lane: int


def in_lanes(places: Sequence[tuple[float, float]]) -> list[Label]:
    """Return a lane for each (x, width), from left to right.

    No label overlaps another, and no stem runs through one: what begins before its neighbour has ended lies nearer to
    the strip.
    """
    labels: list[Label] = []
    for x, width in places:
        reached = [one.lane for one in labels if one.x + one.width + AIR > x]
        labels.append(Label(x, width, max(reached, default=-1) + 1))
    return labels


class JourneyChart:
    """Knows its height before it is drawn; times are laid out so that the last label still ends on the page."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.whole = max((moment.at for moment in journey.moments), default=0.0) or 1.0
        moments = [(one.at, _width(_moment_spans(one))) for one in journey.moments]
        limits = sorted((one.at, text_width(one.label, LIMIT) + AIR) for one in journey.limits)
        self.scale = min([MEASURE, *((MEASURE - wide) * self.whole / at for at, wide in (*moments, *limits) if at > 0)])
        self.moments = in_lanes([(self.x(at), wide) for at, wide in moments])
        self.limits = in_lanes([(self.x(at), wide) for at, wide in limits])

    def x(self, at: float) -> float:
        """Return where a second lies."""
        return LEFT + self.scale * at / self.whole

    @property
    def above(self) -> float:
        """The height of the labels above the strip."""
        return LANE * (max((one.lane for one in self.moments), default=-1) + 1) + STEM

    @property
    def below(self) -> float:
        """The height of the labels beneath the strip."""
        return LANE * (max((one.lane for one in self.limits), default=-1) + 1) + STEM

    @property
    def height(self) -> float:
        """The height of the whole picture."""
        return self.above + STRIP + self.below + AXIS

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw the picture beneath an edge."""
        strip = top - self.above - STRIP
        self._strip(sheet, strip)
        for moment, label in zip(self.journey.moments, self.moments, strict=True):
            self._moment(sheet, moment, label, top, strip)
        foot = strip - self.below
        for limit, label in zip(sorted(self.journey.limits, key=lambda one: one.at), self.limits, strict=True):
            self._limit(sheet, limit, label, strip, foot)
        self._axis(sheet, foot - 2)

    def _strip(self, sheet: Sheet, bottom: float) -> None:
        sheet.fill_box(LEFT, bottom, self.scale, STRIP, TINT)
        for one in self.journey.stretches:
            begins, ends = self.x(one.begins), self.x(one.ends)
            colour = ROSE if one.over else TEAL if one.kind == "served" else WAIT
            sheet.fill_box(begins, bottom, max(ends - begins, 0.6), STRIP, colour)
            if one.over:
                hatch(sheet, begins, bottom, ends - begins, STRIP)

    def _moment(self, sheet: Sheet, moment: Moment, label: Label, top: float, strip: float) -> None:
        upper = top - label.lane * LANE
        sheet.path([(label.x, upper), (label.x, strip)], INK, 0.5)
        Paragraph(_moment_spans(moment), LABEL, MEASURE, 1).draw(sheet, label.x + 2, upper)

    def _limit(self, sheet: Sheet, limit: LimitLine, label: Label, strip: float, foot: float) -> None:
        lower = foot + label.lane * LANE
        dash = DASHED if limit.scored else DOTTED
        sheet.path([(label.x, strip + STRIP + 3), (label.x, lower)], DARK_GOLD, 1.0, dash)
        sheet.label(limit.label, LIMIT, label.x + 3, lower + 2)

    def _axis(self, sheet: Sheet, y: float) -> None:
        sheet.rule(LEFT, y, LEFT + self.scale, RULE, 0.6)
        step = next(
            (step for step in STEPS if self.whole / step <= MOST_TICKS), STEPS[-1] * (1 + int(self.whole / 1e6))
        )
        at = 0
        while at <= self.whole:
            sheet.path([(self.x(at), y), (self.x(at), y - 3)], RULE, 0.6)
            sheet.label(_tick(at), FINE._replace(align="center"), self.x(at), y - 11)
            at += step


def hatch(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """Draw slanting lines over a box: what is over its limit shows in grey print too."""
    at = x - height
    while at < x + width:
        low, high = max(at, x), min(at + height, x + width)
        if high > low:
            sheet.path([(low, y + low - at), (high, y + high - at)], RED, 0.5)
        at += HATCH


def _moment_spans(moment: Moment) -> tuple[Span, ...]:
    note = _("（{note}）").format(note=moment.note) if moment.note else ""
    return span(moment.key, LABEL, bold=True), span(f" {moment.name}{note}", LABEL)


def _width(spans: Sequence[Span]) -> float:
    return sum(text_width(one.text, LABEL._replace(bold=one.bold)) for one in spans) + AIR


def _tick(at: int) -> str:
    hours, minutes = divmod(at // 60, 60)
    if at % 60:
        return f"{at // 60}:{at % 60:02}" if at > 60 else _("{n} 秒").format(n=at)  # noqa: PLR2004 - a minute
    if not hours:
        return _("{n} 分").format(n=minutes)
    return f"{hours}:{minutes:02}" if minutes else _("{n} 小时").format(n=hours)
