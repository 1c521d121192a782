"""Topics as bars: name, bar with the floor's mark, printed value."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, PREFERRED, Painted
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.wording import _

FULL = 100.0
BAR = 8
Row = tuple[str, float | None, str]


class TopicBars(Painted):
    """Rows (name, value from 0 to 100 or None, printed value); a value under the floor is bold, red, underlined."""

    ROW, LEAST, NAME, VALUE = 24, 20, 118, 48

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._floor: float | None = None
        self.setSizePolicy(EXPANDING, PREFERRED)

    def show_topics(self, rows: Sequence[Row], floor: float | None = None) -> None:
        """Show these topics with a mark at the floor; None is a topic without data."""
        self._rows, self._floor = tuple(rows), floor
        said = "，".join(f"{name} {text}" for name, _value, text in self._rows)
        self.setAccessibleName(
            said if floor is None else _("{values}；下限 {floor:g}").format(values=said, floor=floor)
        )
        self.setSizePolicy(EXPANDING, PREFERRED if self._rows else FIXED)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row each."""
        return QSize(360, theme.px(self.ROW) * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """Rows may stand closer."""
        return QSize(260, theme.px(self.LEAST) * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        painter = QPainter(self)
        start(painter)
        if not self._rows:
            return
        height = self.height() / len(self._rows)
        for i, row in enumerate(self._rows):
            self._paint_row(painter, QRectF(0, i * height, self.width(), height), row)

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row) -> None:
        name, value, text = row
        head, tail = theme.px(self.NAME), theme.px(self.VALUE)
        below = value is not None and self._floor is not None and value < self._floor
        words(painter, QRectF(0, area.top(), head - 6, area.height()), name, theme.colour("text"), 13)
        if value is None:
            words(painter, area, text, theme.colour("muted"), 13, align=RIGHT)
            return
        track = QRectF(head, area.center().y() - BAR / 2, area.width() - head - tail, BAR)
        box(painter, track, BAR / 2, theme.colour("sunken"))
        if value:
            filled = QRectF(track)
            filled.setWidth(max(BAR, track.width() * min(value, FULL) / FULL))
            box(painter, filled, BAR / 2, theme.colour("accent"))
        if self._floor is not None:
            self._paint_floor(painter, track, self._floor)
        ink = theme.colour("bad" if below else "text")
        weight = BOLD if below else MEDIUM
        words(painter, area, text, ink, 13, weight, RIGHT)
        if below:
            width = theme.advance(text, 13, weight)
            painter.fillRect(QRectF(area.right() - width, area.center().y() + theme.px(8), width, 1.5), ink)

    @staticmethod
    def _paint_floor(painter: QPainter, track: QRectF, floor: float) -> None:
        x = track.left() + track.width() * floor / FULL
        painter.fillRect(QRectF(x - 1.5, track.top() - 2, 3, BAR + 4), theme.colour("surface"))
        painter.fillRect(QRectF(x - 0.5, track.top() - 2, 1, BAR + 4), theme.colour("text"))
