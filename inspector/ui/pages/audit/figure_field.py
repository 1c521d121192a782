"""A field for one figure: any way of typing it is read, a figure half typed is never rewritten under one's hands."""

import re
import unicodedata
from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.fields import LineEdit
from inspector.wording import plain_number

PAUSE = 400
TALL = 42
LARGE, SMALL = (112, 20, BOLD), (76, 16, MEDIUM)
FIGURE = re.compile(r"-?[0-9]{1,9}(\.[0-9]{0,6})?\Z")
WHOLE = re.compile(r"[0-9]{1,9}\Z")


def read_figure(text: str, whole: bool = False) -> Decimal | None:
    """Read a figure as people type it, full-width digits and thousands marks included; ValueError when it is none."""
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").replace("−", "-").replace(",", "")
    plain = "".join(plain.split())
    if not plain:
        return None
    if not (WHOLE if whole else FIGURE).match(plain):
        raise ValueError(text)
    return Decimal(plain.rstrip("."))


class FigureField(LineEdit):
    """A right-aligned field; `typed()` at every stroke, `settled()` after a pause or when left, if it can be read."""

    typed = Signal()
    settled = Signal()

    def __init__(self, name: str, large: bool = True, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide, self._pixels, self._weight = LARGE if large else SMALL
        self._whole = whole
        self._touched = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._settle)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.textEdited.connect(self._type)
        self.editingFinished.connect(self._settle)
        self._dress()

    def value(self) -> Decimal | None:
        """Return the figure; None when empty or unreadable."""
        return None if self.wrong else read_figure(self.text(), self._whole)

    @property
    def wrong(self) -> bool:
        """Whether what stands there is no figure."""
        try:
            read_figure(self.text(), self._whole)
        except ValueError:
            return True
        return False

    def show_value(self, value: Decimal | None) -> None:
        """Show a figure, unless the same stands there as typed or a hand is still at it."""
        if self._touched or (not self.wrong and self.value() == value):
            return
        self.setText("" if value is None else plain_number(value))
        self._mark()

    def show_running(self, text: str) -> None:
        """Show figures that count by themselves."""
        self._touched = False
        self._timer.stop()
        self.setText(text)
        self._mark()

    def commit_pending(self) -> None:
        """Tell at once what was typed."""
        self.commit_composition()
        self._settle()

    def _type(self) -> None:
        self._touched = True
        self._mark()
        self._timer.start()
        self.typed.emit()

    def _settle(self) -> None:
        self._timer.stop()
        if self._touched and not self.wrong:
            self._touched = False
            self.settled.emit()

    def _mark(self) -> None:
        if bool(self.property("wrong")) != self.wrong:
            self.setProperty("wrong", self.wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _dress(self) -> None:
        self.setFont(theme.font(self._pixels, self._weight))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As wide as its figures."""
        return QSize(theme.px(self._wide), theme.px(TALL))

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
