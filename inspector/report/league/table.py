"""The halls in order: place, stars, total, trend and ideas; then how many have which star."""

from collections.abc import Sequence

from inspector.report.cover import star_spans
from inspector.report.league.pages import (
    A_PAGE,
    CELL,
    EDGE,
    END,
    HEAD,
    HEAD_RIGHT,
    HEAD_ROW,
    OWN,
    RIGHT_CELL,
    ROW,
    SMALL,
    WIDE,
    Pages,
    cell,
)
from inspector.report.palette import BLACK, BOTTOM, DEEP, INK, NOTE, RED, RULE, TEAL, WHITE, Style
from inspector.report.paragraph import Paragraph, icon, span
from inspector.report.ranked import Figure, Mean, RankedHall
from inspector.wording import _

MEDALS = ("#D6A12C", "#C3CCCE", "#B98352")
# Where columns lie, in points from the edge: left edges of words, right edges of figures.
PLACE, MOVED, HALL, STARS, TOTAL, CHANGE, SPARK, IDEAS, NOTES = (
    11.0,
    22.0,
    45.0,
    112.0,
    196.0,
    232.0,
    240.0,
    322.0,
    438.0,
)
IDEA_STEP, SPARK_WIDE, SPARK_HIGH = 36.0, 40.0, 10.0
BARS = (DEEP, TEAL, "#3F737B", "#6C9297", "#94AEB2")


def set_league(pages: Pages) -> None:
    """Set the halls in order, the reader's own once more beneath every head."""
    league, sheet = pages.league, pages.sheet
    own = next((hall for hall in league.halls if hall.own), None)
    for first in range(0, len(league.halls), A_PAGE):
        pages.begin(*((league.title, league.lead) if not first else ()))
        here = league.halls[first : first + A_PAGE]
        with sheet.tags.group("Table"):
            draw_league_head(pages)
            if own is not None and own not in here:
                draw_hall(pages, own)
            for hall in here:
                draw_hall(pages, hall)
            if first + A_PAGE >= len(league.halls):
                draw_mean(pages, league.mean)
    note = Paragraph(league.note, NOTE, WIDE)
    note.draw(sheet, EDGE, pages.y - 4)
    pages.y -= note.height + 10


def draw_league_head(pages: Pages) -> None:
    """Draw the heads of the columns."""
    names = (("", PLACE, HEAD), (_("名次"), PLACE + 4, HEAD), (_("营业厅"), HALL, HEAD), (_("星级"), STARS, HEAD))
    with pages.sheet.tags.group("TR"):
        for title, x, style in names[1:]:
            cell(pages, title, style, x, 60, "TH")
        cell(pages, _("总分"), HEAD_RIGHT, TOTAL, 40, "TH")
        cell(pages, _("较上次"), HEAD_RIGHT, CHANGE, 40, "TH")
        cell(pages, _("近几次"), HEAD, SPARK, 60, "TH")
        for place, idea in enumerate(pages.league.ideas):
            cell(pages, shortened_idea(idea), HEAD_RIGHT, IDEAS + place * IDEA_STEP, IDEA_STEP + 6, "TH")
        cell(pages, _("备注"), HEAD, NOTES, 60, "TH")
    pages.y -= HEAD_ROW
    pages.sheet.rule(EDGE, pages.y + 2, END, TEAL, 0.85)


def shortened_idea(idea: str) -> str:
    """Return the part of an idea's name that tells it from the others, for a narrow column."""
    return idea.removeprefix("服务").removeprefix("响应").removeprefix("体验").removesuffix("持续化")


def draw_hall(pages: Pages, hall: RankedHall) -> None:
    """Draw a row: place, change of place, name, stars, total, change, trend, ideas, note."""
    sheet = pages.sheet
    if hall.own:
        sheet.fill_box(EDGE, pages.y - ROW, WIDE, ROW, OWN)
    bold = CELL._replace(bold=True)
    with sheet.tags.group("TR"):
        with sheet.tags.tag("TD"):
            draw_place(pages, hall)
        cell(pages, hall.name, bold if hall.own else CELL, HALL, STARS - HALL - 4)
        if hall.star.level:
            cell(pages, star_spans(hall.star, 8.5), CELL, STARS, 60)
        else:
            cell(pages, hall.star.word, bold._replace(colour=RED), STARS, 60)
        cell(pages, hall.total.printed, RIGHT_CELL._replace(bold=True), TOTAL, 40)
        cell(pages, hall.change, RIGHT_CELL, CHANGE, 40)
        trend(pages, hall.past)
        figures(pages, hall.ideas)
        cell(pages, hall.note, SMALL, NOTES, WIDE - NOTES)
    pages.y -= ROW
    sheet.rule(EDGE, pages.y, END, RULE, 0.4)


