"""A panel over the right side of a page, for a form that needs its own room."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import IconButton
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.input_method import GROUND
from inspector.ui.widgets.painted import Words
from inspector.wording import _

WIDTH = 440
SHADE = 0.35
EDGE = 4  # room for the ring around what has the focus


class Sheet(QWidget):
    """A sheet over its host; put the form into `body`, the buttons into `foot`; it keeps the focus while open.

    `scrolls` lets the body scroll where large words on a low screen need more room than there is.

    Signal `closed()` when a person closes it by its cross, Escape or a press beside it.
    """

    closed = Signal()

    def __init__(self, host: QWidget, title: str, width: int = WIDTH, scrolls: bool = False) -> None:
        super().__init__(host)
        self._host = host
        self._wide = width
        self._ground: ScrollPage | None = None
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self.setProperty(GROUND, True)
        self._panel = QWidget(self)
        self._title = Words(title, "item")
        self.close_button = IconButton("cross", _("关闭"))
        self.close_button.clicked.connect(self._dismiss)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(EDGE, 0, EDGE, 0)
        self.foot.setSpacing(8)
        whole = QVBoxLayout(self._panel)
        whole.setContentsMargins(24 - EDGE, 16, 24 - EDGE, 24)
        whole.setSpacing(16 - EDGE)
        whole.addLayout(head)
        if scrolls:
            whole.addWidget(self._scrolled(), 1)
        else:
            whole.addLayout(self._standing(), 1)
        whole.addLayout(self.foot)
        host.installEventFilter(self)
        self.hide()

    def _scrolled(self) -> QWidget:
        self._ground = ScrollPage()
        self._ground.body.addLayout(self._standing())
        return self._ground

    def _standing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.addLayout(self.body)
        column.addStretch(1)
        return column

    def show_title(self, title: str) -> None:
        """Name the sheet anew."""
        self._title.show_text(title)
        self.setAccessibleName(title)

    def open_sheet(self) -> None:
        """Open over the host and take the focus to the first field."""
        self._before = self.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        stops = [stop for stop in self._stops() if stop is not self.close_button]
        (stops or [self.close_button])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Close and give the focus back."""
        self.hide()
        # Whoever had the focus may have been made anew while the sheet was open.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def put_away(self) -> None:
        """Close as a person would, when what it stands over goes away; nothing where it is closed."""
        if not self.isHidden():
            self._dismiss()

    def _dismiss(self) -> None:
        self.close_sheet()
        self.closed.emit()

    def _stops(self) -> list[QWidget]:
        every = self._panel.findChildren(QWidget)
        return [
            each
            for each in every
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isEnabled()
            and each.isVisibleTo(self)
            and each.focusProxy() is None
        ]

    def _fit(self) -> None:
        host = self._host
        self.setGeometry(host.rect())
        wide = min(self._wide, host.width())
        self._panel.setGeometry(host.width() - wide, 0, wide, host.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host at every size."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._fit()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the Tab key within the sheet, in the order the controls stand."""
        stops = self._stops()
        now = self.window().focusWidget()
        at = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop = stops[(at + (1 if forward else -1)) % len(stops)]
        stop.setFocus(reason)
        if self._ground is not None and self._ground.isAncestorOf(stop):
            self._ground.ensureWidgetVisible(stop)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close by a press beside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self._dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shade and the panel's ground."""
        painter = QPainter(self)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(SHADE)
        painter.fillRect(self.rect(), shade)
        panel = QRectF(self._panel.geometry())
        painter.fillRect(panel, theme.colour("surface"))
        painter.fillRect(QRectF(panel.left(), 0, 1, panel.height()), theme.colour("line"))
