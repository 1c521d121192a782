"""The big key of one moment."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from inspector.inspection.mark_names import mark_name
from inspector.inspection.visit import Mark
from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, Pressable
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.wording import _, clock

HIGH, LOW = 96, 64
PADDING, TICK = 14, 16


class MarkKey(Pressable):
    """A moment's code, its name and when it was taken; `low` where many keys share the window."""

    def __init__(self, key: str, *, low: bool) -> None:
        self.key, self._low = key, low
        self._mark: Mark | None = None
        self._next = False
        super().__init__(mark_name(key))
        self.setSizePolicy(EXPANDING, FIXED)
        self._name()

    @property
    def taken(self) -> bool:
        """Whether it shows its tick."""
        return self._mark is not None

    @property
    def comes_next(self) -> bool:
        """Whether the space bar takes it."""
        return self._next

    def show_mark(self, mark: Mark | None, *, comes_next: bool) -> None:
        """Show when it was taken, and whether it is the next one."""
        if (mark, comes_next) != (self._mark, self._next):
            self._mark, self._next = mark, comes_next
            self._name()
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"{self.key} {self.words} {self._below()}")

    def _below(self) -> str:
        if self._next:
            return _("按空格")
        return clock(self._mark.at) if self._mark else "—"

    def sizeHint(self) -> QSize:
        """A key as large as a thumb."""
        return QSize(96, theme.px(LOW if self._low else HIGH))

    def _ground(self) -> tuple[QColor, QColor, float]:
        edge = theme.mix("edge", "line", 0.35)
        if self.isDown():
            return theme.mix("accent", "soft", 0.16), theme.colour("accent"), 2
        if self._next:
            return theme.colour("soft"), theme.colour("accent"), 2
        if self.taken:
            return theme.colour("sunken" if self.hovered else "canvas"), theme.colour("line"), 1
        return theme.colour("sunken" if self.hovered else "surface"), edge, 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, code, name, time and tick."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        fill, line, width = self._ground()
        box(painter, rect, self.radius, fill, line, width)
        inner = rect.adjusted(PADDING, 0, -10, 0)
        if self._low:
            self._paint_low(painter, inner)
        else:
            self._paint_high(painter, inner)

    def _paint_high(self, painter: QPainter, inner: QRectF) -> None:
        def line(top: float, height: float) -> QRectF:
            return QRectF(inner.left(), theme.px(top), inner.width(), theme.px(height))

        words(painter, line(9, 36), self.key, self._code_ink(), 24, BOLD)
        words(painter, line(51, 19), self.words, theme.colour("text"), 13)
        words(painter, line(69, 18), self._below(), *self._below_look())
        if self.taken:
            draw_icon(painter, "check", "good", inner.right() - TICK, theme.px(15), TICK)

    def _paint_low(self, painter: QPainter, inner: QRectF) -> None:
        upper = QRectF(inner.left(), theme.px(6), inner.width(), theme.px(28))
        lower = QRectF(inner.left(), theme.px(35), inner.width(), theme.px(20))
        words(painter, upper, self.key, self._code_ink(), 18, BOLD)
        words(painter, upper, self._below(), *self._below_look(), RIGHT)
        if self.taken:
            draw_icon(painter, "check", "good", inner.right() - TICK, lower.center().y() - TICK / 2, TICK)
            lower.adjust(0, 0, -18, 0)
        words(painter, lower, self.words, theme.colour("text"), 13)

    def _code_ink(self) -> QColor:
        return theme.colour("text" if self.taken or self._next else "muted")

    def _below_look(self) -> tuple[QColor, int, int]:
        return (theme.colour("accent"), 12, MEDIUM) if self._next else (theme.colour("muted"), 12, REGULAR)
