"""Breaking off a visit: why, in the place of the buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.stopwatch.plain_button import PlainButton
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _

KNOWN, OTHER = "known", "other"


class Ending(QWidget):
    """Asks for the reason; signals `confirmed(kind, reason)`, kind known or other, and `declined()`."""

    confirmed = Signal(str, str)
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = Segments(_("为什么中止"))
        self.kinds.show_views([View(KNOWN, _("被认出来了")), View(OTHER, _("别的原因"))])
        self.reason = Field(_("写明经过"), _("写明经过"))
        self.yes_button, self.no_button = PlainButton(_("中止")), PlainButton(_("返回"), "chevron-left")
        self.yes_button.clicked.connect(self._confirm)
        self.no_button.clicked.connect(self.declined)
        self.reason.edit.returnPressed.connect(self._confirm)
        self.reason.edited.connect(lambda _text: self.reason.show_wrong())
        whole, row = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        row.setSpacing(8)
        whole.addWidget(self.kinds)
        whole.addWidget(self.reason)
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        whole.addLayout(row)

    def ask(self) -> None:
        """Show it anew."""
        self.kinds.show_current(KNOWN)
        self.reason.show_text("")
        self.reason.show_wrong()
        self.show()
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self.reason.commit_pending()
        reason = self.reason.text().strip()
        if reason:
            self.confirmed.emit(self.kinds.current(), reason)
        else:
            self.reason.show_wrong(_("写一句经过。"))
