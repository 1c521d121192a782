"""The tab of the halls."""

from collections.abc import Callable

from inspector.inspection.hall import Hall
from inspector.ui.page import Page
from inspector.ui.pages.settings.roll import HallRoll
from inspector.ui.pages.settings.roll_tab import RollTab
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.hall_form import HallForm
from inspector.wording import _


class HallsTab(RollTab[Hall]):
    """The halls that can be inspected."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        self.form = HallForm()
        super().__init__(page, mark, HallRoll(page.desk), _("厅名、编码或拼音首字母"))
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.sheet.close_sheet)
        self.sheet.body.addWidget(self.form, 1)
        self._new = True

    def _teaching(self) -> EmptyState:
        return EmptyState(_("还没有营业厅"), _("逐个新增，或用 Excel、CSV 名单一次导入。"), _("新增营业厅"))

    def show_form(self, record: Hall | None) -> None:
        """Open the form for a hall, or for a new one with the unit's company and area."""
        self._new = record is None
        blank = Hall("", "", operator=self.desk.setting("operator"), area=self.desk.setting("area"))
        self.form.show_hall(record or blank)
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

    def _save(self, hall: Hall) -> None:
        self.save(hall, self._new)
