"""A list of sentences to read and to copy, such as the mistakes of a file."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit

from inspector.ui.theme import theme
from inspector.wording import _

MOST = 500


class Lines(QPlainTextEdit):
    """Sentences that can be marked and copied, never changed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(theme.font(13))
        self.setMinimumHeight(96)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the sentences, the first ones of very many."""
        shown = list(lines[:MOST])
        if len(lines) > MOST:
            shown.append(_("还有 {n} 处没有列出。").format(n=len(lines) - MOST))
        self.setPlainText("\n".join(shown))

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(theme.font(13))
