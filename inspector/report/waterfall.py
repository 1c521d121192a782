"""The waterfall from 100 to the total: one step a topic with a loss, running totals at the right."""

from inspector.report.palette import (
    DARK_GOLD,
    INK,
    LEFT,
    MEASURE,
    RED,
    RIGHT,
    ROSE,
    RULE,
    TEAL,
    TINT2,
    WHITE,
    Style,
)
from inspector.report.paragraph import Paragraph, text_width
from inspector.report.rated import Step, Trace
from inspector.report.sheet import Sheet
from inspector.wording import _

STEP, BAR = 19.0, 10.5
HEAVY = 2.8  # points from which a step is drawn in full red
NAME = Style(8, 10, bold=True)
TOPIC = Style(8, 10)
LOSS = Style(7.5, 10, RED)
RUNNING = Style(8.5, 10, align="right")
AXIS = Style(6.5, 9, INK, align="center")
AXIS_HEIGHT = 18.0
TALLEST = 560.0
BAR_FROM, BAR_TO = LEFT + 142, RIGHT - 44


class Waterfall:
    """Draws the steps of a trace; the axis begins where the trace says, and says so."""

    def __init__(self, sheet: Sheet, trace: Trace) -> None:
        self.sheet, self.trace = sheet, trace
        self.low = min(trace.axis_from, 90.0)
        self.row = min(STEP, TALLEST / (len(trace.steps) + 2))

    @property
    def height(self) -> float:
        """The height of all steps, both ends and the axis."""
        return (len(self.trace.steps) + 2) * self.row + AXIS_HEIGHT

    def at(self, value: float) -> float:
        """Return where a value lies on the axis."""
        share = (value - self.low) / (100 - self.low)
        return BAR_FROM + (BAR_TO - BAR_FROM) * max(0.0, min(1.0, share))

    def draw(self, top: float) -> None:
        """Draw the chart with its upper edge at `top`."""
        foot = top - (len(self.trace.steps) + 2) * self.row
        self.axis(top, foot)
        self.limit(top, foot)
        self.end_row(_("满分"), "100.0", top, 100.0, TINT2)
        y = top - self.row
        idea = ""
        for step in self.trace.steps:
            self.sheet.rule(LEFT if step.idea != idea else LEFT + 76, y, RIGHT, RULE, 0.4)
            self.step(step, y, named=step.idea != idea)
            idea = step.idea
            y -= self.row
        last = self.trace.steps[-1].after if self.trace.steps else 100.0
        self.sheet.rule(LEFT, y, RIGHT, TEAL, 1.2)
        self.end_row(_("总分"), self.trace.total or "", y, last, TEAL)
        self.limit_label(last, y)

    def axis(self, top: float, foot: float) -> None:
        """Draw the grid and the figures of the axis."""
        value = self.low
        spacing = 5 if 100 - self.low <= 40 else 10  # noqa: PLR2004 - at most nine grid lines
        while value <= 100:  # noqa: PLR2004 - the axis ends at full marks
            x = self.at(value)
            self.sheet.path([(x, top), (x, foot - 3)], RULE, 0.4)
            self.sheet.label(f"{value:g}", AXIS, x, foot - 11)
            value += spacing

    def end_row(self, name: str, printed: str, top: float, value: float, colour: str) -> None:
        """Draw the bar at either end."""
        self.sheet.fill_box(BAR_FROM, top - self.row / 2 - BAR / 2, self.at(value) - BAR_FROM, BAR, colour)
        middle = top - self.row / 2 + 5
        Paragraph(name, NAME, 120, 1).draw(self.sheet, LEFT, middle)
        Paragraph(printed, RUNNING._replace(bold=True), 40, 1).draw(self.sheet, RIGHT - 40, middle)

    def step(self, step: Step, top: float, named: bool) -> None:
        """Draw one loss, tied to the total above it."""
        sheet, middle = self.sheet, top - self.row / 2
        if named:
            Paragraph(step.idea, NAME, 76, 1).draw(sheet, LEFT, middle + 5)
        Paragraph(step.topic, TOPIC, 64, 1).draw(sheet, LEFT + 76, middle + 5)
        left, right = self.at(step.after), self.at(step.before)
        heavy = step.before - step.after >= HEAVY
        sheet.fill_box(left, middle - BAR / 2, max(right - left, 0.6), BAR, RED if heavy else ROSE)
        sheet.path([(left, middle + BAR / 2), (left, middle - self.row + BAR / 2)], INK, 0.5)
        style = LOSS._replace(bold=heavy)
        wide = text_width(step.lost, style)
        sheet.fill_box(left - wide - 6, middle - 4.5, wide + 4, 9, WHITE)
        sheet.label(step.lost, style, left - wide - 4, middle - 2.7)
        Paragraph(step.running, RUNNING, 40, 1).draw(sheet, RIGHT - 40, middle + 5)

    def limit(self, top: float, foot: float) -> None:
        """Draw the line of the next star."""
        if self.trace.line:
            x = self.at(self.trace.line.number)
            self.sheet.path([(x, top), (x, foot)], DARK_GOLD, 1.1, "3.2 2")

    def limit_label(self, last: float, top: float) -> None:
        """Name the line of the next star, on the side where no bar is."""
        if not self.trace.line:
            return
        style = LOSS._replace(colour=DARK_GOLD, bold=True)
        x = max(self.at(self.trace.line.number), self.at(last)) + 4
        wide = text_width(self.trace.line.label, style)
        x = min(x, LEFT + MEASURE - 44 - wide)
        self.sheet.fill_box(x - 1, top - self.row / 2 - 5, wide + 2, 10, WHITE)
        self.sheet.label(self.trace.line.label, style, x, top - self.row / 2 - 2.7)
