"""Write down the State Council's holiday notices that the library `holidays` knows, so that few need to load it.

Usage: python resources/calendar/refresh.py
"""

import json
from pathlib import Path

from holidays import country_holidays

TARGET = Path(__file__).parent / "notices.json"
YEARS = range(2020, 2036)


def notices() -> dict[str, dict[str, dict[str, str] | list[str]]]:
    """Return the days off by name and the weekends worked, of every year whose notice is known."""
    known = {}
    for year in YEARS:
        calendar = country_holidays("CN", years=year, language="zh_CN")
        worked = sorted(day.isoformat() for day in calendar.weekend_workdays if day.year == year)
        if worked:
            known[str(year)] = {"off": {day.isoformat(): calendar[day] for day in sorted(calendar)}, "on": worked}
    return known


if __name__ == "__main__":
    TARGET.write_text(json.dumps(notices(), ensure_ascii=False, indent=1) + "\n", "utf-8")
