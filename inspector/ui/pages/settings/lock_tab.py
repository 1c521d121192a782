"""The tab of the lock: turned on with one click, locked at once or when nobody is there, another passphrase, off."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.exchange.converting import begin_locking, begin_unlocking
from inspector.lock.keys import Lock, new_lock, read_lock, rewrapped, unlock, write_lock
from inspector.lock.remembering import forget_remembered, keyring_name, remember, remembered
from inspector.ui.page import Page
from inspector.ui.pages.folders import documents
from inspector.ui.pages.settings.lock_sheets import PassphraseSheet, RecoverySheet
from inspector.ui.pages.settings.rows import Ground, SettingRow, fill
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.widgets.buttons import DANGER, PRIMARY, ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _


class LockTab(Tab):
    """What changes the lock itself closes the window: the data are sealed or opened before it comes back."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.made: tuple[Lock, str] | None = None
        self.on_button = ActionButton(_("启用口令锁…"), PRIMARY, "lock")
        self.now_button, self.change_button = ActionButton(_("立即上锁"), icon="lock"), ActionButton(_("更换口令…"))
        self.off_button = ActionButton(_("解除口令锁"), DANGER, "unlock")
        self.idle = Segments(_("无人操作时"))
        minutes = [View(n, _("{n} 分钟").format(n=n)) for n in ("5", "10", "30")]
        self.idle.show_views([*minutes, View("0", _("不上锁"))])
        self.new_sheet = PassphraseSheet(page, _("启用口令锁"), _("下一步"), present=False)
        self.change_sheet = PassphraseSheet(page, _("更换口令"), _("更换口令"), present=True)
        self.end_sheet = PassphraseSheet(page, _("解除口令锁"), _("解除口令锁"), present=True, new=False)
        self.recovery_sheet = RecoverySheet(page)
        self.ring = CheckMark(_("记住"))
        self._connect()
        self.off_card, self.on_card = self._off_card(), self._on_card()
        Ground(self.off_card, self.on_card).within(self)

    def _connect(self) -> None:
        self.on_button.clicked.connect(self.new_sheet.ask)
        self.new_sheet.chosen.connect(self._make)
        self.recovery_sheet.saved.connect(self._save_page)
        self.recovery_sheet.agreed.connect(self._begin)
        self.now_button.clicked.connect(lambda: self.page.go.emit("lock", None))
        self.change_button.clicked.connect(self.change_sheet.ask)
        self.change_sheet.chosen.connect(self._change)
        self.off_button.clicked.connect(self.end_sheet.ask)
        self.end_sheet.chosen.connect(self._end)
        self.ring.ticked.connect(self._remember)
        self.idle.picked.connect(lambda minutes: self.keep("idle_minutes", minutes))

    def _off_card(self) -> QWidget:
        card = Card(_("口令锁"))
        told = _(
            "启用后，检查、作答、姓名和照片都加密保存，打开星察要输口令；笔记本丢了，捡到的人什么也看不到。"
            "备份同样加密。删过的旧文件要等磁盘覆盖才真正消失，最好同时启用系统的磁盘加密。"
        )
        fill(card, [SettingRow(_("未启用"), told, self.on_button)])
        return card

    def _on_card(self) -> QWidget:
        card = Card(_("口令锁"))
        told = _("口令由系统的钥匙串记住，登录这台电脑的人打开星察不再输；自动上锁和立即上锁之后仍然要输。")
        self.ring_row = SettingRow(_("这台电脑"), told, self.ring)
        rows = [
            SettingRow(_("已启用"), _("全部数据加密保存；备份同样加密，用同一句口令打开。"), self.now_button),
            SettingRow(_("无人操作时"), _("过这么久自动上锁；暗访计时和备份进行中不会上锁。"), self.idle),
            self.ring_row,
            SettingRow(_("口令"), _("换口令不用重新加密；以前的备份仍用当时的口令。"), self.change_button),
            SettingRow(_("解除口令锁"), _("数据改回不加密保存；星察会自己重开一次。"), self.off_button),
        ]
        fill(card, rows)
        return card

    def show_all(self) -> None:
        """Show whether there is a lock."""
        lock = read_lock(self.desk.folder)
        self.off_card.setVisible(lock is None)
        self.on_card.setVisible(lock is not None)
        if lock is not None:
            self.ring_row.setVisible(bool(keyring_name()))
            self.ring.show_ticked(remembered(self.desk.folder, lock))
        self.idle.show_current(self.desk.setting("idle_minutes"))

    def put_away(self) -> None:
        """Close the sheets and forget what was typed."""
        for sheet in (self.new_sheet, self.change_sheet, self.end_sheet):
            sheet.forget()
            sheet.close_sheet()
        self.recovery_sheet.close_sheet()

    # Turning on.

    def _make(self, _present: str, passphrase: str) -> None:
        self.page.jobs.start(lambda _progress: new_lock(passphrase), self._show_key)

    def _show_key(self, made: tuple[Lock, str]) -> None:
        self.made = made
        self.new_sheet.forget()
        self.new_sheet.close_sheet()
        self.recovery_sheet.show_key(made[1])

    def _save_page(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("存恢复密钥"), f"{documents()}/{_('恢复密钥')}.pdf", _("PDF 文件 (*.pdf)")
        )
        if not name or self.made is None:
            return
        key, place, at = self.made[1], str(self.desk.folder), self.desk.clock()

        def work(_progress: object) -> Path:
            from inspector.report.recovery_page import write_recovery_page  # noqa: PLC0415 - brings reportlab

            write_recovery_page(key, place, at, Path(name))
            return Path(name)

        self.page.jobs.start(work, lambda path: self.tell("good", _("恢复密钥已存到 {path}。").format(path=path)))

    def _begin(self) -> None:
        if self.made is None:
            return
        lock, self.made = self.made[0], None
        self.recovery_sheet.key.show_text("")
        self.recovery_sheet.close_sheet()
        if self.did(lambda: begin_locking(self.desk.folder, lock)):
            self.window().close()

    # Changing and turning off.

    def _change(self, present: str, new: str) -> None:
        folder, lock = self.desk.folder, read_lock(self.desk.folder)
        if lock is not None:
            self.page.jobs.start(
                lambda _progress: write_lock(folder, rewrapped(lock, present, new)),
                lambda _nothing: self._changed(),
                on_failed=lambda fault: self.change_sheet.show_refused(str(fault)),
            )

    def _changed(self) -> None:
        self.change_sheet.forget()
        self.change_sheet.close_sheet()
        self.tell("good", _("口令已更换。"))

    def _end(self, present: str, _new: str) -> None:
        lock = read_lock(self.desk.folder)
        if lock is not None:
            self.page.jobs.start(
                lambda _progress: unlock(lock, present),
                lambda _nothing: self._ended(lock),
                on_failed=lambda fault: self.end_sheet.show_refused(str(fault)),
            )

    def _ended(self, lock: Lock) -> None:
        self.end_sheet.close_sheet()
        self.did(lambda: forget_remembered(self.desk.folder, lock))
        if self.did(lambda: begin_unlocking(self.desk.folder)):
            self.window().close()

    def _remember(self, wanted: bool) -> None:
        folder, lock = self.desk.folder, read_lock(self.desk.folder)
        if lock is not None:
            self.did(lambda: remember(folder, lock) if wanted else forget_remembered(folder, lock))
            self.ring.show_ticked(remembered(folder, lock))
