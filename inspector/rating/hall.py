"""The star of a hall: which inspections count and why, whether the evidence suffices, and how long it holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from inspector.inspection.deadline import YEAR, months_later
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry
from inspector.rating.case import Case, Previous, case_of, findings_of, once_each
from inspector.rating.rate import Rating, State, covers, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.survey import Survey, survey_of
from inspector.wording import _, long_date

FULL_AUDITS = ("open", "recheck")


@dataclass(frozen=True, slots=True)
class Considered:
    """An inspection that was looked at: whether it counts, and why (not)."""

    inspection: Inspection
    counts: bool
    why: str


@dataclass(frozen=True)
class HallRating:
    """The rating of a hall at a moment: `lacking` says what evidence is missing for a full star (empty: none).

    `survey` is what customers said in the same time, in no star; None where none was asked.
    """

    rating: Rating
    considered: tuple[Considered, ...]
    at: datetime
    lacking: str
    valid_until: date | None
    survey: Survey | None = None


def rate_hall(
    inspections: Iterable[Inspection],
    scheme: Scheme,
    at: datetime,
    register: Iterable[Entry] = (),
    previous: Previous | None = None,
    void: Mapping[str, str] | None = None,
) -> HallRating:
    """Rate a hall at a moment from its inspections; order changes nothing, void ones (by id, with why) never count.

    Full where the scheme's evidence floor is met, provisional where at least a whole open audit counts, else not rated.
    A confirmed finding that is still open counts whatever inspection it comes from: a spot check drops a star at once.
    """
    void = void or {}
    known = sorted(inspections, key=lambda one: (one.finished_at or one.started_at, one.id))
    considered = tuple(_considered(known, scheme, at, void))
    counting = [one.inspection for one in considered if one.counts]
    entries = tuple(register)
    case = case_of(counting, scheme, entries, previous) if counting else Case((), previous=previous)
    others = [one.inspection for one in considered if not one.counts and one.inspection.id not in void]
    standing = [finding for one in others for finding in findings_of(one, entries) if _stands(finding[1])]
    lacking = _lacking(counting, scheme)
    refused = "" if any(_whole(one, scheme) for one in counting) or not lacking else lacking
    case = replace(case, findings=once_each([*case.findings, *standing]), refused=refused)
    rating = rate_case(scheme, case, State.PROVISIONAL if lacking else State.FULL)
    latest = max((one.finished_at.date() for one in counting if one.finished_at), default=None)
    until = months_later(latest, scheme.valid_months) if latest else None
    sheets = survey_of(_sheets(known, scheme, at))
    return HallRating(rating, considered, at, lacking, until if rating.level else None, sheets)


def _sheets(known: Sequence[Inspection], scheme: Scheme, at: datetime) -> list[Inspection]:
    begins = _begins(scheme, at)
    surveys = [one for one in known if one.head.kind == "survey" and one.finished_at]
    return [one for one in surveys if one.finished_at and one.finished_at <= at and one.finished_at.date() >= begins]


def _begins(scheme: Scheme, at: datetime) -> date:
    return months_later(at.date(), -scheme.floor.get("window_months", YEAR))


def _considered(
    known: Sequence[Inspection], scheme: Scheme, at: datetime, void: Mapping[str, str]
) -> Iterable[Considered]:
    begins = _begins(scheme, at)
    audits = [one for one in known if _out_of_question(one, scheme, at, begins, void) == "" and _whole(one, scheme)]
    latest = audits[-1] if audits else None
    for one in known:
        why = _out_of_question(one, scheme, at, begins, void)
        if not why and one.head.kind in FULL_AUDITS:
            if not _whole(one, scheme):
                why = _("专项检查只供参考，不计入")
            elif one is not latest and latest is not None and latest.finished_at:
                why = _("已被 {day} 的全项检查取代").format(day=long_date(latest.finished_at.date()))
        yield Considered(one, not why, why or _("在评定期内，计入"))


def _out_of_question(one: Inspection, scheme: Scheme, at: datetime, begins: date, void: Mapping[str, str]) -> str:
    if one.finished_at is None:
        return _("还没有完成")
    if one.id in void:
        return _("保留但不计入：{why}").format(why=void[one.id])
    if one.finished_at > at:
        return _("在评定之后")
    if one.finished_at.date() < begins:
        return _("早于评定期（{n} 个月）").format(n=scheme.floor.get("window_months", YEAR))
    if not scheme.kinds.get(one.head.kind):
        return _("这一类检查单独统计，不计入星级")
    return ""


def _whole(one: Inspection, scheme: Scheme) -> bool:
    return one.head.kind in FULL_AUDITS and covers(one.form, scheme)


def _stands(entry: Entry) -> bool:
    return entry.status == "confirmed" and entry.open


def _lacking(counting: Sequence[Inspection], scheme: Scheme) -> str:
    """Say what evidence is missing.

    A re-inspection of the whole form serves as an open audit; the scenarios of one mystery visit are one visit, and
    those of a channel without a door (telephone, online) are none.
    """
    visits = {_visit(one): one for one in counting if one.form.scenario is None or one.form.scenario.visit}
    kinds = ["open" if one.head.kind in FULL_AUDITS else one.head.kind for one in visits.values()]
    words = {"open": _("明察"), "mystery": _("暗访"), "survey": _("问卷")}
    short = [
        _("{kind} {found}/{wanted} 次").format(kind=words.get(kind, kind), found=kinds.count(kind), wanted=wanted)
        for kind, wanted in scheme.floor.items()
        if kind != "window_months" and kinds.count(kind) < wanted
    ]
    return _("证据不足：{short}").format(short="，".join(short)) if short else ""


def _visit(one: Inspection) -> str:
    return one.head.visit.id if one.head.visit else one.id
