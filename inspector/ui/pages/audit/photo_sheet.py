"""One photo in large: looked at closely, drawn on, captioned, and marked for what it shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.answer import Photo
from inspector.inspection.drawn import ARROW, BOX, GOOD, PROBLEM, RING, WORDS, Drawn
from inspector.inspection.redaction import BLUR
from inspector.ui.pages.audit.evidence import photo_words
from inspector.ui.sealed_image import image_of
from inspector.ui.widgets.buttons import DANGER, ActionButton, IconButton
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.photo_canvas import HAND, STEP, PhotoCanvas
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.sheet import Sheet
from inspector.vault.vault import THUMB, WORK, Vault
from inspector.wording import _

WIDE, LEAST = 880, 220
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PhotoSheet(Sheet):
    """Signals `captioned(sha256, text)`, `described(sha256, dict)` with what is said of it, `removed(sha256)`."""

    captioned = Signal(str, str)
    described = Signal(str, object)
    removed = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("照片"), WIDE)
        self.photos: tuple[Photo, ...] = ()
        self.vault: Vault | None = None
        self.sha256 = ""
        self._waiting: Drawn | None = None
        self.canvas = PhotoCanvas()
        self.canvas.setMinimumHeight(LEAST)
        self.canvas.drew.connect(self._draw)
        self.tools = Segments(_("画什么"))
        names = ((HAND, _("移动")), (ARROW, _("箭头")), (RING, _("圈")), (BOX, _("框")), (WORDS, _("文字")))
        self.tools.show_views([View(key, name) for key, name in (*names, (BLUR, _("马赛克")))])
        self.tools.picked.connect(self._choose)
        self.back_button = ActionButton(_("退一笔"), icon="undo")
        self.nearer, self.farther = IconButton("plus", _("放大")), IconButton("minus", _("缩小"))
        self.whole_button = ActionButton(_("全图"))
        self.words = Field(_("写在照片上的字"), _("写在照片上的字，回车写上"))
        self.shows = Segments(_("照片说明什么"))
        self.shows.show_views([View(PROBLEM, _("问题")), View(GOOD, _("好做法")), View("", _("未标"))])
        self.ruler = CheckMark(_("附比例尺"))
        self.caption = Field(_("说明"), _("这张照片说明什么"), caption=True)
        self.number = Words("", "second", "muted")
        self.before, self.after = IconButton("chevron-left", _("上一张")), IconButton("chevron-right", _("下一张"))
        self.remove_button = ActionButton(_("移除照片"), DANGER, "trash")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self._say(drawn=self._photo().drawn[:-1]))
        self.nearer.clicked.connect(lambda: self.canvas.zoom_by(STEP))
        self.farther.clicked.connect(lambda: self.canvas.zoom_by(1 / STEP))
        self.whole_button.clicked.connect(self.canvas.fit)
        self.words.edit.returnPressed.connect(self._write)
        self.shows.picked.connect(lambda key: self._say(shows=key))
        self.ruler.ticked.connect(lambda on: self._say(ruler=on))
        self.caption.finished.connect(lambda text: self.captioned.emit(self.sha256, text))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.remove_button.clicked.connect(self._remove)
        self.closed.connect(self.caption.commit_pending)

    def _lay_out(self) -> None:
        tools, said = QHBoxLayout(), QHBoxLayout()
        _fill(tools, (self.tools, self.back_button), (self.farther, self.nearer, self.whole_button))
        _fill(said, (self.shows, self.ruler), ())
        self.body.addWidget(self.canvas, 1)
        self.body.addLayout(tools)
        self.body.addWidget(self.words)
        self.body.addLayout(said)
        self.body.addWidget(self.caption)
        _fill(self.foot, (self.before, self.number, self.after), (self.remove_button,))

    # Showing.

    def show_photo(self, photo: Photo, photos: Sequence[Photo], vault: Vault) -> None:
        """Show a photo of the vault among those of its item."""
        self.photos, self.vault = tuple(photos), vault
        self._show(photo)
        self.tools.show_current(HAND)
        self._choose(HAND)
        self.open_sheet()

    def show_described(self, photos: Sequence[Photo]) -> None:
        """Show what is said of the same photo by now."""
        self.photos = tuple(photos)
        if any(one.sha256 == self.sha256 for one in photos):
            self._show_said(self._photo())

    def _show(self, photo: Photo) -> None:
        self.sha256 = photo.sha256
        self.canvas.show_photo(self._image(photo.sha256), photo.drawn, _("照片文件不在佐证库里"))
        self.canvas.setAccessibleName(photo_words(photo))
        self._show_said(photo)

    def _image(self, sha256: str) -> QImage:
        if self.vault is None:
            return QImage()
        large = image_of(self.vault.copy(sha256, WORK))
        return image_of(self.vault.copy(sha256, THUMB)) if large.isNull() else large

    def _show_said(self, photo: Photo) -> None:
        self.canvas.show_drawn(photo.drawn)
        self.back_button.setEnabled(bool(photo.drawn))
        self.shows.show_current(photo.shows)
        self.ruler.show_ticked(photo.ruler)
        self.caption.show_text(photo.caption)
        place = [one.sha256 for one in self.photos].index(photo.sha256)
        self.number.show_text(f"{place + 1} / {len(self.photos)}")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < len(self.photos))

    def _photo(self) -> Photo:
        return next(one for one in self.photos if one.sha256 == self.sha256)

    # Acting.

    def step(self, by: int) -> None:
        """Go to the photo before or after; what is half typed is kept first."""
        self.caption.commit_pending()
        place = [one.sha256 for one in self.photos].index(self.sha256) + by
        if 0 <= place < len(self.photos):
            self._show(self.photos[place])

    def _choose(self, tool: str) -> None:
        self.canvas.choose(tool)
        self._waiting = None
        self.words.show_text("")
        self.words.setVisible(tool == WORDS)
        self.words.setEnabled(False)

    def _draw(self, mark: Drawn) -> None:
        if mark.shape == WORDS:
            self._waiting = mark
            self.words.setEnabled(True)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(drawn=(*self._photo().drawn, mark))

    def _write(self) -> None:
        text = self.words.text().strip()
        if self._waiting is not None and text:
            self._say(drawn=(*self._photo().drawn, replace(self._waiting, words=text)))
        self._choose(WORDS)

    def _say(self, **said: Any) -> None:
        self.described.emit(self.sha256, said)

    def _remove(self) -> None:
        self.close_sheet()
        self.removed.emit(self.sha256)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the photo before or after by the arrows."""
        if event.key() in ARROWS:
            self.step(ARROWS[Qt.Key(event.key())])
            event.accept()
            return
        super().keyPressEvent(event)


def _fill(row: QHBoxLayout, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
    for each in left:
        row.addWidget(each)
    row.addStretch(1)
    for each in right:
        row.addWidget(each)
