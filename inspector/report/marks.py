"""Signs drawn as paths, because the faces lack them: verdicts, severities, changes, stars, tick boxes."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector.inspection.answer import Verdict
from inspector.report.fonts import faces
from inspector.report.palette import (
    AMBER,
    BLACK,
    DARK_GOLD,
    GOLD,
    GREEN,
    GREY,
    INK,
    LIGHT_GOLD,
    RED,
    RULE,
    WHITE,
    Span,
    rgb,
)
from inspector.wording import _, language

if TYPE_CHECKING:
    from inspector.report.sheet import Sheet

# Every sign is drawn for a size of one: the baseline at 0, the middle of a Chinese character at MIDDLE.
MIDDLE = 0.37
RING = 0.43
PLATE_HEIGHT = 1.5
WORD_MOST = 2.4  # of the width of a plate
STAR_INNER = 0.4


def verdict_icon(verdict: Verdict | None) -> str:
    """Return the sign of a verdict, or of an item not yet answered."""
    return verdict.value if verdict else "blank"


def verdict_word(verdict: Verdict | None) -> str:
    """Return the word of a verdict."""
    words = {
        Verdict.CONFORM: _("符合"),
        Verdict.PARTLY: _("部分符合"),
        Verdict.FAIL: _("不符合"),
        Verdict.NA: _("不适用"),
        Verdict.UNCHECKED: _("未能检查"),
    }
    return words[verdict] if verdict else _("未作答")


VERDICT_COLOURS = {
    Verdict.CONFORM: INK,
    Verdict.PARTLY: AMBER,
    Verdict.FAIL: RED,
    Verdict.NA: GREY,
    Verdict.UNCHECKED: GREY,
}


# What readers of screens go by.
LANGUAGES = {"zh_CN": "zh-CN", "en": "en"}


def severity_word(severity: str) -> str:
    """Return the word of a severity."""
    words = {"fatal": _("否决"), "major": _("严重"), "minor": _("一般"), "info": _("记录")}
    return words[severity]


def stroke(sheet: "Sheet", colour: str, width: float) -> None:
    """Choose the line of a sign."""
    sheet.setStrokeColorRGB(*rgb(colour))
    sheet.setLineWidth(width)
    sheet.setLineCap(1)


def polyline(sheet: "Sheet", *points: tuple[float, float]) -> None:
    """Stroke a line through points."""
    path = sheet.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    sheet.drawPath(path, stroke=1, fill=0)


def conform(sheet: "Sheet") -> None:
    """Draw a ring with a tick."""
    stroke(sheet, GREEN, 0.115)
    sheet.circle(0.5, MIDDLE, RING)
    polyline(sheet, (0.3, 0.37), (0.45, 0.22), (0.71, 0.52))


def partly(sheet: "Sheet") -> None:
    """Draw a disc filled on its left."""
    stroke(sheet, AMBER, 0.115)
    sheet.circle(0.5, MIDDLE, RING)
    sheet.setFillColorRGB(*rgb(AMBER))
    path = sheet.beginPath()
    path.moveTo(0.5, MIDDLE + RING)
    path.arcTo(0.5 - RING, MIDDLE - RING, 0.5 + RING, MIDDLE + RING, 90, 180)
    path.close()
    sheet.drawPath(path, stroke=0, fill=1)


def fail(sheet: "Sheet") -> None:
    """Draw a filled square with a cross."""
    sheet.setFillColorRGB(*rgb(RED))
    sheet.roundRect(0.5 - RING, MIDDLE - RING, 2 * RING, 2 * RING, 0.1, stroke=0, fill=1)
    stroke(sheet, WHITE, 0.14)
    polyline(sheet, (0.31, MIDDLE - 0.19), (0.69, MIDDLE + 0.19))
    polyline(sheet, (0.31, MIDDLE + 0.19), (0.69, MIDDLE - 0.19))


def not_applicable(sheet: "Sheet") -> None:
    """Draw a dotted ring with a dash."""
    stroke(sheet, GREY, 0.1)
    sheet.setDash([0.02, 0.2])
    sheet.circle(0.5, MIDDLE, RING)
    sheet.setDash([])
    polyline(sheet, (0.34, MIDDLE), (0.66, MIDDLE))


def unchecked(sheet: "Sheet") -> None:
    """Draw a ring struck through."""
    stroke(sheet, GREY, 0.1)
    sheet.circle(0.5, MIDDLE, RING)
    polyline(sheet, (0.24, MIDDLE - 0.26), (0.76, MIDDLE + 0.26))


def blank(sheet: "Sheet") -> None:
    """Draw a pale empty ring."""
    stroke(sheet, RULE, 0.1)
    sheet.circle(0.5, MIDDLE, RING)


def triangle(sheet: "Sheet", colour: str, up: bool) -> None:
    """Draw a filled triangle up, or a hollow one down."""
    base, tip = (0.04, 0.72) if up else (0.7, 0.02)
    stroke(sheet, colour, 0.11)
    sheet.setLineJoin(1)
    sheet.setFillColorRGB(*rgb(colour))
    path = sheet.beginPath()
    path.moveTo(0.1, base)
    path.lineTo(0.8, base)
    path.lineTo(0.45, tip)
    path.close()
    sheet.drawPath(path, stroke=1, fill=int(up))


def dash(sheet: "Sheet") -> None:
    """Draw a level dash."""
    stroke(sheet, INK, 0.12)
    polyline(sheet, (0.1, 0.36), (0.8, 0.36))


def box(sheet: "Sheet") -> None:
    """Draw an empty box to tick."""
    stroke(sheet, INK, 0.07)
    sheet.rect(0.06, -0.06, 0.88, 0.88)


def ticked(sheet: "Sheet") -> None:
    """Draw a ticked box."""
    box(sheet)
    stroke(sheet, GREEN, 0.13)
    polyline(sheet, (0.22, 0.38), (0.43, 0.16), (0.8, 0.66))


def plate(text: Callable[[], str], ink: str, ground: str, edge: str) -> Callable[["Sheet"], None]:
    """Return a drawer of a word on a plate."""

    def draw(sheet: "Sheet") -> None:
        stroke(sheet, edge, 0.09)
        sheet.setFillColorRGB(*rgb(ground))
        sheet.roundRect(0.05, MIDDLE - PLATE_HEIGHT / 2, 2.75, PLATE_HEIGHT, 0.2, stroke=1, fill=1)
        word(sheet, text(), ink)

    return draw


def word(sheet: "Sheet", text: str, ink: str) -> None:
    """Set the two characters of a plate, or a longer word of another language smaller."""
    wide = sum(faces()[1].widths[char] for char in text)
    size = min(1.0, WORD_MOST / wide)
    sheet.show(text, [0.0] * len(text), Span(text, size, ink, bold=True), 1.42 - wide * size / 2, 0.36 * (1 - size))


def star_points(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Return the ten corners of a star."""
    corners = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * STAR_INNER
        angle = math.pi / 2 + corner * math.pi / 5
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return corners


