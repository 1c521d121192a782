"""The findings of the register as rows of a table; what a cell says is made when it is painted."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.inspection.register import STATUSES, Entry
from inspector.ui.pages.deciding import Listed, open_spec, status_spec
from inspector.ui.theme import MEDIUM
from inspector.ui.widgets.chips import chip_width, severity_spec
from inspector.ui.widgets.table import CHIP, KEY, PADDING, SECOND, TONE, WEIGHT
from inspector.wording import _, long_date

CODE, FINDING, SEVERITY, STATUS, OPEN, SOURCE = range(6)
DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def key_of(listed: Listed) -> tuple[str, str]:
    """Return what names a finding: its inspection and its item."""
    return listed.entry.inspection, listed.entry.item


def day_of(listed: Listed) -> str:
    """Return the day on which the inspection of a finding was finished."""
    return long_date(datetime.fromisoformat(listed.finished_at).date()) if listed.finished_at else ""


class RegisterModel(QAbstractTableModel):
    """The findings; `title_of` names the item of a form's digest."""

    def __init__(self, title_of: Callable[[str, str], str]) -> None:
        super().__init__()
        self.rows: list[Listed] = []
        self.title_of = title_of
        self._roles: dict[int, Callable[[Listed, int], Any]] = {
            DISPLAY: self._words, SECOND: _second, CHIP: _chip, SPOKEN: self._spoken, TIP: self._spoken,
            TONE: lambda _one, column: "muted" if column == CODE else None,
            WEIGHT: lambda _one, column: MEDIUM if column == FINDING else None,
            KEY: lambda one, _column: key_of(one),
        }  # fmt: skip

    def show_rows(self, rows: Sequence[Listed]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_of(self, key: tuple[str, str]) -> int:
        """Return the row of a finding, -1 where it is not shown."""
        return next((place for place, one in enumerate(self.rows) if key_of(one) == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many findings are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else SOURCE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """Return the name of a column."""
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("编号"), _("问题与营业厅"), _("严重程度"), _("核实"), _("整改"), _("检查"))[section]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what a cell says in a role."""
        tell = self._roles.get(role)
        return tell(self.rows[index.row()], index.column()) if tell else None

    def _words(self, one: Listed, column: int) -> str:
        if column == CODE:
            return one.entry.item
        if column == FINDING:
            return self.title_of(one.form, one.entry.item)
        return _("编号 {n}").format(n=one.number) if column == SOURCE else ""

    def _spoken(self, one: Listed, column: int) -> str:
        chip = _chip(one, column)
        parts = (self._words(one, column), _second(one, column), chip[0] if chip else "")
        return "，".join(part for part in parts if part)


def _second(one: Listed, column: int) -> str:
    if column == FINDING:
        return one.hall_name
    return day_of(one) if column == SOURCE else ""


def _chip(one: Listed, column: int) -> Any:
    if column == SEVERITY:
        return severity_spec(one.severity)
    if column == STATUS:
        return status_spec(one.entry.status)
    return open_spec(one.entry) if column == OPEN else None


def widest_chip(column: int) -> int:
    """Return how much room the longest chip of a column needs in the language chosen; nothing where it has none."""
    specs = {
        SEVERITY: [severity_spec(severity) for severity in ("fatal", "major")],
        STATUS: [status_spec(status) for status in STATUSES],
        OPEN: [spec for is_open in (True, False) if (spec := open_spec(Entry("", "", "confirmed", is_open)))],
    }.get(column, [])
    return max((round(chip_width(words, icon)) + 2 * PADDING for words, _tone, icon in specs), default=0)


def matching(
    rows: Iterable[Listed], text: str, title_of: Callable[[str, str], str], letters_of: Callable[[Listed], str]
) -> list[Listed]:
    """Return the findings whose hall (name, code, initials) or item (id, title) contains a text."""
    wanted = text.strip().lower()
    return [
        one
        for one in rows
        if any(
            wanted in part.lower()
            for part in (one.hall_name, one.hall, one.entry.item, title_of(one.form, one.entry.item), letters_of(one))
        )
    ]
