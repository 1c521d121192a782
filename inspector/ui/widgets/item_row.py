"""A closed item card: one painted row that tells what is recorded and opens when pressed."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.inspection.answer import Verdict
from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.chips import chip_width, draw_chip
from inspector.ui.widgets.painted import EXPANDING, FIXED, Pressable
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.ui.widgets.verdict_looks import verdict_spec, verdict_word

HEIGHT, PADDING, CODE, GAP, MARK = 48, 24, 58, 10, 18
CHIP_GAP = 18
RADIUS = 10


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a closed card shows at its right: value, small marks (icon, tone, name), verdict."""

    verdict: Verdict | None = None
    value: str = ""
    marks: tuple[tuple[str, str, str], ...] = ()


class ItemRow(Pressable):
    """Code, name and way of checking at the left, what is recorded at the right; `clicked` opens it."""

    def __init__(self, code: str, name: str, how: str = "", parent: QWidget | None = None) -> None:
        self._code, self._name, self._how = code, name, how
        self._recorded = Recorded()
        super().__init__(f"{code} {name}", parent)
        self.radius = RADIUS
        self.setSizePolicy(EXPANDING, FIXED)
        self.show_recorded(self._recorded)

    def show_recorded(self, recorded: Recorded) -> None:
        """Show what is recorded for the item."""
        self._recorded = recorded
        told = (self.words, verdict_word(recorded.verdict), recorded.value, *(name for _i, _t, name in recorded.marks))
        self.setAccessibleName("，".join(part for part in told if part))
        self.update()

    def sizeHint(self) -> QSize:
        """One row as wide as its place."""
        return QSize(320, theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        line = "edge" if self.hovered else "line"
        box(painter, rect, RADIUS, theme.colour("surface"), theme.colour(line))
        end = self._paint_recorded(painter, rect)
        muted, x = theme.colour("muted"), float(PADDING)
        words(painter, QRectF(x, 0, theme.px(CODE), rect.height()), self._code, muted, 13, MEDIUM)
        x += theme.px(CODE)
        width = max(min(theme.advance(self._name, 15, MEDIUM) + 1, end - GAP - x), 0)
        words(painter, QRectF(x, 0, width, rect.height()), self._name, theme.colour("text"), 15, MEDIUM)
        x += width + GAP
        if end - GAP - x >= theme.advance(self._how, 12):
            words(painter, QRectF(x, 1, end - GAP - x, rect.height()), self._how, muted, 12)

    def _paint_recorded(self, painter: QPainter, rect: QRectF) -> float:
        """Paint chip, value and marks from the right; return where they begin."""
        middle = rect.center().y()
        spec = verdict_spec(self._recorded.verdict)
        x = rect.right() - PADDING + 4 - chip_width(spec[0], spec[2])
        draw_chip(painter, x, middle, spec)
        x -= CHIP_GAP
        if self._recorded.value:
            width = theme.advance(self._recorded.value, 13)
            area = QRectF(x - width - 1, 0, width + 1, rect.height())
            words(painter, area, self._recorded.value, theme.colour("muted"), 13, align=RIGHT)
            x -= width + CHIP_GAP
        for icon, tone, _name in reversed(self._recorded.marks):
            x -= MARK
            draw_icon(painter, icon, tone, x, middle - MARK / 2, MARK)
            x -= GAP
        return x
