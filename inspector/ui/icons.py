"""Icons drawn from our own SVG files: one colour taken from its word, sharp at every scale of the screen."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from inspector.paths import resources
from inspector.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SMALL = 16
RATIOS = (1.0, 1.5, 2.0)
STROKE = 'stroke-width="1.6"'
SMALL_STROKE = 'stroke-width="2"'


def names() -> list[str]:
    """Return the names of all icons."""
    return sorted(file.stem for file in resources("icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resources("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _rendered(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first window need not wait for it

    source = _source(name).replace("currentColor", colour)
    if size <= SMALL:
        source = source.replace(STROKE, SMALL_STROKE)
    side = round(size * ratio)
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, tone: str = "muted", size: int = 18, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a pixmap in a tone (a token or a hex value) for a screen of this scale."""
    return _rendered(name, theme.value(tone), size, ratio)


def icon(name: str, tone: str = "muted", size: int = 18) -> "QIcon":
    """Return an icon for menus and other widgets that draw themselves."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - the first window shows none

    made = QIcon()
    for ratio in RATIOS:
        made.addPixmap(pixmap(name, tone, size, ratio))
    return made


def draw_icon(painter: QPainter, name: str, tone: str, x: float, y: float, size: int) -> None:
    """Draw an icon with its upper left corner at x, y."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), pixmap(name, tone, size, ratio))
