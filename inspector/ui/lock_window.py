"""The window before the window: it asks for the passphrase, and seals or opens the data when the lock was changed."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.exchange.converting import convert
from inspector.lock.keys import TURNING_OFF, Lock, converting, read_lock, unlock, unlocked
from inspector.lock.remembering import recall
from inspector.ui.jobs import Jobs
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.progress import ProgressBar
from inspector.wording import _

WIDE, PAD = 440, 32
HUNDRED = 100


class LockWindow(QDialog):
    """Accepted once the data folder is unlocked and wholly converted; rejected by whoever gives up."""

    def __init__(self, folder: Path, lock: Lock, jobs: Jobs) -> None:
        super().__init__()
        self.folder, self.lock, self.jobs = folder, lock, jobs
        self.working = False
        self.setObjectName("window")
        self.setWindowTitle(_("星察"))
        self.setFixedWidth(WIDE)
        self.title, self.told = Words(_("数据已上锁"), "page"), Words("", "second", "muted", wrap=True)
        self.secret = Field(_("口令"), _("口令或恢复密钥"))
        self.secret.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.edit.returnPressed.connect(self.submit)
        self.secret.edited.connect(lambda _text: self.secret.show_wrong())
        self.bar = ProgressBar()
        self.open_button, self.quit_button = ActionButton(_("打开"), PRIMARY, "unlock"), ActionButton(_("退出"))
        self.open_button.clicked.connect(self.submit)
        self.quit_button.clicked.connect(self.reject)
        self._lay_out()
        if unlocked(lock.id):
            QTimer.singleShot(0, self._convert)  # once the window is there to be closed
        else:
            self._ask()

    def _lay_out(self) -> None:
        column, self.foot = QVBoxLayout(self), QWidget()
        column.setContentsMargins(PAD, PAD - 8, PAD, PAD)
        column.setSpacing(16)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.open_button)
        row.addWidget(self.quit_button)
        row.addStretch(1)
        for each in (self.title, self.told, self.secret, self.bar, self.foot):
            column.addWidget(each)

    def _ask(self) -> None:
        self.told.show_text(_("请输入口令。忘了口令，可以输入打印保存的恢复密钥。"))
        self.bar.hide()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try what was typed."""
        if self.working:
            return
        typed, lock = self.secret.text(), self.lock
        if not typed:
            self.secret.show_wrong(_("请输入口令。"))
            return
        self._work(True)
        self.jobs.start(lambda _progress: unlock(lock, typed), lambda _nothing: self._opened(), on_failed=self._refused)

    def _work(self, working: bool) -> None:
        self.working = working
        self.open_button.setEnabled(not working)
        self.open_button.show_text(_("正在核对") if working else _("打开"))

    def _refused(self, fault: Exception) -> None:
        self._work(False)
        self.secret.show_wrong(str(fault))
        self.secret.edit.selectAll()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self) -> None:
        self._work(False)
        self.secret.show_text("")
        if converting(self.folder):
            self._convert()
        else:
            self.accept()

    def _convert(self) -> None:
        """Seal or open what is there; it must not be broken off here, but may be by the power: it then goes on."""
        off = self.lock.state == TURNING_OFF
        self.title.show_text(_("正在解除加密") if off else _("正在加密"))
        self.told.show_text(_("照片多时要几分钟。中途断电也不会丢，下次打开会接着做。"))
        self.secret.hide()
        self.foot.hide()
        self.bar.show()
        self.working = True
        folder = self.folder
        job = self.jobs.start(
            lambda progress: convert(folder, progress),
            lambda _nothing: self._done(),
            on_failed=self._failed,
            vital=True,
        )
        job.moved.connect(lambda share: self.bar.show_progress(int(share * HUNDRED), HUNDRED))

    def _done(self) -> None:
        self.working = False
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self.working = False
        self.told.show_text(str(fault))
        self.told.show_tone("bad")
        self.open_button.hide()
        self.foot.show()

    def reject(self) -> None:
        """Give up, unless the data are just being sealed or opened."""
        if not self.working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while there is work."""
        if self.working:
            event.ignore()
            return
        super().closeEvent(event)


def let_in(folder: Path, jobs: Jobs, *, ask: bool = True) -> bool:
    """Return whether the data folder is open to this process, once a locked one was unlocked and converted.

    Without `ask`, a key that the system's keyring remembers will do; what was locked by hand or by idleness asks.
    """
    lock = read_lock(folder)
    if lock is not None and not ask and not unlocked(lock.id):
        recall(folder, lock)
    if lock is None or (unlocked(lock.id) and not converting(folder)):
        return True
    return LockWindow(folder, lock, jobs).exec() == QDialog.DialogCode.Accepted
