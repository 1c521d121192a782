"""The page of settings: one tab at a time, each made when it is first shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.ui.page import Page, Tools
from inspector.ui.pages.settings.about_tab import AboutTab
from inspector.ui.pages.settings.calendar_tab import CalendarTab
from inspector.ui.pages.settings.data_tab import DataTab
from inspector.ui.pages.settings.forms_tab import FormsTab
from inspector.ui.pages.settings.halls_tab import HallsTab
from inspector.ui.pages.settings.inspectors_tab import InspectorsTab
from inspector.ui.pages.settings.lock_tab import LockTab
from inspector.ui.pages.settings.look_tab import LookTab
from inspector.ui.pages.settings.privacy_tab import PrivacyTab
from inspector.ui.pages.settings.rows import WIDEST
from inspector.ui.pages.settings.schemes_tab import SchemesTab
from inspector.ui.pages.settings.shoppers_tab import ShoppersTab
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.pages.settings.unit_tab import UnitTab
from inspector.ui.widgets.card import Hairline
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.widgets.segments import Tabs, View
from inspector.wording import _

TABS: dict[str, Callable[[Page, Callable[[], None]], Tab]] = {
    "halls": HallsTab,
    "inspectors": InspectorsTab,
    "shoppers": ShoppersTab,
    "unit": UnitTab,
    "look": LookTab,
    "backup": DataTab,
    "lock": LockTab,
    "privacy": PrivacyTab,
    "calendar": CalendarTab,
    "forms": FormsTab,
    "schemes": SchemesTab,
    "about": AboutTab,
}


class SettingsPage(Page):
    """The argument is nothing or the key of a tab, see TABS."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.made: dict[str, Tab] = {}
        self.saved = SavedMark()
        self.tabs = Tabs(_("设置"))
        names = (
            *(_("营业厅"), _("督查员"), _("暗访员"), _("单位与地区"), _("外观")),
            *(_("数据与备份"), _("口令锁"), _("隐私"), _("工作日"), _("检查表"), _("星级规范"), _("关于")),
        )
        self.tabs.show_views([View(key, name) for key, name in zip(TABS, names, strict=True)])
        self.tabs.picked.connect(self._turn_to)
        self.stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Words(_("设置"), "page"), 1)
        head.addWidget(self.saved)
        strip = QVBoxLayout()
        strip.setSpacing(0)
        strip.addWidget(self.tabs)
        strip.addWidget(Hairline())
        whole = QWidget()
        whole.setMaximumWidth(WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        column.addLayout(strip)
        column.addSpacing(16)
        column.addWidget(self.stack, 1)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(32, 20, 32, 24)
        middle.addWidget(whole)

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return self.made[self.tabs.current()]

    def enter(self, argument: Any) -> None:
        """Show a tab by its key, or the one shown last."""
        self.saved.show_nothing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # else the first tab takes it, whichever tab is shown
        if argument in TABS:
            self.tabs.show_current(argument)
        self._show(self.tabs.current())

    def _turn_to(self, key: str) -> None:
        self._leave_shown()
        self._show(key)

    def _show(self, key: str) -> None:
        before = self.stack.currentWidget()
        if isinstance(before, Tab) and before is not self.made.get(key):
            before.put_away()
        if key not in self.made:
            self.made[key] = TABS[key](self, self._mark)
            self.stack.addWidget(self.made[key])
        self.stack.setCurrentWidget(self.made[key])
        self.made[key].show_all()

    def _leave_shown(self) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, Tab):
            shown.leave()

    def leave(self) -> None:
        """Keep what is half typed."""
        self._leave_shown()

    def key(self, event: QKeyEvent) -> bool:
        """Let the tab shown act on a key."""
        return self.tab.key(event)

    def _mark(self) -> None:
        self.saved.show_saved(self.desk.clock())
