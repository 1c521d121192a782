"""The four buttons by which a person judges an item."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.answer import Verdict
from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, PRESSED, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, Pressable
from inspector.ui.widgets.painting import box, cap_width, key_cap, start, words
from inspector.ui.widgets.verdict_looks import LOOKS, verdict_word
from inspector.wording import _

HEIGHT = 52
PADDING, ICON, GAP = 16, 20, 8


class VerdictButton(Pressable):
    """One column: rest, hovered, pressed, inferred from a measured value, chosen or disabled."""

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict_word(verdict), parent)
        self.verdict = verdict
        self.inferred = False
        self._tone, self._icon, self._key = LOOKS[verdict]
        self.setCheckable(True)
        self.setSizePolicy(EXPANDING, FIXED)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a tap repaints the button, not all it lies on

    def show_inferred(self, inferred: bool) -> None:
        """Show whether measured values imply this verdict without a person having confirmed it."""
        if inferred == self.inferred:
            return
        self.inferred = inferred
        name = _("{verdict}，按量值推定").format(verdict=self.words) if inferred else self.words
        self.setAccessibleName(name)
        self.update()

    def nextCheckState(self) -> None:
        """Stay as shown: only the record decides what is chosen."""

    def sizeHint(self) -> QSize:
        """Room for icon, word and key cap."""
        return QSize(round(2 * PADDING + ICON + 2 * GAP + theme.advance(self.words, 15, BOLD) + 20), theme.px(HEIGHT))

    def _look(self) -> tuple[QColor, QColor | None, float]:
        tone = theme.colour(self._tone)
        if not self.isEnabled():
            return theme.colour("sunken"), theme.colour("line"), 1
        if self.isChecked():
            return theme.mix(self._tone, "canvas", theme.tokens.verdict), None, 1
        if self.isDown():
            return theme.tint(self._tone, PRESSED), tone, 2
        if self.inferred:
            return theme.tint(self._tone), tone, 2
        if self.hovered:
            return theme.tint(self._tone), tone, 1
        return theme.colour("surface"), theme.colour("edge"), 1

    def _inks(self) -> tuple[str, str, str]:
        """Return the tones of icon, word and key."""
        if not self.isEnabled():
            return "muted", "muted", "muted"
        if self.isChecked():
            return "on_verdict", "on_verdict", "on_verdict"
        return self._tone, "text", "muted"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button in its state."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        painter.fillRect(rect, theme.colour("surface"))
        fill, line, width = self._look()
        box(painter, rect, self.radius, fill, line, width)
        icon, word, key = self._inks()
        middle = rect.center().y()
        strong = self.isEnabled() and (self.isChecked() or self.inferred)
        needed = theme.advance(self.words, 15, BOLD)
        cap = cap_width(self._key)
        longest = max(theme.advance(verdict_word(each), 15, BOLD) for each in LOOKS)
        narrow = rect.width() < 2 * PADDING + ICON + GAP + longest + 4 + cap  # the same for all four
        start_at = max(4.0, (rect.width() - ICON - GAP - needed) / 2) if narrow else PADDING
        draw_icon(painter, self._icon, icon, start_at, middle - ICON / 2, ICON)
        left = start_at + ICON + GAP
        area = QRectF(left, 0, rect.right() - (0 if narrow else PADDING + cap + 4) - left, rect.height())
        words(painter, area, self.words, theme.colour(word), 15, BOLD if strong else MEDIUM)
        if narrow:  # the word matters more than its key
            return
        plain = not self.isEnabled() or (line is not None and line == theme.colour("edge"))
        ground = theme.colour("canvas") if plain else None
        key_cap(painter, rect.right() - PADDING - cap + 1, middle, self._key, key if plain else icon, ground)


class VerdictButtons(QWidget):
    """Four equal columns 符合 部分符合 不符合 不适用.

    Signals `chosen(Verdict)` when a person presses one, `cleared()` when the chosen one is pressed again.
    Pressing changes nothing by itself: the page records, then calls show_verdict.
    """

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("作答"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.buttons = {verdict: VerdictButton(verdict) for verdict in LOOKS}
        for verdict, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, verdict=verdict: self._press(verdict))
        self._chosen: Verdict | None = None
        self.setSizePolicy(EXPANDING, FIXED)

    def show_verdict(self, verdict: Verdict | None, inferred: Verdict | None = None) -> None:
        """Show what is recorded, else what measured values imply; 未能检查 leaves all four open."""
        self._chosen = verdict
        for each, button in self.buttons.items():
            button.setChecked(each is verdict)
            button.show_inferred(verdict is None and each is inferred)

    def set_allowed(self, partly: bool) -> None:
        """Allow or take away 部分符合, which an item may not know."""
        self.buttons[Verdict.PARTLY].setEnabled(partly)

    def _press(self, verdict: Verdict) -> None:
        if verdict is self._chosen:
            self.cleared.emit()
        else:
            self.chosen.emit(verdict)
