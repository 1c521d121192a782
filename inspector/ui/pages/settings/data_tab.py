"""The tab of the data: where they lie, how big they are, and the backup."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from inspector.actions.proving_report import verify_report
from inspector.actions.verifying import verify
from inspector.exchange.backup import back_up
from inspector.exchange.restoring import copies, fetch
from inspector.paths import apart_from
from inspector.ui.jobs import Job, Progress
from inspector.ui.outside import open_outside
from inspector.ui.page import Page
from inspector.ui.pages.folders import documents
from inspector.ui.pages.home.backup_strip import backup_words, room_words
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.settings.restore_sheet import RestoreSheet
from inspector.ui.pages.settings.rows import Ground, SettingRow, fill
from inspector.ui.pages.settings.sizes import Room, room_of, same_disk, size_words, vault_words
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.pages.settings.verify_sheet import VerifySheet
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Card, Hairline
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.painted import FIXED, PREFERRED, Words
from inspector.wording import _


class DataTab(Tab):
    """Sizes are measured off the window's thread; a backup is a job that can be cancelled."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.job: Job | None = None
        self.open_button = ActionButton(_("打开"), icon="folder")
        self.open_button.setAccessibleName(_("打开数据文件夹"))
        self.database, self.vault = Words("", "strong"), Words("", "strong")
        self.room = Words("", "strong")
        self.last = IconLine("database").strong()
        self.choose_button = ActionButton(_("选择…"), icon="folder")
        self.choose_button.setAccessibleName(_("选择备份位置"))
        self.back_up_button = ActionButton(_("立即备份"), PRIMARY, "database")
        self.target_row = SettingRow(_("备份位置"), " ", self.choose_button)
        self.open_button.clicked.connect(lambda: open_outside(self.desk.folder))
        self.choose_button.clicked.connect(self._choose)
        self.back_up_button.clicked.connect(self.back_up)
        page.jobs.ended.connect(self._ended)
        self.verify_button = ActionButton(_("校验"), icon="check-circle")
        self.verify_button.setAccessibleName(_("校验封存"))
        self.verify_button.clicked.connect(self.verify)
        self.report_button = ActionButton(_("选报告…"), icon="document")
        self.report_button.setAccessibleName(_("核对报告"))
        self.report_button.clicked.connect(self.choose_report)
        self.sheet, self.restore_sheet = VerifySheet(page), RestoreSheet(page)
        self.daily = CheckMark(_("每天一次"))
        self.daily.ticked.connect(lambda on: self.keep("auto_backup", "yes" if on else "no"))
        self.restore_button = ActionButton(_("看备份…"), icon="history")
        self.restore_button.clicked.connect(self.look_at_backups)
        self.restore_sheet.asked.connect(self._look_elsewhere)
        self.restore_sheet.confirmed.connect(self._restore)
        Ground(self._data_card(), self._backup_card()).within(self)

    def _data_card(self) -> Card:
        card = Card(_("数据"))
        fill(
            card,
            [
                SettingRow(_("数据文件夹"), str(self.desk.folder), self.open_button),
                SettingRow(_("数据库"), _("检查、作答、营业厅、督查员和设置"), self.database),
                SettingRow(_("照片"), _("原件，以及屏幕和报告用的副本"), self.vault),
                SettingRow(_("剩余空间"), _("数据文件夹所在的盘"), self.room),
                SettingRow(_("封存"), _("逐条核对指纹、签名、前后次序和佐证"), self.verify_button),
                SettingRow(_("收到的报告"), _("按报告里的附件重算星级，核对记录和签名"), self.report_button),
            ],
        )
        return card

    def _backup_card(self) -> Card:
        card = Card(_("备份"))
        act = QHBoxLayout()
        act.setSpacing(16)
        self.last.setSizePolicy(PREFERRED, FIXED)
        act.addWidget(self.last, 1)
        act.addWidget(self.back_up_button)
        daily = _("每天第一次用时，在数据文件夹旁边和备份位置各留一份；保留最近 7 天、8 周、12 个月的。")
        restored = _("先看每份备份里有什么，再换上；换下来的会留底。备份要像原始记录一样保管。")
        card.body.addLayout(act)
        for row in (
            self.target_row,
            SettingRow(_("自动备份"), daily, self.daily),
            SettingRow(_("从备份恢复"), restored, self.restore_button),
        ):
            card.body.addWidget(Hairline())
            card.body.addWidget(row)
        return card

    # Showing.

    def show_all(self) -> None:
        """Show where everything is and how much room it takes."""
        self._show_backup()
        self.daily.show_ticked(self.desk.setting("auto_backup") == "yes")
        free = shutil.disk_usage(self.desk.folder).free
        words, tone = room_words(free)
        little = tone == "bad"
        self.room.show_text(words if little else size_words(free))
        self.room.show_tone("bad" if little else "text")
        path, vault = self.desk.database.path, self.desk.vault
        self.page.jobs.start(lambda _progress: room_of(path, vault), self._show_room)

    def _show_room(self, room: Room) -> None:
        self.database.show_text(size_words(room.database))
        self.vault.show_text(vault_words(room))

    def _show_backup(self) -> None:
        at = self.desk.setting("backup_at")
        words, tone = backup_words(datetime.fromisoformat(at) if at else None, self.desk.clock())
        self.last.show_line(words, icon_tone=tone)
        target = self.desk.setting("backup_folder")
        self.target_row.meaning.show_text(_target_words(target, self.desk.folder))
        self.back_up_button.setEnabled(self.job is None)
        self.back_up_button.show_text(_("正在备份") if self.job else _("立即备份"))

    # Acting.

    def _choose(self) -> str:
        before = self.desk.setting("backup_folder") or documents()
        name = QFileDialog.getExistingDirectory(self, _("选择备份位置"), before)
        if name:
            self.keep("backup_folder", str(Path(name)))
            self._show_backup()
        return name

    def back_up(self) -> None:
        """Make a backup; the first time the place is asked for."""
        target = self.desk.setting("backup_folder") or self._choose()
        if not target or self.job is not None:
            return
        source, at = self.desk.folder, self.desk.clock()

        def work(progress: Progress) -> Path:
            return back_up(source, Path(target), at, progress, progress.cancelled)

        job = self.page.jobs.start(work, lambda folder: self._done(folder, at), title=_("正在备份"))
        self.job = job if job in self.page.jobs.running else None
        self._show_backup()

    def verify(self) -> None:
        """Verify every seal off the window's thread, and show what was found."""
        folder = self.desk.folder
        self.page.jobs.start(
            lambda progress: verify(folder, progress=progress), self.sheet.show_proof, title=_("正在校验封存")
        )

    def choose_report(self) -> None:
        """Ask for a report and verify it by what it carries."""
        name, _kind = QFileDialog.getOpenFileName(self, _("核对报告"), documents(), _("PDF 文件 (*.pdf)"))
        if name:
            self.page.jobs.start(lambda _progress: verify_report(Path(name)), self.sheet.show_proof)

    def look_at_backups(self, place: str = "") -> None:
        """Look off the window's thread into every backup at the known places, or at one, and list them."""
        second = place or self.desk.setting("backup_folder")
        places = [apart_from(self.desk.folder), *([Path(second)] if second else [])]
        self.page.jobs.start(
            lambda _progress: copies(places),
            lambda found: self.restore_sheet.show_copies(found, self.desk.clock()),
            title=_("正在看备份"),
        )

    def _look_elsewhere(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("备份在哪里"), documents())
        if name:
            self.look_at_backups(name)

    def _restore(self, folder: str) -> None:
        """Fetch a backup, then close the window: the data file must not be open while it is replaced."""
        data = self.desk.folder
        self.restore_sheet.close_sheet()
        self.page.jobs.start(
            lambda progress: fetch(Path(folder), data, progress, progress.cancelled),
            lambda _nothing: self._make_way(),
            title=_("正在取回备份"),
        )

    def _make_way(self) -> None:
        self.window().close()

    def put_away(self) -> None:
        """Close the sheets."""
        self.sheet.close_sheet()
        self.restore_sheet.close_sheet()

    def _ended(self, job: Job) -> None:
        if job is self.job:
            self.job = None
            self._show_backup()

    def _done(self, folder: Path, at: datetime) -> None:
        self.keep("backup_at", at.isoformat())
        self._show_backup()
        sentence = _("备份完成并已校验：{name}。").format(name=folder.name)
        self.tell("good", sentence, _("打开"), lambda: open_outside(folder))


def _target_words(target: str, folder: Path) -> str:
    if not target:
        return _("还没有选。最好选移动硬盘。")
    if not Path(target).is_dir():
        return _("{target}　现在找不到，移动硬盘可能没有插上。").format(target=target)
    if same_disk(Path(target), folder):
        return _("{target}　与数据在同一块盘上，盘坏了两份都会丢，最好选移动硬盘。").format(target=target)
    return target
