"""The cover: the star first, then who, when and by what, and the proof of the record."""

from inspector.report.content import Again, ReportContent
from inspector.report.fonts import cleaned
from inspector.report.marks import LANGUAGES
from inspector.report.palette import (
    BLACK,
    DEEP,
    GOLD,
    GREY,
    INK,
    LEFT,
    LIGHT_GOLD,
    MEASURE,
    MUTE,
    ON_DEEP,
    ON_DEEP_SOFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    RULE,
    WHITE,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, text_width
from inspector.report.photo import draw_logo
from inspector.report.rated import Labelled, Star
from inspector.report.sheet import Sheet
from inspector.wording import _

BAND_FOOT = PAGE_HEIGHT - 499
NAME_SIZES = (36, 26, 20)
NAME_LINES = 3
STAR_SIZE = 31
FACT = Style(9, 13)
FACT_LABEL = Style(8, 13, MUTE)
NOTE = Style(7.5, 13, MUTE)
AGAIN = Style(11, 15, ON_DEEP_SOFT)
NAME_ENDINGS = ("供电营业厅", "营业厅", "中心")
NEAR_EDGE = 4


def star_spans(star: Star, size: float, on_deep: bool = False) -> tuple[Span, ...]:
    """Return the stars of a rating: filled, then outlined, always as many; none where nothing is rated.

    A draft's stars are outlines, so that no page of it can be taken for a rating.
    """
    if star.level is None:
        return ()
    missing = "star-missing-deep" if on_deep else "star-missing"
    if star.state == "interim":
        return tuple(icon(missing, size) for _place in range(star.level))
    return tuple(icon("star" if place < star.level else missing, size) for place in range(star.of))


def draw_cover(sheet: Sheet, content: ReportContent) -> None:
    """Draw the cover on the first page."""
    cover = content.cover
    sheet.fill_box(0, BAND_FOOT, PAGE_WIDTH, PAGE_HEIGHT - BAND_FOOT, DEEP)
    sheet.fill_box(0, BAND_FOOT - 4, PAGE_WIDTH, 4, GOLD)
    unit = " · ".join(part for part in (cover.unit, cover.subject) if part)
    sheet.label(unit, Style(10, 14, ON_DEEP_SOFT), LEFT, PAGE_HEIGHT - 69)
    draw_logo(sheet, content.logo, RIGHT, PAGE_HEIGHT - 50, (130, 42))
    draw_name(sheet, content)
    draw_star(sheet, content)
    draw_total(sheet, content)
    foot = draw_facts(sheet, cover.facts)
    draw_proof(sheet, content, min(foot - 20, PAGE_HEIGHT - 702))


def draw_name(sheet: Sheet, content: ReportContent) -> None:
    """Draw the title and the name of the hall, as large as three lines allow."""
    again = content.again
    sheet.label(content.cover.title, Style(15, 20, WHITE), LEFT, PAGE_HEIGHT - (152 if again else 170))
    if again:
        with sheet.tags.tag("P", foreign_tag(again)):
            sheet.label(again.cover.title, AGAIN, LEFT, PAGE_HEIGHT - 170)
    for size in NAME_SIZES:
        style = Style(size, size * 1.2, WHITE, bold=True)
        name = Paragraph(broken_name(content.hall, style), style, MEASURE, NAME_LINES)
        if not name.cut and (len(name.lines) == 1 or size < NAME_SIZES[0]):
            break
    with sheet.tags.tag("H1"):
        name.draw(sheet, LEFT, PAGE_HEIGHT - 186)


def broken_name(name: str, style: Style) -> str:
    """Break a long name before 供电营业厅 or 中心 where these stand near the edge anyway."""
    name = cleaned(name).replace("\n", "")
    fits = int(MEASURE // style.size)
    if len(name) <= fits:
        return name
    for ending in NAME_ENDINGS:
        place = name.rfind(ending)
        if fits - NEAR_EDGE <= place <= fits:
            return f"{name[:place]}\n{name[place:]}"
    return name


def draw_star(sheet: Sheet, content: ReportContent) -> None:
    """Draw the stars, their word, the state, and the sentence why."""
    star = content.cover.star
    baseline = PAGE_HEIGHT - 322
    stars = star_spans(star, STAR_SIZE, on_deep=True)
    if stars:
        with sheet.tags.figure(star.word, (LEFT, baseline, STAR_SIZE * 6, 33)):
            Paragraph(stars, Style(STAR_SIZE, 40), MEASURE, 1).draw(sheet, LEFT, baseline + 33)
        baseline -= 35
    rated = star.state not in {"withheld", "unrated"}
    style = Style(17 if stars else 20, 24, ON_DEEP if star.level == 0 or not rated else LIGHT_GOLD, bold=True)
    wide = sheet.label(star.word, style, LEFT, baseline)
    if star.plate:
        wide += draw_plate(sheet, star.plate, LEFT + wide + 12, baseline) + 12
    why = Paragraph(content.cover.why, Style(9.5, 15, ON_DEEP), MEASURE, 3)
    why.draw(sheet, LEFT, baseline - 13)
    if content.again:
        draw_star_again(sheet, content.again, (LEFT + wide + 14, baseline), baseline - 13 - why.height)


def draw_star_again(sheet: Sheet, again: Again, beside: tuple[float, float], top: float) -> None:
    """Draw the word of the star, its state and the sentence why in the other language."""
    cover = again.cover
    told = " · ".join(part for part in (cover.star.word, cover.star.plate) if part)
    with sheet.tags.tag("P", foreign_tag(again)):
        sheet.label(told, AGAIN, *beside)
        Paragraph(cover.why, Style(8.5, 12, ON_DEEP_SOFT), MEASURE, 2).draw(sheet, LEFT, top - 2)


def foreign_tag(again: Again) -> str:
    """Return what a tag says of words in the other language."""
    return f"/Lang({LANGUAGES[again.language]})"


def draw_plate(sheet: Sheet, text: str, x: float, baseline: float) -> float:
    """Draw the state of a star (暂评, 否决待确认) in an outlined plate; return its width."""
    style = Style(9, 12, ON_DEEP)
    wide = text_width(text, style)
    sheet.frame_box(x, baseline - 3, wide + 12, 17, ON_DEEP_SOFT, 0.7)
    sheet.label(text, style, x + 6, baseline + 2.2)
    return wide + 12


def draw_total(sheet: Sheet, content: ReportContent) -> None:
    """Draw the total and what stands beside it; nothing where nothing was scored."""
    cover = content.cover
    baseline, x = BAND_FOOT + 46, LEFT
    if cover.total is not None:
        x += sheet.label(_("总分"), Style(9, 12, ON_DEEP_SOFT), x, baseline) + 8
        pale = cover.star.level == 0
        x += sheet.label(cover.total, Style(34, 40, ON_DEEP_SOFT if pale else WHITE, bold=True), x, baseline) + 12
    notes = _("　·　").join(cover.notes)
    sheet.label(notes, Style(9.5, 13, ON_DEEP), x, baseline, RIGHT - x)


def draw_facts(sheet: Sheet, facts: tuple[Labelled, ...]) -> float:
    """Draw the facts of the inspection in two columns; return the lower edge."""
    top = left_y = BAND_FOOT - 26.0
    right_y = top
    half = MEASURE / 2
    for place, fact in enumerate(facts):
        x, y = (LEFT, left_y) if place % 2 == 0 else (LEFT + half + 4, right_y)
        value = Paragraph(fact.value, FACT, half - 68, 3)
        with sheet.tags.tag("P"):
            Paragraph(fact.label, FACT_LABEL, 58, 1).draw(sheet, x, y)
            value.draw(sheet, x + 60, y)
        lower = y - max(value.height, FACT.leading) - 5.5
        left_y, right_y = (lower, right_y) if place % 2 == 0 else (left_y, lower)
        if place % 2:
            left_y = right_y = min(left_y, right_y)
    return min(left_y, right_y)


def draw_proof(sheet: Sheet, content: ReportContent, y: float) -> None:
    """Draw number, record hash in full, and the ring for the seal."""
    sheet.rule(LEFT, y, RIGHT, RULE)
    sheet.label(_("编号 {number}").format(number=content.number), Style(9, 13, INK, bold=True), LEFT, y - 20)
    digest = content.record_hash
    sentence = _("所附原始记录的指纹与此一致，本报告方为有效。") if digest else _("本次检查尚未封存，没有记录指纹。")
    sheet.label(sentence, NOTE, LEFT, y - 38)
    if digest:
        with sheet.tags.tag("P"):
            sheet.label("SHA-256", NOTE, LEFT, y - 52)
            for place, part in enumerate((digest[:32], digest[32:])):
                sheet.label(part, NOTE._replace(colour=BLACK), LEFT + 40, y - 52 - 13 * place)
    if not content.signatures:
        return
    seal_ring(sheet, RIGHT - 30, y - 46, 27)
    for place, part in enumerate((_("评定单位"), _("（章）"))):
        sheet.label(part, Style(6.5, 9, GREY, align="center"), RIGHT - 30, y - 42 - 12 * place)


def seal_ring(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """Draw the dashed ring a seal is stamped into."""
    sheet.saveState()
    sheet.setStrokeColorRGB(0.72, 0.77, 0.78)
    sheet.setLineWidth(0.7)
    sheet.setDash([2.5, 2])
    sheet.circle(x, y, radius)
    sheet.restoreState()
