"""How screens tell a mystery visit: when it is planned, and how long it may still be told."""

from datetime import datetime, timedelta

from inspector.inspection.visit import FRESH, LATE, Visit
from inspector.ui.pages.telling import Headed, minute_words
from inspector.wording import NBSP, _

MINUTE = timedelta(minutes=1)


def visit_of(header: Headed) -> Visit:
    """Return the visit of an unfinished inspection's header."""
    return Visit.of_json(header.visit)


def span_words(span: timedelta) -> str:
    """Say a span of time in hours and minutes, cut to the minute: 20 小时 12 分."""
    hours, minutes = divmod(span // MINUTE, 60)
    if not hours:
        return _("{minutes} 分").format(minutes=minutes).replace(" ", NBSP)
    return _("{hours} 小时 {minutes} 分").format(hours=hours, minutes=minutes).replace(" ", NBSP)


def left_words(left: datetime, now: datetime) -> tuple[str, str]:
    """Say how long a visit may still be told after one left, in words and a tone."""
    passed = now - left
    if passed <= FRESH:
        return _("补录剩余 {time}").format(time=span_words(FRESH - passed)), "warn"
    if passed <= LATE:
        return _("只记事实项，{time}后作废").format(time=span_words(LATE - passed)), "bad"
    return _("超过 72 小时，本次无效"), "bad"


def window_words(visit: Visit, now: datetime) -> str:
    """Say the window planned for a visit: 今天 10:00–12:00; nothing without one."""
    if visit.window is None:
        return ""
    begin, end = visit.window
    return f"{minute_words(begin, now)}–{end.astimezone(now.tzinfo):%H:%M}"


def ahead_words(visit: Visit, now: datetime) -> str:
    """Say how far a visit is that is not over yet."""
    if visit.began:
        return _("{time} 到访，还没有离场").format(time=made_words(visit, now))
    return window_words(visit, now) or _("还没有到访")


def made_words(visit: Visit, now: datetime) -> str:
    """Say when a visit was made: 昨天 10:20; nothing before its first moment."""
    return minute_words(visit.began, now) if visit.began else ""
