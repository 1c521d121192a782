"""The public poster (公示): the star, until when, what is being improved, and whom to tell; nothing else."""

from pathlib import Path

from inspector.paths import write_whole
from inspector.report.content import ReportContent
from inspector.report.cover import broken_name, star_spans
from inspector.report.palette import (
    DEEP,
    FINE,
    GOLD,
    INK,
    LIGHT_GOLD,
    MM,
    MUTE,
    ON_DEEP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    TINT,
    WHITE,
    Style,
)
from inspector.report.paragraph import Paragraph, text_width
from inspector.report.photo import draw_logo
from inspector.report.quick_code import draw_code
from inspector.report.sheet import Sheet, plain
from inspector.wording import _, long_date

FRAME, EDGE = 9 * MM, 26 * MM
END = PAGE_WIDTH - EDGE
WIDE = END - EDGE
PLATE_FOOT = PAGE_HEIGHT - 434
NAMES = ((38, 1), (30, 2), (24, 2), (19, 3))
STAR = 57.0
MOST_THINGS = 4
LINE = Style(10, 15, MUTE)
STRONG = Style(15, 20, INK, bold=True)
THING = Style(13, 20, INK)
NUMBER = Style(36, 42, DEEP, bold=True)
CALL_HEIGHT = 124.0
CODE = 27 * MM
SEVERE = {"fatal", "major"}


def write_poster(content: ReportContent, target: Path) -> None:
    """Write the poster as a PDF; all there, or not there."""
    sheet = Sheet(plain(" ".join((content.hall, _("服务星级公示")))), plain(content.cover.unit), content.made_at)
    sheet.bookmarkPage("poster")
    sheet.addOutlineEntry(content.hall, "poster", 0)
    draw_plate(sheet, content)
    y = draw_dates(sheet, content, PLATE_FOOT - 30)
    y = draw_things(sheet, content, y - 16)
    draw_calls(sheet, content, y - 16)
    digest = content.record_hash
    told = _("12398 为国家能源监管机构热线，非本公司电话　·　记录指纹 {digest}").format(
        digest=f"{digest[:8]}…{digest[-8:]}"
    )
    sheet.label(told, FINE._replace(size=7, align="center"), PAGE_WIDTH / 2, FRAME + 22)
    sheet.showPage()
    write_whole(target, sheet.finished())


def draw_plate(sheet: Sheet, content: ReportContent) -> None:
    """Draw the frame, and the plate with name, stars and their word."""
    middle, star = PAGE_WIDTH / 2, content.cover.star
    sheet.frame_box(FRAME - 6, FRAME - 6, PAGE_WIDTH - 2 * FRAME + 12, PAGE_HEIGHT - 2 * FRAME + 12, DEEP, 2)
    sheet.frame_box(FRAME, FRAME, PAGE_WIDTH - 2 * FRAME, PAGE_HEIGHT - 2 * FRAME, GOLD, 0.8)
    sheet.fill_box(FRAME, PLATE_FOOT, PAGE_WIDTH - 2 * FRAME, PAGE_HEIGHT - FRAME - PLATE_FOOT, DEEP)
    sheet.label(_("供电营业厅服务星级"), Style(15, 20, ON_DEEP, align="center"), middle, PAGE_HEIGHT - 80)
    draw_logo(sheet, content.logo, PAGE_WIDTH - FRAME - 12, PAGE_HEIGHT - FRAME - 10, (100, 36))
    for size, most in NAMES:
        style = Style(size, size * 1.2, WHITE, bold=True)
        name = Paragraph(broken_name(content.hall, style), style, WIDE, most, "center")
        if not name.cut:
            break
    with sheet.tags.tag("H1"):
        name.draw(sheet, EDGE, PAGE_HEIGHT - 132 + name.height / 2 - 19)
    stars = star_spans(star, STAR, on_deep=True)
    wide = text_width(stars, Style(STAR, 62)) if stars else 0.0
    with sheet.tags.figure(star.word, (middle - wide / 2, PAGE_HEIGHT - 262, wide, STAR)):
        Paragraph(stars, Style(STAR, 62), wide + 2, 1).draw(sheet, middle - wide / 2 + STAR * 0.1, PAGE_HEIGHT - 200)
    word = star.word if star.level else _("本期未达标")
    sheet.label(
        word, Style(54 if star.level else 40, 60, LIGHT_GOLD, bold=True, align="center"), middle, PAGE_HEIGHT - 338
    )
    unit = _("{unit}评定").format(unit=content.cover.unit)
    sheet.label(unit, Style(12, 16, ON_DEEP, align="center"), middle, PLATE_FOOT + 34)


