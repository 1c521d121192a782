"""How far something is: a ring, a bar, and the bar of a job that can be cancelled."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.ui.theme import BOLD, theme
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted, Words
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.wording import _, percent

TURN = 16 * 360
TOP = 16 * 90


def _share(done: int, total: int) -> float:
    return min(max(done / total, 0.0), 1.0) if total else 0.0


def draw_ring(painter: QPainter, area: QRectF, stroke: int, share: float, tone: str = "accent") -> None:
    """Draw a ring inside an area, a share of it in its tone from the top onward."""
    half = stroke / 2 + 1
    rect = area.adjusted(half, half, -half, -half)
    pen = QPen(theme.colour("sunken"), stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawEllipse(rect)
    if share:
        pen.setColor(theme.colour(tone))
        painter.setPen(pen)
        painter.drawArc(rect, TOP, round(-TURN * share))


class ProgressRing(Painted):
    """A ring with the truncated percentage inside."""

    STROKE = 6

    def __init__(self, side: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._done, self._total = side, 0, 0
        self.setSizePolicy(FIXED, FIXED)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of the total is done."""
        self._done, self._total = done, total
        name = _("已完成 {done} / {total}").format(done=done, total=total)
        self.setAccessibleName(f"{name}，{percent(done, total)}")
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(self._side), theme.px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, arc and percentage."""
        painter = QPainter(self)
        start(painter)
        draw_ring(painter, QRectF(self.rect()), self.STROKE, _share(self._done, self._total))
        text = percent(self._done, self._total)
        size = 16 if self._side >= 64 else 13  # noqa: PLR2004 - the two sizes of the ring
        words(painter, QRectF(self.rect()), text, theme.colour("text"), size, BOLD, CENTRE)


class ProgressBar(Painted):
    """A bar with round ends, 8 px high or 4 (slim), white on the deck."""

    def __init__(self, slim: bool = False, on_deck: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thick, self._on_deck = 4 if slim else 8, on_deck
        self._done, self._total = 0, 0
        self.setSizePolicy(EXPANDING, FIXED)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of the total is done."""
        self._done, self._total = done, total
        self.setAccessibleName(_("已完成 {done} / {total}").format(done=done, total=total))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        return QSize(120, self._thick)

    def minimumSizeHint(self) -> QSize:
        """Short bars still tell."""
        return QSize(40, self._thick)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and bar."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        radius = self._thick / 2
        box(painter, rect, radius, theme.colour("deck_line" if self._on_deck else "sunken"))
        share = _share(self._done, self._total)
        if share:
            rect.setWidth(max(self._thick, rect.width() * share))
            box(painter, rect, radius, theme.colour("deck_text" if self._on_deck else "accent"))


class JobBar(QWidget):
    """A job under way: what it is, how far it is, and a button; signal `cancelled()` when a person stops it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Words("", "strong")
        self._far = Words("", "second", "muted")
        self._bar = ProgressBar()
        self.cancel_button = ActionButton(_("取消"))
        self.cancel_button.clicked.connect(self.cancelled)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._what, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._far, 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._bar, 1, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.cancel_button, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        self.setSizePolicy(EXPANDING, FIXED)

    def show_job(self, what: str, done: int = 0, total: int = 0, far: str = "") -> None:
        """Show a job: what, how much of the total, and the same in words, such as 23 / 40 页."""
        self._what.show_text(what)
        self._far.show_text(far or (f"{done} / {total}" if total else ""))
        self._bar.show_progress(done, total)
        self.setAccessibleName(f"{what} {self._far.text()}".strip())
