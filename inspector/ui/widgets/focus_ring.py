"""The ring around the control that has the keyboard's focus, painted outside its edge."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from inspector.ui.theme import theme
from inspector.ui.widgets.painting import box, start

REACH = 4
KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
BORROWED = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)


class FocusRing(QWidget):
    """A ring of 2 px at a distance of 2 px that follows its control; it takes no clicks."""

    def __init__(self, control: QWidget, radius: float, token: str) -> None:
        self._holder = _ground(control)
        super().__init__(self._holder)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._control = control
        self._radius = radius
        self._token = token
        watched: QWidget | None = control
        while watched is not None and watched is not self._holder:
            watched.installEventFilter(self)
            watched = watched.parentWidget()
        self._follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the control when it or what holds it moves."""
        if event.type() in MOVES and isValid(self._control):
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        start(painter)
        box(painter, QRectF(self.rect()), self._radius + REACH, None, theme.colour(self._token), 2)

    def _follow(self) -> None:
        corner = self._control.mapTo(self._holder, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._control.size()).adjusted(-REACH, -REACH, REACH, REACH))
        self.setVisible(self._control.isVisibleTo(self._holder))
        self.raise_()


def _ground(control: QWidget) -> QWidget:
    """Climb to the first holder with room for the ring, never out of a scrolled page."""
    holder = control
    while (above := holder.parentWidget()) is not None and not isinstance(above.parentWidget(), QAbstractScrollArea):
        holder = above
        needed = QRect(control.mapTo(holder, QPoint(0, 0)), control.size()).adjusted(-REACH, -REACH, REACH, REACH)
        if holder.isWindow() or holder.rect().contains(needed):
            break
    return holder


class RingHolder:
    """Puts the ring around one control when the keyboard brings the focus, and takes it away again."""

    def __init__(self, control: QWidget) -> None:
        self._control = control
        self._ring: FocusRing | None = None

    def came(self, event: QFocusEvent, radius: float = 8, token: str = "accent") -> None:
        """Handle the coming of the focus; by mouse or touch it brings no ring."""
        if event.reason() in KEYBOARD and _ground(self._control) is not self._control:
            self._drop()
            self._ring = FocusRing(self._control, radius, token)

    def went(self, event: QFocusEvent) -> None:
        """Handle the going of the focus; another window or a menu only borrows it."""
        if event.reason() not in BORROWED:
            self._drop()

    def _drop(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
