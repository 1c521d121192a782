"""The rest of an answers file, which ratings rest on besides the inspections: register and the rating before."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import InvalidOperation
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError
from inspector.exchange.answers_file import FilledForm, inspections_of, read_json
from inspector.inspection.register import STATUSES, Entry
from inspector.rating.case import Previous
from inspector.rating.receipt import previous_from
from inspector.wording import _


@dataclass(frozen=True)
class CaseFile:
    """Everything an answers file says."""

    inspections: list[FilledForm]
    register: list[Entry]
    previous: Previous | None


def read_case_file(path: Path) -> CaseFile:
    """Read an answers file with its register and the rating before."""
    plain = read_json(path)
    inspections = inspections_of(plain, path.name)
    rows = plain.get("register", [])
    if not isinstance(rows, list):
        raise _wrong("register", _("应是列表"))
    register = [_entry(row, f"register[{number}]") for number, row in enumerate(rows)]
    return CaseFile(inspections, register, _previous(plain.get("previous")))


def _entry(plain: Any, place: str) -> Entry:
    if not isinstance(plain, Mapping) or not all(isinstance(plain.get(key), str) for key in ("inspection", "item")):
        raise _wrong(place, _("要写明 inspection 和 item"))
    status, is_open = plain.get("status", "candidate"), plain.get("open", True)
    if status not in STATUSES or not isinstance(is_open, bool):
        raise _wrong(place, _("status 只能是 {known}，open 只能是 true 或 false").format(known="、".join(STATUSES)))
    return Entry(plain["inspection"], plain["item"], status, is_open)


def _previous(plain: Any) -> Previous | None:
    try:
        previous = previous_from(plain)
    except (ValueError, TypeError, AttributeError, ZeroDivisionError, InvalidOperation) as fault:
        raise _wrong("previous", _("要写 at、level 和 measures，数值写成小数或文字")) from fault
    if previous is not None and not isinstance(previous.level, int | None):
        raise _wrong("previous.level", _("应是整数"))
    return previous


def _wrong(place: str, what: str) -> InspectorError:
    return InspectorError(f"{place}：{what}。")
