"""The Pareto chart: which items cost the most points, and how few of them make up most of the loss."""

from collections.abc import Sequence

from inspector.report.palette import DARK_GOLD, INK, LEFT, MEASURE, MUTE, RED, RULE, TEAL, TINT2, WHITE, Style
from inspector.report.paragraph import Paragraph, text_width
from inspector.report.rated import LostPoint
from inspector.report.sheet import Sheet
from inspector.wording import _

SHOWN = 14
FEWEST = 4  # lost items, below which a list says as much
MOST_OF_IT = 80  # percent
HEIGHT, HEAD, FOOT = 152.0, 18.0, 32.0
LEFT_AXIS, RIGHT_AXIS = 26.0, 30.0
CODE = Style(6.5, 8, INK, align="center")
TITLE = Style(6.5, 8, MUTE, align="center")
FIGURE = Style(7, 9, INK, align="center")
AXIS = Style(6.5, 9, MUTE)


class Pareto:
    """Bars of single items, the largest loss first, the rest as one; the line is the share of all that is lost."""

    def __init__(self, lost: Sequence[LostPoint]) -> None:
        ranked = sorted(lost, key=lambda point: (-point.number, point.item))
        self.shown, self.rest = ranked[:SHOWN], ranked[SHOWN:]
        self.total = sum(point.number for point in ranked)
        self.losses = [point.number for point in self.shown]
        self.losses += [sum(point.number for point in self.rest)] if self.rest else []
        self.shares = [100 * sum(self.losses[: place + 1]) / (self.total or 1) for place in range(len(self.losses))]
        running, self.vital = 0.0, 0
        for point in ranked:
            if running * 100 >= MOST_OF_IT * self.total:
                break
            running, self.vital = running + point.number, self.vital + 1

    @property
    def worth(self) -> bool:
        """Whether there is enough to compare."""
        return len(self.shown) >= FEWEST and self.total > 0

    @property
    def note(self) -> str:
        """Say how few items make up most of what is lost."""
        of = len(self.shown) + len(self.rest)
        return _("{of} 个失分项中，前 {n} 项占失分的 {share}%").format(of=of, n=self.vital, share=MOST_OF_IT)

    @property
    def told(self) -> str:
        """Say what the chart shows, for those who cannot see it."""
        parts = [f"{point.item} {point.title} {point.lost}" for point in self.shown]
        parts += [_("其余 {n} 项").format(n=len(self.rest))] if self.rest else []
        return _("；").join(parts)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw the chart beneath an edge."""
        left, right, bottom = LEFT + LEFT_AXIS, LEFT + MEASURE - RIGHT_AXIS, top - HEIGHT + FOOT
        room, step, most = HEIGHT - HEAD - FOOT, (right - left) / len(self.losses), self.shown[0].number
        self._draw_grid(sheet, (left, right, bottom), room, most)
        places = [left + place * step for place in range(len(self.losses))]
        heights = [room * min(loss / most, 1.0) for loss in self.losses]  # the rest together would dwarf all others
        for place, x in enumerate(places):
            self._draw_bar(sheet, place, (x, bottom, step, heights[place]))
        line = [(x + step / 2, bottom + room * share / 100) for x, share in zip(places, self.shares, strict=True)]
        sheet.path(line, WHITE, 2.6)  # without it the line is lost on dark bars in a grey print
        sheet.path(line, DARK_GOLD, 1.1)
        for x, y in line:
            sheet.dot(x, y, 1.7, WHITE, DARK_GOLD)
        for place, x in enumerate(places):
            printed = f"{self.losses[place]:.2f}" if place == len(self.shown) else self.shown[place].lost.lstrip("−")
            wide = text_width(printed, FIGURE)
            sheet.fill_box(x + step / 2 - wide / 2 - 1, bottom + heights[place] + 1.5, wide + 2, 8, WHITE)
            sheet.label(printed, FIGURE, x + step / 2, bottom + heights[place] + 3)

    def _draw_grid(self, sheet: Sheet, frame: tuple[float, float, float], room: float, most: float) -> None:
        left, right, bottom = frame
        for share in (0, 50, MOST_OF_IT, 100):
            y = bottom + room * share / 100
            dashed = share == MOST_OF_IT
            sheet.path([(left, y), (right, y)], DARK_GOLD if dashed else RULE, 0.7 if dashed else 0.4, "3.2 2" * dashed)
            sheet.label(f"{share}%", AXIS._replace(colour=DARK_GOLD), right + 4, y - 2.4)
        for part in (0.0, 0.5, 1.0):
            sheet.label(f"{most * part:.2f}", AXIS._replace(align="right"), left - 4, bottom + room * part - 2.4)

    def _draw_bar(self, sheet: Sheet, place: int, box: tuple[float, float, float, float]) -> None:
        x, y, step, height = box
        if place == len(self.shown):
            sheet.fill_box(x + step * 0.2, y, step * 0.6, height, TINT2)
            if self.losses[place] > self.shown[0].number:
                for up in (0.72, 0.78):  # cut: it goes on higher than is drawn
                    foot = y + height * up
                    sheet.path([(x + step * 0.12, foot), (x + step * 0.88, foot + 4)], WHITE, 2)
            name, title, heavy = _("其余"), _("{n} 项").format(n=len(self.rest)), False
        else:
            point = self.shown[place]
            sheet.fill_box(x + step * 0.2, y, step * 0.6, height, RED if point.heavy else TEAL)
            name, title, heavy = point.item, point.title, point.heavy
        sheet.label(name, CODE._replace(bold=heavy), x + step / 2, y - 9, step)
        Paragraph(title, TITLE, step - 2, 2, "center").draw(sheet, x + 1, y - 11.5)
