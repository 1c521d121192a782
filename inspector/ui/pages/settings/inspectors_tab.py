"""The tab of the inspectors, and whose laptop this is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.inspection.hall import Inspector
from inspector.ui.page import Page
from inspector.ui.pages.settings.roll import InspectorRoll
from inspector.ui.pages.settings.roll_tab import RollTab
from inspector.ui.pages.settings.rows import SettingRow, fill
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.inspector_form import InspectorForm
from inspector.wording import _


class InspectorsTab(RollTab[Inspector]):
    """The inspectors; one of them is this laptop's."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        self.form = InspectorForm()
        super().__init__(page, mark, InspectorRoll(page.desk), _("姓名、编号或单位"))
        self.me = Choice(_("这台电脑的督查员"))
        self.me.setMinimumWidth(280)
        self.me.picked.connect(self._choose_me)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.sheet.close_sheet)
        self.sheet.body.addWidget(self.form)
        self._new = True
        self.column.insertWidget(0, self._strip())

    def _strip(self) -> QWidget:
        card = Card(padding=12)
        row = SettingRow(_("这台电脑的督查员"), _("新的检查记在这位名下，姓名印在报告上。"), self.me)
        fill(card, [row])
        return card

    def _teaching(self) -> EmptyState:
        return EmptyState(_("还没有督查员"), _("新增自己，再把同事加进来。"), _("新增督查员"))

    def _read(self) -> None:
        super()._read()
        people = self.desk.places.inspectors()
        self.me.show_options([("", _("还没有选")), *((one.code, f"{one.name}（{one.code}）") for one in people)])
        mine = self.desk.me()
        self.me.show_key(mine.code if mine else "")
        self.me.setEnabled(bool(people))

    def _choose_me(self, code: str) -> None:
        self.keep("inspector", code)
        self._read()

    def show_form(self, record: Inspector | None) -> None:
        """Open the form for an inspector, or for a new one."""
        self._new = record is None
        self.form.show_inspector(record)
        self.sheet.open_sheet()

    def save_form(self) -> None:
        """Save what the form holds, or say what is wrong with it."""
        self.form.save()

    def leave(self) -> None:
        """Commit half-typed words."""
        self.form.commit_pending()

    def refuse(self, sentence: str) -> None:
        """Say in the form that a code is taken."""
        self.form.wrong("code", sentence)

    def _save(self, person: Inspector) -> None:
        first = not self.desk.places.inspectors()
        self.save(person, self._new)
        if first and self.desk.places.inspectors():
            self._choose_me(person.code)
