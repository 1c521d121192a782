"""The tab of the unit: its name, and what new halls begin with."""

from collections.abc import Callable

from inspector.settings import SETTINGS
from inspector.ui.page import Page
from inspector.ui.pages.settings.rows import Ground, SettingRow, fill
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.hall_form import area_word, operator_word
from inspector.wording import _

WIDE = 360


class UnitTab(Tab):
    """Organisation, power company and area."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.organisation = Field(_("单位名称"), _("如 临江供电公司服务督查组"))
        self.organisation.finished.connect(lambda text: self.keep("organisation", text.strip()))
        self.operator = Choice(_("供电企业"))
        self.area = Choice(_("区域"))
        for choice, key, word in ((self.operator, "operator", operator_word), (self.area, "area", area_word)):
            choice.show_options([(value, word(value)) for value in SETTINGS[key].values])
        self.operator.picked.connect(lambda key: self.keep("operator", key))
        self.area.picked.connect(lambda key: self.keep("area", key))
        for control in (self.organisation, self.operator, self.area):
            control.setFixedWidth(WIDE)
        unit, new = Card(_("单位")), Card(_("新增营业厅时"))
        fill(unit, [SettingRow(_("单位名称"), _("印在报告的封面和落款处。"), self.organisation)])
        fill(
            new,
            [
                SettingRow(_("供电企业"), _("决定采用哪家企业的时限；已有的营业厅不变。"), self.operator),
                SettingRow(_("区域"), _("新增和导入时没有写明区域的，按这里。"), self.area),
            ],
        )
        Ground(unit, new).within(self)

    def show_all(self) -> None:
        """Show the settings as they stand now."""
        self.organisation.show_text(self.desk.setting("organisation"))
        self.operator.show_key(self.desk.setting("operator"))
        self.area.show_key(self.desk.setting("area"))

    def leave(self) -> None:
        """Keep the half-typed name."""
        self.organisation.commit_pending()
