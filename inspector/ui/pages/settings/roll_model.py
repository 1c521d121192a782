"""A roll as the rows of a table; what a row shows is made when it is painted."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.inspection.hall import Hall, Inspector
from inspector.ui.pages.settings.roll import Cell, Roll
from inspector.ui.theme import MEDIUM
from inspector.ui.widgets.table import CHIP, SECOND, TONE, WEIGHT

DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T", Hall, Inspector)


class RollModel(QAbstractTableModel, Generic[T]):
    """The records that the search found."""

    def __init__(self, roll: Roll[T]) -> None:
        super().__init__()
        self.roll: Roll[T] = roll
        self.rows: list[T] = []

    def show_rows(self, rows: list[T]) -> None:
        """Show these records."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """Return the row of a record, -1 where it is not shown."""
        return next((place for place, record in enumerate(self.rows) if record.code == code), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.roll.heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """Return the name of a column."""
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.roll.heads()[section]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what a cell says in a role."""
        if role == WEIGHT:
            return MEDIUM if index.column() == 0 else None
        if role not in {DISPLAY, SPOKEN, SECOND, CHIP, TONE}:
            return None
        return _in_role(self.roll.cells(self.rows[index.row()])[index.column()], role)


def _in_role(cell: Cell, role: int) -> Any:
    if role == SPOKEN:
        return cell.chip[0] if cell.chip else "，".join(part for part in (cell.text, cell.second) if part)
    shown: dict[int, Any] = {DISPLAY: cell.text, SECOND: cell.second, CHIP: cell.chip, TONE: cell.tone}
    return shown[role]
