"""The quiet mark that says what is on the disk."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.painted import FIXED, PREFERRED, Painted
from inspector.ui.widgets.painting import words
from inspector.wording import _, clock

ICON, GAP = 18, 6


class SavedMark(Painted):
    """已保存 14:32:07 with its icon; it changes without motion.

    On a ground of one colour (a token) it paints that itself: the time moves on with every answer, and what it lies on
    need not be painted again.
    """

    def __init__(self, parent: QWidget | None = None, ground: str = "") -> None:
        super().__init__(parent)
        self._ground = ground
        self._icon, self._tone, self._text = "", "good", ""
        self.setSizePolicy(PREFERRED, FIXED)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))

    def show_saved(self, moment: datetime) -> None:
        """Show when the last record reached the disk."""
        self._show("check-circle", "good", _("已保存 {time}").format(time=clock(moment)))

    def show_saving(self) -> None:
        """Show that a record is on its way to the disk."""
        self._show("clock", "muted", _("正在保存"))

    def show_error(self, sentence: str) -> None:
        """Show why the last record is not on the disk."""
        self._show("warning", "bad", sentence)

    def show_nothing(self) -> None:
        """Show nothing, before anything was recorded."""
        self._show("", "good", "")

    def _show(self, icon: str, tone: str, text: str) -> None:
        room = self.sizeHint()
        self._icon, self._tone, self._text = icon, tone, text
        self.setAccessibleName(text)
        if self.sizeHint() != room:  # the time moves on with every answer; the bar around it need not
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and sentence."""
        return QSize(ICON + GAP + round(theme.advance(self._text, 13, MEDIUM) + 0.5), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """A long sentence may be shortened."""
        return QSize(min(self.sizeHint().width(), 160), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and sentence."""
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(self.rect(), theme.colour(self._ground))
        if not self._text:
            return
        draw_icon(painter, self._icon, self._tone, 0, (self.height() - ICON) / 2, ICON)
        ink = theme.colour("bad" if self._tone == "bad" else "text")
        words(painter, QRectF(self.rect()).adjusted(ICON + GAP, 0, 0, 0), self._text, ink, 13, MEDIUM)
