"""Chips: a word with its icon on the tint of its tone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.painted import FIXED, Painted
from inspector.ui.widgets.painting import box, start, words
from inspector.wording import _

HEIGHT, PADDING, ICON, GAP = 24, 9, 16, 5
NEUTRAL, SOLID, DECK, OUTLINE = "neutral", "solid", "deck", "outline"
SEVERITIES = {
    "fatal": (SOLID, "cross-circle"),
    "major": ("bad", "warning"),
    "minor": ("warn", "flag"),
    "info": (NEUTRAL, "bulb"),
}

Spec = tuple[str, str, str]


def chip_width(text: str, icon: str = "") -> float:
    """Return how wide a chip is."""
    return 2 * PADDING + (ICON + GAP if icon else 0) + theme.advance(text, 12, MEDIUM)


def draw_chip(painter: QPainter, left: float, middle: float, spec: Spec) -> float:
    """Draw a chip (words, tone, icon) for lists that paint their rows; return its width."""
    text, tone, icon = spec
    height = theme.px(HEIGHT)
    rect = QRectF(left, middle - height / 2, chip_width(text, icon), height)
    ink = _ground(painter, rect, tone)
    x = left + PADDING
    if icon:
        draw_icon(painter, icon, ink, x, middle - ICON / 2, ICON)
        x += ICON + GAP
    words(painter, QRectF(x, rect.top(), rect.right() - PADDING - x + 2, height), text, theme.colour(ink), 12, MEDIUM)
    return rect.width()


def _ground(painter: QPainter, rect: QRectF, tone: str) -> str:
    if tone == SOLID:
        box(painter, rect, 6, theme.colour("bad"))
        return "on_verdict"
    if tone == NEUTRAL:
        box(painter, rect, 6, theme.colour("sunken"))
        return "muted"
    if tone == DECK:
        box(painter, rect, 6, None, theme.colour("deck_line"))
        return "deck_second"
    box(painter, rect, 6, theme.tint(tone))
    return tone


def severity_spec(severity: str) -> Spec:
    """Return words, tone and icon of a severity's chip: fatal, major, minor or info."""
    tone, icon = SEVERITIES[severity]
    return {"fatal": _("否决"), "major": _("严重"), "minor": _("一般"), "info": _("记录")}[severity], tone, icon


class Chip(Painted):
    """A chip; tone is good, warn, bad, accent, neutral, solid (否决) or deck."""

    def __init__(self, text: str = "", tone: str = NEUTRAL, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = (text, tone, icon)
        self.setAccessibleName(text)
        self.setSizePolicy(FIXED, FIXED)

    def show_chip(self, text: str, tone: str = NEUTRAL, icon: str = "") -> None:
        """Show other words, tone and icon."""
        if (text, tone, icon) != self._spec:
            self._spec = (text, tone, icon)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        return QSize(round(chip_width(self._spec[0], self._spec[2]) + 0.5), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        start(painter)
        draw_chip(painter, 0, self.height() / 2, self._spec)


def severity_chip(severity: str) -> Chip:
    """Return the chip of a severity: fatal, major, minor or info."""
    return Chip(*severity_spec(severity))
