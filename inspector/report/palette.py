"""The colours, measures and styles of type that every page shares."""

from typing import Literal, NamedTuple

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 22 * MM, PAGE_WIDTH - 18 * MM
TOP, BOTTOM = PAGE_HEIGHT - 24 * MM, 21 * MM
MEASURE = RIGHT - LEFT
HEADER_LINE, FOOTER_LINE = PAGE_HEIGHT - 39, 40.0

DEEP, TEAL, INK, MUTE = "#0A3A43", "#0F5560", "#16262B", "#52636A"
GOLD, DARK_GOLD, LIGHT_GOLD = "#D6A12C", "#7A5A0C", "#F2CF75"
RED, ROSE, AMBER, GREEN, GREY = "#A32A22", "#C98A85", "#8A5A00", "#1D6547", "#5A696E"
TINT, TINT2, RULE, WHITE, BLACK = "#EDF3F3", "#D9E6E6", "#C9D4D6", "#FFFFFF", "#000000"
ON_DEEP, ON_DEEP_SOFT, FILL_18 = "#E4EEEE", "#CFE0E1", "#D4E0E2"

Align = Literal["left", "right", "center", "justify"]


class Style(NamedTuple):
    """Size and line of a piece of type, its colour, weight and alignment."""

    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    align: Align = "left"


class Span(NamedTuple):
    """A stretch of one kind of type, or an icon in its place."""

    text: str
    size: float
    colour: str = INK
    bold: bool = False
    icon: str = ""


BODY = Style(9, 15, align="justify")
BODY_LEFT = Style(9, 15)
CHAPTER = Style(18, 24, DEEP, bold=True)
LEAD = Style(9.5, 15, MUTE)
SECTION = Style(10.5, 15, DEEP, bold=True)
TABLE = Style(8.5, 12)
TABLE_BOLD = Style(8.5, 12, bold=True)
TABLE_MUTE = Style(8.5, 12, MUTE)
FIGURE = Style(8.5, 12, align="right")
FIGURE_BOLD = Style(8.5, 12, bold=True, align="right")
NOTE = Style(7.5, 11, MUTE)
NOTE_RIGHT = Style(7.5, 11, MUTE, align="right")
FINE = Style(6.5, 9, MUTE)
HEADER = Style(7, 10, MUTE)
ROW = Style(8, 10)
ROW_BOLD = Style(8, 10, bold=True)
SMALL = Style(7.5, 10)
SMALL_MUTE = Style(7.5, 10, MUTE)
CODE = Style(7.5, 10, MUTE)


def rgb(colour: str) -> tuple[float, float, float]:
    """Return the three parts of a colour written #RRGGBB, each from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
