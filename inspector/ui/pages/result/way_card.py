"""What it would take to reach the next star: the fewest items to mend, and where that is quicker, the fewest days."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.form.form import Item
from inspector.rating.path import Way
from inspector.rating.reasons import days_words, way_words
from inspector.ui.widgets.buttons import LinkButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import Words
from inspector.wording import _

MOST = 12


class WayCard(Card):
    """The shortest way to the next star; signal `wanted(str)` with the item a person pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("到上一级的最短路径"), " ", padding=16, parent=parent)
        self._content: QWidget | None = None

    def show_ways(self, fewest: Way, quickest: Way) -> None:
        """Show the way by number, and the way by days where it takes other items."""
        self.show_count(str(fewest.reached.label if fewest.items else fewest.target.label))
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._add_way(column, fewest)
        if {item.id for item in quickest.items} - {item.id for item in fewest.items}:
            self._add_way(column, quickest)
        self.body.addWidget(self._content)

    def _add_way(self, column: QVBoxLayout, way: Way) -> None:
        column.addWidget(Words(way_words(way), "strong" if way.items else "body", wrap=True))
        for item in way.items[:MOST]:
            column.addLayout(self._row(item))
        if len(way.items) > MOST:
            column.addWidget(Words(_("另有 {n} 项").format(n=len(way.items) - MOST), "second", "muted"))

    def _row(self, item: Item) -> QHBoxLayout:
        link = LinkButton(f"{item.id} {item.ask}", chevron=False)
        link.clicked.connect(lambda: self.wanted.emit(item.id))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(link)
        row.addStretch(1)
        row.addWidget(Words(days_words(item.effort), "second", "muted"), 0, Qt.AlignmentFlag.AlignVCenter)
        return row
