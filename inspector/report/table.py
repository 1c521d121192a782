"""Tables with horizontal rules only: heads repeat on every page, group rows repeat with （续）."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from inspector.report.flow import Flow
from inspector.report.palette import LEFT, MUTE, RULE, TABLE, TEAL, TINT, Span, Style
from inspector.report.paragraph import Paragraph, first_baseline, span
from inspector.wording import _

Cell = str | tuple[Span, ...]
INSET = 3.0
TABLE_HEAD = Style(7.5, 10, MUTE)
HEAD_OF_COLUMN = "/A<</O/Table/Scope/Column>>"
TOGETHER = 3  # rows that the last page of a table holds at least


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width with the room to the next one, and the style of its cells."""

    title: str
    width: float
    style: Style = TABLE


class Row(NamedTuple):
    """A row of cells; a group row has one cell, over the whole width, and one for its continuation."""

    cells: tuple[Cell, ...]
    kind: Literal["plain", "group", "total"] = "plain"


class Prepared(NamedTuple):
    """A row whose lines are broken and whose height is known."""

    row: Row
    paragraphs: tuple[Paragraph, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Table:
    """How rows are set: columns, white between rows, lines a row may have (0: any)."""

    columns: tuple[Column, ...]
    x: float = LEFT
    pad: float = 5.0
    most: int = 0
    head: Style = TABLE_HEAD
    ground: str = TINT
    head_again: bool = False  # the head stands above already: draw it on further pages only

    @property
    def over_all(self) -> str:
        """What the structure says of a cell that stands over all columns."""
        return f"/A<</O/Table/Scope/Row/ColSpan {len(self.columns)}>>"

    @property
    def width(self) -> float:
        """The width of all columns."""
        return sum(column.width for column in self.columns)

    def prepared(self, row: Row) -> Prepared:
        """Break the lines of a row."""
        if row.kind == "group":
            cells: tuple[Paragraph, ...] = (Paragraph(row.cells[0], self.columns[0].style, self.width - 2 * INSET, 1),)
            return Prepared(row, cells, cells[0].style.leading + self.pad)
        bold = row.kind == "total"
        cells = tuple(
            Paragraph(self.content(cell, column, bold), column.style, column.width - 2 * INSET, self.most)
            for cell, column in zip(row.cells, self.columns, strict=True)
        )
        least = max(column.style.leading for column in self.columns)
        return Prepared(row, cells, max(least, *(cell.height for cell in cells)) + self.pad)

    def content(self, cell: Cell, column: Column, bold: bool) -> Cell:
        """Return the content of a cell, made bold in a row of totals."""
        return (span(cell, column.style, bold=True),) if bold and isinstance(cell, str) and cell else cell

    def height(self, rows: Sequence[Row]) -> float:
        """Return the height of these rows with their head."""
        head = 0.0 if self.head_again else self.head_height
        return head + sum(self.prepared(row).height for row in rows)

    def least(self, rows: Sequence[Row]) -> float:
        """Return the height that a heading keeps free below it: the head and the rows that stay together."""
        return self.height(rows if len(rows) <= TOGETHER else rows[:TOGETHER])

    @property
    def head_height(self) -> float:
        """The height of the head."""
        return self.head.leading + 4 if any(column.title for column in self.columns) else 0.0

    def set(self, flow: Flow, rows: Sequence[Row]) -> list[tuple[int, int]]:
        """Set rows down the pages; return row and column of each cell that had to be shortened."""
        lines = [self.prepared(row) for row in rows]
        group: Prepared | None = None
        with flow.sheet.tags.group("Table"):
            for place, line in enumerate(lines):
                if place == 0 or self.reserve(lines, place) > flow.room:
                    self.begin(flow, lines, place, group)
                if line.row.kind == "group":
                    group = line
                self.draw(flow, line)
        return [
            (place, column)
            for place, line in enumerate(lines)
            for column, cell in enumerate(line.paragraphs)
            if cell.cut and line.row.kind != "group"
        ]

    def begin(self, flow: Flow, lines: Sequence[Prepared], place: int, group: Prepared | None) -> None:
        """Begin the table, or continue it on a new page with its head and its group."""
        if (place or self.head_height + self.reserve(lines, place) > flow.room) and not flow.untouched:
            flow.next_page()
        tags = flow.sheet.tags
        if not place and not self.head_again:
            if self.head_height:
                with tags.group("TR"):
                    self.draw_head(flow)
            return
        with tags.artifact():  # whoever hears the table has heard its head
            if place:
                self.draw_head(flow)
            if group and lines[place].row.kind != "group":
                self.draw(flow, self.prepared(Row((continued(group.row.cells[0]),), "group")))

    def reserve(self, lines: Sequence[Prepared], place: int) -> float:
        """Return the height that must be left for a row: its own, and that of rows it must not leave alone."""
        left = len(lines) - place
        if left <= TOGETHER:
            return sum(line.height for line in lines[place:])
        ahead = TOGETHER if lines[place].row.kind == "group" else 1
        return sum(line.height for line in lines[place : place + ahead])

    def draw_head(self, flow: Flow) -> None:
        """Draw the head and its rule."""
        if not self.head_height:
            return
        top = flow.take(self.head_height)
        x = self.x
        for column in self.columns:
            style = self.head._replace(align=column.style.align)
            with flow.sheet.tags.tag("TH", HEAD_OF_COLUMN):
                Paragraph(column.title, style, column.width - 2 * INSET, 1).draw(flow.sheet, x + INSET, top - 1)
            x += column.width
        flow.sheet.rule(self.x, top - self.head_height, x, TEAL, 0.85)

    def draw(self, flow: Flow, line: Prepared) -> None:
        """Draw a row and the rule below it."""
        top = flow.y
        flow.y -= line.height
        sheet = flow.sheet
        if line.row.kind == "group":
            sheet.fill_box(self.x, flow.y, self.width, line.height, self.ground)
        x = self.x
        baseline = top - self.pad / 2 - max(first_baseline(cell.style) for cell in line.paragraphs)
        kind, more = ("TH", self.over_all) if line.row.kind == "group" else ("TD", "")
        with sheet.tags.group("TR"):
            for column, cell in zip(self.columns, line.paragraphs, strict=False):
                with sheet.tags.tag(kind, more):
                    cell.draw_at(sheet, x + INSET, baseline)
                x += column.width
        if line.row.kind == "total":
            sheet.rule(self.x, top, self.x + self.width, TEAL, 0.8)
        sheet.rule(self.x, flow.y, self.x + self.width, RULE, 0.4)


def continued(cell: Cell) -> tuple[Span, ...]:
    """Mark the title of a group as going on."""
    spans = (span(cell, TABLE),) if isinstance(cell, str) else cell
    first, *rest = spans
    return (first._replace(text=first.text + _("（续）")), *rest)
