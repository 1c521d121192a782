"""The way through a visit as one line: its moments as dots, the times between them as coloured stretches."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.inspection.visit import Mark
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted
from inspector.ui.widgets.painting import CENTRE, box, dot, start, words

HEIGHT, BAR, EDGE, RADIUS, NEAR = 62, 8, 12, 5, 6
TO_SCALE = timedelta(hours=3)  # a crew that comes the next day would press a whole call into one dot


class Stretch(NamedTuple):
    """A time between two moments: its words and its tone."""

    start: str
    end: str
    words: str
    tone: str


class TimelineStrip(Painted):
    """Shows moments and stretches; what overlaps is left out and stands in the table below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._stretches: tuple[Stretch, ...] = ()
        self.setSizePolicy(EXPANDING, FIXED)

    def show_line(self, marks: Sequence[Mark], stretches: Sequence[Stretch]) -> None:
        """Show these moments and the times between them."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.at))
        self._stretches = tuple(stretches)
        self.setAccessibleName("，".join(f"{one.start}→{one.end} {one.words}" for one in stretches))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        return QSize(320, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow lines leave words out."""
        return QSize(160, theme.px(HEIGHT))

    def places(self) -> dict[str, float]:
        """Return where every moment stands, in pixels: to scale within some hours, else one beside the other."""
        if not self._marks:
            return {}
        width, first = self.width() - 2 * EDGE, self._marks[0].at
        whole = self._marks[-1].at - first
        if not timedelta() < whole <= TO_SCALE:
            step = width / max(len(self._marks) - 1, 1)
            return {mark.key: EDGE + place * step for place, mark in enumerate(self._marks)}
        return {mark.key: EDGE + width * ((mark.at - first) / whole) for mark in self._marks}

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, stretches, dots and words."""
        painter = QPainter(self)
        start(painter)
        places, middle = self.places(), self.height() / 2
        track = QRectF(EDGE, middle - BAR / 2, self.width() - 2 * EDGE, BAR)
        box(painter, track, BAR / 2, theme.colour("sunken"))
        shown = [one for one in self._stretches if one.start in places and one.end in places]
        shown.sort(key=lambda one: places[one.start] - places[one.end])
        for one in shown:
            left, right = sorted((places[one.start], places[one.end]))
            box(painter, QRectF(left, middle - BAR / 2, right - left, BAR), 0, theme.mix(one.tone, "surface", 0.75))
        self._paint_times(painter, shown, places)
        for x in places.values():
            dot(painter, QPointF(x, middle), RADIUS + 1, theme.colour("text"), theme.colour("surface"))
        self._paint_keys(painter, places)

    def _paint_times(self, painter: QPainter, shown: list[Stretch], places: dict[str, float]) -> None:
        taken: list[QRectF] = []
        for one in shown:
            width = theme.advance(one.words, 12, MEDIUM) + 2
            centre = (places[one.start] + places[one.end]) / 2
            left = min(max(centre - width / 2, 0.0), self.width() - width)
            area = QRectF(left, 0, width, theme.px(20))
            wide = abs(places[one.end] - places[one.start]) >= width / 2
            if wide and not any(area.intersects(other) for other in taken):
                words(painter, area, one.words, theme.colour(one.tone), 12, MEDIUM, CENTRE)
                taken.append(area.adjusted(-NEAR, 0, NEAR, 0))

    def _paint_keys(self, painter: QPainter, places: dict[str, float]) -> None:
        keys = list(places)
        taken: list[QRectF] = []
        for key in [*keys[:1], *keys[-1:], *keys[1:-1]]:
            width = theme.advance(key, 12) + 2
            left = min(max(places[key] - width / 2, 0.0), self.width() - width)
            area = QRectF(left, self.height() - theme.px(20), width, theme.px(20))
            if not any(area.intersects(other) for other in taken):
                words(painter, area, key, theme.colour("muted"), 12, align=CENTRE)
                taken.append(area.adjusted(-NEAR, 0, NEAR, 0))
