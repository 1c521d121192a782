"""The tab of the unit: its name, and what new halls begin with."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from inspector.settings import SETTINGS
from inspector.ui.page import Page
from inspector.ui.pages.folders import pictures
from inspector.ui.pages.settings.rows import Ground, SettingRow, beside, fill
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.hall_form import area_word, operator_word
from inspector.ui.widgets.segments import Segments, View
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
        self.languages = Segments(_("报告语言"))
        self.languages.show_views([View("one", _("一种")), View("both", _("封面和摘要中英对照"))])
        self.languages.picked.connect(lambda key: self.keep("report_languages", key))
        self.signing = Segments(_("报告签名"))
        self.signing.show_views([View("no", _("不签")), View("device", _("本机证书"))])
        self.signing.picked.connect(lambda key: self.keep("sign_reports", key))
        self.address = Field(_("核验网址"), _("如 https://…/r/，可留空"))
        self.address.finished.connect(lambda text: self.keep("record_address", text.strip()))
        self.logo_button, self.no_logo_button = ActionButton(_("选图片…"), icon="image"), ActionButton(_("不用"))
        self.logo_button.setAccessibleName(_("选单位标志"))
        self.no_logo_button.setAccessibleName(_("不用单位标志"))
        self.logo_button.clicked.connect(self._choose_logo)
        self.no_logo_button.clicked.connect(lambda: self._keep_logo(""))
        self.logo_row = SettingRow(_("单位标志"), " ", beside(self.logo_button, self.no_logo_button))
        for control in (self.organisation, self.address, self.operator, self.area):
            control.setFixedWidth(WIDE)
        self._lay_out()

    def _lay_out(self) -> None:
        unit, new = Card(_("单位")), Card(_("新增营业厅时"))
        signed = _("PDF 阅读器据此查出任何改动；证书是本机的，由收件人决定是否信任。")
        fill(
            unit,
            [
                SettingRow(_("单位名称"), _("印在报告的封面和落款处。"), self.organisation),
                self.logo_row,
                SettingRow(_("报告语言"), _("正文不变；外文摘要接在摘要之后。"), self.languages),
                SettingRow(_("报告签名"), signed, self.signing),
                SettingRow(_("核验网址"), _("填了才印二维码：网址后接记录指纹的前 16 位。"), self.address),
            ],
        )
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
        self._show_logo()
        self.languages.show_current(self.desk.setting("report_languages"))
        self.signing.show_current(self.desk.setting("sign_reports"))
        self.address.show_text(self.desk.setting("record_address"))
        self.operator.show_key(self.desk.setting("operator"))
        self.area.show_key(self.desk.setting("area"))

    def _choose_logo(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("选单位标志"), pictures(), _("照片 ({patterns})").format(patterns="*.png *.jpg *.jpeg *.webp *.bmp")
        )
        if name:
            vault = self.desk.vault
            self.page.jobs.start(lambda _progress: vault.take_file(Path(name)).sha256, self._keep_logo)

    def _keep_logo(self, sha256: str) -> None:
        self.keep("logo", sha256)
        self._show_logo()

    def _show_logo(self) -> None:
        known = bool(self.desk.setting("logo"))
        chosen, none = _("印在报告封面和公示海报的右上角。"), _("没有选；选了印在封面和海报的右上角。")
        self.logo_row.meaning.show_text(chosen if known else none)
        self.no_logo_button.setVisible(known)

    def leave(self) -> None:
        """Keep the half-typed name."""
        self.organisation.commit_pending()
        self.address.commit_pending()
