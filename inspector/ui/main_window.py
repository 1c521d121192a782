"""The window: rail, banner, jobs under way, and one page at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector.errors import InspectorError
from inspector.lock.keys import forget, read_lock
from inspector.ui import faults
from inspector.ui.daily_backup import DailyBackup
from inspector.ui.idle_lock import IdleLock
from inspector.ui.jobs import Job
from inspector.ui.page import Page, Tools
from inspector.ui.pages.places import PLACES, make_page
from inspector.ui.widgets.banner import Banner
from inspector.ui.widgets.nav_rail import NavRail
from inspector.ui.widgets.progress import JobBar
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

START_SIZE = (1366, 768)
FRAME = 40
WATCH_MS = 2000
RAIL = {
    "start": "home", "result": "inspections", "report": "inspections", "agreement": "inspections",
    "plan_visit": "visits", "brief": "visits", "retelling": "visits", "change": "settings", "clearing": "inspections",
}  # fmt: skip
ACTS = {"demo": "show_example", "lock": "lock_up"}  # places that are no pages
FIELDS = ("QLineEdit", "QPlainTextEdit", "QAbstractSpinBox")


class MainWindow(QWidget):
    """Shows pages by name; pages are made when they are first needed and live as long as the window."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self.pages: dict[str, Page] = {}
        self.place = ""
        self.setObjectName("window")
        self.setWindowTitle(_("星察"))
        self.resize(*START_SIZE)
        self.rail = NavRail(
            [
                ("home", _("首页"), "home"),
                ("inspections", _("检查"), "checklist"),
                ("visits", _("暗访"), "stopwatch"),
                ("register", _("问题台账"), "register"),
            ],
            [("settings", _("设置"), "gear")],
        )
        self.rail.chosen.connect(self.show_page)
        self.banner = Banner()
        self.banner.acted.connect(self._act)
        self.job_bar = JobBar()
        self.job_bar.hide()
        self.job_bar.cancelled.connect(self._cancel_jobs)
        self.stack = QStackedWidget()
        self._lay_out()
        self._action: Callable[[], Any] | None = None
        tools.jobs.started.connect(self._show_job)
        tools.jobs.ended.connect(self._hide_job)
        tools.jobs.tell_trouble_to(self.tell)
        self.installEventFilter(self)
        self._listening: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._listen)  # type: ignore[union-attr]
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.look_after_data)
        self._watch.start()
        self.daily_backup, self.idle_lock = DailyBackup(tools, self), IdleLock(tools, self)
        self.daily_backup.told.connect(self.say)
        self.idle_lock.fell.connect(self.lock_up)

    def show_fitting(self) -> None:
        """Show the window at its size, or as large as a screen allows that has no room for its frame besides."""
        room = self.screen().availableGeometry().size()
        if room.width() < START_SIZE[0] + FRAME or room.height() < START_SIZE[1] + FRAME:
            self.showMaximized()
        else:
            self.show()

    def _lay_out(self) -> None:
        self.strip = QWidget()
        strip = QVBoxLayout(self.strip)
        strip.setContentsMargins(32, 8, 32, 0)
        strip.addWidget(self.banner)
        strip.addWidget(self.job_bar)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.strip)
        right.addWidget(self.stack, 1)
        self.strip.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    # Going places.

    def show_page(self, place: str, argument: Any = None) -> None:
        """Show a page by name for an argument; what is half typed on the page left is kept first."""
        if place in ACTS:
            getattr(self, ACTS[place])()
            return
        if place not in PLACES:
            raise LookupError(place)
        if self.place:
            for sheet in self.pages[self.place].findChildren(Sheet):
                sheet.put_away()  # what it shows is of the page that is left
            self.pages[self.place].leave()
        page = self.pages.get(place) or self._make(place)
        self.banner.hide()
        self._tidy_strip()
        self.place = place
        self.rail.setVisible(page.framed)
        self.rail.show_current(RAIL.get(place, place))
        page.enter(argument)
        if self.place == place:
            self.stack.setCurrentWidget(page)

    def show_example(self) -> None:
        """Open a window of its own over a worked example."""
        from inspector.ui.demonstration.example import FOLDER, open_example, prepare_example  # noqa: PLC0415 - rarely

        folder = self.tools.desk.folder / FOLDER

        def show(ready: Path) -> None:
            try:
                open_example(ready)
            except InspectorError as trouble:
                self.tell(trouble)

        self.tools.jobs.start(lambda _progress: prepare_example(folder), show, title=_("正在准备示范"))

    def _make(self, place: str) -> Page:
        page = make_page(place, self.tools)
        page.go.connect(self.show_page)
        page.say.connect(self.say)
        self.pages[place] = page
        self.stack.addWidget(page)
        return page

    # Telling.

    def say(self, tone: str, sentence: str, action: str = "", act: Callable[[], Any] | None = None) -> None:
        """Show a banner beside the work."""
        self._action = act
        self.banner.show_message(tone, sentence, action)
        self._tidy_strip()

    def tell(self, fault: BaseException) -> None:
        """Tell trouble as a banner, and a bug as what it is."""
        if isinstance(fault, InspectorError):
            self.say("bad", str(fault))
        else:
            faults.present(fault)

    def look_after_data(self) -> None:
        """Tell what other programs did to the data file, and what could be saved."""
        try:
            incidents = self.tools.desk.incidents()
        except InspectorError as trouble:
            self.tell(trouble)
            return
        for sentence in incidents:
            faults.log.warning(sentence)
        if incidents:
            self.say("warn", " ".join(incidents))

    def _act(self) -> None:
        self.banner.hide()
        self._tidy_strip()
        if self._action:
            self._action()

    def _tidy_strip(self) -> None:
        self.strip.setVisible(not self.banner.isHidden() or not self.job_bar.isHidden())

    # The lock.

    def lock_up(self) -> None:
        """Close the window, then forget the key: the passphrase is asked for before it comes back."""
        lock = read_lock(self.tools.desk.folder)
        if self.close() and lock is not None:
            forget(lock)

    # Long work.

    def _show_job(self, job: Job) -> None:
        if job.title:
            self.job_bar.show_job(job.title, 0, 100)
            job.moved.connect(self._move_job)
            self.job_bar.show()
            self._tidy_strip()

    def _move_job(self, share: float) -> None:
        titled = [job for job in self.tools.jobs.running if job.title]
        if titled:
            self.job_bar.show_job(titled[-1].title, int(share * 100), 100, f"{int(share * 100)}%")

    def _hide_job(self, _job: Job) -> None:
        if not any(job.title for job in self.tools.jobs.running):
            self.job_bar.hide()
            self._tidy_strip()

    def _cancel_jobs(self) -> None:
        for job in self.tools.jobs.running:
            job.cancel()

    # Keys and closing.

    def _listen(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Look at the keys of whoever has the focus: filtering every event of the program would slow each of them."""
        if self._listening is not None and isValid(self._listening):
            self._listening.removeEventFilter(self)
        self._listening = new if new is not None and new is not self and new.window() is self else None
        if self._listening is not None:
            self._listening.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand keys that no field takes to the page shown, before the control in focus sees them."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        self.idle_lock.touched()
        here = isinstance(watched, QWidget) and watched.window() is self and bool(self.place)
        if here and event.key() == Qt.Key.Key_Escape and self._sheet_closed(watched):
            return True
        if here and not self._typed_into(watched, event):
            return faults.guarded(lambda: self.pages[self.place].key(event), otherwise=True)
        return super().eventFilter(watched, event)

    def _sheet_closed(self, watched: QObject) -> bool:
        """Close the sheet that lies over everything; a field in it is left first, and a page's own is the page's."""
        if any(watched.inherits(field) for field in FIELDS):
            return False
        over = [one for one in self.findChildren(Sheet) if not one.isHidden() and one.parent() is self]
        for sheet in over:
            sheet.put_away()
        return bool(over)

    def _typed_into(self, widget: QObject, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        typed = any(widget.inherits(field) for field in FIELDS)
        return typed and not control and event.key() != Qt.Key.Key_Escape

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is half typed, stop what runs, and close."""
        for timer in self.findChildren(QTimer):
            timer.stop()  # what they look after is closed next
        faults.guarded(self._keep_everything, None)
        super().closeEvent(event)

    def _keep_everything(self) -> None:
        self.tools.jobs.finish_all()
        if self.place:
            self.pages[self.place].leave()
