"""A measuring drawing in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer

from inspector.paths import resources
from inspector.ui.theme import LIGHT, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted
from inspector.ui.widgets.painting import box, start

TONES = ("good", "warn", "bad", "accent")
HIGH, LOW = 168, 148


@lru_cache(maxsize=64)
def _renderer(name: str, dark: bool) -> QSvgRenderer:  # noqa: ARG001 - the theme is part of the key
    source = resources("drawings", f"{name}.svg").read_text(encoding="utf-8")
    for tone in TONES:
        source = source.replace(getattr(LIGHT, tone), theme.value(tone))
    source = source.replace("currentColor", theme.value("text"))
    return QSvgRenderer(QByteArray(source.encode()))


class Drawing(Painted):
    """Shows one of resources/drawings by name, on an inset."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._tall = HIGH
        self.setSizePolicy(EXPANDING, FIXED)
        self.hide()

    def show_drawing(self, name: str, spoken: str) -> None:
        """Show a drawing; without one there is nothing to see."""
        self._name = name if name and resources("drawings", f"{name}.svg").is_file() else ""
        self.setAccessibleName(spoken)
        self.setVisible(bool(self._name))
        self.update()

    def show_height(self, low: bool) -> None:
        """Show it lower in a low window."""
        self._tall = LOW if low else HIGH
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(200, self._tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint inset and drawing."""
        if not self._name:
            return
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        box(painter, rect, 8, theme.colour("canvas"))
        renderer = _renderer(self._name, theme.dark)
        size = renderer.viewBoxF().size()
        scale = min(rect.width() / size.width(), rect.height() / size.height())
        area = QRectF(0, 0, size.width() * scale, size.height() * scale)
        area.moveCenter(rect.center())
        renderer.render(painter, area)
