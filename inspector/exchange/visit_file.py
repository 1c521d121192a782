"""What an answers file says of a mystery visit: who by code, when it was planned, and the moments taken."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from inspector.errors import InspectorError
from inspector.form.scenario import MARKS
from inspector.inspection.visit import Mark, Visit
from inspector.wording import _

WORDS = ("id", "shopper", "deviations", "exposed")
MOMENTS = ("planned_from", "planned_to", "briefed_at")
KEYS = {*WORDS, *MOMENTS, "marks", "followed"}


def read_visit(plain: Any, place: str) -> Visit | None:
    """Read a visit, its moments as typed from the file; None without one."""
    if plain is None:
        return None
    if not isinstance(plain, Mapping) or plain.keys() - KEYS:
        raise _wrong(place, _("可写 {known}").format(known="、".join(sorted(KEYS))))
    for key in WORDS:
        if not isinstance(plain.get(key, ""), str):
            raise _wrong(f"{place}.{key}", _("应是文字"))
    if not isinstance(plain.get("followed"), bool | None):
        raise _wrong(f"{place}.followed", _("只能是 true 或 false"))
    moments = {key: moment(plain[key], f"{place}.{key}").isoformat() for key in MOMENTS if key in plain}
    marks = _marks(plain.get("marks", {}), f"{place}.marks")
    return replace(Visit.of({"id": "", **plain, **moments, "marks": ()}), marks=marks)


def _marks(plain: Any, place: str) -> tuple[Mark, ...]:
    if not isinstance(plain, Mapping) or plain.keys() - set(MARKS):
        raise _wrong(place, _("应是时刻到时间的对照，时刻可写 {known}").format(known="、".join(MARKS)))
    return tuple(Mark(key, moment(at, f"{place}.{key}"), source=_("作答文件")) for key, at in plain.items())


def moment(text: Any, place: str) -> datetime:
    """Read a moment; without an offset it is one of this machine's zone."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except (TypeError, ValueError, OverflowError) as fault:
        raise _wrong(place, _("不是时间，应如 2026-03-05T09:12:00+08:00")) from fault


def _wrong(place: str, what: str) -> InspectorError:
    return InspectorError(f"{place}：{what}。")
