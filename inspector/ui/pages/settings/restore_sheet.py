"""The backups there are, what each holds, and the one that is to take the place of the data."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.exchange.restoring import Copy
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.pages.telling import minute_words
from inspector.ui.widgets.buttons import DANGER, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.chips import NEUTRAL
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE, ROWS, TALL = 680, 5, 56


class RestoreSheet(Sheet):
    """Signals `confirmed(folder)` with the backup chosen, and `asked()` for one that lies elsewhere."""

    confirmed = Signal(str)
    asked = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("从备份恢复"), WIDE)
        self.copies: dict[str, Copy] = {}
        self.list = RowList(_("备份"), keeps_choice=True, tall=TALL)
        self.list.setMinimumHeight(self.list.height_for(ROWS))
        self.list.picked.connect(self._show_chosen)
        self.about = Words("", "second", wrap=True)
        told = Inset("warn")
        told.body.addWidget(Words(_("现在的数据会换成这份备份里的。"), "strong"))
        kept = _("换下来的留在数据文件夹旁边的 .apart 文件夹里，不会删除。恢复时星察会自己重开一次。")
        told.body.addWidget(Words(kept, "second", wrap=True))
        self.yes_button, self.no_button = ActionButton(_("恢复这一份"), DANGER), ActionButton(_("取消"))
        self.other_button = ActionButton(_("从别处选…"), icon="folder")
        self.yes_button.clicked.connect(lambda: self.confirmed.emit(self._chosen()))
        self.no_button.clicked.connect(self.close_sheet)
        self.other_button.clicked.connect(self.asked)
        for each in (self.list, self.about, told):
            self.body.addWidget(each)
        for button in (self.yes_button, self.no_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.other_button)

    def show_copies(self, found: Sequence[Copy], now: datetime) -> None:
        """Show the backups found; the newest that can be used is chosen."""
        self.copies = {str(copy.folder): copy for copy in found}
        best = next((str(copy.folder) for copy in found if not copy.trouble), "")
        self.list.show_rows((_row(copy, now) for copy in found), best)
        self._show_chosen(best)
        self.open_sheet()

    def _chosen(self) -> str:
        at = self.list.currentIndex().row()
        return self.list.rows()[at].key if at >= 0 else ""

    def _show_chosen(self, key: str) -> None:
        copy = self.copies.get(key)
        self.yes_button.setEnabled(copy is not None and not copy.trouble)
        if copy is None:
            words = _("没有找到能用的备份。") if self.copies else _("这里还没有备份。可以从移动硬盘或别的文件夹里选。")
        else:
            words = copy.trouble or _("位置：{folder}").format(folder=copy.folder)
        self.about.show_text(words)
        self.about.show_tone("bad" if copy and copy.trouble else "muted")


def _row(copy: Copy, now: datetime) -> Row:
    when = minute_words(copy.at, now)
    if copy.trouble:
        return Row(str(copy.folder), when, _place(copy.folder), "database", chip=(_("不能用"), "bad", "warning"))
    if copy.locked:
        return Row(str(copy.folder), when, _("用当时的口令才能打开"), "lock", chip=(_("已上锁"), NEUTRAL, "lock"))
    held = _("检查 {n} 次，其中未完成 {drafts} 次").format(n=copy.inspections, drafts=copy.drafts)
    evidence = _("佐证文件 {n} 个").format(n=copy.photos) if copy.photos else _("佐证用数据文件夹里的")
    newest = minute_words(datetime.fromisoformat(copy.newest), now) if copy.newest else ""
    last = _("改到 {when}").format(when=newest) if newest else ""
    return Row(str(copy.folder), when, f"{held}；{evidence}", "database", last)


def _place(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"
