"""A measured time as a bar against its lines, with its verdict, and beneath it by what it is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inspector.inspection.duration_words import limit_words
from inspector.inspection.durations import MEAN, OUTER, Duration
from inspector.ui.icons import draw_icon
from inspector.ui.pages.retelling.phrasing import TONES, bound_words, seconds_words
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.wording import _

WORDS, BAR, LINE, ICON, GAP, BOTTOM, TICK = 22, 8, 17, 16, 6, 8, 4
ROOM = Decimal("1.5")  # how far beyond its limit a bar reaches


@dataclass(frozen=True, slots=True)
class _Line:
    at: float
    token: str
    dashed: bool


class DurationBar(Painted):
    """One time; the tip and the spoken name tell every line with its source."""

    def __init__(
        self, duration: Duration, whole: Decimal, basis: str, story: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.duration = duration
        self._basis = basis
        lines = [bound.seconds for bound in duration.bounds]
        judged = [bound.seconds for bound in duration.bounds if bound.scored]
        self._reach = max([*(line * ROOM for line in judged), *lines]) if lines else max(whole, Decimal(1))
        self._lines = [
            _Line(float(bound.seconds / self._reach), "text" if bound.scored else "accent", not bound.scored)
            for bound in duration.bounds
        ]
        told = [
            bound for bound in duration.bounds if not bound.scored or bound.statistic == MEAN or bound.role == OUTER
        ]
        self._beside = [bound_words(bound) for bound in told]
        self.setAccessibleName(f"{duration.item.ask} {self.value_words()}，{self.limit_words()}。{story}")
        self.setToolTip(story)
        self.setSizePolicy(EXPANDING, FIXED)

    def value_words(self) -> str:
        """Say how long it took."""
        seconds = self.duration.seconds
        return _("没有记下") if seconds is None else seconds_words(seconds)

    def limit_words(self) -> str:
        """Say the limit beside the name."""
        limit = self.duration.limit
        return _("限 {value}").format(value=limit_words(limit.seconds)) if limit else _("不设限")

    def captions(self) -> Sequence[str]:
        """Return what stands beneath the bar."""
        return (*self._beside, self._basis)

    def sizeHint(self) -> QSize:
        """Name and value, the bar, a line for each caption."""
        return QSize(260, theme.px(WORDS) + BAR + 2 * TICK + theme.px(LINE) * len(self.captions()) + BOTTOM)

    def minimumSizeHint(self) -> QSize:
        """Narrow bars shorten their captions."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, bar, lines and captions."""
        painter = QPainter(self)
        start(painter)
        verdict = self.duration.verdict
        tone, icon = TONES[verdict.value] if verdict else ("text", "clock")
        self._paint_words(painter, tone, icon)
        top = theme.px(WORDS) + TICK
        track = QRectF(0, top, self.width(), BAR)
        box(painter, track, BAR / 2, theme.colour("sunken"))
        if self.duration.seconds is not None:
            share = min(float(self.duration.seconds / self._reach), 1.0)
            filled = QRectF(0, top, max(BAR, self.width() * share), BAR)
            box(painter, filled, BAR / 2, theme.colour(tone if verdict else "edge"))
        for line in self._lines:
            self._paint_line(painter, track, line)
        y = top + BAR + TICK
        for caption in self.captions():
            words(painter, QRectF(0, y, self.width(), theme.px(LINE)), caption, theme.colour("muted"), 12)
            y += theme.px(LINE)

    def _paint_words(self, painter: QPainter, tone: str, icon: str) -> None:
        height, name = theme.px(WORDS), str(self.duration.item.ask)
        value, known = self.value_words(), self.duration.seconds is not None
        ink = theme.colour(tone if known else "muted")
        width = theme.advance(value, 14, BOLD) + 1
        words(painter, QRectF(self.width() - width, 0, width, height), value, ink, 14, BOLD, RIGHT)
        right = self.width() - width - GAP
        if known:
            right -= ICON
            draw_icon(painter, icon, "muted" if tone == "text" else tone, right, height / 2 - ICON / 2, ICON)
        wide = min(theme.advance(name, 14, MEDIUM) + 1, right - GAP)
        words(painter, QRectF(0, 0, wide, height), name, theme.colour("text"), 14, MEDIUM)
        area = QRectF(wide + GAP, 1, right - wide - 2 * GAP, height)
        if area.width() > theme.advance(self.limit_words(), 12):
            words(painter, area, self.limit_words(), theme.colour("muted"), 12)

    def _paint_line(self, painter: QPainter, track: QRectF, line: _Line) -> None:
        x = track.left() + min(line.at, 1.0) * track.width()
        if line.at >= 1:
            x -= 1
        painter.fillRect(QRectF(x - 1.75, track.top() - TICK, 3.5, BAR + 2 * TICK), theme.colour("surface"))
        pen = QPen(theme.colour(line.token), 1.5)
        if line.dashed:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(round(x), round(track.top() - TICK), round(x), round(track.bottom() + TICK))
