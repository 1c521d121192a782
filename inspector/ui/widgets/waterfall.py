"""The way from 100 down to the total: one step a topic, running totals at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, PREFERRED, Painted
from inspector.ui.widgets.painting import CENTRE, LEFT, RIGHT, box, start, words
from inspector.wording import _

FULL = 100.0
HEAVY = 3.0
BAR, GRID = 12, 5
FEW_LINES = 40


@dataclass(frozen=True, slots=True)
class Fall:
    """A step: idea and topic, the printed loss and running total, and the numbers the bar lies between."""

    idea: str
    topic: str
    lost: str
    running: str
    before: float
    after: float


class Waterfall(Painted):
    """Steps between 100 and the total, and the line of the next star; the axis begins at the ten below."""

    ROW, LEAST, AXIS, IDEA, TOPIC, VALUE = 25, 21, 22, 84, 122, 52

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._falls: tuple[Fall, ...] = ()
        self._total = ("", FULL)
        self._line: tuple[str, float] | None = None
        self.setSizePolicy(EXPANDING, PREFERRED)

    def show_falls(
        self, falls: Sequence[Fall], total: str, value: float, line: tuple[str, float] | None = None
    ) -> None:
        """Show the steps, the printed total with its number, and the line of the next star (words, number)."""
        self._falls, self._total, self._line = tuple(falls), (total, value), line
        steps = "；".join(
            _("{idea}，{topic} 失 {lost} 分，余 {running}").format(
                idea=fall.idea, topic=fall.topic, lost=fall.lost, running=fall.running
            )
            for fall in self._falls
        )
        self.setAccessibleName(_("从 100 到 {total}：{steps}").format(total=total, steps=steps or _("没有失分")))
        self.setSizePolicy(EXPANDING, PREFERRED if self._falls else FIXED)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row each, both ends and the axis."""
        return QSize(520, theme.px(self.ROW) * (len(self._falls) + 2) + theme.px(self.AXIS))

    def minimumSizeHint(self) -> QSize:
        """Rows may stand closer."""
        return QSize(440, theme.px(self.LEAST) * (len(self._falls) + 2) + theme.px(self.AXIS))

    # Measures.

    def _low(self) -> float:
        least = min(self._total[1], self._line[1] if self._line else FULL)
        return max(0.0, min(90.0, (least - 1) // 10 * 10))

    def _bars(self) -> tuple[float, float]:
        return float(theme.px(self.IDEA) + theme.px(self.TOPIC)), float(self.width() - theme.px(self.VALUE))

    def _at(self, value: float) -> float:
        left, right = self._bars()
        low = self._low()
        return left + (right - left) * min(max((value - low) / (FULL - low), 0.0), 1.0)

    def _row(self) -> float:
        return (self.height() - theme.px(self.AXIS)) / (len(self._falls) + 2)

    # Strokes.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, both ends, steps and the line."""
        painter = QPainter(self)
        start(painter)
        row = self._row()
        foot = row * (len(self._falls) + 2)
        self._paint_axis(painter, foot)
        self._paint_line(painter, foot)
        self._paint_end(painter, 0, _("满分"), f"{FULL:.1f}", FULL, theme.mix("accent", "surface", 0.22))
        for i, fall in enumerate(self._falls):
            named = i == 0 or fall.idea != self._falls[i - 1].idea
            painter.fillRect(
                QRectF(0 if named else theme.px(self.IDEA), row * (i + 1), self.width(), 1), theme.colour("line")
            )
            self._paint_fall(painter, row * (i + 1), fall, named)
        painter.fillRect(QRectF(0, foot - row, self.width(), 1), theme.colour("edge"))
        self._paint_end(painter, foot - row, _("总分"), self._total[0], self._total[1], theme.colour("accent"))
        self._paint_line_words(painter, foot - row)

    def _paint_axis(self, painter: QPainter, foot: float) -> None:
        low = self._low()
        spacing = GRID if FULL - low <= FEW_LINES else 2 * GRID
        for value in range(int(low), int(FULL) + 1, spacing):
            x = self._at(value)
            painter.fillRect(QRectF(x - 0.5, 0, 1, foot + 3), theme.colour("line"))
            area = QRectF(x - 20, foot + 3, 40, theme.px(self.AXIS) - 3)
            words(painter, area, str(value), theme.colour("muted"), 11, MEDIUM, CENTRE)

    def _paint_end(self, painter: QPainter, top: float, name: str, text: str, value: float, fill: QColor) -> None:
        row = self._row()
        left = self._at(self._low())
        words(painter, QRectF(0, top, left, row), name, theme.colour("text"), 13, BOLD)
        bar = QRectF(left, top + (row - BAR) / 2, max(self._at(value) - left, 1), BAR)
        box(painter, bar, 2, fill)
        words(painter, QRectF(0, top, self.width(), row), text, theme.colour("text"), 14, BOLD, RIGHT)

    def _paint_fall(self, painter: QPainter, top: float, fall: Fall, named: bool) -> None:
        row, idea, topic = self._row(), theme.px(self.IDEA), theme.px(self.TOPIC)
        ink = theme.colour("text")
        if named:
            words(painter, QRectF(0, top, idea - 6, row), fall.idea, ink, 13, MEDIUM)
        words(painter, QRectF(idea, top, topic - 8, row), fall.topic, ink, 13)
        words(painter, QRectF(0, top, self.width(), row), fall.running, ink, 13, REGULAR, RIGHT)
        left, right = self._at(fall.after), self._at(fall.before)
        heavy = fall.before - fall.after >= HEAVY
        tone = theme.colour("bad") if heavy else theme.tint("bad", 0.55)
        bar = QRectF(left, top + (row - BAR) / 2, max(right - left, 2.0), BAR)
        painter.fillRect(QRectF(right - 0.5, top - (row - BAR) / 2, 1, row), theme.colour("edge"))
        box(painter, bar, 2, tone)
        self._paint_loss(painter, bar, f"−{fall.lost}", heavy)

    def _paint_loss(self, painter: QPainter, bar: QRectF, text: str, heavy: bool) -> None:
        weight = BOLD if heavy else MEDIUM
        width = theme.advance(text, 12, weight) + 2
        area = QRectF(bar.left() - width - 5, bar.center().y() - 9, width, 18)
        if area.left() < self._bars()[0]:
            area.moveLeft(bar.right() + 6)
        painter.fillRect(area.adjusted(-2, 1, 2, -1), theme.colour("surface"))
        words(painter, area, text, theme.colour("bad"), 12, weight, LEFT)

    def _paint_line(self, painter: QPainter, foot: float) -> None:
        if self._line is None:
            return
        pen = QPen(theme.colour("warn"), 1.4)
        pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = self._at(self._line[1])
        painter.drawLine(QPointF(x, 0), QPointF(x, foot))

    def _paint_line_words(self, painter: QPainter, top: float) -> None:
        if self._line is None:
            return
        text, value = self._line
        width = theme.advance(text, 12, MEDIUM) + 2
        left = max(self._at(value), self._at(self._total[1])) + 6
        left = min(left, self._bars()[1] - width - 8)
        area = QRectF(left, top + self._row() / 2 - 9, width, 18)
        box(painter, area.adjusted(-3, 0, 3, 0), 4, theme.colour("surface"))
        words(painter, area, text, theme.colour("warn"), 12, MEDIUM)
