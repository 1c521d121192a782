"""The tab about the program: version, licences, and where the log is."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtWidgets import QGridLayout

from inspector import __version__
from inspector.paths import resources
from inspector.ui.outside import open_outside
from inspector.ui.page import Page
from inspector.ui.pages.settings.rows import Ground, SettingRow, fill
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import Words
from inspector.wording import NBSP, _

LOG = "inspector.log"
# Package, licence; the package's version is asked of the installation.
LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("reportlab", "BSD-3-Clause"),
    ("sqlcipher3", "Zlib (SQLCipher: BSD-3-Clause)"),
    ("sqlite-utils", "Apache-2.0"),
    ("PyYAML", "MIT"),
    ("pillow", "MIT-CMU"),
    ("pi-heif", "BSD-3-Clause (libheif, libde265: LGPL-3.0)"),
    ("openpyxl", "MIT"),
    ("pypdfium2", "Apache-2.0, BSD-3-Clause"),
    ("pypinyin", "MIT"),
    ("platformdirs", "MIT"),
    ("holidays", "MIT"),
    ("uuid-utils", "BSD-3-Clause"),
    ("tzdata", "Apache-2.0"),
)


class AboutTab(Tab):
    """What this is, under which terms, and where it writes down its own faults."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.log_button = ActionButton(_("打开文件夹"), icon="folder")
        self.log_button.clicked.connect(lambda: open_outside(self.desk.folder))
        self.font_button = ActionButton(_("看许可"), icon="document")
        self.font_button.setAccessibleName(_("看字体的许可"))
        self.font_button.clicked.connect(lambda: open_outside(resources("fonts", "OFL.txt")))
        self.log_row = SettingRow(_("日志"), " ", self.log_button)
        Ground(self._own_card(), _library_card()).within(self)

    def _own_card(self) -> Card:
        card = Card(_("星察 Star Inspector"), __version__)
        fill(
            card,
            [
                SettingRow(_("星察"), _("MIT 许可。可以自由使用、修改和分发，不附带任何担保。")),
                SettingRow("Noto Sans SC", _("屏幕和报告的字体，SIL Open Font License 1.1。"), self.font_button),
                self.log_row,
            ],
        )
        return card

    def show_all(self) -> None:
        """Show where the log is."""
        path = self.desk.folder / LOG
        self.log_row.meaning.show_text(_log_words(path))


def _log_words(path: Path) -> str:
    if path.is_file():
        return _("{path}　出了意外时，请把它交给维护人员；里面没有作答和照片。").format(path=path)
    return _("{path}　还没有出过意外，这个文件还不存在。").format(path=path)


def _library_card() -> Card:
    card = Card(_("用到的程序库"), _("{n} 个").format(n=len(LIBRARIES)))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for row, (name, licence) in enumerate(LIBRARIES):
        grid.addWidget(Words(f"{name}{NBSP}{_version(name)}", "second"), row, 0)
        grid.addWidget(Words(licence, "second", "muted", wrap=True), row, 1)
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    return card


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
