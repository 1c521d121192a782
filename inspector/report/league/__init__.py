"""The league of all halls and their heat map on paper, two dozen halls a page."""

from datetime import datetime
from pathlib import Path

from inspector.paths import write_whole
from inspector.report.league.heat import set_heat
from inspector.report.league.pages import Pages
from inspector.report.league.table import set_league, set_shares
from inspector.report.ranked import League
from inspector.report.sheet import Sheet, collecting_later, plain


def write_league(league: League, target: Path, made_at: datetime) -> int:
    """Write league and heat map and return the pages; all there, or not there."""
    with collecting_later():
        document, pages = typeset_league(league, made_at)
    write_whole(target, document)
    return pages


def typeset_league(league: League, made_at: datetime, *, tagged: bool = True) -> tuple[bytes, int]:
    """Set both parts and return the bytes of the PDF and the number of its pages."""
    sheet = Sheet(plain(f"{league.title} {league.period}"), plain(league.unit), made_at)
    sheet.tags.off = not tagged
    pages = Pages(sheet, league)
    set_league(pages)
    set_shares(pages)
    set_heat(pages)
    sheet.showPage()
    pages.number()
    return sheet.finished(), pages.page
