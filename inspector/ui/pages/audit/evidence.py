"""The evidence of the open item: thumbnails, and ways to add more."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.answer import SOUND, Answer, Document, Photo
from inspector.ui.icons import pixmap
from inspector.ui.pages.audit.icon_mark import IconMark
from inspector.ui.widgets.buttons import ActionButton, IconButton, KeyCap
from inspector.ui.widgets.card import Inset, ScrollPage
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.thumbnails import AddTile, Thumbnail
from inspector.wording import _

MARGIN, TILE, GAP = 24, 88, 12
ONE_ROW, TWO_ROWS = 92, 196
PER_ROW = 3

Pictures = Callable[[str], QPixmap | None]


def photo_words(photo: Photo) -> str:
    """Return the caption of a photo: when it was taken and what was said of it."""
    time = photo.taken_at[11:16]
    return " ".join(word for word in (time, photo.caption) if word) or photo.name


class EvidenceStrip(QWidget):
    """Signals `opened(sha256)`, `removed(sha256)`, `wanted()` for the file dialog, `pasted()`, `camera_wanted()`,
    `recording_wanted()`.
    """

    opened = Signal(str)
    removed = Signal(str)
    wanted = Signal()
    pasted = Signal()
    document_opened = Signal(str)
    document_removed = Signal(str)
    camera_wanted = Signal()
    recording_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("佐证"))
        self._shown: tuple[tuple[Photo, ...], tuple[Document, ...]] | None = None
        self._count = Words("", "caption", "muted")
        self.flow = FlowRow(GAP)
        self.page = ScrollPage()
        self.page.body.addWidget(self.flow)
        self.page.body.addStretch(1)
        self._make_owed()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("camera", "muted"))
        head.addWidget(Words(_("佐证"), "strong"))
        head.addWidget(self._count)
        head.addStretch(1)
        self.camera, self.microphone = IconButton("camera", _("拍照")), IconButton("mic", _("录音"))
        self.camera.clicked.connect(self.camera_wanted)
        self.microphone.clicked.connect(self.recording_wanted)
        self.show_ways(camera=False, microphone=False)
        head.addWidget(self.camera)
        head.addWidget(self.microphone)
        head.addWidget(KeyCap("P"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN - GAP, 10)
        column.setSpacing(8)
        head.setContentsMargins(0, 0, GAP, 0)
        column.addLayout(head)
        column.addWidget(self.page)
        owed = QHBoxLayout()
        owed.setContentsMargins(0, 0, GAP, 0)
        owed.addWidget(self.owed)
        column.addLayout(owed)

    def _make_owed(self) -> None:
        self.owed = Inset("warn")
        choose, paste = (
            ActionButton(_("选文件"), icon="folder").stretch(),
            ActionButton(_("粘贴"), icon="copy").stretch(),
        )
        choose.clicked.connect(self.wanted)
        paste.clicked.connect(self.pasted)
        self._owed_title = Words(_("还差 1 张照片"), "strong")
        self.owed.body.setSpacing(6)
        self.owed.body.addWidget(self._owed_title)
        told = _("可粘贴截图，或把文件拖到窗口里。")
        self.owed.body.addWidget(Words(told, "caption", "muted", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(choose)
        buttons.addWidget(paste)
        self.owed.body.addLayout(buttons)

    def show_ways(self, *, camera: bool, microphone: bool) -> None:
        """Offer the camera and the microphone, where this computer has one."""
        self.camera.setVisible(camera)
        self.microphone.setVisible(microphone)

    def show_answer(self, answer: Answer, owes: bool, ruler: bool, picture: Pictures) -> None:
        """Show the photos of an answer, and whether one is owed."""
        count = _("{n} 张").format(n=len(answer.photos))
        if answer.documents:
            count = _("{photos}，文档 {n} 份").format(photos=count, n=len(answer.documents))
        self._count.show_text(_("{count} · 须含量尺").format(count=count) if ruler else count)
        self.owed.setVisible(owes)
        self.page.setVisible(not owes)
        if (answer.photos, answer.documents) != self._shown:
            self._shown = answer.photos, answer.documents
            self._build(answer, picture)

    def _build(self, answer: Answer, picture: Pictures) -> None:
        tiles: list[QWidget] = [self._tile(photo, picture(photo.sha256)) for photo in answer.photos]
        tiles += [self._paper(document) for document in answer.documents]
        add = AddTile(_("添加"), TILE)
        add.clicked.connect(self.wanted)
        self.flow.show_widgets([*tiles, add])
        self.page.setFixedHeight(ONE_ROW if len(tiles) < PER_ROW else TWO_ROWS)

    def _paper(self, document: Document) -> Thumbnail:
        sign = "mic" if document.kind == SOUND else "document"
        tile = Thumbnail(pixmap(sign, "muted", TILE // 2, self.devicePixelRatioF()), document.name, TILE)
        tile.setToolTip(f"{document.name} · {document.word} · {document.size // 1000} KB")
        tile.opened.connect(lambda: self.document_opened.emit(document.sha256))
        tile.removed.connect(lambda: self.document_removed.emit(document.sha256))
        return tile

    def _tile(self, photo: Photo, picture: QPixmap | None) -> Thumbnail:
        tile = Thumbnail(picture, photo_words(photo), TILE)
        tile.opened.connect(lambda: self.opened.emit(photo.sha256))
        tile.removed.connect(lambda: self.removed.emit(photo.sha256))
        return tile
