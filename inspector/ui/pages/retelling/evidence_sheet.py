"""凭据: the photos by item, sound files, and the way to the photos of the phone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Inspection
from inspector.inspection.proof import taken_there
from inspector.inspection.visit import Recording, Visit
from inspector.ui.pages.kept_photo import kept_photo
from inspector.ui.pages.marks import IconLine
from inspector.ui.widgets.buttons import PRIMARY, ActionButton, IconButton
from inspector.ui.widgets.card import Hairline
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.vault.vault import Vault
from inspector.wording import _

WIDE = 560


class EvidenceSheet(Sheet):
    """Signals `folder_wanted()`, `sounds_wanted()`, `sound_dropped(sha256)`, `photo_dropped(item, sha256)`."""

    folder_wanted = Signal()
    sounds_wanted = Signal()
    sound_dropped = Signal(str)
    photo_dropped = Signal(str, str)

    def __init__(self, host: QWidget, vault: Vault) -> None:
        super().__init__(host, _("凭据"), WIDE, scrolls=True)
        self._vault = vault
        self._photos, self._sounds = QVBoxLayout(), QVBoxLayout()
        self.folder_button = ActionButton(_("从手机文件夹分拣"), PRIMARY, "folder")
        self.folder_button.clicked.connect(self.folder_wanted)
        self.sound_button = ActionButton(_("添加录音"), icon="mic")
        self.sound_button.clicked.connect(self.sounds_wanted)
        for column in (self._photos, self._sounds):
            column.setSpacing(4)
        told = _("选手机导出的照片文件夹：按拍摄时间排到经过的每一步，确认后才存入。没有选中的照片不会被复制。")
        self.body.addWidget(Words(told, "second", "muted", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.folder_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addLayout(self._photos)
        self.body.addWidget(Hairline())
        self.body.addWidget(Words(_("录音"), "card"))
        lawful = _("只放依法取得的录音，如自己拨打的服务热线。到期按规定销毁。")
        self.body.addWidget(Words(lawful, "second", "muted", wrap=True))
        self.body.addLayout(self._sounds)
        under = QHBoxLayout()
        under.addWidget(self.sound_button)
        under.addStretch(1)
        self.body.addLayout(under)

    def show_evidence(self, inspection: Inspection, visit: Visit) -> None:
        """Show every photo by its item, and the sound files."""
        open_ = not inspection.finished
        _fill(self._photos, [self._item(inspection, visit, item, photos) for item, photos in _by_item(inspection)])
        _fill(self._sounds, [self._sound(one, open_) for one in visit.sounds])
        for button in (self.folder_button, self.sound_button):
            button.setEnabled(open_)

    def _item(self, inspection: Inspection, visit: Visit, item: str, photos: Sequence[Photo]) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(f"{item} {inspection.form.items[item].ask}", "strong"))
        flow = FlowRow(12)
        tiles = [self._photo(photo, item, visit, inspection.finished) for photo in photos]
        flow.show_widgets(tiles)
        column.addWidget(flow)
        return held

    def _photo(self, photo: Photo, item: str, visit: Visit, finished: bool) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(kept_photo(photo, self._vault))
        if not taken_there(photo, visit):
            column.addWidget(Chip(_("时间不符"), "warn", "clock"))
        if not finished:
            drop = ActionButton(_("移除"), icon="trash")
            drop.setAccessibleName(_("移除照片 {caption}").format(caption=photo.name))
            drop.clicked.connect(lambda: self.photo_dropped.emit(item, photo.sha256))
            column.addWidget(drop)
        return held

    def _sound(self, sound: Recording, open_: bool) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        line = IconLine("mic", icon_tone="accent").strong()
        line.show_line(f"{sound.name} · {sound.taken_at[:16].replace('T', ' ')}".removesuffix(" · "))
        row.addWidget(line, 1)
        drop = IconButton("trash", _("移除录音 {name}").format(name=sound.name))
        drop.setEnabled(open_)
        drop.clicked.connect(lambda: self.sound_dropped.emit(sound.sha256))
        row.addWidget(drop)
        return held


def count_evidence(inspection: Inspection, visit: Visit) -> int:
    """Return how many photos and sounds there are."""
    return sum(len(photos) for _item, photos in _by_item(inspection)) + len(visit.sounds)


def _by_item(inspection: Inspection) -> list[tuple[str, Sequence[Photo]]]:
    return [(item.id, photos) for item in inspection.recorded_items if (photos := inspection.answer(item.id).photos)]


def _fill(column: QVBoxLayout, rows: Sequence[QWidget]) -> None:
    while (held := column.takeAt(0)) is not None:
        if old := held.widget():
            old.hide()
            old.deleteLater()
    for row in rows:
        column.addWidget(row)
