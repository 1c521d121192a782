"""The tab of the look: theme, text size, language, and how the audit behaves."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QFileDialog

from inspector.ui.page import Page
from inspector.ui.pages.folders import pictures
from inspector.ui.pages.settings.rows import Ground, SettingRow, beside, fill
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.theme import apply_theme
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _, language


class LookTab(Tab):
    """Theme and text size take effect at once, the language at the next start."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.theme = _segments(_("主题"), {"light": _("浅色"), "dark": _("深色")})
        self.text_size = _segments(_("文字大小"), {"1.0": _("标准"), "1.15": _("大"), "1.3": _("特大")})
        self.language = _segments(_("语言"), {"zh_CN": "中文", "en": "English"})
        self.auto_next = CheckMark(_("自动到下一项"))
        self.blind = CheckMark(_("默认隐藏星级"))
        self.theme.picked.connect(lambda key: self._restyle("theme", key))
        self.text_size.picked.connect(lambda key: self._restyle("text_size", key))
        self.language.picked.connect(self._change_language)
        self.auto_next.ticked.connect(lambda on: self.keep("auto_next", "yes" if on else "no"))
        self.blind.ticked.connect(lambda on: self.keep("blind", "yes" if on else "no"))
        self.phone_button, self.no_phone_button = ActionButton(_("选择…"), icon="folder"), ActionButton(_("不用"))
        self.phone_button.setAccessibleName(_("选择手机照片文件夹"))
        self.no_phone_button.setAccessibleName(_("不用手机照片文件夹"))
        self.phone_button.clicked.connect(self._choose_phone_folder)
        self.no_phone_button.clicked.connect(lambda: self._keep_phone_folder(""))
        self.phone_row = SettingRow(_("手机照片"), " ", beside(self.phone_button, self.no_phone_button))
        self.language_row = SettingRow(_("语言"), _("下次启动时生效。"), self.language)
        look, audit = Card(_("外观")), Card(_("检查时"))
        fill(
            look,
            [
                SettingRow(_("主题"), _("深色适合昏暗的地方；报告总是白底。"), self.theme),
                SettingRow(_("文字大小"), _("只改屏幕上的字，不改报告。"), self.text_size),
                self.language_row,
            ],
        )
        fill(
            audit,
            [
                SettingRow(_("判定之后"), _("自动打开下一个未答的检查项。"), self.auto_next),
                SettingRow(_("盲评"), _("检查时不显示实时星级，免得先入为主；随时可以切换。"), self.blind),
                self.phone_row,
            ],
        )
        Ground(look, audit).within(self)

    def show_all(self) -> None:
        """Show the settings as they stand now."""
        self.theme.show_current(self.desk.setting("theme"))
        self.text_size.show_current(self.desk.setting("text_size"))
        self.language.show_current(self.desk.setting("language"))
        self.auto_next.show_ticked(self.desk.setting("auto_next") == "yes")
        self.blind.show_ticked(self.desk.setting("blind") == "yes")
        self._show_language()
        self._show_phone_folder()

    def _choose_phone_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, _("手机照片文件夹"), self.desk.setting("phone_folder") or pictures()
        )
        if folder:
            self._keep_phone_folder(folder)

    def _keep_phone_folder(self, folder: str) -> None:
        self.keep("phone_folder", folder)
        self._show_phone_folder()

    def _show_phone_folder(self) -> None:
        folder = self.desk.setting("phone_folder")
        none = _("手机照片经数据线、同步或网盘落到一个文件夹里的，选上它；检查时来了新照片，点一下就放进当前检查项。")
        self.phone_row.meaning.show_text(_("检查时等新照片：{folder}").format(folder=folder) if folder else none)
        self.no_phone_button.setVisible(bool(folder))

    def _show_language(self) -> None:
        waiting = self.desk.setting("language") != language()
        self.language_row.meaning.show_text(_("已选好，关闭星察再打开后生效。") if waiting else _("下次启动时生效。"))
        self.language_row.meaning.show_tone("accent" if waiting else "muted")

    def _restyle(self, key: str, new: str) -> None:
        self.keep(key, new)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self.desk.setting("theme"), float(self.desk.setting("text_size")))

    def _change_language(self, new: str) -> None:
        self.keep("language", new)
        self._show_language()


def _segments(name: str, words: dict[str, str]) -> Segments:
    segments = Segments(name)
    segments.show_views([View(key, word) for key, word in words.items()])
    return segments
