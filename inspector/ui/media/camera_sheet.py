"""Photos by the camera of this computer, one after the other, straight into the item they were wanted for."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.media.devices import Camera
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.painted import EXPANDING, Words
from inspector.ui.widgets.painting import CENTRE, start, words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE, LEAST = 880, 320


class Finder(QWidget):
    """Shows what the camera sees, or says why it sees nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.why = ""
        self.setSizePolicy(EXPANDING, EXPANDING)
        self.setMinimumHeight(LEAST)
        self.setAccessibleName(_("摄像头画面"))

    def show_image(self, image: QImage) -> None:
        """Show one picture."""
        self.image = image
        self.update()

    def show_why(self, sentence: str) -> None:
        """Say why there is none."""
        self.image, self.why = QImage(), sentence
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a picture."""
        return QSize(640, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture whole, or the reason."""
        painter = QPainter(self)
        start(painter)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        if self.image.isNull():
            words(
                painter, QRectF(self.rect()), self.why or _("正在打开摄像头…"), theme.colour("muted"), 14, 400, CENTRE
            )
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(QPointF(), size.toSizeF())
        area.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self.image)


class CameraSheet(Sheet):
    """Signal `taken(QImage)` for every photo; gone for good once it is closed."""

    taken = Signal(QImage)

    def __init__(self, host: QWidget, names: list[str], title: str, source: Callable[[], Camera] = Camera) -> None:
        super().__init__(host, _("拍照"), WIDE)
        self.finder, self.camera = Finder(), source()
        self.count = 0
        self.choice = Choice(_("摄像头"))
        self.choice.show_options([(str(place), name) for place, name in enumerate(names)])
        self.choice.setVisible(len(names) > 1)
        self.choice.picked.connect(lambda key: self.camera.start(int(key)))
        self.told = Words("", "second", "muted")
        self.take_button = ActionButton(_("拍下"), PRIMARY, "camera", "Space", height=48)
        self.shut_button = ActionButton(_("完成"))
        self.take_button.setEnabled(False)
        self.take_button.clicked.connect(self.take)
        self.shut_button.clicked.connect(self.put_away)
        self.camera.framed.connect(self._see)
        self.camera.failed.connect(self._fail)
        self.body.addWidget(Words(title, "strong", wrap=True))
        self.body.addWidget(self.choice)
        self.body.addWidget(self.finder, 1)
        for each in (self.take_button, self.shut_button, self.told):
            self.foot.addWidget(each)
        self.foot.addStretch(1)
        self.closed.connect(self._end)

    def open_sheet(self) -> None:
        """Open, and look through the first camera."""
        super().open_sheet()
        self.camera.start(0)

    def take(self) -> None:
        """Take the picture that is seen now."""
        if self.finder.image.isNull():
            return
        self.count += 1
        self.told.show_text(_("已拍 {n} 张，直接存入").format(n=self.count))
        self.taken.emit(self.finder.image.copy())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a picture by Space or Enter."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.take()
            event.accept()
            return
        super().keyPressEvent(event)

    def _see(self, image: QImage) -> None:
        if not image.isNull():
            self.finder.show_image(image)
            self.take_button.setEnabled(True)

    def _fail(self, sentence: str) -> None:
        self.finder.show_why(sentence)
        self.take_button.setEnabled(False)

    def _end(self) -> None:
        self.camera.stop()
        self.deleteLater()
