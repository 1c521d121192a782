"""The first screen once there is work: unfinished inspections, what was rated lately, the month, the backup."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.actions.desk import Desk
from inspector.ui.pages.home.backup_strip import BackupStrip
from inspector.ui.pages.home.drafts import MOST, Draft, DraftRow
from inspector.ui.pages.home.lately import MonthCard, RatedCard
from inspector.ui.pages.telling import DRAFT, FINISHED, Headed, ended
from inspector.ui.widgets.buttons import LinkButton
from inspector.ui.widgets.painted import Words
from inspector.wording import _


class Board(QWidget):
    """Everything that waits or was done; signal `go(place, argument)` when a person wants to go there."""

    go = Signal(str, object)

    def __init__(self, desk: Desk, headers: Iterable[Headed], now: datetime) -> None:
        super().__init__()
        self.desk = desk
        headers = tuple(headers)
        drafts = sorted((one for one in headers if one.status == DRAFT), key=ended, reverse=True)
        finished = [one for one in headers if one.status == FINISHED]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._drafts(drafts, now))
        column.addLayout(self._lower(finished, now), 1)
        column.addWidget(self._backup(now))

    def _drafts(self, drafts: Sequence[Headed], now: datetime) -> QVBoxLayout:
        told = [self._draft(header) for header in drafts[:MOST]]
        row = DraftRow(told, now)
        row.resumed.connect(self.go)
        row.started.connect(lambda: self.go.emit("start", None))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Words(_("未完成的检查"), "card"))
        head.addWidget(Words(_("{n} 份").format(n=len(drafts)), "second", "muted"))
        head.addStretch(1)
        if len(drafts) > MOST:
            every = LinkButton(_("全部"))
            every.setFixedHeight(32)
            every.setAccessibleName(_("全部未完成的检查"))
            every.clicked.connect(lambda: self.go.emit("inspections", DRAFT))
            head.addWidget(every)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(row)
        return column

    def _draft(self, header: Headed) -> Draft:
        titles = self.desk.titles
        item = titles.item(header.form, header.last_item)
        return Draft(header, titles.form(header.form), f"{header.last_item} {item}" if item else "")

    def _lower(self, finished: Sequence[Headed], now: datetime) -> QHBoxLayout:
        rated = RatedCard(finished, self._title, now)
        rated.picked.connect(lambda id_: self.go.emit("result", id_))
        rated.opened.connect(lambda: self.go.emit("inspections", FINISHED))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(rated, 2)
        row.addWidget(MonthCard(finished, len(self.desk.places.halls()), now), 1)
        return row

    def _title(self, digest: str) -> str:
        return self.desk.titles.form(digest)

    def _backup(self, now: datetime) -> BackupStrip:
        at = self.desk.setting("backup_at")
        strip = BackupStrip(
            datetime.fromisoformat(at) if at else None, self.desk.setting("backup_folder"), self.desk.folder, now
        )
        strip.asked.connect(lambda: self.go.emit("settings", "backup"))
        return strip
