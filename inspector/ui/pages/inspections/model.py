"""The inspections as rows of a table; what a cell says is made when it is painted."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.ui.pages.telling import (
    FINISHED,
    Headed,
    began,
    failed_words,
    form_words,
    kind_spec,
    star_of,
    status_spec,
)
from inspector.ui.theme import MEDIUM
from inspector.ui.widgets.table import CHIP, KEY, STAR, TONE, WEIGHT
from inspector.wording import _, long_date

NUMBER, HALL, KIND, FORM, DAY, PROGRESS, STATUS = range(7)
TONES = {NUMBER: "muted", FORM: "muted", DAY: "muted"}
WEIGHTS = {HALL: MEDIUM}
DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class InspectionsModel(QAbstractTableModel):
    """Headers of inspections; `title_of` names the form of a digest."""

    def __init__(self, title_of: Callable[[str], str]) -> None:
        super().__init__()
        self.rows: list[Headed] = []
        self._title_of = title_of
        self._order: tuple[int, bool] = (NUMBER, True)
        self._roles: dict[int, Callable[[Headed, int], Any]] = {
            DISPLAY: self._words, SPOKEN: self._spoken, CHIP: _chip, STAR: _star, TIP: self._words,
            TONE: lambda _header, column: TONES.get(column), WEIGHT: lambda _header, column: WEIGHTS.get(column),
            KEY: lambda header, _column: header.id,
        }  # fmt: skip

    def show_rows(self, rows: Sequence[Headed]) -> None:
        """Show these inspections in the order chosen."""
        self.beginResetModel()
        self.rows = list(rows)
        self._sort()
        self.endResetModel()

    def row_of(self, id_: str) -> int:
        """Return the row of an inspection, -1 where it is not shown."""
        return next((place for place, header in enumerate(self.rows) if header.id == id_), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows into the order of a column."""
        self._order = column, order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        marked = self.persistentIndexList()
        ids = [self.rows[index.row()].id for index in marked]
        self._sort()
        places = {header.id: row for row, header in enumerate(self.rows)}
        moved = [self.index(places[id_], index.column()) for id_, index in zip(ids, marked, strict=True)]
        self.changePersistentIndexList(marked, moved)  # what was chosen stays chosen wherever it goes
        self.layoutChanged.emit()

    def _sort(self) -> None:
        column, backward = self._order
        self.rows.sort(key=SORTS[column], reverse=backward)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many inspections are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(SORTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """Return the name of a column."""
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("编号"), _("营业厅"), _("种类"), _("检查表"), _("日期"), _("进度或星级"), _("状态"))[section]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what a cell says in a role."""
        tell = self._roles.get(role)
        return tell(self.rows[index.row()], index.column()) if tell else None

    def _words(self, header: Headed, column: int) -> str:
        if column == NUMBER:
            return str(header.number)
        if column == HALL:
            return header.hall_name
        if column == FORM:
            return form_words(self._title_of(header.form), header.form_name)
        if column == DAY:
            return long_date(began(header).date())
        if column == PROGRESS and header.status != FINISHED:
            return _progress(header)
        return ""

    def _spoken(self, header: Headed, column: int) -> str:
        star, chip = _star(header, column), _chip(header, column)
        if star is not None:
            return str(star.spoken())
        return chip[0] if chip else self._words(header, column)


def _progress(header: Headed) -> str:
    done = f"{header.answered} / {header.asked}"
    return f"{done} · {failed_words(header.failed)}" if header.failed else done


def _chip(header: Headed, column: int) -> Any:
    if column == KIND:
        return kind_spec(header.kind)
    return status_spec(header) if column == STATUS else None


def _star(header: Headed, column: int) -> Any:
    return star_of(header) if column == PROGRESS and header.status == FINISHED else None


def _how_far(header: Headed) -> tuple[int, int, float]:
    """Order unfinished ones by their share answered, below finished ones by level and score."""
    if header.status != FINISHED:
        return 0, 0, header.answered / header.asked if header.asked else 0.0
    level = -1 if header.level is None else header.level
    score = float(header.total) if header.total.replace(".", "", 1).isdigit() else -1.0
    return 1, level, score


SORTS: tuple[Callable[[Headed], Any], ...] = (
    lambda header: header.number,
    lambda header: (header.hall_name, header.number),
    lambda header: (header.kind, header.number),
    lambda header: (header.form_name, header.number),
    lambda header: datetime.fromisoformat(header.started_at),
    _how_far,
    lambda header: (header.status, header.number),
)
