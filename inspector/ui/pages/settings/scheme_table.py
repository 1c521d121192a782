"""A scheme as a table to read, alone or beside another one; what differs is marked by tint, icon and word."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from inspector.rating.telling import Line, Pair, group_title
from inspector.ui.theme import theme
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.painted import EXPANDING, PREFERRED, Words
from inspector.ui.widgets.painting import hairline
from inspector.wording import _

NAME, MARK, GROUP_ROW, INSET = 180, 72, 32, 12
TOP = Qt.AlignmentFlag.AlignTop


class GroupStrip(QWidget):
    """The title of a group on the canvas."""

    def __init__(self, title: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.addWidget(Words(title, "strong"))
        self.setFixedHeight(theme.px(GROUP_ROW))
        self.setAccessibleName(title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip."""
        QPainter(self).fillRect(self.rect(), theme.colour("canvas"))


class TableRow(QWidget):
    """What one scheme says of something, or two beside each other."""

    def __init__(self, name: str, texts: Sequence[str], differs: bool, head: bool = False) -> None:
        super().__init__()
        self.differs, self.head = differs, head
        self.setSizePolicy(EXPANDING, PREFERRED)  # a fixed height would be that of one line
        grid = QGridLayout(self)
        grid.setContentsMargins(INSET, 8, INSET, 9)
        grid.setHorizontalSpacing(16)
        title = Words(name, "head" if head else "strong", "muted" if head else "text", wrap=True)
        title.setFixedWidth(theme.px(NAME))
        title.setAlignment(TOP)
        grid.addWidget(title, 0, 0)
        for column, text in enumerate(texts, 1):
            cell = Words(text, "head", "muted") if head else Words(text, "body", "text", wrap=True)
            cell.setAlignment(TOP)  # of the words: a widget aligned in its cell would not grow with the lines
            grid.addWidget(cell, 0, column)
            grid.setColumnStretch(column, 1)
        if len(texts) > 1:
            grid.setColumnMinimumWidth(len(texts) + 1, theme.px(MARK))
            grid.addWidget(Chip(_("不同"), "warn", "flag") if differs else QWidget(), 0, len(texts) + 1, TOP)
        self.setAccessibleName("；".join([name, *texts, *([_("不同")] if differs else [])]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tint of a difference and the rule below."""
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.differs:
            painter.fillRect(rect, theme.tint("warn", theme.tokens.selected))
        hairline(painter, 0, rect.bottom() - 1, rect.width(), "edge" if self.head else "line")


class SchemeTable(ScrollPage):
    """The rows of a scheme, group by group."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setSpacing(0)
        self.rows: list[TableRow] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show one scheme."""
        self._show((line.group, TableRow(line.name, (line.words,), differs=False)) for line in lines)

    def show_pairs(self, pairs: Sequence[Pair], names: tuple[str, str]) -> None:
        """Show two schemes beside each other, under their names."""
        rows = ((pair.line.group, TableRow(pair.line.name, _texts(pair), pair.differs)) for pair in pairs)
        self._show(rows, TableRow("", names, differs=False, head=True))

    def _show(self, rows: Iterable[tuple[str, TableRow]], head: TableRow | None = None) -> None:
        self._clear()
        if head is not None:
            self.body.addWidget(head)
        for group, held in groupby(rows, key=lambda row: row[0]):
            self.body.addWidget(GroupStrip(group_title(group)))
            for _group, row in held:
                self.rows.append(row)
                self.body.addWidget(row)
        self.body.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        self.rows = []
        while (old := self.body.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()

    def turn_page(self, down: bool) -> None:
        """Scroll by a page."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (bar.pageStep() if down else -bar.pageStep()))


def _texts(pair: Pair) -> list[str]:
    return [side.words if side else _("没有这一条") for side in (pair.left, pair.right)]
