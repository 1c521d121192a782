"""Charts as vectors: the radar of ideas, the bars of topics, the totals of past ratings."""

import math
from collections.abc import Iterable, Sequence

from inspector.report.palette import (
    DARK_GOLD,
    FILL_18,
    INK,
    MUTE,
    RED,
    RULE,
    TEAL,
    TINT,
    WHITE,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span, text_width
from inspector.report.rated import Limit, Past, Share
from inspector.report.sheet import Sheet
from inspector.wording import _

LABEL = Style(7.5, 10)
FIGURES = Style(6.5, 9, MUTE)
POINT = Style(8, 10, INK, bold=True)
DASHED, DOTTED = "3.2 2", "0.8 1.8"
RADAR_FROM = 40.0
WEAK = 60.0
SIDE_LABEL = 6.0  # how far the label of a flat axis reaches in over its end
SIDE_WIDTH = 58.0
FIGURES_ROOM = 54.0  # beside a bar, for its value and its change
Point = tuple[float, float]


def change_spans(direction: str, printed: str, size: float) -> tuple[Span, ...]:
    """Return a change as a sign and a figure."""
    if direction == "new":
        return (Span(_("新"), size, DARK_GOLD, bold=True),)
    if not direction:
        return ()
    return (icon(direction, size * 0.9), Span(printed, size, MUTE))


def yardstick(shares: Iterable[Share]) -> str:
    """Return what a chart holds these against: the mean of the city, else last time; empty where neither is known."""
    if any(one.mean is not None for one in shares):
        return _("全市均值")
    return _("上次") if any(one.last_number is not None for one in shares) else ""


def marks(shares: Sequence[Share]) -> list[float | None]:
    """Return the figure that each is held against."""
    peers = any(one.mean is not None for one in shares)
    return [one.mean if peers else one.last_number for one in shares]


def told_shares(shares: Sequence[Share]) -> str:
    """Return what a chart of these shows, for those who cannot see it."""
    against = yardstick(shares)
    parts = []
    for one, mark in zip(shares, marks(shares), strict=True):
        told = f"{one.name} {one.value or _('无数据')}"
        parts.append(
            told
            if mark is None
            else _("{share}（{against} {mark:.1f}）").format(share=told, against=against, mark=mark)
        )
    return _("；").join(parts)


def tick_words(topics: Sequence[Share]) -> str:
    """Return what the ticks of a chart of topics stand for; empty where there are none."""
    against = yardstick(topics)
    return _("竖线为{yardstick}").format(yardstick=against) if against else ""


def means_words(past: Sequence[Past]) -> str:
    """Return what the second line of the history stands for; empty where there is none."""
    return _("点线为{yardstick}").format(yardstick=_("全市均值")) if any(one.mean is not None for one in past) else ""


def told_history(past: Sequence[Past]) -> str:
    """Return what the history shows, for those who cannot see it."""
    return _("；").join(f"{one.when} {one.printed or _('未评星')}" for one in past) or _("尚无评定过的总分")


class Radar:
    """Ideas on as many axes as there are, from 40 to 100; the next star's floor dashed, weak vertices red.

    Dotted is the mean of the city, or last time where too few halls are known.
    """

    def __init__(self, sheet: Sheet, x: float, y: float, radius: float) -> None:
        self.sheet, self.x, self.y, self.radius = sheet, x, y, radius

    def point(self, axis: int, axes: int, value: float) -> Point:
        """Return where a value lies on an axis."""
        reach = self.radius * max(0.0, min(1.0, (value - RADAR_FROM) / (100 - RADAR_FROM)))
        angle = math.pi / 2 - 2 * math.pi * axis / axes
        return self.x + reach * math.cos(angle), self.y + reach * math.sin(angle)

    def ring(self, axes: int, value: float) -> list[Point]:
        """Return the closed ring of one value."""
        return [self.point(axis % axes, axes, value) for axis in range(axes + 1)]

    def draw(self, ideas: Sequence[Share], floor: Limit | None) -> None:
        """Draw grid, yardstick, floor, this time, and the names."""
        axes = len(ideas)
        if axes < 3:  # noqa: PLR2004 - two axes make no surface
            return
        for value in (60.0, 80.0, 100.0):
            self.sheet.path(self.ring(axes, value), RULE, 0.5)
        for axis in range(axes):
            self.sheet.path([(self.x, self.y), self.point(axis, axes, 100)], RULE, 0.4)
        self.surface([idea.number for idea in ideas])
        self.outline(marks(ideas), MUTE, 0.9, DOTTED)
        if floor:
            self.sheet.path(self.ring(axes, floor.number), DARK_GOLD, 1.0, DASHED)
        self.outline([idea.number for idea in ideas], TEAL, 1.8, "")
        for axis, idea in enumerate(ideas):
            self.vertex(axis, axes, idea, floor)

    def surface(self, values: Sequence[float | None]) -> None:
        """Fill the surface of this time."""
        known = [self.point(axis, len(values), value) for axis, value in enumerate(values) if value is not None]
        if len(known) > 2:  # noqa: PLR2004 - two points make no surface
            self.sheet.area(known, FILL_18)

    def outline(self, values: Sequence[float | None], colour: str, line: float, dash: str) -> None:
        """Draw an outline through the axes that have data."""
        points = [self.point(axis, len(values), value) for axis, value in enumerate(values) if value is not None]
        if len(points) > 1:
            self.sheet.path([*points, points[0]], colour, line, dash)

    def vertex(self, axis: int, axes: int, idea: Share, floor: Limit | None) -> None:
        """Draw one vertex with the name and figure of its idea."""
        weak = idea.number is not None and floor is not None and idea.number < floor.number
        if idea.number is not None:
            self.sheet.dot(*self.point(axis, axes, idea.number), 2.2, RED if weak else TEAL)
        colour = RED if weak else INK
        value = span(idea.value or _("无数据"), POINT, colour)
        x, y = self.point(axis, axes, 100)
        right, up = x - self.x, y - self.y
        if abs(right) < self.radius * 0.3:
            spans: tuple[Span, ...] = (span(f"{idea.name}　", LABEL), value)
            line = Paragraph(spans, LABEL, 160, 1, "center")
            line.draw(self.sheet, x - 80, y + (14 if up > 0 else -5))
            return
        # Above an axis that lies flat the rings leave room, so that names need less of the width.
        flat = abs(up) < self.radius * 0.2
        away, rise = (-SIDE_LABEL, 13.0) if flat else (7.0, 0.0)
        for part, lift in ((span(idea.name, LABEL), rise + 11.0), (value, rise)):
            line = Paragraph((part,), LABEL, SIDE_WIDTH, 1, "left" if right > 0 else "right")
            line.draw(self.sheet, x + (away if right > 0 else -away - SIDE_WIDTH), y + lift)


def draw_topics(sheet: Sheet, topics: Sequence[Share], x: float, top: float, width: float, step: float = 15.0) -> float:
    """Draw a bar for each topic, with its yardstick as a tick, value and change; return the height."""
    bar_x = x + width * 0.36
    bar_width = min(width * 0.38, width * 0.64 - FIGURES_ROOM)
    for place, (topic, mark) in enumerate(zip(topics, marks(topics), strict=True)):
        y = top - place * step - 11
        Paragraph(topic.name, LABEL, width * 0.35, 1).draw(sheet, x, y + 9)
        draw_bar(sheet, topic, mark, (bar_x, y, bar_width, 7.5))
        right = bar_x + bar_width
        colour = RED if topic.number is not None and topic.number < WEAK else INK
        value = span(topic.value or _("无数据"), POINT, colour)
        Paragraph((value,), POINT, 40, 1, "right").draw(sheet, right - 11, y + 9)
        change = change_spans(topic.change.direction, topic.change.printed, 6.5)
        Paragraph(change, FIGURES, 40, 1).draw(sheet, right + 33, y + 8.5)
    foot = top - len(topics) * step - 4
    sheet.rule(bar_x, foot + 1, bar_x + bar_width, RULE, 0.4)
    for share in (0, 50, 100):
        sheet.label(str(share), FIGURES._replace(align="center"), bar_x + bar_width * share / 100, foot - 8)
    return len(topics) * step + 14


def draw_bar(sheet: Sheet, share: Share, mark: float | None, box: tuple[float, float, float, float]) -> None:
    """Draw one bar from 0 to 100 into x, y, width and height, with a tick at what it is held against."""
    x, y, width, height = box
    sheet.fill_box(x, y, width, height, TINT)
    if share.number is None:
        return
    sheet.fill_box(x, y, width * min(share.number, 100) / 100, height, RED if share.number < WEAK else TEAL)
    if mark is not None:
        at = x + width * min(mark, 100) / 100
        sheet.fill_box(at - 0.9, y - 2, 1.8, height + 4, WHITE)
        sheet.fill_box(at - 0.6, y - 2, 1.2, height + 4, INK)


class History:
    """The totals of past ratings as a line, those of the city dotted, the star bands dashed."""

    def __init__(self, sheet: Sheet, x: float, bottom: float, width: float, height: float) -> None:
        self.sheet, self.x, self.bottom, self.width, self.height = sheet, x, bottom, width, height
        self.low, self.high = 0.0, 100.0

    def height_of(self, value: float) -> float:
        """Return where a value lies."""
        return self.bottom + self.height * (value - self.low) / (self.high - self.low)

    def draw(self, past: Sequence[Past], levels: Sequence[Limit]) -> None:
        """Draw bands, line, points and dates."""
        known = [one.number for one in past if one.number is not None]
        if not known:
            return
        known += [one.mean for one in past if one.mean is not None]
        spread = [*known, *(level.number for level in levels if min(known) - 8 <= level.number <= max(known) + 8)]
        self.low, self.high = min(spread) - 4, max(spread) + 4
        for level in levels:
            if self.low <= level.number <= self.high:
                self.band(level)
        step = (self.width - 52) / max(len(past) - 1, 1)
        places = [self.x + 18 + place * step for place in range(len(past))]
        self.line([one.mean for one in past], places, MUTE, 0.9, DOTTED)
        self.line([one.number for one in past], places, TEAL, 1.8)
        for place, one in zip(places, past, strict=True):
            self.sheet.label(one.when, FIGURES._replace(align="center"), place, self.bottom - 13)
            self.point(one, place, last=one is past[-1])
        if len(past) == 1:
            self.sheet.label(_("首次评定"), LABEL, places[0] + 12, self.height_of(known[0]) - 3)
            if past[0].mean is not None:
                self.sheet.dot(places[0], self.height_of(past[0].mean), 1.6, WHITE, MUTE)

    def band(self, level: Limit) -> None:
        """Draw the line of a star band and its label."""
        y = self.height_of(level.number)
        right = self.x + self.width - 28
        self.sheet.path([(self.x, y), (right, y)], RULE, 0.5, "2.5 2")
        self.sheet.label(level.label, FIGURES._replace(colour=DARK_GOLD), right + 3, y - 2.4)

    def line(
        self, values: Sequence[float | None], places: Sequence[float], colour: str, width: float, dash: str = ""
    ) -> None:
        """Draw a line; a visit without a star is a gap."""
        stretch: list[Point] = []
        for place, value in zip([*places, 0.0], [*values, None], strict=True):
            if value is not None:
                stretch.append((place, self.height_of(value)))
            else:
                if len(stretch) > 1:
                    self.sheet.path(stretch, colour, width, dash)
                stretch = []

    def point(self, one: Past, x: float, last: bool) -> None:
        """Draw one rating with its figure, on white where it crosses a line."""
        if one.number is None:
            self.sheet.label(_("未评星"), FIGURES._replace(align="center"), x, self.bottom + 4)
            return
        y = self.height_of(one.number)
        style = POINT._replace(size=9.5 if last else 8)
        wide = text_width(one.printed, style)
        self.sheet.fill_box(x - wide / 2 - 1, y - 15, wide + 2, 10, WHITE)
        self.sheet.dot(x, y, 2.6, TEAL if last else WHITE, TEAL)
        self.sheet.label(one.printed, style._replace(align="center"), x, y - 13.5)
