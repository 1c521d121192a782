"""The tab of the forms: what is shipped, and the mistakes of a form file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout

from inspector.errors import InspectorError
from inspector.form.form import Form
from inspector.rating.checks import report
from inspector.ui.outside import open_outside
from inspector.ui.page import Page
from inspector.ui.pages.folders import documents
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.settings.lines import Lines
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.table import HEAD, ROW, TONE, WEIGHT, dress_table
from inspector.wording import _, language

WIDTHS = {1: 120, 2: 120, 3: 180}
FIGURES = 16
SUFFIXES = (".yaml", ".yml")
MOST_FILES = 500

Blank = tuple[str, str, str, str]


class FormsTab(Tab):
    """Shipped blanks with their digests, and a check of any file."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.model = QStandardItemModel()
        self.table = QTableView()
        self.paper_button = ActionButton(_("空白表 PDF…"), icon="print")
        self.paper_button.setToolTip(_("打印了在纸上勾：选中一份检查表"))
        self.paper_button.clicked.connect(self._make_paper)
        self.ask_where: Callable[[str], str] = self._ask_where
        self.files_button = ActionButton(_("选择文件…"), icon="document")
        self.folder_button = ActionButton(_("选择文件夹…"), icon="folder")
        self.files_button.clicked.connect(self._ask_files)
        self.folder_button.clicked.connect(self._ask_folder)
        self.verdict = IconLine("info", "muted").strong()
        self.mistakes = Lines(_("检查表文件的错误"))
        self.mistakes.hide()
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._shipped_card(), 3)
        column.addWidget(self._check_card(), 2)

    def _dress(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, _("自带的检查表"))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        self.model.setColumnCount(4)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed.connect(self._measure)

    def _measure(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, theme.px(width))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.table.horizontalHeader().setFixedHeight(theme.px(HEAD))

    def _shipped_card(self) -> Card:
        card = Card(padding=1)
        card.setAccessibleName(_("自带的检查表"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 0)
        head.addWidget(Words(_("自带的检查表"), "card"), 1)
        head.addWidget(self.paper_button)
        card.body.setContentsMargins(0, 0, 0, 8)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        return card

    def _check_card(self) -> Card:
        card = Card(_("检查一份检查表文件"))
        act = QHBoxLayout()
        act.setSpacing(8)
        hint = _("自己写的检查表、部分、时限文件（YAML），先在这里找出全部错误。")
        act.addWidget(Words(hint, "second", "muted", wrap=True), 1)
        act.addWidget(self.files_button)
        act.addWidget(self.folder_button)
        card.body.addLayout(act)
        card.body.addWidget(self.verdict)
        card.body.addWidget(self.mistakes, 1)
        return card

    # Showing.

    def show_all(self) -> None:
        """Show the shipped blanks."""
        self.names = [name for name, _title in self.desk.shelf.titles()]
        rows = self.page.attempt(self._blanks) or []
        self.model.clear()
        self.model.setHorizontalHeaderLabels([_("名称"), _("版本"), _("内容"), _("指纹")])
        for row in rows:
            self.model.appendRow([_item(text, place) for place, text in enumerate(row)])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._measure()
        self.table.selectRow(0)
        if not self.verdict.text():
            self.verdict.show_line(_("还没有检查文件"))

    def _blanks(self) -> list[Blank]:
        shelf = self.desk.shelf
        found: list[Blank] = []
        for name, _title in shelf.titles():
            form = shelf.form(name)
            items = _("{n} 项").format(n=len(form.items))
            found.append((form.title.into(language()), form.version, items, form.digest[:FIGURES]))
        limits = shelf.limits()
        count = _("{n} 条").format(n=len(limits.rows))
        found.append((_("时限"), limits.version, count, limits.digest[:FIGURES]))
        return found

    # On paper.

    def _make_paper(self) -> None:
        at = self.table.currentIndex().row()
        name = self.names[at] if 0 <= at < len(self.names) else ""
        if not name:
            self.page.say.emit("info", _("请先在表里选一份检查表。"), "", None)
            return
        form = self.desk.shelf.form(name)
        chosen = self.ask_where(_("{form} 空白表.pdf").format(form=form.title))
        if chosen:
            target, made_at = Path(chosen), self.desk.clock()
            self.page.jobs.start(
                lambda _progress: _on_paper(form, made_at, target), self._show_paper, title=_("正在生成空白表")
            )

    def _ask_where(self, name: str) -> str:
        kinds = _("PDF 文件 (*.pdf)")
        return QFileDialog.getSaveFileName(self, _("另存空白表"), f"{documents()}/{name}", kinds)[0]

    def _show_paper(self, target: Path) -> None:
        told = _("空白表已生成：{name}").format(name=target.name)
        self.page.say.emit("good", told, _("打开"), lambda: self.page.attempt(lambda: open_outside(target)))

    # Checking.

    def _ask_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self, _("选择检查表文件"), documents(), f"{_('检查表文件')} (*.yaml *.yml)"
        )
        if names:
            self.check([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("选择文件夹"), documents())
        if name:
            self.check([Path(name)])

    def check(self, chosen: Sequence[Path]) -> None:
        """Check files, and every YAML file of folders."""
        self.page.jobs.start(lambda _progress: _checked(chosen), self._show_checked, title=_("正在检查文件"))

    def _show_checked(self, found: tuple[int, list[str]]) -> None:
        count, lines = found
        if lines:
            words = _("{files} 个文件里有 {n} 处错误").format(files=count, n=len(lines))
        elif count:
            words = _("没有错误，检查了 {n} 个文件").format(n=count)
        else:
            words = _("里面没有 YAML 文件")
        icon, tone = ("warning", "bad") if lines else ("check-circle", "good") if count else ("info", "muted")
        self.verdict.show_line(words, icon=icon, tone="text", icon_tone=tone)
        self.mistakes.show_lines(lines)
        self.mistakes.setVisible(bool(lines))


def _on_paper(form: Form, made_at: datetime, target: Path) -> Path:
    from inspector.report.blank_form import write_blank_form  # noqa: PLC0415 - reportlab costs start-up 130 ms

    path = target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")
    try:
        write_blank_form(form, made_at, path)
    except OSError as fault:
        raise InspectorError(_("{name} 写不了：{fault}。").format(name=path.name, fault=fault.strerror)) from fault
    return path


def _checked(chosen: Sequence[Path]) -> tuple[int, list[str]]:
    files: list[Path] = []
    for path in chosen:
        if path.is_dir():
            files += sorted(one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
        else:
            files.append(path)
        if len(files) > MOST_FILES:
            raise InspectorError(
                _("里面的 YAML 文件超过 {n} 个，没有检查。").format(n=MOST_FILES), _("请选检查表所在的文件夹。")
            )
    return len(files), report(files)


def _item(text: str, column: int) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setData("text" if column == 0 else "muted", TONE)
    item.setData(500 if column == 0 else 400, WEIGHT)
    item.setData(text, Qt.ItemDataRole.AccessibleTextRole)
    return item
