"""The photos of the phone sorted to the steps of the visit: the phone's clock put right, each confirmed or moved."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.inspection import Inspection
from inspector.inspection.photo_steps import Shot, due, phone_ahead, proposals
from inspector.inspection.visit import Visit
from inspector.ui.pages.retelling.phrasing import mark_words
from inspector.ui.pages.retelling.sorting_row import SortingRow
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.vault.glancing import Glanced, Glimpse
from inspector.wording import _, clock

WIDE, AHEAD = 860, 96
BOTTOM = Qt.AlignmentFlag.AlignBottom


class SortingSheet(Sheet):
    """Signals `ahead_set(seconds)` and `confirmed(list of (Glimpse, item))`."""

    ahead_set = Signal(int)
    confirmed = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("分拣手机照片"), WIDE, scrolls=True)
        self.rows: list[SortingRow] = []
        self._visit = Visit("")
        self._seen = Words("", "second", "muted", wrap=True)
        self.photo, self.mark = Choice(_("哪张照片")), Choice(_("拍在哪一刻"))
        self.set_button = ActionButton(_("校准"), icon="clock")
        self.set_button.clicked.connect(self._set_by_photo)
        self.ahead = Field(_("手机快（秒）"), "0", caption=True)
        self.ahead.setFixedWidth(AHEAD)
        self.ahead.setToolTip(_("手机比电脑快多少秒；慢的写负数"))
        self.ahead.finished.connect(self._set_by_hand)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.count = Words("", "second", "muted")
        self.confirm_button = ActionButton("", PRIMARY, "check")
        self.confirm_button.clicked.connect(self._confirm)
        self.body.addWidget(self._clock_box())
        self.body.addWidget(self._seen)
        self.body.addLayout(self._rows)
        self.foot.addWidget(self.count)
        self.foot.addStretch(1)
        self.foot.addWidget(self.confirm_button)

    def _clock_box(self) -> QWidget:
        held = Inset()
        told = _("手机和电脑的钟不一定一样。指一张知道拍在哪一刻的照片（门头、号票），就能算出差多少。")
        held.body.addWidget(Words(told, "second", "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for choice, name in ((self.photo, _("哪张照片")), (self.mark, _("拍在哪一刻"))):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(Words(name, "caption", "muted"))
            column.addWidget(choice)
            row.addLayout(column, 1)
        row.addWidget(self.set_button, 0, BOTTOM)
        row.addSpacing(8)
        row.addWidget(self.ahead, 0, BOTTOM)
        held.body.addLayout(row)
        return held

    def show_photos(self, inspection: Inspection, visit: Visit, seen: Glanced) -> None:
        """Show the photos of a folder, each with what is proposed for it."""
        items = _options(inspection)
        attached = _attached(inspection)
        self._clear()
        self.rows = [SortingRow(one, items, attached.get(one.sha256, "")) for one in _once(seen.glimpses)]
        for row in self.rows:
            row.changed.connect(self._tell)
        self._seen.show_text(_seen_words(seen))
        dated = [row.glimpse for row in self.rows if row.glimpse.taken_at]
        self.photo.show_options([(one.sha256, f"{one.path.name} {one.taken_at[11:19]}") for one in dated])
        self.mark.show_options([(mark.key, f"{mark_words(mark.key)} {clock(mark.at)}") for mark in visit.counting])
        self.set_button.setEnabled(bool(dated and visit.counting))
        self.show_visit(inspection, visit)
        self.open_sheet()

    def show_visit(self, inspection: Inspection, visit: Visit) -> None:
        """Show what is proposed now that the phone's clock is known better."""
        self._visit = visit
        self.ahead.show_text(str(visit.phone_ahead))
        self.ahead.show_wrong()
        shots = [Shot(row.glimpse.sha256, row.glimpse.taken_at) for row in self.rows]
        places = {one.sha256: (place, one) for place, one in enumerate(proposals(inspection, shots))}
        self.rows.sort(key=lambda row: places[row.glimpse.sha256][0])
        while self._rows.count():
            self._rows.takeAt(0)
        for row in self.rows:
            self._rows.addWidget(row)
            row.show_proposal(places[row.glimpse.sha256][1])
        self._tell()

    def _clear(self) -> None:
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _tell(self) -> None:
        chosen = [row for row in self.rows if row.chosen]
        self.confirm_button.setEnabled(bool(chosen))
        self.confirm_button.show_text(_("附上 {n} 张").format(n=len(chosen)))
        self.count.show_text(_("共 {n} 张").format(n=len(self.rows)))

    def _set_by_photo(self) -> None:
        glimpse = next((row.glimpse for row in self.rows if row.glimpse.sha256 == self.photo.key()), None)
        mark = self._visit.mark(self.mark.key())
        if glimpse and mark:
            self.ahead_set.emit(phone_ahead(glimpse.taken_at, mark.at))

    def _set_by_hand(self, text: str) -> None:
        try:
            seconds = int(text.strip().replace("−", "-") or 0)
        except ValueError:
            self.ahead.show_wrong(_("写整数秒"))
            return
        self.ahead_set.emit(seconds)

    def _confirm(self) -> None:
        self.confirmed.emit([(row.glimpse, row.chosen) for row in self.rows if row.chosen])


def days_around(visit: Visit) -> tuple[datetime | None, datetime | None]:
    """Return between which moments photos of a visit may lie, whatever the phone's clock says."""
    day = timedelta(days=1)
    began = visit.began
    return (began - day, (visit.left or began) + 2 * day) if began else (None, None)


def _once(glimpses: Sequence[Glimpse]) -> list[Glimpse]:
    return list({one.sha256: one for one in glimpses}.values())


def _options(inspection: Inspection) -> list[tuple[str, str]]:
    first = due(inspection, "")
    rest = [item.id for item in inspection.asked_items if item.id not in first]
    return [(item, f"{item} {inspection.form.items[item].ask}") for item in (*first, *rest)]


def _attached(inspection: Inspection) -> dict[str, str]:
    return {photo.sha256: item for item, answer in inspection.answers.items() for photo in answer.photos}


def _seen_words(seen: Glanced) -> str:
    told = []
    if seen.other_days:
        told.append(_("另有 {n} 张是别的日子拍的，没有列出。").format(n=seen.other_days))
    if seen.unreadable:
        told.append(_("{n} 张读不出来。").format(n=seen.unreadable))
    return "".join(told) or _("照片按拍摄时间排好；勾上的才会存入并附到检查项。")
