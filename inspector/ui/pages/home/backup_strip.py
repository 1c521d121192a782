"""When the last backup was made, how much room the disk has, and the button that makes one."""

import shutil
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.telling import minute_words
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import EXPANDING, FIXED, PREFERRED, Words
from inspector.wording import _, with_unit

GB = 10**9
LITTLE = 2 * GB
OVERDUE_DAYS = 7


def backup_words(at: datetime | None, now: datetime) -> tuple[str, str]:
    """Return words and tone for the last backup."""
    if at is None:
        return _("还没有备份过"), "warn"
    late = (now - at).days >= OVERDUE_DAYS
    words = _("上次备份 {when}").format(when=minute_words(at, now))
    return words, "warn" if late else "good"


def room_words(free: int) -> tuple[str, str]:
    """Return words and tone for the free space of the disk, truncated to one decimal."""
    size = with_unit(f"{free * 10 // GB / 10:.1f}", "GB")
    if free < LITTLE:
        return _("本机只剩 {size}，照片可能存不下").format(size=size), "bad"
    return _("本机可用 {size}").format(size=size), "muted"


class BackupStrip(Card):
    """The strip at the foot of the first screen; signal `asked()` when a person wants a backup."""

    asked = Signal()

    def __init__(self, at: datetime | None, target: str, folder: Path, now: datetime) -> None:
        super().__init__(padding=7)
        self.setAccessibleName(_("备份"))
        words, tone = backup_words(at, now)
        self.last = IconLine("database").strong()
        self.last.show_line(words, icon_tone=tone)
        self.last.setSizePolicy(PREFERRED, FIXED)
        where = IconLine("folder", "muted")
        where.show_line(target or _("还没有选备份位置"))
        room, room_tone = room_words(shutil.disk_usage(folder).free)
        self.room = Words(room, "second", room_tone)
        self.button = ActionButton(_("立即备份"))
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.setContentsMargins(13, 0, 4, 0)
        row.setSpacing(16)
        row.addWidget(self.last)
        row.addWidget(where, 1)
        row.addWidget(self.room)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.setSizePolicy(EXPANDING, FIXED)
