"""Which moment comes next, and which one a digit means."""

from collections.abc import Collection, Sequence


def next_mark(marks: Sequence[str], taken: Collection[str]) -> str:
    """Return the moment after the furthest one taken, so that one left out is passed by; empty at the end."""
    furthest = max((place for place, key in enumerate(marks) if key in taken), default=-1)
    return marks[furthest + 1] if furthest + 1 < len(marks) else ""


def by_digit(marks: Sequence[str], digit: str, letter: str) -> str:
    """Return the moment of a digit: the one of this letter, else the only one there is; empty when it names none."""
    meant = [key for key in marks if key[1:] == digit]
    if f"{letter}{digit}" in meant:
        return f"{letter}{digit}"
    return meant[0] if len(meant) == 1 else ""


def letters(marks: Sequence[str]) -> list[str]:
    """Return the letters that moments go by, in their order."""
    return list(dict.fromkeys(key[0] for key in marks))
