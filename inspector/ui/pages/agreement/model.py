"""The items that two inspectors judged differently as rows of a table, the worst first."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.rating.agreement import Disagreement
from inspector.ui.widgets.chips import severity_spec
from inspector.ui.widgets.table import CHIP, TONE
from inspector.ui.widgets.verdict_looks import verdict_spec
from inspector.wording import _

CODE, TITLE, SEVERITY, FIRST, SECOND = range(5)
DISPLAY, SPOKEN, TIP = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class DisagreementsModel(QAbstractTableModel):
    """Items with the verdicts of both."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Disagreement] = []
        self.names = ("", "")
        self._roles: dict[int, Callable[[Disagreement, int], Any]] = {
            DISPLAY: _words,
            CHIP: _chip,
            TONE: lambda _one, column: "muted" if column == CODE else None,
            SPOKEN: self._spoken,
            TIP: lambda one, column: str(one.item.ask) if column == TITLE else None,
        }

    def show_rows(self, rows: Sequence[Disagreement], names: tuple[str, str]) -> None:
        """Show these items under the names of both inspectors."""
        self.beginResetModel()
        self.rows, self.names = list(rows), names
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many items are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else SECOND + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """Return the name of a column; those of the verdicts are the inspectors'."""
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("编号"), _("检查项"), _("严重程度"), *self.names)[section]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what a cell says in a role."""
        tell = self._roles.get(role)
        return tell(self.rows[index.row()], index.column()) if tell else None

    def _spoken(self, one: Disagreement, column: int) -> str:
        chip = _chip(one, column)
        if column in {FIRST, SECOND} and chip:
            return f"{self.names[column - FIRST]} {chip[0]}"
        return chip[0] if chip else _words(one, column)


def _words(one: Disagreement, column: int) -> str:
    return {CODE: one.item.id, TITLE: str(one.item.ask)}.get(column, "")


def _chip(one: Disagreement, column: int) -> Any:
    if column == SEVERITY:
        return severity_spec(one.item.severity)
    if column == FIRST:
        return verdict_spec(one.a)
    return verdict_spec(one.b) if column == SECOND else None
