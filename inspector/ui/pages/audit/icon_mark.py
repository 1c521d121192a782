"""A small icon beside words."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from inspector.ui.icons import pixmap
from inspector.ui.widgets.painted import FIXED


class IconMark(QLabel):
    """An icon by name and tone that follows the theme."""

    def __init__(self, name: str, tone: str, size: int = 18) -> None:
        super().__init__()
        self._icon = (name, tone, size)
        self.setSizePolicy(FIXED, FIXED)
        self._dress()

    def _dress(self) -> None:
        self.setPixmap(pixmap(*self._icon, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
