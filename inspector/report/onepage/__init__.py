"""The leader's page (领导一页): star, why, what to do, proof; always one page.

Blocks are measured first. What height is left over goes to the charts, then to the photos, then to the boxes to sign.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from inspector.paths import write_whole
from inspector.report.content import Attached, ReportContent
from inspector.report.onepage.band import BAND, draw_band
from inspector.report.onepage.evidence import Foot, Signs
from inspector.report.onepage.judgement import Charts, Gates, Judgement
from inspector.report.onepage.measures import FOOT
from inspector.report.onepage.things import Changes, Things, Way
from inspector.report.palette import PAGE_HEIGHT
from inspector.report.sheet import Sheet, plain
from inspector.wording import _

GAP = 9.0


class Block(Protocol):
    """A part of the page that needs at least one height and has no use for more than another."""

    least: float
    most: float

    def draw(self, sheet: Sheet, top: float, height: float) -> None:
        """Draw it beneath an edge."""


def write_one_page(content: ReportContent, target: Path, attached: tuple[Attached, ...] = ()) -> None:
    """Write the page as a PDF; all there, or not there."""
    title = plain(" ".join((content.hall, _("领导一页"), content.number)))
    sheet = Sheet(title, plain(content.cover.unit), content.made_at)
    sheet.attached = attached
    draw_one_page(sheet, content)
    sheet.showPage()
    write_whole(target, sheet.finished())


def draw_one_page(sheet: Sheet, content: ReportContent) -> None:
    """Draw the page on an empty sheet."""
    sheet.bookmarkPage("page")
    sheet.addOutlineEntry(content.hall, "page", 0)
    draw_band(sheet, content)
    charts, things, signs = Charts(content), Things(content), Signs(content)
    top = PAGE_HEIGHT - BAND - 12
    way, changes = Way(content), Changes(content)
    blocks: list[Block] = [Judgement(content), Gates(content), charts, things, way, changes, signs]
    for shrink in (lambda: None, changes.drop_highlight, *[way.drop_row] * way.spare_rows, things.drop_actions):
        shrink()
        shown = [one for one in blocks if one.least]
        room = top - FOOT - GAP * (len(shown) - 1) - sum(one.least for one in shown)
        if room >= 0:
            break
    heights = shared(shown, max(room, 0.0), (charts, things, signs))
    for one, height in zip(shown, heights, strict=True):
        one.draw(sheet, FOOT + height if one is signs else top, height)  # the boxes stand at the foot of the page
        top -= height + GAP
    Foot(content).draw(sheet)


def shared(blocks: Sequence[Block], room: float, first: Sequence[Block]) -> list[float]:
    """Return the height of each block: its least, and of what is left what it can use, in the order given."""
    given = {id(one): one.least for one in blocks}
    for one in first:
        if id(one) in given:
            more = min(one.most - one.least, room)
            given[id(one)] += more
            room -= more
    return [given[id(one)] for one in blocks]
