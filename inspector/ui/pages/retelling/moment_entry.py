"""A moment as people type it from a ticket: 10:33, 10:33:52, 103352, with a full-width colon or without any."""

import re
from datetime import date, datetime, time, tzinfo

CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?|(\d{2})(\d{2})(\d{2})?")
DAY = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?")


def time_of(text: str) -> time | None:
    """Return the time of day a text names; None when it names none."""
    found = CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second = (found.groups()[:3]) if found[1] else (found.groups()[3:])
    try:
        return time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return None


def day_of(text: str) -> date | None:
    """Return the day a text names, as 2026-03-05 or 2026年3月5日; None when it names none."""
    found = DAY.fullmatch(text.strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def moment_of(day: str, clock: str, zone: tzinfo | None) -> datetime | None:
    """Return the moment of a day and a time of day; None when either says nothing."""
    on, at = day_of(day), time_of(clock)
    return datetime.combine(on, at, zone) if on and at else None