def draw_place(pages: Pages, hall: RankedHall) -> None:
    """Draw the place, the first three in a medal, and how it moved."""
    sheet, middle = pages.sheet, pages.y - ROW / 2
    if hall.place <= len(MEDALS):
        sheet.dot(EDGE + PLACE, middle, 7.5, MEDALS[hall.place - 1], INK)
    style = CELL._replace(bold=hall.place <= len(MEDALS), align="center")
    sheet.label(str(hall.place), style, EDGE + PLACE, middle - 3.2)
    if hall.moved.direction in {"up", "down", "same"}:
        Paragraph((icon(hall.moved.direction, 6.5), span(hall.moved.printed, SMALL)), SMALL, 24, 1).draw(
            sheet, EDGE + MOVED, middle + 6
        )


def trend(pages: Pages, past: Sequence[float]) -> None:
    """Draw the last totals as a line of their own scale, a dot at the newest."""
    sheet = pages.sheet
    x, y = EDGE + SPARK, pages.y - ROW / 2 - SPARK_HIGH / 2
    with sheet.tags.tag("TD"):
        low, span_ = min(past), max(max(past) - min(past), 0.1)
        step = SPARK_WIDE / max(len(past) - 1, 1)
        points = [(x + place * step, y + SPARK_HIGH * (value - low) / span_) for place, value in enumerate(past)]
        if len(points) > 1:
            sheet.path(points, TEAL, 1.2)
        sheet.dot(*points[-1], 1.6, TEAL)


def figures(pages: Pages, ideas: Sequence[Figure]) -> None:
    """Draw the figures of the ideas, red where one is under the next star's floor."""
    for place, one in enumerate(ideas):
        style = RIGHT_CELL._replace(bold=one.weak, colour=RED if one.weak else INK)
        cell(pages, one.printed, style, IDEAS + place * IDEA_STEP, IDEA_STEP)


def draw_mean(pages: Pages, mean: Mean) -> None:
    """Draw the row of means."""
    sheet, bold = pages.sheet, CELL._replace(bold=True)
    sheet.rule(EDGE, pages.y, END, TEAL, 0.8)
    with sheet.tags.group("TR"):
        with sheet.tags.tag("TD"):
            pass
        cell(pages, _("均值"), bold, HALL, 60)
        cell(pages, "", CELL, STARS, 60)
        cell(pages, mean.total.printed, RIGHT_CELL._replace(bold=True), TOTAL, 40)
        cell(pages, mean.change, RIGHT_CELL, CHANGE, 40)
        trend(pages, mean.past)
        figures(pages, mean.ideas)
        cell(pages, "", CELL, NOTES, 60)
    pages.y -= ROW
    sheet.rule(EDGE, pages.y, END, TEAL, 0.8)


def set_shares(pages: Pages) -> None:
    """Set how many halls have which star, as one bar."""
    sheet, shares = pages.sheet, pages.league.shares
    if pages.y - 70 < BOTTOM:
        pages.begin()
    with sheet.tags.tag("H2"):
        Paragraph(_("星级分布"), Style(10.5, 15, DEEP, bold=True), WIDE, 1).draw(sheet, EDGE, pages.y)
    sheet.rule(EDGE, pages.y - 18, END, TEAL, 0.8)
    whole, x, top = sum(number for _word, number in shares), EDGE, pages.y - 24
    least = 24.0
    room = WIDE - least * len(shares) - 2 * (len(shares) - 1)
    told = _("；").join(_("{word} {n} 厅").format(word=word, n=number) for word, number in shares)
    with sheet.tags.figure(told, (EDGE, top - 32, WIDE, 32)):
        for place, (word, number) in enumerate(shares):
            wide = least + room * number / whole
            colour = BLACK if place == len(shares) - 1 and len(shares) > len(BARS) else BARS[min(place, len(BARS) - 1)]
            sheet.fill_box(x, top - 18, wide, 18, colour)
            ink = INK if colour in BARS[3:] else WHITE
            sheet.label(str(number), Style(8.5, 12, ink, bold=True, align="center"), x + wide / 2, top - 12.5)
            sheet.label(word, NOTE._replace(align="center"), x + wide / 2, top - 29)
            x += wide + 2
    pages.y -= 70
