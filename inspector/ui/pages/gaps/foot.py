"""The bar below: what is saved, and which keys work here."""

from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import KeyCap
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.wording import _

HEIGHT = 40


class Foot(QWidget):
    """The saved mark at the left, the keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.mark = SavedMark()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 0)
        row.setSpacing(6)
        row.addWidget(self.mark)
        row.addStretch(1)
        for key, word in (("↑ ↓", _("上一处／下一处")), ("Enter", _("跳到该项")), ("Esc", _("返回检查"))):
            row.addWidget(KeyCap(key))
            row.addWidget(Words(word, "second", "muted"))
            row.addSpacing(10)

    def show_saved(self, saved_at: datetime | None, changed_at: str) -> None:
        """Show when the last answer reached the disk: in this sitting, or as the file has it."""
        moment = saved_at or (datetime.fromisoformat(changed_at) if changed_at else None)
        if moment is None:
            self.mark.show_nothing()
        else:
            self.mark.show_saved(moment)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its upper rule."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("line"))
