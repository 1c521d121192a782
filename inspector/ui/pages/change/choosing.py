"""Which two schemes to try against each other: shipped ones by name, or a file of one's own."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from inspector.rating.scheme import Scheme
from inspector.ui.pages.folders import documents
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.settings.lines import Lines
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.painted import PREFERRED, Words
from inspector.wording import _, language

WIDEST, TALLEST = 330, 112


class Choosing(Card):
    """Signals `asked()` when a person wants the preview, `picked()` when the choice is another one, `filed(Path)`."""

    asked = Signal()
    picked = Signal()
    filed = Signal(Path)

    def __init__(self) -> None:
        super().__init__(padding=12)
        self.setAccessibleName(_("选择两份规范"))
        self.schemes: dict[str, Scheme] = {}
        self.busy = False
        self.before, self.after = Choice(_("现在的规范")), Choice(_("改动后的规范"))
        self.file_button = ActionButton(_("选择文件…"), icon="folder")
        self.try_button = ActionButton(_("试评"), PRIMARY, "play")
        self.verdict, self.mistakes = IconLine("warning", icon_tone="bad").strong(), Lines(_("规范文件的错误"))
        self.mistakes.setMaximumHeight(TALLEST)
        for each in (self.verdict, self.mistakes):
            each.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, choice in ((_("现在"), self.before), (_("改动后"), self.after)):
            label = Words(words, "second", "muted")
            label.setSizePolicy(PREFERRED, PREFERRED)
            choice.setMaximumWidth(WIDEST)
            choice.picked.connect(lambda _key: self._pick())
            row.addWidget(label)
            row.addWidget(choice, 1)
        row.addWidget(self.file_button)
        row.addStretch(1)
        row.addWidget(self.try_button)
        self.body.addLayout(row)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.mistakes)
        self.file_button.clicked.connect(self._ask_file)
        self.try_button.clicked.connect(self.asked)

    def show_schemes(self, schemes: Mapping[str, Scheme], before: str = "", after: str = "") -> None:
        """Offer schemes by key, with a pair chosen; without one the first two."""
        first, self.schemes = not self.schemes, dict(schemes)
        options = [(key, _named(key, scheme)) for key, scheme in self.schemes.items()]
        keys = [*self.schemes, "", ""]
        for choice, asked, default in ((self.before, before, keys[0]), (self.after, after, keys[1])):
            choice.show_options(options)
            if asked or first or choice.key() not in self.schemes:
                choice.show_key(asked if asked in self.schemes else default)
        self._show_able()

    def show_mistakes(self, name: str = "", told: str = "") -> None:
        """Show what is wrong with a file; nothing where nothing is."""
        lines = told.splitlines()
        self.verdict.show_line(_("{name} 不能用：{n} 处错误").format(name=name, n=len(lines)))
        self.mistakes.show_lines(lines)
        for each in (self.verdict, self.mistakes):
            each.setVisible(bool(lines))

    def show_busy(self, busy: bool) -> None:
        """Shut what would start the work again while it is under way."""
        self.busy = busy
        for each in (self.before, self.after, self.file_button):
            each.setEnabled(not busy)
        self._show_able()

    def pair(self) -> tuple[Scheme, Scheme] | None:
        """Return the two schemes chosen; None where they are one and the same."""
        before, after = self.schemes.get(self.before.key()), self.schemes.get(self.after.key())
        return (before, after) if before and after and before.digest != after.digest else None

    def _pick(self) -> None:
        self.show_mistakes()
        self._show_able()
        self.picked.emit()

    def _show_able(self) -> None:
        self.try_button.setEnabled(not self.busy and self.pair() is not None)

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("选择星级规范文件"), documents(), f"{_('星级规范文件')} (*.yaml *.yml)"
        )
        if name:
            self.filed.emit(Path(name))


def _named(key: str, scheme: Scheme) -> str:
    title = f"{scheme.title.into(language())} {scheme.version}"
    return _("文件：{title}").format(title=title) if Path(key).is_absolute() else title
