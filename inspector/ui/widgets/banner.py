"""The banner: trouble or news told beside the work, never over it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BANNER_LINE, theme
from inspector.ui.widgets.announcing import announce
from inspector.ui.widgets.buttons import QUIET, ActionButton, IconButton
from inspector.ui.widgets.painted import EXPANDING, FIXED, Words
from inspector.ui.widgets.painting import box, start
from inspector.wording import _

HEIGHT, PADDING, ICON = 48, 16, 20
ICONS = {"good": "check-circle", "warn": "warning", "bad": "warning", "accent": "info"}


class Banner(QWidget):
    """One sentence on the tint of its tone; signals `acted()` and `closed()` when a person presses its buttons.

    It is hidden until show_message, and hides itself when closed.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._icon = "accent", "info"
        self._words = Words("", "strong", wrap=True)
        self.action_button = ActionButton("", QUIET)
        self.close_button = IconButton("cross", _("关闭"))
        self.action_button.clicked.connect(self.acted)
        self.close_button.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING + ICON + 10, 4, 4, 4)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
        self.setMinimumHeight(theme.px(HEIGHT))
        self.setSizePolicy(EXPANDING, FIXED)
        self.hide()

    def show_message(self, tone: str, sentence: str, action: str = "", icon: str = "", closable: bool = True) -> None:
        """Show a sentence; tone is good, warn, bad or accent; the icon follows the tone unless named."""
        self._tone, self._icon = tone, icon or ICONS[tone]
        self._words.show_text(sentence)
        self.action_button.show_text(action)
        self.action_button.setVisible(bool(action))
        self.close_button.setVisible(closable)
        self.setAccessibleName(sentence)
        self.show()
        self.update()
        announce(self)

    def show_nothing(self) -> None:
        """Take the banner away."""
        self.hide()

    def text(self) -> str:
        """Return the sentence shown."""
        return self._words.text()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tint, border and icon."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        box(painter, rect, 8, theme.tint(self._tone), theme.tint(self._tone, BANNER_LINE))
        draw_icon(painter, self._icon, self._tone, PADDING, (rect.height() - ICON) / 2, ICON)
