"""How the register is told: how a finding stands, and what can be decided about it."""

from typing import Protocol

from inspector.inspection.register import Entry
from inspector.ui.widgets.chips import NEUTRAL, Spec
from inspector.wording import _

ACT_ICONS = {"confirm": "check-circle", "reject": "cross-circle", "close": "wrench", "reopen": "refresh"}


class Listed(Protocol):
    """A finding as the register lists it."""

    @property
    def entry(self) -> Entry: ...
    @property
    def severity(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def form(self) -> str: ...
    @property
    def hall(self) -> str: ...
    @property
    def hall_name(self) -> str: ...
    @property
    def finished_at(self) -> str: ...


def status_spec(status: str) -> Spec:
    """Return the chip of whether a finding was confirmed."""
    return {
        "candidate": (_("待确认"), "accent", "eye"),
        "confirmed": (_("已确认"), "bad", "check-circle"),
        "rejected": (_("不成立"), NEUTRAL, "ban"),
    }[status]


def open_spec(entry: Entry) -> Spec | None:
    """Return the chip of whether a finding was put right; None where there is nothing to put right."""
    if entry.status == "rejected":
        return None
    return (_("未整改"), "warn", "wrench") if entry.open else (_("已整改"), "good", "check")


def act_word(act: str) -> str:
    """Return the word on the button of an act."""
    return {"confirm": _("确认属实"), "reject": _("不成立"), "close": _("已整改"), "reopen": _("重新打开")}[act]


def decided_word(act: str) -> str:
    """Return what was done by an act."""
    return {
        "confirm": _("已确认属实"),
        "reject": _("已判为不成立"),
        "close": _("已记为整改完成"),
        "reopen": _("已重新打开"),
    }[act]


def act_meaning(act: str) -> str:
    """Say what follows from an act."""
    return {
        "confirm": _("否决问题确认后一票否决；严重问题继续封顶，直到整改。"),
        "reject": _("问题不再影响星级，仍留在台账上。"),
        "close": _("问题已整改并核对过。严重问题整改后不再封顶。"),
        "reopen": _("问题又出现，或者没有真正改好。"),
    }[act]
