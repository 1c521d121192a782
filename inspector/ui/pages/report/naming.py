"""What report files are called, and how large they are, in words."""

import re
from pathlib import Path

from inspector.inspection.inspection import Inspection
from inspector.report.profiles import FULL, profile_words
from inspector.wording import _, with_unit

KILO = 1024
REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_name(inspection: Inspection, *, of_hall: bool = False, profile: str = FULL) -> str:
    """Return a name for the report that every system takes; a draft's says so."""
    hall = REFUSED.sub("_", inspection.hall.name).strip(" .") or inspection.hall.code
    if profile != FULL:
        kind = profile_words()[profile][0] + (_("-评定") if of_hall else "" if inspection.finished else _("-暂估"))
        return _("{hall}-{kind}-{day}.pdf").format(hall=hall, kind=kind, day=inspection.day.isoformat())
    if of_hall:
        return _("{hall}-营业厅评定报告-{day}.pdf").format(hall=hall, day=inspection.day.isoformat())
    draft = "" if inspection.finished else _("-暂估")
    return _("{hall}-星级评定报告-{day}{draft}.pdf").format(hall=hall, day=inspection.day.isoformat(), draft=draft)


def with_suffix(name: str, suffix: str) -> str:
    """Return a file name with the ending of the kind that was chosen."""
    path = Path(name)
    return str(path if path.suffix.lower() == suffix else path.with_name(path.name.removesuffix(".pdf") + suffix))


def size_words(size: int) -> str:
    """Return a size in words."""
    if size < KILO * KILO:
        return with_unit(max(size // KILO, 1), "KB")
    return with_unit(f"{size / KILO / KILO:.1f}", "MB")
