"""Photos of an item: thumbnails with their captions, and the tile that adds one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.buttons import IconButton
from inspector.ui.widgets.painted import FIXED, Pressable
from inspector.ui.widgets.painting import CENTRE, LEFT, box, start, words
from inspector.wording import _

WIDTH, HEIGHT, CAPTION = 88, 66, 22
DIM = 0.20
REMOVERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Thumbnail(Pressable):
    """A photo with its caption; signals `opened()` when pressed, `removed()` by its cross or the Delete key."""

    opened = Signal()
    removed = Signal()

    def __init__(
        self,
        picture: QPixmap | QImage | None,
        caption: str = "",
        width: int = WIDTH,
        removable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._picture = QPixmap()
        self._caption, self._wide = caption, width
        super().__init__(caption or _("照片"), parent)
        self.radius = 6
        self.setSizePolicy(FIXED, FIXED)
        self._removable = removable
        self._cross: IconButton | None = None
        if removable:
            self._cross = IconButton("cross", _("移除照片 {caption}").format(caption=caption), "text", parent=self)
            self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._cross.clicked.connect(self.removed)
            self._cross.hide()
        self.show_picture(picture)
        self.clicked.connect(self.opened)

    def show_picture(self, picture: QPixmap | QImage | None) -> None:
        """Show a photo, or with None that it is being read."""
        self._picture = QPixmap.fromImage(picture) if isinstance(picture, QImage) else picture or QPixmap()
        self.update()

    def show_caption(self, caption: str) -> None:
        """Show another caption."""
        self._caption = caption
        self.show_text(caption or _("照片"))

    def _tall(self) -> int:
        return round(self._wide * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        """The photo with its caption."""
        return QSize(self._wide, self._tall() + theme.px(CAPTION))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross in its corner."""
        super().resizeEvent(event)
        if self._cross is not None:
            self._cross.move(self.width() - self._cross.sizeHint().width(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the photo by the Delete key."""
        if self._removable and event.key() in REMOVERS:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint photo and caption."""
        painter = QPainter(self)
        start(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(0, 0, self._wide, self._tall())
        if self._cross is not None:
            self._cross.setVisible(self.hovered)
        if self._picture.isNull():
            box(painter, frame, 6, theme.colour("sunken"))
            draw_icon(painter, "image", "muted", frame.center().x() - 10, frame.center().y() - 10, 20)
        else:
            self._paint_photo(painter, frame)
        area = QRectF(0, frame.bottom() + 2, self._wide, theme.px(CAPTION) - 2)
        words(painter, area, self._caption, theme.colour("muted"), 12, align=LEFT)

    def _paint_photo(self, painter: QPainter, frame: QRectF) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(frame, 6, 6)
        painter.save()
        painter.setClipPath(clip)
        size = self._picture.size()
        scale = max(frame.width() / size.width(), frame.height() / size.height())
        whole = QRectF(0, 0, size.width() * scale, size.height() * scale)
        whole.moveCenter(frame.center())
        painter.drawPixmap(whole, self._picture, QRectF(self._picture.rect()))
        shade = QColor(0, 0, 0)
        shade.setAlphaF(DIM if theme.dark else 0)
        painter.fillRect(frame, shade)
        painter.restore()
        if self.hovered:
            box(painter, frame, 6, None, theme.colour("accent"), 2)


class AddTile(Pressable):
    """A dashed tile with a plus; `clicked` adds a photo."""

    def __init__(self, text: str = "", width: int = WIDTH, parent: QWidget | None = None) -> None:
        self._wide = width
        super().__init__(text or _("添加"), parent)
        self.radius = 6
        self.setSizePolicy(FIXED, FIXED)

    def _tall(self) -> int:
        return round(self._wide * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        """As large as a thumbnail."""
        return QSize(self._wide, self._tall() + theme.px(CAPTION))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed tile and its word."""
        painter = QPainter(self)
        start(painter)
        frame = QRectF(0.5, 0.5, self._wide - 1, self._tall() - 1)
        pen = QPen(theme.colour("edge"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("soft" if self.hovered else "surface"))
        painter.drawRoundedRect(frame, 6, 6)
        draw_icon(painter, "plus", "accent", frame.center().x() - 10, frame.center().y() - 10, 20)
        area = QRectF(0, self._tall() + 2, self._wide, theme.px(CAPTION) - 2)
        words(painter, area, self.words, theme.colour("accent"), 12, MEDIUM, CENTRE if self._wide < WIDTH else LEFT)
