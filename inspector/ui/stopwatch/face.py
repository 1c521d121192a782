"""The head of the stopwatch: the time of day, how long it has been, and what is on the disk."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted
from inspector.ui.widgets.painting import LEFT, words

TIME, SINCE, HEIGHT = 50, 24, 75
ICON, GAP = 16, 4


class Face(Painted):
    """The time of day in large figures; it changes without motion."""

    def __init__(self) -> None:
        super().__init__()
        self._time = self._since = self._saved = ""
        self._trouble = False
        self.setSizePolicy(EXPANDING, FIXED)

    def show_time(self, time: str, since: str) -> None:
        """Show the time of day and the words below it."""
        if (time, since) != (self._time, self._since):
            self._time, self._since = time, since
            self._tell()

    def show_saved(self, sentence: str, *, trouble: bool = False) -> None:
        """Show what reached the disk, or that it did not."""
        self._saved, self._trouble = sentence, trouble
        self._tell()

    def saved(self) -> str:
        """Return what is said to be on the disk."""
        return self._saved

    def _tell(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (self._time, self._since, self._saved))))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the figures and the line below."""
        return QSize(240, theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figures, the line below and the mark at the right."""
        painter = QPainter(self)
        wide = self.width()
        words(painter, QRectF(0, 0, wide, theme.px(TIME)), self._time, theme.colour("text"), 40, BOLD, LEFT)
        below = QRectF(1, theme.px(TIME), wide, theme.px(SINCE))
        words(painter, below, self._since, theme.colour("muted"), 13)
        if self._saved:
            needed = ICON + GAP + theme.advance(self._saved, 12)
            left, line = max(wide - needed, 0), theme.px(20)
            icon, tone = ("warning", "warn") if self._trouble else ("check", "good")
            draw_icon(painter, icon, tone, left, (line - ICON) / 2, ICON)
            area = QRectF(left + ICON + GAP, 0, wide - left - ICON - GAP + 1, line)
            words(painter, area, self._saved, theme.colour("text" if self._trouble else "muted"), 12)
