"""The photos of an inspection one below the other: small, as they will be published, each with how it stands."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.inspection.redaction import WHOLE, Clearance, Region
from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.chips import NEUTRAL, Spec, chip_width, draw_chip
from inspector.ui.widgets.painted import FIXED, Pressable
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.ui.widgets.redaction_painting import draw_box
from inspector.wording import _

WIDE, HIGH, UNDER, INSET = 160, 104, 32, 6
COLUMN = WIDE + 16
FIRST, EACH = 24, 6  # tiles shown at once, and then with every turn of the event loop


def state_spec(clearance: Clearance) -> Spec:
    """Return words, tone and icon of how a photo stands."""
    if clearance.cleared:
        return _("已核对"), "good", "check-circle"
    if clearance.regions:
        return _("已遮挡"), "accent", "eye-off"
    return _("未核对"), NEUTRAL, "dashed-circle"


def hidden(image: QImage, regions: Sequence[Region]) -> QPixmap:
    """Return a small photo with its parts hidden."""
    picture = QPixmap.fromImage(image)
    if picture.isNull():
        return picture
    painter = QPainter(picture)
    for region in regions:
        wide, high = image.width() / WHOLE, image.height() / WHOLE
        area = QRectF(region.x * wide, region.y * high, region.width * wide, region.height * high)
        draw_box(painter, image, region, area)
    painter.end()
    return picture


class Tile(Pressable):
    """One photo; `clicked` shows it."""

    def __init__(self, number: int, item: str, parent: QWidget | None = None) -> None:
        self._number, self._item = number, item
        self._picture, self._spec, self._current = QPixmap(), ("", NEUTRAL, ""), False
        super().__init__("", parent)
        self.setSizePolicy(FIXED, FIXED)

    def show_state(self, picture: QPixmap, spec: Spec) -> None:
        """Show the photo and how it stands."""
        self._picture, self._spec = picture, spec
        self.show_text(_("照片 {n}").format(n=self._number) + f"，{self._item}，{spec[0]}")
        self.update()

    def show_current(self, current: bool) -> None:
        """Show whether it is the photo in hand."""
        self._current = current
        self.update()

    def sizeHint(self) -> QSize:
        """The photo and the line under it."""
        return QSize(WIDE, HIGH + theme.px(UNDER) + INSET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint photo, chip and the item's code."""
        painter = QPainter(self)
        start(painter)
        if self._current:
            box(painter, QRectF(self.rect()), 8, theme.colour("soft"), theme.colour("accent"), 2)
        elif self.hovered:
            box(painter, QRectF(self.rect()), 8, theme.colour("canvas"))
        frame = QRectF(INSET, INSET, WIDE - 2 * INSET, HIGH)
        box(painter, frame, 4, theme.colour("sunken"))
        if self._picture.isNull():
            draw_icon(painter, "image", "muted", frame.center().x() - 10, frame.center().y() - 10, 20)
        else:
            size = self._picture.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            area = QRectF(0, 0, size.width(), size.height())
            area.moveCenter(frame.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        middle = frame.bottom() + theme.px(UNDER) / 2
        draw_chip(painter, INSET, middle, self._spec)
        left = INSET + chip_width(self._spec[0], self._spec[2]) + 4
        line = QRectF(left, frame.bottom(), WIDE - INSET - left, theme.px(UNDER))
        words(painter, line, self._item, theme.colour("muted"), 12, MEDIUM, RIGHT)


class Tiles(ScrollPage):
    """Signal `picked(int)` when a person pressed a photo."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self._show: Callable[[int], None] | None = None
        self._places: Iterator[int] = iter(())
        self._filling = QTimer(self)
        self._filling.timeout.connect(lambda: self._fill_some(EACH))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.setAccessibleName(_("照片"))
        self.setFixedWidth(COLUMN)

    def show_items(self, items: Sequence[str]) -> None:
        """Show a tile for each photo, by the item it belongs to."""
        for old in self.tiles:
            self._column.removeWidget(old)
            old.deleteLater()
        self.tiles = [Tile(number, item) for number, item in enumerate(items, 1)]
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _on=False, place=place: self.picked.emit(place))
            self._column.addWidget(tile)

    def fill(self, show: Callable[[int], None]) -> None:
        """Let the tiles be shown by place: the first at once, the others with every turn of the event loop.

        A thousand at once would stop the window for seconds.
        """
        self._show, self._places = show, iter(range(len(self.tiles)))
        self._fill_some(FIRST)
        if self._show is not None:
            self._filling.start()

    def _fill_some(self, how_many: int) -> None:
        some = list(islice(self._places, how_many))
        for place in some:
            if self._show is not None:
                self._show(place)
        if len(some) < how_many:
            self._filling.stop()
            self._show = None

    def show_current(self, current: int) -> None:
        """Show which photo is in hand, in sight."""
        for place, tile in enumerate(self.tiles):
            tile.show_current(place == current)
        if current < len(self.tiles):
            self.ensureWidgetVisible(self.tiles[current])
