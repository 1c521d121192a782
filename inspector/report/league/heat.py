"""Halls by topics in five shades, the numbers in the cells."""

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
    WIDE,
    Pages,
    cell,
)
from inspector.report.palette import BOTTOM, DEEP, GOLD, INK, MUTE, NOTE, RED, TEAL, WHITE, Style
from inspector.report.paragraph import Paragraph
from inspector.report.ranked import Figure, RankedHall
from inspector.wording import _

SHADES = (
    (90.0, "#F3F8F8", INK),
    (80.0, "#D9E6E6", INK),
    (70.0, "#B5CDD0", INK),
    (60.0, "#8AAEB2", INK),
    (-1.0, TEAL, WHITE),
)
HEAT_NAME, HEAT_STARS, HEAT_FROM, HEAT_TOTAL = 22.0, 78.0, 132.0, 40.0


def set_heat(pages: Pages) -> None:
    """Set halls by topics in five shades, the numbers in the cells."""
    league, sheet = pages.league, pages.sheet
    step = (WIDE - HEAT_FROM - HEAT_TOTAL) / max(len(league.topics), 1)
    for first in range(0, len(league.halls), A_PAGE):
        pages.begin(*((_("短板热力图"), league.heat_lead) if not first else ()))
        with sheet.tags.group("Table"):
            draw_heat_head(pages, step)
            for hall in league.halls[first : first + A_PAGE]:
                draw_heat(pages, hall, step)
            if first + A_PAGE >= len(league.halls):
                draw_heat_mean(pages, step)
    draw_key(pages)


def draw_heat_head(pages: Pages, step: float) -> None:
    """Draw the names of the topics, two lines each where they are long."""
    sheet = pages.sheet
    style = Style(7, 9, DEEP, bold=True, align="center")
    with sheet.tags.group("TR"):
        for title, x in ((_("名次"), 0.0), (_("营业厅"), HEAT_NAME), (_("星级"), HEAT_STARS)):
            cell(pages, title, HEAD, x, 60, "TH")
        for place, topic in enumerate(pages.league.topics):
            with sheet.tags.tag("TH", "/A<</O/Table/Scope/Column>>"):
                Paragraph(topic, style, step - 2, 3).draw(sheet, EDGE + HEAT_FROM + place * step + 1, pages.y + 5)
        cell(pages, _("总分"), HEAD_RIGHT, WIDE, 36, "TH")
    pages.y -= HEAD_ROW + 6
    sheet.rule(EDGE, pages.y + 2, END, TEAL, 0.85)


def draw_heat(pages: Pages, hall: RankedHall, step: float) -> None:
    """Draw one hall's row of shades."""
    sheet = pages.sheet
    if hall.own:
        sheet.fill_box(EDGE, pages.y - ROW, WIDE, ROW, OWN)
    style = CELL._replace(bold=hall.own)
    with sheet.tags.group("TR"):
        cell(pages, str(hall.place), style, 0, 22)
        cell(pages, hall.name, style, HEAT_NAME, HEAT_STARS - HEAT_NAME - 3)
        if hall.star.level:
            cell(pages, star_spans(hall.star, 7.2), CELL, HEAT_STARS, 52)
        else:
            cell(pages, hall.star.word, Style(7.5, 12, RED, bold=True), HEAT_STARS, 52)
        shades(pages, hall.topics, step)
        cell(pages, hall.total.printed, RIGHT_CELL._replace(bold=True), WIDE, 36)
    pages.y -= ROW


def draw_heat_mean(pages: Pages, step: float) -> None:
    """Draw the row of means beneath a rule."""
    sheet, mean = pages.sheet, pages.league.mean
    sheet.rule(EDGE, pages.y - 1, END, TEAL, 0.8)
    pages.y -= 3
    with sheet.tags.group("TR"):
        with sheet.tags.tag("TD"):
            pass
        cell(pages, _("均值"), CELL._replace(bold=True), HEAT_NAME, 60)
        cell(pages, "", CELL, HEAT_STARS, 52)
        shades(pages, mean.topics, step)
        cell(pages, mean.total.printed, RIGHT_CELL._replace(bold=True), WIDE, 36)
    pages.y -= ROW


def shades(pages: Pages, topics: Sequence[Figure], step: float) -> None:
    """Draw the cells of a row: the lower the darker, a gold corner where it is too low."""
    sheet = pages.sheet
    for place, one in enumerate(topics):
        x = EDGE + HEAT_FROM + place * step
        colour, ink = shade(one.number)
        sheet.fill_box(x + 0.7, pages.y - ROW + 0.7, step - 1.4, ROW - 1.4, colour)
        if one.weak:
            corner = x + step - 0.7, pages.y - 0.7
            sheet.area([corner, (corner[0] - 5, corner[1]), (corner[0], corner[1] - 5)], GOLD)
        style = Style(7.5, 12, ink, bold=one.weak, align="center")
        with sheet.tags.tag("TD"):
            sheet.label(one.printed, style, x + step / 2, pages.y - ROW / 2 - 2.8)


def shade(number: float | None) -> tuple[str, str]:
    """Return the colour of a cell, and of the figure in it."""
    if number is None:
        return WHITE, MUTE
    return next((colour, ink) for least, colour, ink in SHADES if number >= least)


def draw_key(pages: Pages) -> None:
    """Draw what the shades stand for."""
    if pages.y - 30 < BOTTOM:
        pages.begin()
    sheet, y = pages.sheet, pages.y - 24
    words = (_("90 以上"), "80–89.9", "70–79.9", "60–69.9", _("不足 60"))
    with sheet.tags.tag("P"):
        sheet.label(_("图例"), NOTE, EDGE, y + 3)
        for place, ((_least, colour, ink), word) in enumerate(zip(SHADES, words, strict=True)):
            x = EDGE + 30 + place * 52
            sheet.fill_box(x, y, 51, 12, colour)
            sheet.label(word, Style(7, 10, ink, align="center"), x + 25.5, y + 3.5)
        sheet.area([(EDGE + 306, y + 10), (EDGE + 300, y + 10), (EDGE + 306, y + 4)], GOLD)
        sheet.label(_("金角：低于 60，列入专项治理"), NOTE, EDGE + 312, y + 3)
