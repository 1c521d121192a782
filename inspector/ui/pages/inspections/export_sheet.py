"""Papers of many inspections at once: one report each into a folder, or the league of all halls."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.actions.batching import Batch, write_batch
from inspector.actions.ranking import write_league_of
from inspector.report.profiles import FULL, PROFILES, profile_words
from inspector.ui.jobs import Progress
from inspector.ui.outside import open_outside
from inspector.ui.pages.folders import documents
from inspector.ui.pages.telling import FINISHED
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Hairline
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.ui.pages.inspections.page import InspectionsPage

WIDE = 480


class ExportSheet(Sheet):
    """Signals `wanted(profile)` for a report of each inspection listed, `league_wanted()`."""

    wanted = Signal(str)
    league_wanted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("导出"), WIDE)
        self.profile = Choice(_("哪种报告"))
        self.profile.show_options([(key, profile_words()[key][0]) for key in PROFILES])
        self.profile.picked.connect(lambda _key: self._show_about())
        self.about, self.count = Words("", "second", "muted", wrap=True), Words("", "strong", wrap=True)
        self.go_button = ActionButton(_("选文件夹并导出…"), PRIMARY, "document-down", height=48)
        self.league_button = ActionButton(_("存成 PDF…"), icon="chart")
        self.go_button.clicked.connect(self._go)
        self.league_button.clicked.connect(self._go_league)
        told = _("每厅取最近一次评过星的明察，先按星级、后按总分；附各专题的热力图。")
        for each in (
            self.count,
            self.profile,
            self.about,
            self.go_button,
            Hairline(),
            Words(_("排行榜和短板热力图"), "strong"),
            Words(told, "second", "muted", wrap=True),
            self.league_button,
        ):
            self.body.addWidget(each)
        self.profile.show_key(FULL)
        self._show_about()

    def ask(self, sealed: int) -> None:
        """Open, for so many sealed inspections."""
        self.count.show_text(_("列出的检查里有 {n} 次已封存，各出一份；已经有的不重做。").format(n=sealed))
        self.go_button.setEnabled(sealed > 0)
        self.open_sheet()

    def _show_about(self) -> None:
        self.about.show_text(profile_words()[self.profile.key()][1])

    def _go(self) -> None:
        self.close_sheet()
        self.wanted.emit(self.profile.key())

    def _go_league(self) -> None:
        self.close_sheet()
        self.league_wanted.emit()


class Exporting:
    """Joins the sheet to the page: asks where, and makes the papers beside the work."""

    def __init__(self, page: "InspectionsPage") -> None:
        self.page, self.sheet = page, ExportSheet(page)
        self.sheet.wanted.connect(self._reports)
        self.sheet.league_wanted.connect(self._league)

    def ask(self) -> None:
        """Open the sheet for what is listed now."""
        self.sheet.ask(len(self._sealed()))

    def _sealed(self) -> list[str]:
        return [row.id for row in self.page.model.rows if row.status == FINISHED]

    def _reports(self, profile: str) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, _("导出到"), documents())
        if not folder:
            return
        desk, ids = self.page.desk, self._sealed()

        def work(progress: Progress) -> Batch:
            return write_batch(desk, ids, Path(folder), profile, progress, progress.cancelled)

        self.page.jobs.start(work, lambda made: self._tell(made, Path(folder)), title=_("正在导出报告"))

    def _tell(self, made: Batch, folder: Path) -> None:
        told = " ".join([made.words, *(f"{whose}：{why}" for whose, why in made.failed[:2])])
        self.page.say.emit("warn" if made.failed else "good", told, _("打开文件夹"), lambda: self._open(folder))

    def _league(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self.page, _("存排行榜"), f"{documents()}/{_('营业厅排行榜')}.pdf", _("PDF 文件 (*.pdf)")
        )
        if name:
            desk = self.page.desk
            self.page.jobs.start(
                lambda _progress: write_league_of(desk, Path(name)),
                lambda pages: self.page.say.emit(
                    "good", _("排行榜已存好，{n} 页。").format(n=pages), _("打开"), lambda: self._open(Path(name))
                ),
                title=_("正在排名"),
            )

    def _open(self, path: Path) -> None:
        self.page.attempt(lambda: open_outside(path))
