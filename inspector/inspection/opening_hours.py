"""Opening hours as halls publish them, read from free text."""

import re
from datetime import time

ALL_DAY = re.compile(r"24\s*(小时|h)", re.IGNORECASE)
SPAN = re.compile(r"(\d{1,2})[:：]([0-5]\d)\s*[-–—~～至到]+\s*(\d{1,2})[:：]([0-5]\d)")


def opening(hours: str) -> list[tuple[time, time]]:
    """Return the spans in a text such as 周一至周五 8:30–12:00，14:00–17:30; empty without any."""
    if ALL_DAY.search(hours):
        return [(time.min, time.max)]
    return [
        (time(int(hour), int(minute)), time(int(till), int(end)))
        for hour, minute, till, end in SPAN.findall(hours)
        if int(hour) <= time.max.hour and int(till) <= time.max.hour
    ]
