"""The bar below an audit: what is saved, what was just undone, and the keys worth knowing."""

from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.theme import theme
from inspector.ui.widgets.announcing import announce
from inspector.ui.widgets.buttons import KeyCap
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.wording import _

HEIGHT = 40


class Foot(QWidget):
    """Saved mark at the left, a quiet notice beside it, key caps at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.saved = SavedMark(ground="surface")
        self.notice = OneLine("code", "accent")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.saved)
        row.addWidget(self.notice, 1)
        keys = (
            ("↑ ↓", _("上一项／下一项")),
            ("Ctrl+Z", _("撤销")),
            ("/", _("搜索")),
            ("G", _("查漏")),
            ("?", _("全部快捷键")),
        )
        for cap, words in keys:
            pair = QHBoxLayout()
            pair.setSpacing(6)
            pair.addWidget(KeyCap(cap))
            pair.addWidget(Words(words, "second", "muted"))
            row.addLayout(pair)

    def show_saved(self, moment: datetime | None) -> None:
        """Show when the last record reached the disk; nothing before the first."""
        if moment is None:
            self.saved.show_nothing()
        else:
            self.saved.show_saved(moment)

    def show_notice(self, sentence: str) -> None:
        """Say quietly what was done, to screen readers as well; "" takes it away."""
        self.notice.show_text(sentence)
        if sentence:
            announce(self.notice)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), theme.colour("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("line"))
