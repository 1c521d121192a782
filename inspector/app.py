"""The window's door: joins data folder, desk, jobs and screens; the only place where they meet."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLockFile, QTranslator
from PySide6.QtWidgets import QApplication

from inspector.actions.desk import Desk, fetched, now, put_in_place
from inspector.errors import InspectorError
from inspector.lock.keys import converting, read_lock, unlocked
from inspector.paths import resources
from inspector.ui import faults
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.page import Tools
from inspector.ui.theme import apply_theme
from inspector.wording import _, set_language

LOCK = "inspector.lock"
GIVEN_UP = 2  # the exit code of whoever did not give the passphrase
DEFAULT_LANGUAGE = "zh_CN"


def run(folder: Path) -> int:
    """Open the window over a data folder and stay until it is closed; return the exit code."""
    app = application()
    faults.catch_all()
    faults.log.addHandler(faults.Log(folder))
    speak(app, DEFAULT_LANGUAGE)
    ask = False  # at the first time the system's keyring may answer in a person's place
    while True:
        code = _once(app, folder, ask=ask)
        if code or not _comes_back(folder):
            return code
        ask = True


def _comes_back(folder: Path) -> bool:
    """Return whether the window was closed only to let a backup take the data's place, or to lock them."""
    lock = read_lock(folder)
    return fetched(folder) or converting(folder) or (lock is not None and not unlocked(lock.id))


def _once(app: QApplication, folder: Path, *, ask: bool) -> int:
    lock: QLockFile | None = None
    try:
        lock = sole_use(folder)
        put_in_place(folder, now)
        if read_lock(folder) is not None and not _let_in(app, folder, ask=ask):
            lock.unlock()
            return GIVEN_UP
        desk = Desk.at(folder)
    except InspectorError as trouble:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - start-up has no use for it

        apply_theme(app)
        QMessageBox.critical(None, _("星察打不开"), str(trouble))
        if lock:
            lock.unlock()
        return 1
    window = build(app, desk, Jobs())
    window.show_fitting()
    gc.freeze()
    gc.enable()
    code = app.exec()
    window.deleteLater()
    desk.close()
    lock.unlock()
    return code


def _let_in(app: QApplication, folder: Path, *, ask: bool) -> bool:
    from inspector.ui.lock_window import let_in  # noqa: PLC0415 - start-up has no use for it where there is no lock

    apply_theme(app)
    return let_in(folder, Jobs(), ask=ask)


def application() -> QApplication:
    """Return the running application, made when there is none; drawn by Fusion on every platform."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([*sys.argv[:1], "-style", "fusion"])  # setStyle() would load every enum of QStyle at start-up
    app.setApplicationName("Star Inspector")
    return app


def sole_use(folder: Path) -> QLockFile:
    """Take the data folder for this window alone; refused while another window has it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InspectorError(_("数据文件夹 {folder} 建不了。").format(folder=folder), _("请换一个位置。")) from fault
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    if not lock.tryLock(100):
        raise InspectorError(_("另一个星察窗口正在使用这份数据。"), _("请切换到那个窗口，或先关闭它。"))
    return lock


def speak(app: QApplication, language: str) -> None:
    """Let our sentences and Qt's own buttons speak a language."""
    set_language(language, resources("translations"))
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def build(app: QApplication, desk: Desk, jobs: Jobs) -> MainWindow:
    """Join desk, jobs and screens into a window that shows the home page."""
    speak(app, desk.setting("language"))
    apply_theme(app, desk.setting("theme"), float(desk.setting("text_size")))
    window = MainWindow(Tools(desk, jobs))
    window.show_page("home")
    return window


def demo(out: Path) -> list[str]:
    """Walk the real window through a whole inspection of a fictional hall, offscreen unless a display is chosen."""
    from inspector.ui.demonstration import demonstrate  # noqa: PLC0415 - start-up has no use for it

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    return demonstrate(out, lambda desk: build(app, desk, Jobs(inline=True)))
