"""The pages of league and heat map: their head and foot, the cursor, and how a cell is set."""

from collections.abc import Sequence

from inspector.report.palette import CHAPTER, DEEP, HEADER, MM, MUTE, PAGE_HEIGHT, PAGE_WIDTH, RULE, Style
from inspector.report.paragraph import Paragraph
from inspector.report.ranked import League
from inspector.report.sheet import Sheet
from inspector.wording import _

EDGE, END = 16 * MM, PAGE_WIDTH - 16 * MM
WIDE = END - EDGE
TOP, FOOT = PAGE_HEIGHT - 22 * MM, 18 * MM
A_PAGE, ROW, HEAD_ROW = 24, 23.5, 22.0
OWN = "#FBF4E1"
LEAD, CELL = Style(9.5, 15), Style(9, 12)
RIGHT_CELL, SMALL = Style(9, 12, align="right"), Style(7.5, 11, MUTE)
HEAD, HEAD_RIGHT = Style(7.5, 11, MUTE), Style(7.5, 11, MUTE, align="right")


class Pages:
    """The pages of both parts: a head, a foot, the cursor."""

    def __init__(self, sheet: Sheet, league: League) -> None:
        self.sheet, self.league, self.page, self.y = sheet, league, 0, TOP

    def begin(self, title: str = "", lead: str = "") -> None:
        """Begin a page; the first of a part carries its title."""
        sheet = self.sheet
        if self.page:
            sheet.showPage()
        self.page += 1
        self.y = TOP
        with sheet.tags.artifact():
            head = " · ".join(part for part in (self.league.unit, _("营业厅星级"), self.league.period) if part)
            sheet.label(head, HEADER, EDGE, PAGE_HEIGHT - 34)
            sheet.label(self.league.title, HEADER._replace(align="right", colour=DEEP), END, PAGE_HEIGHT - 34)
            sheet.rule(EDGE, PAGE_HEIGHT - 39, END, RULE)
            sheet.rule(EDGE, FOOT - 16, END, RULE)
            sheet.label(self.league.foot, HEADER._replace(size=6.5), EDGE, FOOT - 27)
            sheet.doForm(f"page-{self.page}")
        if title:
            sheet.bookmarkPage(title)
            sheet.addOutlineEntry(title, title, 0)
            with sheet.tags.tag("H1"):
                Paragraph(title, CHAPTER, WIDE, 1).draw(sheet, EDGE, self.y + 2)
            text = Paragraph(lead, LEAD, WIDE, 3)
            text.draw(sheet, EDGE, self.y - 28)
            self.y -= 36 + text.height

    def number(self) -> None:
        """Fill in n / N."""
        for page in range(1, self.page + 1):
            self.sheet.beginForm(f"page-{page}")
            self.sheet.label(f"{page} / {self.page}", Style(7.5, 10, align="right"), END, FOOT - 27)
            self.sheet.endForm()


def cell(pages: Pages, words: str | Sequence[object], style: Style, x: float, width: float, kind: str = "TD") -> None:
    """Draw one cell; figures end at x, words begin there."""
    more = "/A<</O/Table/Scope/Column>>" if kind == "TH" else ""
    text = Paragraph(words, style, width, 1)  # type: ignore[arg-type]
    with pages.sheet.tags.tag(kind, more):
        text.draw(pages.sheet, EDGE + x - (width if style.align == "right" else 0), pages.y - 5)
