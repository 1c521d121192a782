"""Codes for cameras (QR), drawn as squares; what they hold can be read without a network."""

from functools import cache

from inspector.report.palette import INK, WHITE
from inspector.report.sheet import Sheet
from inspector.wording import _

QUIET = 4  # modules of white around, as readers ask


@cache
def rows_of(words: str) -> tuple[bytes, ...]:
    """Return the rows of a code at error level M, a byte for each of its modules."""
    import segno  # noqa: PLC0415 - only who prints a code needs it

    return tuple(bytes(row) for row in segno.make(words, error="m", micro=False, boost_error=False).matrix)


def draw_code(sheet: Sheet, words: str, x: float, y: float, side: float) -> None:
    """Draw a code into a square whose lower left corner is given."""
    rows = rows_of(words)
    step = side / (len(rows) + 2 * QUIET)
    with sheet.tags.figure(_("二维码：{words}").format(words=words), (x, y, side, side)):
        sheet.fill_box(x, y, side, side, WHITE)
        for down, row in enumerate(rows):
            top = y + side - (QUIET + down) * step
            for begin, end in runs(row):
                sheet.fill_box(x + (QUIET + begin) * step, top - step, (end - begin) * step, step + 0.05, INK)


def runs(row: bytes) -> list[tuple[int, int]]:
    """Return where the dark stretches of a row begin and end."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and found and found[-1][1] == place:
            found[-1] = found[-1][0], place + 1
        elif dark:
            found.append((place, place + 1))
    return found
