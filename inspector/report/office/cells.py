"""Text for office files: nothing that a program would run, nothing that XML cannot hold, nothing too long."""

import re

LONGEST = 32_767  # characters of a cell, as Excel counts them
CUT = "……（超长，已截断）"
# What XML 1.0 cannot hold: controls but tab and line ends, half characters, two non-characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return a text that a cell can hold: what it cannot is marked by its number, what is too long says so."""
    whole = FORBIDDEN.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = sum(2 if ord(char) > 0xFFFF else 1 for char in whole) if len(whole) * 2 > LONGEST else 0  # noqa: PLR2004
    if units <= LONGEST:
        return whole
    room, kept = LONGEST - len(CUT), 0
    for place, char in enumerate(whole):
        kept += 2 if ord(char) > 0xFFFF else 1  # noqa: PLR2004 - Excel counts halves of UTF-16
        if kept > room:
            return whole[:place] + CUT
    return whole
