"""How the list tells a visit: its chip, when it is or was, what to know of it, and where it goes on."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from inspector.actions.listing_visits import AHEAD, COUNTS, TO_JUDGE, TO_READ, TO_TELL, UNDER_WAY, VOID, Listed
from inspector.ui.pages.telling import FINISHED, place_of, resume_word
from inspector.ui.pages.visit_words import left_words, made_words, window_words
from inspector.ui.widgets.chips import NEUTRAL, Spec
from inspector.wording import _

EVERY, SEALED = "every", "sealed"
VIEWS = {
    EVERY: frozenset((AHEAD, UNDER_WAY, TO_TELL, TO_JUDGE, TO_READ, COUNTS, VOID)),
    AHEAD: frozenset((AHEAD, UNDER_WAY)),
    TO_TELL: frozenset((TO_TELL,)),
    TO_READ: frozenset((TO_READ,)),
    SEALED: frozenset((TO_JUDGE, COUNTS, VOID)),
}
URGENCY = (UNDER_WAY, TO_TELL, AHEAD, TO_READ, TO_JUDGE, COUNTS, VOID)


class Told(NamedTuple):
    """A sentence and its tone."""

    words: str
    tone: str = "muted"


def view_word(view: str) -> str:
    """Return the word of a view of the list."""
    return {
        EVERY: _("全部"), AHEAD: _("待到访"), TO_TELL: _("待补录"), TO_READ: _("待复核"), SEALED: _("已封存"),
    }[view]  # fmt: skip


def stage_spec(stage: str) -> Spec:
    """Return words, tone and icon of the chip that says how far a visit is."""
    return {
        AHEAD: (_("待到访"), NEUTRAL, "dashed-circle"),
        UNDER_WAY: (_("进行中"), "accent", "play"),
        TO_TELL: (_("待补录"), "warn", "clock"),
        TO_JUDGE: (_("核对中"), NEUTRAL, "dots"),
        TO_READ: (_("待复核"), "accent", "users"),
        COUNTS: (_("计入评定"), "good", "check-circle"),
        VOID: (_("不计入"), "bad", "cross-circle"),
    }[stage]


def when_words(one: Listed, now: datetime) -> tuple[str, str]:
    """Say when a visit was made, or else is planned, and which of the two it is."""
    made = made_words(one.visit, now)
    if made:
        return made, _("到访")
    planned = window_words(one.visit, now)
    return (planned, _("计划")) if planned else (_("未定"), "")


def told(one: Listed, now: datetime) -> Told:
    """Say what to know of a visit now."""
    if one.visit.exposed and one.header.status != FINISHED:
        return Told(_("身份暴露，不会计入"), "bad")
    if one.stage == AHEAD:
        return _ahead(one, now)
    if one.stage == UNDER_WAY:
        return Told(_("已记 {n} 个时刻，还没有离场").format(n=len(one.visit.counting)), "text")
    if one.stage == TO_TELL:
        return Told(*left_words(one.visit.left, now)) if one.visit.left else Told(_("还没有离场时刻"), "warn")
    return Told(one.why, "bad" if one.stage == VOID else "muted")


def _ahead(one: Listed, now: datetime) -> Told:
    window = one.visit.window
    if window and window[1] < now:
        return Told(_("计划时段已过"), "warn")
    return Told(_("任务单已读") if one.visit.briefed_at else _("任务单还没有读"))


def by_urgency(listed: Sequence[Listed]) -> list[Listed]:
    """Put visits in the order in which they want something: the oldest departure and the nearest window first."""
    return sorted(listed, key=_urgency)


def _urgency(one: Listed) -> tuple[int, float, int]:
    moment = one.visit.left or (one.visit.window[0] if one.visit.window and one.stage == AHEAD else None)
    waits = one.stage in {TO_TELL, AHEAD} and moment is not None
    return URGENCY.index(one.stage), moment.timestamp() if moment and waits else 0.0, -one.header.number


def goal_of(one: Listed) -> str:
    """Return the screen on which a visit goes on; the second reader reads where it was told."""
    return "retelling" if one.stage == TO_READ else place_of(one.header)


def goal_word(one: Listed) -> str:
    """Return the word of the button that leads there."""
    if one.stage == TO_READ:
        return _("去复核")
    return _("查看结果") if one.header.status == FINISHED else resume_word(one.header)