def star(fill: str, edge: str) -> Callable[["Sheet"], None]:
    """Return a drawer of a star, filled or outlined."""

    def draw(sheet: "Sheet") -> None:
        points = star_points(0.5, MIDDLE - 0.03, 0.5)
        path = sheet.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        stroke(sheet, edge or fill, 0.045)
        sheet.setFillColorRGB(*rgb(fill or WHITE))
        sheet.drawPath(path, stroke=int(bool(edge)), fill=int(bool(fill)))

    return draw


SIGNS: dict[str, tuple[float, Callable[["Sheet"], None]]] = {
    "conform": (1.32, conform),
    "partly": (1.32, partly),
    "fail": (1.32, fail),
    "na": (1.32, not_applicable),
    "unchecked": (1.32, unchecked),
    "blank": (1.32, blank),
    "up": (1.32, lambda sheet: triangle(sheet, GREEN, up=True)),
    "down": (1.32, lambda sheet: triangle(sheet, RED, up=False)),
    "same": (1.32, dash),
    "box": (1.1, box),
    "ticked": (1.1, ticked),
    "fatal": (3.0, plate(lambda: severity_word("fatal"), WHITE, BLACK, BLACK)),
    "major": (3.0, plate(lambda: severity_word("major"), WHITE, RED, RED)),
    "minor": (3.0, plate(lambda: severity_word("minor"), INK, WHITE, INK)),
    "info": (3.0, plate(lambda: severity_word("info"), GREY, WHITE, RULE)),
    "star": (1.3, star(GOLD, "")),
    "star-missing": (1.3, star("", DARK_GOLD)),
    "star-missing-deep": (1.3, star("", LIGHT_GOLD)),
}


def width(name: str) -> float:
    """Return the advance of a sign for a size of one."""
    return SIGNS[name][0]


def form_name(name: str) -> str:
    """Return the name a document keeps a sign under: some hold a word of the language that is spoken."""
    return f"sign-{language()}-{name}"


def define(sheet: "Sheet") -> None:
    """Draw every sign once; pages refer to them."""
    for name, (_advance, draw) in SIGNS.items():
        sheet.beginForm(form_name(name), -0.2, -1, 4, 2)
        draw(sheet)
        sheet.endForm()
