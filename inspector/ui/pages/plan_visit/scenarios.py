"""Choosing a scenario: by channel, with a search over code, title, role and brief."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.form.scenario import CHANNELS, Synopsis
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _, initials, language

EVERY = ""
ICONS = {"hall": "hall", "phone": "phone", "online": "link", "callback": "history"}


def channel_word(channel: str) -> str:
    """Return the word of a channel."""
    return {"hall": _("到厅"), "phone": _("电话"), "online": _("线上"), "callback": _("回访")}[channel]


class ScenarioPicker(QWidget):
    """Channels and a search over the list of scenarios; signal `picked(name)`."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known: list[Synopsis] = []
        self._letters: dict[str, str] = {}
        self._current = ""
        self.search = SearchField(_("搜索场景"), _("编号、名称或拼音首字母"))
        self.search.textEdited.connect(lambda _text: self._look())
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.channels = Segments(_("渠道"))
        self.channels.picked.connect(lambda _channel: self._look())
        self.list = RowList(_("场景"), keeps_choice=True)
        self.list.picked.connect(self._pick)
        self.nothing = Words("", "body", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.channels)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addStretch(0)

    def start_anew(self) -> None:
        """Forget the search and the choice of the last time."""
        self._current = ""
        self.search.clear()
        self.channels.show_current(EVERY)

    def show_scenarios(self, known: Sequence[Synopsis]) -> None:
        """Show the scenarios read so far, by their code."""
        self._known = sorted(known, key=lambda one: one.code)
        self.channels.show_views(
            [View(EVERY, _("全部")), *(View(channel, channel_word(channel)) for channel in CHANNELS)]
        )
        self._look()

    def show_current(self, name: str) -> None:
        """Show which scenario is chosen."""
        self._current = name
        self.list.show_current(name)

    def _look(self) -> None:
        text, channel = self.search.text().strip().lower(), self.channels.current()
        found = [one for one in self._known if channel in {EVERY, one.channel} and self._says(one, text)]
        self.list.show_rows([_row(one) for one in found], self._current)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.show_text(_("没有找到“{text}”。").format(text=text) if text else _("没有这个渠道的场景。"))

    def _says(self, one: Synopsis, text: str) -> bool:
        told = " ".join(words.into(language()) for words in (one.title, one.role, one.brief))
        if text in f"{one.code} {told}".lower():
            return True
        return text.isascii() and text.isalpha() and text in self._initials(one)

    def _initials(self, one: Synopsis) -> str:
        if one.name not in self._letters:
            self._letters[one.name] = initials(str(one.title))
        return self._letters[one.name]

    def _take(self) -> None:
        if self.list.rows():
            self.list.pick_current()

    def _pick(self, name: str) -> None:
        self._current = name
        self.picked.emit(name)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Walk through the scenarios by the arrow keys while a person types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.list.rows():
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.go_by(step)
                return True
        return False


def _row(one: Synopsis) -> Row:
    return Row(one.name, one.title.into(language()), one.role.into(language()), ICONS[one.channel])
