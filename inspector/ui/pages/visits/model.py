"""The mystery visits as rows of a table; what a cell says is made when it is painted."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.actions.listing_visits import Listed
from inspector.ui.pages.visits.telling import URGENCY, by_urgency, stage_spec, told, when_words
from inspector.ui.theme import MEDIUM
from inspector.ui.widgets.chips import chip_width
from inspector.ui.widgets.table import CHIP, KEY, PADDING, SECOND, TONE, WEIGHT
from inspector.wording import _

HALL, SHOPPER, WHEN, STAGE, TOLD = range(5)
DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def widest_chip() -> int:
    """Return how wide the column of the chips must be in the language of the moment."""
    specs = (stage_spec(stage) for stage in URGENCY)
    return round(max(chip_width(spec[0], spec[2]) for spec in specs)) + 2 * PADDING


class VisitsModel(QAbstractTableModel):
    """The visits in the order in which they want something; `title_of` names the form of a digest."""

    def __init__(self, title_of: Callable[[str], str], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.rows: list[Listed] = []
        self._title_of, self._clock = title_of, clock
        self._now = clock()
        self._shared: Counter[str] = Counter()
        self._roles: dict[int, Callable[[Listed, int], Any]] = {
            DISPLAY: self._words, SECOND: self._second, CHIP: _chip, SPOKEN: self._spoken, TIP: self._spoken,
            TONE: self._tone, WEIGHT: lambda _one, column: MEDIUM if column == HALL else None,
            KEY: lambda one, _column: one.header.id,
        }  # fmt: skip

    def show_rows(self, rows: Sequence[Listed]) -> None:
        """Show these visits."""
        self.beginResetModel()
        self._now = self._clock()
        self._shared = Counter(one.visit.id for one in rows)
        self.rows = by_urgency(rows)
        self.endResetModel()

    def show_one(self, one: Listed) -> None:
        """Show a visit of the list as it is known now; its place is kept until the whole is shown again."""
        row = self.row_of(one.header.id)
        if row >= 0:
            self.rows[row] = one
            self.dataChanged.emit(self.index(row, HALL), self.index(row, TOLD))

    def show_time(self) -> None:
        """Tell again what depends on the time."""
        self._now = self._clock()
        if self.rows:
            self.dataChanged.emit(self.index(0, WHEN), self.index(len(self.rows) - 1, TOLD))

    def row_of(self, id_: str) -> int:
        """Return the row of an inspection, -1 where it is not shown."""
        return next((place for place, one in enumerate(self.rows) if one.header.id == id_), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many visits are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else TOLD + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """Return the name of a column."""
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("营业厅与场景"), _("暗访员"), _("时间"), _("状态"), _("说明"))[section]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what a cell says in a role."""
        tell = self._roles.get(role)
        return tell(self.rows[index.row()], index.column()) if tell else None

    def _words(self, one: Listed, column: int) -> str:
        if column == HALL:
            return one.header.hall_name
        if column == SHOPPER:
            return one.visit.shopper
        if column == WHEN:
            return when_words(one, self._now)[0]
        return told(one, self._now).words if column == TOLD else ""

    def _second(self, one: Listed, column: int) -> str:
        if column == HALL:
            return self._title_of(one.header.form)
        if column == WHEN:
            return when_words(one, self._now)[1]
        together = self._shared[one.visit.id]
        return _("同一次到访 {n} 个场景").format(n=together) if column == SHOPPER and together > 1 else ""

    def _tone(self, one: Listed, column: int) -> str | None:
        return told(one, self._now).tone if column == TOLD else None

    def _spoken(self, one: Listed, column: int) -> str:
        if column == STAGE:
            return stage_spec(one.stage)[0]
        return "，".join(part for part in (self._words(one, column), self._second(one, column)) if part)


def _chip(one: Listed, column: int) -> Any:
    return stage_spec(one.stage) if column == STAGE else None
