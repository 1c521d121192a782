"""报告: what it holds, its making as a PDF, and a look at every page before it is handed out."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from inspector.actions.clearing import Clearing
from inspector.actions.reporting import ReportNotes, content_of, write_report_of
from inspector.inspection.inspection import Inspection
from inspector.lock.files import sealing
from inspector.report.order import Finish
from inspector.report.profiles import FULL
from inspector.ui.jobs import Job, Progress
from inspector.ui.outside import open_outside
from inspector.ui.page import Page, Tools
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.report.naming import file_name, size_words
from inspector.ui.pages.report.options import Options
from inspector.ui.pages.report.paper import Paper, read_paper
from inspector.ui.pages.report.printing import ask_printer, print_paper
from inspector.ui.pages.report.reading import Reading
from inspector.ui.pages.report.saving import CERTIFIED, LOCKED, Wanted, ask_certificate, ask_where
from inspector.ui.pages.report.secret_sheet import SecretSheet, certificate_asked, password_asked
from inspector.ui.pages.telling import kind_word, minute_words
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.empty_state import EmptyState
from inspector.wording import _, long_date

FOLDER = "reports"


class ReportPage(Page):
    """Makes the report of an inspection and shows it; a draft's report is marked 暂估.

    The argument is an id, or (id, True) for the report of the hall whose star rests on that audit.
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.inspection: Inspection | None = None
        self.of_hall, self.profile = False, FULL
        self.file: Path | None = None
        self.paper: Paper | None = None
        self.ask_where: Callable[[Path], Wanted | None] = lambda path: ask_where(self, path)
        self.ask_certificate: Callable[[], Path | None] = lambda: ask_certificate(self)
        self.ask_printer = ask_printer
        self.title, self.meta = OneLine("page"), OneLine("second", "muted")
        self.back_button = ActionButton(_("返回结果"), icon="chevron-left", key="Esc")
        self.back_button.clicked.connect(self._go_back)
        self.clearing_button = ActionButton(_("照片核对"), icon="eye-off")
        self.clearing_button.clicked.connect(self._go_clearing)
        self.options, self.reading = Options(), Reading(self.jobs)
        self.preview, self.secret = self.reading.preview, SecretSheet(self)
        self.reading.print_button.clicked.connect(self._print)
        self.options.made.connect(self._make)
        self.options.chosen.connect(self._choose)
        self.options.saved_elsewhere.connect(self._save_elsewhere)
        self.options.opened.connect(lambda: self._open(self.file))
        self.options.folder_opened.connect(lambda: self._open(self.file.parent if self.file else None))
        self.options.renamed.connect(self._rename)
        self.options.clearing_wanted.connect(self._go_clearing)
        self.empty = EmptyState(
            _("还没有报告"), _("生成后可在这里逐页查看，再打印或交出。"), _("生成 PDF"), "document-down"
        )
        self.empty.acted.connect(self._make)
        self.jobs.ended.connect(self._rest)
        self._lay_out()

    def _lay_out(self) -> None:
        whole, head, words, row = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        whole.setContentsMargins(32, 16, 32, 16)
        whole.setSpacing(16)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        head.addLayout(words, 1)
        head.setSpacing(8)
        head.addWidget(self.clearing_button)
        head.addWidget(self.back_button)
        whole.addLayout(head)
        row.setSpacing(16)
        self.views = QStackedWidget()
        self.views.addWidget(self.empty)
        self.views.addWidget(self.reading)
        row.addWidget(self.options)
        row.addWidget(self.views, 1)
        whole.addLayout(row, 1)

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show the report of an inspection: the one made before, or the way to make it."""
        id_, self.of_hall = argument if isinstance(argument, tuple) else (argument, False)
        inspecting = self.attempt(lambda: self.desk.open(id_))
        if inspecting is None:
            self.go.emit("inspections", None)
            return
        inspection = inspecting.inspection
        self.inspection = inspection
        self.title.show_text(f"{inspection.hall.name}\u3000{_('评定报告') if self.of_hall else _('报告')}")
        state = _("已封存") if inspection.finished else _("未封存，暂估")
        self.meta.show_text(f"{kind_word(inspection.head.kind)} · {long_date(inspection.day)} · {state}")
        self.options.show_inspection(self.desk.setting("organisation"), draft=not inspection.finished)
        self.options.show_missing(())
        clearing = Clearing(self.desk)
        self.options.show_uncleared(clearing.unpublished(inspection))
        self.clearing_button.setVisible(bool(clearing.photos(inspection)))
        self._show_nothing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_made()
        of_hall = self.of_hall
        self.jobs.start(lambda _progress: self._missing_in(inspection.id, of_hall), self._show_missing)

    def _show_made(self) -> None:
        """Show the report of this kind that was made before, if one was."""
        target = self._target(self.inspection) if self.inspection else None
        if target is not None and target.is_file():
            self._read(target)

    def _choose(self, profile: str) -> None:
        self.profile = profile
        self._show_nothing()
        self._show_made()

    def leave(self) -> None:
        """Keep a half-typed name of the organisation."""
        self.options.organisation.commit_pending()

    def _show_nothing(self) -> None:
        self.file = self.paper = None
        self.reading.show_paper(None)
        self.options.show_file("")
        self.views.setCurrentIndex(0)

    def _missing_in(self, id_: str, of_hall: bool) -> tuple[str, tuple[str, ...]]:
        from inspector.report.pdf import missing_characters  # noqa: PLC0415 - it brings what start-up can do without

        return id_, missing_characters(content_of(self.desk, id_, hall=of_hall))

    def _show_missing(self, found: tuple[str, tuple[str, ...]]) -> None:
        id_, missing = found
        if self.inspection and self.inspection.id == id_:
            self.options.show_missing(missing)

    # Making.

    def _target(self, inspection: Inspection) -> Path:
        return self.desk.folder / FOLDER / file_name(inspection, of_hall=self.of_hall, profile=self.profile)

    def _make(self) -> None:
        if sealing(self.desk.folder):
            self._save_elsewhere()  # a report is plain: it has no place among data that are sealed
        elif self.inspection:
            self._write(self.inspection, self._target(self.inspection))

    def _save_elsewhere(self) -> None:
        if self.inspection is None:
            return
        wanted = self.ask_where(self._target(self.inspection))
        if wanted is None:
            return
        inspection, path = self.inspection, wanted.path
        if wanted.last == LOCKED:
            self.secret.ask(password_asked(), lambda finish: self._write(inspection, path, finish, shown=False))
        elif wanted.last == CERTIFIED:
            certificate = self.ask_certificate()
            if certificate is not None:
                self.secret.ask(certificate_asked(certificate), lambda finish: self._write(inspection, path, finish))
        else:
            self._write(inspection, path)

    def _write(self, inspection: Inspection, target: Path, finish: Finish | None = None, *, shown: bool = True) -> None:
        self.options.organisation.commit_pending()
        desk, hall, profile = self.desk, self.of_hall, self.profile

        def work(progress: Progress) -> ReportNotes:
            stopped = progress.cancelled
            return write_report_of(
                desk, inspection.id, target, progress, stopped, hall=hall, profile=profile, finish=finish
            )

        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the button pressed is about to be shut
        self.options.show_busy(True)
        self.jobs.start(work, lambda notes: self._written(inspection.id, target, notes, shown), title=self._job_title())

    def _written(self, id_: str, target: Path, notes: ReportNotes, shown: bool) -> None:
        """Show what was written; a copy that asks for its password is only told."""
        if self.inspection and self.inspection.id == id_:
            self.options.show_missing(notes.missing)
            if shown and target.suffix.lower() == ".pdf":
                self._read(target)
                return
        told = _("报告已生成：{name}").format(name=target.name)
        self.say.emit("good", told, _("打开"), lambda: self._open(target))

    def _print(self) -> None:
        paper, name = self.paper, self.file.stem if self.file else ""
        printer = self.ask_printer(self, paper, name) if paper else None
        if paper is None or printer is None:
            return

        def printed(pages: int) -> None:
            self.say.emit("good", _("{n} 页已交给打印机。").format(n=pages), "", None)

        self.jobs.start(lambda progress: print_paper(paper, printer, progress), printed, title=_("正在打印"))

    def _rest(self, job: Job) -> None:
        if job.title == self._job_title():
            self.options.show_busy(False)

    @staticmethod
    def _job_title() -> str:
        return _("正在生成报告")

    def _rename(self, organisation: str) -> None:
        self.attempt(lambda: self.desk.set("organisation", organisation.strip()))

    # Reading.

    def _read(self, path: Path) -> None:
        self.jobs.start(lambda _progress: read_paper(path), lambda paper: self._show_paper(path, paper))

    def _show_paper(self, path: Path, paper: Paper) -> None:
        self.file, self.paper = path, paper
        self.views.setCurrentIndex(1)
        self.reading.show_paper(paper)
        if self.hasFocus():
            self.preview.setFocus(Qt.FocusReason.OtherFocusReason)  # arrows and PageDown turn the pages
        facts = path.stat()
        made = datetime.fromtimestamp(facts.st_mtime).astimezone()
        self.options.show_file(
            _("{name}，{pages} 页，{size}，{when} 生成").format(
                name=path.name,
                pages=len(paper.sizes),
                size=size_words(facts.st_size),
                when=minute_words(made, self.desk.clock()),
            )
        )

    def _open(self, path: Path | None) -> None:
        if path is not None:
            self.attempt(lambda: open_outside(path))

    # Leaving.

    def key(self, event: QKeyEvent) -> bool:
        """Print by Ctrl+P; go back by Escape."""
        if event.matches(QKeySequence.StandardKey.Print):
            self._print()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            return False
        return True

    def _go_clearing(self) -> None:
        if self.inspection:
            self.go.emit("clearing", self.inspection.id)

    def _go_back(self) -> None:
        if self.inspection:
            self.go.emit("result", self.inspection.id)