def draw_dates(sheet: Sheet, content: ReportContent, top: float) -> float:
    """Draw when it was rated, until when it holds, and its number; return the lower edge."""
    facts = (
        (_("评定日期"), long_date(content.made_at.date())),
        (_("有效期至"), content.valid_until or "–"),
        (_("编号"), content.number),
    )
    third = WIDE / len(facts)
    for place, (name, value) in enumerate(facts):
        with sheet.tags.tag("P"):
            Paragraph(name, LINE, third, 1, "center").draw(sheet, EDGE + place * third, top)
            Paragraph(value, fitted(value, third - 6), third, 1, "center").draw(sheet, EDGE + place * third, top - 19)
    sheet.rule(EDGE, top - 50, END, RULE, 0.6)
    return top - 50


def fitted(value: str, width: float) -> Style:
    """Return the largest style in which a value fits on its line."""
    sizes = (STRONG._replace(size=size) for size in (15, 13, 11, 9.5))
    styles = list(sizes)
    return next((style for style in styles if text_width(value, style) <= width), styles[-1])


def draw_things(sheet: Sheet, content: ReportContent, top: float) -> float:
    """Draw what is being improved, and by when; return the lower edge."""
    found = [one for one in content.findings if one.severity in SEVERE] or list(content.findings)
    sheet.label(_("正在改进") if found else _("持续改进"), LINE, EDGE, top - 11)
    if not found:
        text = Paragraph(_("本期没有须书面整改的问题。"), THING, WIDE, 1)
        text.draw(sheet, EDGE, top - 20)
        return top - 20 - text.height
    shown = found[:MOST_THINGS]
    text = Paragraph(_("　·　").join(one.title for one in shown), THING, WIDE, 2)
    text.draw(sheet, EDGE, top - 20)
    last = max((one.due for one in shown if one.due), default=None)
    by = _("{day}前完成").format(day=long_date(last)) if last else _("下次检查前完成")
    told = _("以上 {n} 项{by}，复查结果在此公示。").format(n=len(shown), by=by)
    sheet.label(told, LINE._replace(size=9.5), EDGE, top - 34 - text.height)
    return top - 40 - text.height


def draw_calls(sheet: Sheet, content: ReportContent, top: float) -> None:
    """Draw whom to tell: the company's line, the regulator's, and the code."""
    sheet.fill_box(EDGE, top - CALL_HEIGHT, WIDE, CALL_HEIGHT, TINT)
    sheet.label(_("不满意，请告诉我们"), LINE._replace(size=11), EDGE + 17, top - 22)
    calls = (
        ("95598", _("供电服务热线 · 24 小时"), _("用电服务、投诉与建议")),
        ("12398", _("能源监管热线"), _("对处理结果不满意时")),
    )
    for place, (number, whose, when) in enumerate(calls):
        x = EDGE + 17 + place * 168
        with sheet.tags.tag("P"):
            sheet.label(number, NUMBER, x, top - 64)
            Paragraph(whose, LINE._replace(colour=INK), 160, 1).draw(sheet, x, top - 76)
            Paragraph(when, LINE, 160, 1).draw(sheet, x, top - 92)
    if content.record_code:
        side = min(CODE, CALL_HEIGHT - 34)
        draw_code(sheet, content.record_code, END - 14 - side, top - 14 - side, side)
        sheet.label(_("扫码核验"), LINE._replace(size=9, align="center"), END - 14 - side / 2, top - side - 26)
