"""One setting in a card: its name, what it means, and the control that changes it."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.painted import EXPANDING, FIXED, Words

WIDEST = 1120
GUTTER = 8


class SettingRow(QWidget):
    """A name and its meaning at the left, the control at the right."""

    def __init__(self, name: str, meaning: str, *controls: QWidget) -> None:
        super().__init__()
        self.meaning = Words(meaning, "caption", "muted", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addStretch(1)
        told.addWidget(Words(name, "name"))
        if meaning:
            told.addWidget(self.meaning)
        told.addStretch(1)
        grid.addLayout(told, 0, 0)
        grid.setColumnStretch(0, 1)
        for column, control in enumerate(controls, 1):
            grid.addWidget(control, 0, column)
        self.setSizePolicy(EXPANDING, FIXED)


def fill(card: Card, rows: list[SettingRow]) -> None:
    """Put settings into a card, a hairline between them."""
    card.body.setSpacing(0)
    for place, row in enumerate(rows):
        if place:
            card.body.addWidget(Hairline())
        card.body.addWidget(row)


class Ground(ScrollPage):
    """Cards one below the other; the scroll bar, where one is needed, stands beside them."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self.body.setSpacing(16)
        for card in cards:
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, _least: int, most: int) -> None:
        self.body.setContentsMargins(0, 0, GUTTER if most else 0, 0)

    def within(self, tab: QWidget) -> None:
        """Fill a tab."""
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)


def beside(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, as the control of one row."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return whole
