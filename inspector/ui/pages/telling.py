"""How lists tell an inspection without opening it: kind, state, star, and when."""

from datetime import datetime, timedelta
from typing import Protocol

from inspector.ui.widgets.chips import NEUTRAL, Spec
from inspector.ui.widgets.stars import FULL, NONE, PROVISIONAL, WITHHELD, Shown
from inspector.wording import NBSP, _, clock, long_date, short_date

DRAFT, FINISHED, DISCARDED = "draft", "finished", "discarded"
STATES = {"provisional": PROVISIONAL, "full": FULL, "withheld": WITHHELD}
SURVEY = "survey"
KINDS = ("open", "recheck")
KIND_ICONS = {"open": "checklist", "recheck": "history", "mystery": "stopwatch", "survey": "list"}


class Headed(Protocol):
    """What is known of an inspection from its header alone."""

    @property
    def id(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def status(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def form_name(self) -> str: ...
    @property
    def hall(self) -> str: ...
    @property
    def hall_name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def started_at(self) -> str: ...
    @property
    def changed_at(self) -> str: ...
    @property
    def finished_at(self) -> str: ...
    @property
    def last_item(self) -> str: ...
    @property
    def asked(self) -> int: ...
    @property
    def answered(self) -> int: ...
    @property
    def failed(self) -> int: ...
    @property
    def level(self) -> int | None: ...
    @property
    def total(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def visit(self) -> str: ...
    @property
    def ahead(self) -> bool: ...
    @property
    def amended_by(self) -> int: ...


def place_of(header: Headed) -> str:
    """Return the screen on which an inspection goes on; a mystery visit has its brief until one has left."""
    if header.status == FINISHED:
        return "result"
    if not header.visit:
        return "audit"
    return "brief" if header.ahead else "retelling"


def resume_word(header: Headed) -> str:
    """Return the word of the button that goes on with a draft."""
    if header.visit:
        return _("看任务单") if header.ahead else _("继续补录")
    return _("继续复查") if header.kind == "recheck" else _("继续检查")


def kind_word(kind: str) -> str:
    """Return the word of a kind of inspection."""
    return {"open": _("明察"), "mystery": _("暗访"), "recheck": _("复查"), "survey": _("问卷")}[kind]


def kind_spec(kind: str) -> Spec:
    """Return words, tone and icon of a kind's chip."""
    return kind_word(kind), "accent", KIND_ICONS[kind]


def status_spec(header: Headed) -> Spec:
    """Return words, tone and icon of the chip that says how far an inspection is."""
    if header.status == FINISHED and header.amended_by:
        return _("已更正"), NEUTRAL, "history"
    if header.status == FINISHED:
        return _("已完成"), "good", "check-circle"
    if header.status == DISCARDED:
        return _("回收站"), NEUTRAL, "trash"
    return (_("草稿"), NEUTRAL, "pencil") if header.answered else (_("未开始"), NEUTRAL, "dashed-circle")


def star_of(header: Headed) -> Shown:
    """Return the star of a finished inspection."""
    state = STATES.get(header.state, NONE)
    return Shown(header.level, header.total, state)


def progress_words(header: Headed) -> str:
    """Say how many items are answered."""
    return _("已答 {done} / {total}").format(done=header.answered, total=header.asked)


def failed_words(count: int) -> str:
    """Say how many items are not conform."""
    return _("{n} 项不符合").format(n=count)


def began(header: Headed) -> datetime:
    """Return when an inspection began."""
    return datetime.fromisoformat(header.started_at)


def ended(header: Headed) -> datetime:
    """Return when an inspection was finished; while it is not, when it was last touched."""
    return datetime.fromisoformat(header.finished_at or header.changed_at)


def day_words(moment: datetime, now: datetime) -> str:
    """Say a day: 今天, 昨天, 3月5日, or with its year when it is another one."""
    day = moment.astimezone(now.tzinfo).date()
    if day == now.date():
        return _("今天")
    if day == now.date() - timedelta(days=1):
        return _("昨天")
    return short_date(day) if day.year == now.year else long_date(day)


def saved_words(moment: datetime, now: datetime) -> str:
    """Say when something was saved: 14:32:07 today, with the day before it otherwise."""
    here = moment.astimezone(now.tzinfo)
    day = day_words(here, now)
    return clock(here) if here.date() == now.date() else f"{day}{NBSP}{clock(here)}"


def minute_words(moment: datetime, now: datetime) -> str:
    """Say a day and a minute: 今天 08:12."""
    here = moment.astimezone(now.tzinfo)
    return f"{day_words(here, now)}{NBSP}{here:%H:%M}"


def form_words(title: str, name: str) -> str:
    """Join a form's title to its version, which stands behind the @ of its name."""
    version = name.partition("@")[2]
    return f"{title}{NBSP}{version}" if version else title
