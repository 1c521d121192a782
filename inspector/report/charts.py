"""Charts as vectors: the radar of ideas, the bars of topics, the totals of past ratings."""

import math
from collections.abc import Sequence

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
Point = tuple[float, float]


def change_spans(direction: str, printed: str, size: float) -> tuple[Span, ...]:
    """Return a change as a sign and a figure."""
    if direction == "new":
        return (Span(_("新"), size, DARK_GOLD, bold=True),)
    if not direction:
        return ()
    return (icon(direction, size * 0.9), Span(printed, size, MUTE))


class Radar:
    """Ideas on as many axes as there are, from 40 to 100; the next star's floor dashed, weak vertices red."""

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
        """Draw grid, last time, floor, this time, and the names."""
        axes = len(ideas)
        if axes < 3:  # noqa: PLR2004 - two axes make no surface
            return
        for value in (60.0, 80.0, 100.0):
            self.sheet.path(self.ring(axes, value), RULE, 0.5)
        for axis in range(axes):
            self.sheet.path([(self.x, self.y), self.point(axis, axes, 100)], RULE, 0.4)
        self.surface([idea.number for idea in ideas])
        self.outline([idea.last_number for idea in ideas], MUTE, 0.9, DOTTED)
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
        for part, lift in ((span(idea.name, LABEL), 11.0), (value, 0.0)):
            line = Paragraph((part,), LABEL, 52, 1, "left" if right > 0 else "right")
            line.draw(self.sheet, x + (7 if right > 0 else -59), y + lift)


def draw_topics(sheet: Sheet, topics: Sequence[Share], x: float, top: float, width: float, step: float = 15.0) -> float:
    """Draw a bar for each topic, with last time as a tick, value and change; return the height."""
    bar_x, bar_width = x + width * 0.36, width * 0.38
    for place, topic in enumerate(topics):
        y = top - place * step - 11
        Paragraph(topic.name, LABEL, width * 0.35, 1).draw(sheet, x, y + 9)
        draw_bar(sheet, topic, bar_x, y, bar_width, 7.5)
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


def draw_bar(sheet: Sheet, share: Share, x: float, y: float, width: float, height: float) -> None:
    """Draw one bar from 0 to 100 with a tick where it stood last time."""
    sheet.fill_box(x, y, width, height, TINT)
    if share.number is None:
        return
    sheet.fill_box(x, y, width * min(share.number, 100) / 100, height, RED if share.number < WEAK else TEAL)
    if share.last_number is not None:
        at = x + width * min(share.last_number, 100) / 100
        sheet.fill_box(at - 0.9, y - 2, 1.8, height + 4, WHITE)
        sheet.fill_box(at - 0.6, y - 2, 1.2, height + 4, INK)


class History:
    """The totals of past ratings as a line, the star bands dashed."""

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
        spread = [*known, *(level.number for level in levels if min(known) - 8 <= level.number <= max(known) + 8)]
        self.low, self.high = min(spread) - 4, max(spread) + 4
        for level in levels:
            if self.low <= level.number <= self.high:
                self.band(level)
        step = (self.width - 52) / max(len(past) - 1, 1)
        places = [self.x + 18 + place * step for place in range(len(past))]
        self.line(past, places)
        for place, one in zip(places, past, strict=True):
            self.sheet.label(one.when, FIGURES._replace(align="center"), place, self.bottom - 13)
            self.point(one, place, last=one is past[-1])
        if len(past) == 1:
            self.sheet.label(_("首次评定"), LABEL, places[0] + 12, self.height_of(known[0]) - 3)

    def band(self, level: Limit) -> None:
        """Draw the line of a star band and its label."""
        y = self.height_of(level.number)
        right = self.x + self.width - 28
        self.sheet.path([(self.x, y), (right, y)], RULE, 0.5, "2.5 2")
        self.sheet.label(level.label, FIGURES._replace(colour=DARK_GOLD), right + 3, y - 2.4)

    def line(self, past: Sequence[Past], places: Sequence[float]) -> None:
        """Draw the line; a visit without a star is a gap."""
        stretch: list[Point] = []
        for place, one in zip([*places, 0.0], [*past, Past("", "", None)], strict=True):
            if one.number is not None:
                stretch.append((place, self.height_of(one.number)))
            else:
                if len(stretch) > 1:
                    self.sheet.path(stretch, TEAL, 1.8)
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
