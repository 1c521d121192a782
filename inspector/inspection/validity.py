"""The validity gate of a mystery visit, V1-V10: each rule met, broken or still open, with its reason and evidence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector.form.scenario import RULES, Scenario
from inspector.inspection.answer import Verdict
from inspector.inspection.frequency import COOLING_MONTHS, PastVisit, cooling
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Inspection
from inspector.inspection.opening_hours import opening
from inspector.inspection.proof import shown
from inspector.inspection.visit import FRESH, LAST, LATE, Visit, disordered
from inspector.wording import _, long_date

MET, BROKEN, OPEN = "met", "broken", "open"
VALID, INVALID, UNDECIDED = "valid", "invalid", "open"
ENOUGH = 80  # percent of what applied

TITLES = {
    "V1": "时间", "V2": "地点", "V3": "到访证明", "V4": "脚本", "V5": "计时", "V6": "回忆", "V7": "未被识破",
    "V8": "无利害关系", "V9": "作答齐全", "V10": "第二人复核",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What the second reader said of a finished visit."""

    by: Inspector
    accepted: bool
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """One rule: met, broken or open, why, and what that rests on."""

    rule: str
    state: str
    why: str
    evidence: str = ""

    @property
    def title(self) -> str:
        """Return the rule's name."""
        return _(TITLES[self.rule])


@dataclass(frozen=True)
class Validity:
    """All rulings of a visit; it counts when every rule is met, and never when one is broken."""

    rulings: tuple[Ruling, ...]
    degraded: bool = False

    @property
    def state(self) -> str:
        """Return valid, invalid or open."""
        states = {ruling.state for ruling in self.rulings}
        if BROKEN in states:
            return INVALID
        return UNDECIDED if OPEN in states else VALID

    @property
    def why(self) -> str:
        """Return why it does not count (yet); empty when it does."""
        wanted = {INVALID: BROKEN, UNDECIDED: OPEN}.get(self.state)
        return "；".join(f"{one.rule} {one.title}：{one.why}" for one in self.rulings if one.state == wanted)

    def ruling(self, rule: str) -> Ruling | None:
        """Return the ruling on a rule; None where the scenario leaves the rule out."""
        return next((one for one in self.rulings if one.rule == rule), None)


@dataclass(frozen=True)
class _Case:
    inspection: Inspection
    scenario: Scenario
    visit: Visit
    past: Sequence[PastVisit]
    reading: Reading | None
    retold_at: datetime | None


def validity(
    inspection: Inspection,
    past: Sequence[PastVisit] = (),
    reading: Reading | None = None,
    retold_at: datetime | None = None,
) -> Validity:
    """Judge a mystery visit by the rules its scenario names.

    `past` are the other mystery visits known, `reading` what the second reader said, `retold_at` when something was
    recalled last (a sealed inspection knows that itself). Without a scenario there is no gate to pass.
    """
    scenario, visit = inspection.form.scenario, inspection.head.visit
    if scenario is None:
        return Validity(())
    if visit is None:
        return Validity((Ruling("V5", OPEN, _("还没有到访记录")),))
    if visit.retold_at:
        retold_at = datetime.fromisoformat(visit.retold_at)
    others = [one for one in past if one.inspection != inspection.id and one.visit != visit.id]
    case = _Case(inspection, scenario, visit, others, reading, retold_at)
    rulings = tuple(Ruling(rule, *RULERS[rule](case)) for rule in RULES if rule in scenario.rules)
    return Validity(rulings, recollection(out_since(scenario, visit), retold_at) == "late")


def out_since(scenario: Scenario, visit: Visit) -> datetime | None:
    """Return from when on everything is recollection: the last moment, where the scenario does without one of leaving.

    A call that nobody answers has no hang-up; calls to customers have no moments at all, and are told as they are made.
    """
    if visit.left or any(key in LAST for key in scenario.needed):
        return visit.left
    return max((mark.at for mark in visit.counting), default=None)


Told = tuple[str, str, str]


def _time(case: _Case) -> Told:
    began, hall = case.visit.began, case.inspection.hall
    if began is None:
        return OPEN, _("还没有记下时刻"), ""
    evidence = f"{long_date(began.date())} {began:%H:%M}"
    planned = case.visit.window
    if planned and not planned[0] <= began <= planned[1]:
        window = f"{planned[0]:%m-%d %H:%M}–{planned[1]:%m-%d %H:%M}"
        return BROKEN, _("不在计划时段 {window} 内").format(window=window), evidence
    hours = opening(hall.hours)
    if not hours and not planned:
        return OPEN, _("营业厅没有登记营业时间，任务也没有计划时段"), evidence
    if hours and not any(first <= began.time() <= last for first, last in hours):
        return BROKEN, _("不在公示营业时间 {hours} 内").format(hours=hall.hours), evidence
    return MET, _("在公示营业时间和计划时段内"), evidence


def _place(case: _Case) -> Told:
    found = list(shown(case.inspection, case.visit, case.scenario.place))
    if found:
        return MET, _("能认出是任务单上的营业厅"), "；".join(found)
    return OPEN, _("缺门头照片或号票：附一张照片，或填票号"), ""


def _proof(case: _Case) -> Told:
    found = list(shown(case.inspection, case.visit, case.scenario.proof))
    if found:
        return MET, _("附有到访证明"), "；".join(found)
    return OPEN, _("还没有到访证明"), "、".join(case.scenario.proof)


