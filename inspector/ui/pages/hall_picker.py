"""Choosing a hall: search by name, code or pinyin initials, recently used ones first."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.inspection.hall import Hall
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.pages.telling import FINISHED, KINDS, Headed, star_of
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.hall_form import area_word, class_word
from inspector.ui.widgets.painted import Words
from inspector.wording import _

MOST = 200


def hall_words(hall: Hall) -> str:
    """Say class, area and address of a hall in one line."""
    place = hall.address or "".join((hall.city, hall.county))
    return " · ".join(part for part in (class_word(hall.hall_class), area_word(hall.area), place) if part)


def latest_by_hall(headers: Iterable[Headed]) -> dict[str, Headed]:
    """Return the finished audit of each hall that began last; other kinds have no star to show."""
    latest: dict[str, Headed] = {}
    for header in headers:
        known = latest.get(header.hall)
        if (
            header.status == FINISHED
            and header.kind in KINDS
            and (known is None or header.started_at > known.started_at)
        ):
            latest[header.hall] = header
    return latest


class HallPicker(QWidget):
    """A search field over a list of halls; signal `picked(Hall)`.

    `find` returns halls for a text, recently used first.
    """

    picked = Signal(object)

    def __init__(self, find: Callable[[str], list[Hall]]) -> None:
        super().__init__()
        self._find = find
        self._halls: dict[str, Hall] = {}
        self._last: Mapping[str, Headed] = {}
        self._current = ""
        self.search = SearchField(_("搜索营业厅"), _("厅名、编码或拼音首字母"))
        self.search.textEdited.connect(self._look)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list = RowList(_("营业厅"), keeps_choice=True)
        self.list.picked.connect(self._pick)
        self.nothing = Words("", "body", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addStretch(0)

    def sizeHint(self) -> QSize:
        """As high as its place allows."""
        return QSize(360, 900)

    def show_halls(self, last: Mapping[str, Headed], current: str = "") -> None:
        """Show every hall with the star it had last; the one of a code is current."""
        self._last, self._current = last, current
        self.search.clear()
        self._look("")

    def show_current(self, code: str) -> None:
        """Show which hall is chosen."""
        self._current = code
        self.list.show_current(code)

    def _look(self, text: str) -> None:
        halls = self._find(text)[:MOST]
        self._halls = {hall.code: hall for hall in halls}
        self.list.show_rows([self._row(hall) for hall in halls], self._current)
        self.list.setVisible(bool(halls))
        self.nothing.setVisible(not halls)
        wanted = text.strip()
        self.nothing.show_text(
            _("没有找到“{text}”。").format(text=wanted) if wanted else _("还没有营业厅，请先新增一个。")
        )

    def _row(self, hall: Hall) -> Row:
        header = self._last.get(hall.code)
        return Row(hall.code, hall.name, hall_words(hall), star=star_of(header) if header else None)

    def _take(self) -> None:
        if self._halls:
            self.list.pick_current()

    def _pick(self, code: str) -> None:
        self._current = code
        self.picked.emit(self._halls[code])

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Walk through the halls by the arrow keys while a person types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._halls:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.go_by(step)
                return True
        return False
