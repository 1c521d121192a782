"""What the recollection clock says: how long there is, until when, and what the 24 and the 72 hours mean."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector.form.scenario import Scenario
from inspector.inspection.validity import out_since, recollection
from inspector.inspection.visit import FRESH, LAST, LATE, Visit
from inspector.ui.pages.visit_words import span_words
from inspector.wording import _, short_date

HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClockTold:
    """The ring (how full, what stands in it, in which tone), a title and what follows from it."""

    title: str
    meaning: str
    share: float = 0.0
    figure: str = ""
    under: str = ""
    tone: str = "accent"


def clock_told(
    scenario: Scenario, visit: Visit, now: datetime, told_at: datetime | None, sealed: bool = False
) -> ClockTold:
    """Say how the recollection stands; `told_at` is when the last item was told, None while some are open."""
    if not scenario.marks:
        return ClockTold(_("这个场景没有离场时刻"), _("随做随记，不受 24 小时限制。"), tone="muted")
    left = out_since(scenario, visit)
    if left is None:
        last = next((key for key in scenario.marks if key in LAST), scenario.marks[-1])
        meaning = _("有了离场时刻，才知道还剩多少时间补录。没有按下的，按小票或手表补填。")
        return ClockTold(_("先补上 {key} 的时刻").format(key=last), meaning, 0, "–", "", "warn")
    return _done(left, told_at, sealed) if told_at else _running(left, now.astimezone(left.tzinfo))


def _done(left: datetime, told_at: datetime, sealed: bool) -> ClockTold:
    how = recollection(left, told_at)
    if how == "void":
        return _void(span_words(told_at - left))
    meaning = _("离场 {left:%H:%M}，{delay}后补完。").format(left=left, delay=span_words(told_at - left))
    if not sealed:
        meaning += _("封存前再改一项，就按那时算。")
    if how == "late" and sealed:
        meaning += _("超过 24 小时才凭印象补的，已改记“未能检查”。")
    elif how == "late":
        meaning += _("超过 24 小时才凭印象补的，封存时改记“未能检查”。")
    return ClockTold(_("已补录完"), meaning, 1, "✓", "", "good" if how == "fresh" else "warn")


def _running(left: datetime, now: datetime) -> ClockTold:
    passed = max(now - left, timedelta())
    gone = _("离场 {left:%H:%M}，已过 {passed}。").format(left=left, passed=span_words(passed))
    how = recollection(left, now)
    if how == "void":
        return _void(span_words(passed))
    end = left + (FRESH if how == "fresh" else LATE)
    title = _("请在{by} 前补录完").format(by=by_words(end, now))
    figure = f"{(end - now) // HOUR}:{(end - now) % HOUR // MINUTE:02}"
    if how == "fresh":
        meaning = gone + _("24 小时内补录全部可计分；\n24～72 小时只记事实项，超过 72 小时本次无效。")
        return ClockTold(title, meaning, (end - now) / FRESH, figure, _("剩余"))
    meaning = gone + _("现在只记事实项：\n凭印象的项封存时改记“未能检查”。超过 72 小时本次无效。")
    return ClockTold(title, meaning, (end - now) / (LATE - FRESH), figure, _("剩余"), "warn")


def _void(delay: str) -> ClockTold:
    meaning = _("离场已过 {delay}。仍可补完封存：记录照样保留，但不计入评定。").format(delay=delay)
    return ClockTold(_("超过 72 小时，本次暗访无效"), meaning, 0, "0:00", _("剩余"), "bad")


def by_words(moment: datetime, now: datetime) -> str:
    """Say a day to come and a minute: 明天 10:44."""
    days = (moment.date() - now.date()).days
    day = {0: _("今天"), 1: _("明天"), 2: _("后天")}.get(days, short_date(moment.date()))
    return f"{day} {moment:%H:%M}"
