"""The inspections or halls of a preview as rows of a table: the star now, the star then, and what becomes of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.rating.preview import Compared, ComparedHall, Sides
from inspector.ui.pages.rated_star import star_of
from inspector.ui.pages.telling import kind_word
from inspector.ui.theme import MEDIUM
from inspector.ui.widgets.chips import NEUTRAL, Spec
from inspector.ui.widgets.table import CHIP, SECOND, STAR, WEIGHT
from inspector.wording import _, long_date

WHAT, BEFORE, AFTER, MOVE = range(4)
DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
ICONS = {
    "rises": ("good", "arrow-up"),
    "falls": ("bad", "arrow-down"),
    "stays": (NEUTRAL, "minus"),
    "appears": ("good", "star"),
    "goes": ("bad", "minus-circle"),
}

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def move_word(move: str) -> str:
    """Return the word of what becomes of a star."""
    return {
        "rises": _("上升"), "falls": _("下降"), "stays": _("不变"), "appears": _("评上"), "goes": _("不再评星"),
    }[move]  # fmt: skip


def move_spec(row: Sides) -> Spec:
    """Return words, tone and icon of what becomes of a star, with the number of levels."""
    told = {"rises": _("升 {n} 级"), "falls": _("降 {n} 级")}.get(row.move)
    words = told.format(n=abs(row.step or 0)) if told else move_word(row.move)
    return words, *ICONS[row.move]


def name_of(row: Sides) -> str:
    """Return the name of the hall."""
    hall = row.hall if isinstance(row, ComparedHall) else row.inspection.hall if isinstance(row, Compared) else None
    return hall.name if hall else ""


class ChangeModel(QAbstractTableModel):
    """What a preview found; `numbers` are the running numbers of inspections by id."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Sides] = []
        self.numbers: Mapping[str, int] = {}
        self._roles: dict[int, Callable[[Sides, int], Any]] = {
            DISPLAY: lambda row, column: name_of(row) if column == WHAT else "",
            SECOND: lambda row, column: self.source(row) if column == WHAT else "",
            STAR: lambda row, column: {BEFORE: star_of(row.before), AFTER: star_of(row.after)}.get(column),
            CHIP: lambda row, column: move_spec(row) if column == MOVE else None,
            WEIGHT: lambda _row, column: MEDIUM if column == WHAT else None,
            SPOKEN: self._spoken,
        }

    def show_rows(self, rows: Sequence[Sides]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else MOVE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """Return the name of a column."""
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("营业厅"), _("现在"), _("改动后"), _("变化"))[section]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what a cell says in a role."""
        tell = self._roles.get(role)
        return tell(self.rows[index.row()], index.column()) if tell else None

    def source(self, row: Sides) -> str:
        """Say which inspection a row is; of a hall, its code and place."""
        if isinstance(row, Compared):
            inspection = row.inspection
            number = _("编号 {n}").format(n=self.numbers.get(inspection.id, 0))
            day = (inspection.finished_at or inspection.started_at).date()
            return " · ".join((number, kind_word(inspection.head.kind), long_date(day)))
        hall = row.hall if isinstance(row, ComparedHall) else None
        return " · ".join(part for part in (hall.code, hall.city, hall.county) if part) if hall else ""

    def _spoken(self, row: Sides, column: int) -> str:
        if column == WHAT:
            return f"{name_of(row)}，{self.source(row)}"
        if column == MOVE:
            return move_spec(row)[0]
        return star_of(row.before if column == BEFORE else row.after).spoken()
