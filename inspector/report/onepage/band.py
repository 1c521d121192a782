"""The band at the head: hall, stars, total, and what they rest on."""

from inspector.report.content import ReportContent
from inspector.report.cover import broken_name, star_spans
from inspector.report.onepage.measures import EDGE, END
from inspector.report.palette import (
    DEEP,
    GOLD,
    LIGHT_GOLD,
    ON_DEEP,
    ON_DEEP_SOFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    WHITE,
    Style,
)
from inspector.report.paragraph import Paragraph, text_width
from inspector.report.sheet import Sheet
from inspector.wording import _, long_date

BAND = 126.0
SMALL = Style(8, 11, ON_DEEP_SOFT)
LINE = Style(8.5, 12, ON_DEEP)
NAMES = ((22, 1), (17, 2), (14, 2), (12, 3))
TOTAL = Style(44, 48, WHITE, bold=True, align="right")
LINE_MOST = 300.0
STAR = 21.0
STARS_END = END - 122


def draw_band(sheet: Sheet, content: ReportContent) -> None:
    """Draw the band on the upper edge of the page."""
    cover = content.cover
    sheet.fill_box(0, PAGE_HEIGHT - BAND, PAGE_WIDTH, BAND, DEEP)
    sheet.fill_box(0, PAGE_HEIGHT - BAND, PAGE_WIDTH, 4, GOLD)
    sheet.label(_("星察 · 供电营业厅星级评定 · 领导一页"), SMALL, EDGE, PAGE_HEIGHT - 28)
    told = _("编号 {number} · {day}").format(number=content.number, day=long_date(content.made_at.date()))
    sheet.label(told, SMALL._replace(align="right"), END, PAGE_HEIGHT - 28)
    _name(sheet, content)
    _star(sheet, content)
    facts = {one.label: one.value for one in cover.facts}
    first = (cover.unit, facts.get(_("网点级别"), ""), facts.get(_("检查日期"), ""))
    second = (facts.get(_("检查方式"), ""), _("检查表 {items}").format(items=facts.get(_("检查项"), "–")))
    taken = 0.0
    for place, parts in enumerate((first, second)):
        told = " · ".join(part for part in parts if part and part != "–")
        taken = min(text_width(told, LINE), LINE_MOST)
        Paragraph(told, LINE, LINE_MOST, 1).draw(sheet, EDGE, PAGE_HEIGHT - 80 - 15 * place)
    beside, left = " · ".join((*cover.notes, *content.peers)), EDGE + taken + 14
    Paragraph(beside, LINE, END - left, 2, "right").draw(sheet, left, PAGE_HEIGHT - 95)


def _name(sheet: Sheet, content: ReportContent) -> None:
    room = (STARS_END - STAR * 6.3 if content.cover.star.level is not None else END - 110) - EDGE - 12
    for size, most in NAMES:
        style = Style(size, size * 1.15, WHITE, bold=True)
        name = Paragraph(broken_name(content.hall, style), style, room, most)
        if not name.cut:
            break
    with sheet.tags.tag("H1"):
        name.draw(sheet, EDGE, PAGE_HEIGHT - 40)


def _star(sheet: Sheet, content: ReportContent) -> None:
    cover = content.cover
    star, total = cover.star, cover.total
    if total is None or star.level is None:
        style = Style(22, 26, WHITE, bold=True, align="right")
        sheet.label(star.word, style, END, PAGE_HEIGHT - 58)
        if star.plate:
            sheet.label(star.plate, LINE._replace(align="right"), END, PAGE_HEIGHT - 74)
        return
    pale = star.level == 0
    sheet.label(total, TOTAL._replace(colour=ON_DEEP_SOFT if pale else WHITE), END, PAGE_HEIGHT - 68)
    stars = star_spans(star, STAR, on_deep=True)
    left = STARS_END - text_width(stars, Style(STAR, 26)) if stars else STARS_END
    with sheet.tags.figure(star.word, (left, PAGE_HEIGHT - 64, STARS_END - left, STAR)):
        Paragraph(stars, Style(STAR, 26), STARS_END - left + 2, 1).draw(sheet, left, PAGE_HEIGHT - 41)
    word = _("{star} · {state}").format(star=star.word, state=star.plate) if star.plate else star.word
    colour = ON_DEEP if pale or star.state == "interim" else LIGHT_GOLD
    sheet.label(word, Style(11, 14, colour, bold=True, align="right"), STARS_END, PAGE_HEIGHT - 78)