def _script(case: _Case) -> Told:
    visit, version = case.visit, case.inspection.form.name
    if visit.followed is None:
        return OPEN, _("还没有确认是否照脚本做"), version
    if visit.followed:
        return MET, _("照脚本做"), version
    if visit.deviations.strip():
        return MET, _("有偏离，已写明：{what}").format(what=visit.deviations.strip()), version
    return OPEN, _("没有照脚本做，还没有写明哪里不同"), version


def _timers(case: _Case) -> Told:
    missing = [key for key in case.scenario.needed if case.visit.mark(key) is None]
    typed = [mark.key for mark in case.visit.counting if mark.typed]
    evidence = _("手填：{keys}").format(keys="、".join(typed)) if typed else _("全部当场按下")
    wrong = disordered(case.visit.counting)
    if wrong:
        pairs = "，".join(
            _("{second} 早于 {first}").format(second=second.key, first=first.key) for first, second in wrong
        )
        return BROKEN, _("时刻前后颠倒：{pairs}").format(pairs=pairs), evidence
    if missing:
        return OPEN, _("缺 {keys}").format(keys="、".join(missing)), evidence
    return MET, _("时刻齐全，前后有序"), evidence


def _recollection(case: _Case) -> Told:
    left, retold = out_since(case.scenario, case.visit), case.retold_at
    if not case.scenario.marks:
        return MET, _("不记时刻的场景，随做随记"), ""
    if left is None or retold is None:
        return OPEN, _("还没有补录"), ""
    evidence = _("离场 {left:%m-%d %H:%M}，补录 {retold:%m-%d %H:%M}").format(left=left, retold=retold)
    delay = _("{n} 小时").format(n=f"{(retold - left) / timedelta(hours=1):.1f}")
    match recollection(left, retold):
        case "void":
            return BROKEN, _("离场 {delay} 后才补录，超过 72 小时").format(delay=delay), evidence
        case "late":
            return MET, _("离场 {delay} 后补录，降级：只取事实，凭印象的记未能检查").format(delay=delay), evidence
    return MET, _("离场 {delay} 内补录").format(delay=delay), evidence


def _unnoticed(case: _Case) -> Told:
    if case.visit.exposed.strip():
        return BROKEN, _("身份暴露：{how}").format(how=case.visit.exposed.strip()), ""
    return MET, _("没有被识破"), ""


def _no_conflict(case: _Case) -> Told:
    if not case.inspection.head.no_conflict:
        return OPEN, _("还没有声明与本厅无利害关系"), ""
    day = case.visit.began.date() if case.visit.began else case.inspection.day
    earlier = cooling(case.inspection.hall.code, day, case.visit.shopper, case.past) if case.scenario.visit else None
    if earlier:
        words = _("{code} 在 {day} 来过本厅，未满 {n} 个月")
        return BROKEN, words.format(code=case.visit.shopper, day=long_date(earlier.day), n=COOLING_MONTHS), ""
    if not case.scenario.visit:
        return MET, _("已声明"), case.visit.shopper
    return MET, _("已声明，且 {n} 个月内没有来过").format(n=COOLING_MONTHS), case.visit.shopper


def _answered(case: _Case) -> Told:
    verdicts = [case.inspection.verdict(item.id) for item in case.inspection.asked_items]
    applied = [verdict for verdict in verdicts if verdict is not Verdict.NA]
    judged = sum(verdict is not None and verdict.judged for verdict in applied)
    evidence = _("{n}/{of} 项").format(n=judged, of=len(applied))
    if judged * 100 >= ENOUGH * len(applied):
        return MET, _("适用项答了八成以上"), evidence
    state = BROKEN if case.inspection.finished else OPEN
    return state, _("适用项作答不足 {n}%").format(n=ENOUGH), evidence


def _second_reader(case: _Case) -> Told:
    reading = case.reading
    if reading is None:
        return OPEN, _("等第二人复核") if case.inspection.finished else _("封存后由第二人复核"), ""
    if reading.accepted:
        return MET, _("已复核，同意"), reading.by.name
    return BROKEN, _("复核不同意：{reason}").format(reason=reading.reason), reading.by.name


RULERS: Mapping[str, Callable[[_Case], Told]] = {
    "V1": _time, "V2": _place, "V3": _proof, "V4": _script, "V5": _timers, "V6": _recollection, "V7": _unnoticed,
    "V8": _no_conflict, "V9": _answered, "V10": _second_reader,
}  # fmt: skip


def recollection(left: datetime | None, retold: datetime | None) -> str:
    """Return how fresh a recollection is: fresh up to 24 hours after leaving, late up to 72, then void."""
    if left is None or retold is None or retold - left <= FRESH:
        return "fresh"
    return "late" if retold - left <= LATE else "void"


def too_late(inspection: Inspection, answered_at: Mapping[str, datetime]) -> list[str]:
    """Return the items told from memory more than 24 hours after leaving: they become 未能检查."""
    scenario, visit = inspection.form.scenario, inspection.head.visit
    left = out_since(scenario, visit) if scenario and visit else None
    if left is None:
        return []
    return [
        item.id
        for item in inspection.recorded_items
        if item.impression
        and (verdict := inspection.verdict(item.id)) is not None
        and verdict.judged
        and item.id in answered_at
        and answered_at[item.id] - left > FRESH
    ]
