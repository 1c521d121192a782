"""A kept photo in large, to be looked at only: zoomed and pulled about, with what was drawn on it."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from inspector.inspection.answer import Photo
from inspector.ui.sealed_image import image_of
from inspector.ui.widgets.buttons import ActionButton, IconButton
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.photo_canvas import STEP, PhotoCanvas
from inspector.ui.widgets.sheet import Sheet
from inspector.vault.vault import REPORT, WORK, Vault
from inspector.wording import _

WIDE, LEAST = 920, 220


class PhotoView(Sheet):
    """Gone for good once it is closed."""

    def __init__(self, host: QWidget, photo: Photo, vault: Vault) -> None:
        super().__init__(host, _("照片"), WIDE)
        self.canvas = PhotoCanvas()
        self.canvas.setMinimumHeight(LEAST)
        self.canvas.show_photo(_largest(photo, vault), photo.drawn, _("佐证缺失"))
        nearer, farther, whole = IconButton("plus", _("放大")), IconButton("minus", _("缩小")), ActionButton(_("全图"))
        nearer.clicked.connect(lambda: self.canvas.zoom_by(STEP))
        farther.clicked.connect(lambda: self.canvas.zoom_by(1 / STEP))
        whole.clicked.connect(self.canvas.fit)
        self.body.addWidget(self.canvas, 1)
        self.body.addWidget(Words(photo.caption or photo.name, "second", wrap=True))
        self.foot.addStretch(1)
        for each in (farther, nearer, whole):
            self.foot.addWidget(each)
        self.closed.connect(self.deleteLater)


def _largest(photo: Photo, vault: Vault) -> QImage:
    found = (image_of(vault.copy(photo.sha256, kind)) for kind in (WORK, REPORT))
    return next((image for image in found if not image.isNull()), QImage())
