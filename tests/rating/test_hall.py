"""The star of a hall: which inspections count and why, the evidence floor, standing findings, how long it holds."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import permutations

import pytest

from inspector.form.form import Form
from inspector.form.library import Library
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry
from inspector.rating.hall import HallRating, rate_hall
from inspector.rating.rate import State
from inspector.rating.scheme import Scheme
from tests.conftest import MORNING
from tests.inspection.blanks import inspection

AT = MORNING + timedelta(days=60)
HALL = Hall("1", "甲", hall_class="A")
FATAL = "FS-01"


@pytest.fixture(scope="module")
def etiquette() -> Form:
    return Library().load("etiquette").form


def finished(
    form: Form, limits: Limits, kind: str = "open", day: int = 0, *, id_: str = "", failed: tuple[str, ...] = ()
) -> Inspection:
    answers: dict[str, Answer | str] = {
        id_: Answer(Verdict.FAIL if id_ in failed else Verdict.CONFORM) for id_ in form.order
    }
    one = inspection(form, answers, limits=limits, hall=HALL, at=MORNING + timedelta(days=day))
    return replace(
        one,
        id=id_ or f"{kind}-{day}",
        head=replace(one.head, kind=kind),
        finished_at=one.started_at + timedelta(hours=3),
    )


@pytest.fixture
def enough(form: Form, etiquette: Form, limits: Limits) -> list[Inspection]:
    return [
        finished(form, limits),
        finished(etiquette, limits, "mystery", 3),
        finished(etiquette, limits, "mystery", 9),
    ]


def why(rating: HallRating, id_: str) -> str:
    return next(one.why for one in rating.considered if one.inspection.id == id_)


def test_one_audit_and_two_visits_make_a_full_star(enough: list[Inspection], scheme: Scheme) -> None:
    rated = rate_hall(enough, scheme, AT)
    assert (rated.rating.state, rated.lacking) == (State.FULL, "")
    assert rated.rating.level is not None
    assert rated.rating.level.level == 5
    assert all(one.counts for one in rated.considered)
    assert rated.valid_until == date(2027, 3, 14)


def test_less_evidence_is_provisional_and_without_an_audit_there_is_no_star(
    enough: list[Inspection], scheme: Scheme
) -> None:
    rated = rate_hall(enough[:2], scheme, AT)
    assert rated.rating.state is State.PROVISIONAL
    assert rated.lacking == "证据不足：暗访 1/2 次"
    rated = rate_hall(enough[1:], scheme, AT)
    assert rated.rating.state is State.UNRATED
    assert "明察 0/1 次" in rated.rating.why
    assert rate_hall([], scheme, AT).rating.state is State.UNRATED


def test_a_later_whole_audit_replaces_an_earlier_one(
    enough: list[Inspection], form: Form, limits: Limits, scheme: Scheme
) -> None:
    poor = finished(form, limits, day=-20, id_="poor", failed=tuple(form.order))
    again = finished(form, limits, "recheck", 30, id_="again", failed=("SG-02",))
    rated = rate_hall([poor, *enough, again], scheme, AT)
    assert "取代" in why(rated, "poor")
    assert "取代" in why(rated, "open-0")
    assert why(rated, "again") == "在评定期内，计入"
    assert rated.rating.state is State.FULL
    assert [point.item.id for point in rated.rating.lost()] == ["SG-02"]


def test_visits_add_up_item_by_item(form: Form, etiquette: Form, limits: Limits, scheme: Scheme) -> None:
    item = next(item for item in etiquette.items.values() if item.weight)
    audit, failing = finished(form, limits), finished(etiquette, limits, "mystery", 3, failed=(item.id,))
    rated = rate_hall([audit, failing, finished(etiquette, limits, "mystery", 9)], scheme, AT)
    (point,) = rated.rating.lost()
    assert (point.item.id, point.verdict) == (item.id, Verdict.FAIL)
    assert point.credit * 3 == 2


def test_topic_audits_surveys_and_what_lies_outside_do_not_count(
    enough: list[Inspection], etiquette: Form, form: Form, limits: Limits, scheme: Scheme
) -> None:
    topic = finished(etiquette, limits, "open", 5, id_="topic")
    survey = finished(etiquette, limits, "survey", 5, id_="survey")
    old = finished(form, limits, day=-400, id_="old")
    late = finished(form, limits, day=90, id_="late")
    draft = replace(finished(form, limits, day=6, id_="draft"), finished_at=None)
    rated = rate_hall([*enough, topic, survey, old, late, draft], scheme, AT)
    assert {one.inspection.id for one in rated.considered if one.counts} == {"open-0", "mystery-3", "mystery-9"}
    told = [why(rated, id_) for id_ in ("topic", "survey", "old", "late", "draft")]
    words = ("专项检查", "单独统计", "早于评定期（12 个月）", "评定之后", "还没有完成")
    assert all(word in sentence for word, sentence in zip(words, told, strict=True))


def test_a_void_visit_is_kept_and_not_counted(enough: list[Inspection], scheme: Scheme) -> None:
    rated = rate_hall(enough, scheme, AT, void={"mystery-9": "V7 未被识破：身份暴露"})
    assert rated.rating.state is State.PROVISIONAL
    assert "身份暴露" in why(rated, "mystery-9")


def test_a_void_inspection_drops_no_star_whatever_it_found(
    enough: list[Inspection], limits: Limits, scheme: Scheme
) -> None:
    safety = Library().load("environment").form
    spot = finished(safety, limits, "open", 20, id_="spot", failed=(FATAL,))
    spot = replace(spot, answers={**spot.answers, FATAL: Answer(Verdict.FAIL, ticks=("exit_locked",))})
    entries = [Entry("spot", FATAL, "confirmed", True)]
    reasons: tuple[dict[str, str], ...] = ({}, {"spot": "V7"})
    kept, void = (rate_hall([*enough, spot], scheme, AT, entries, void=void).rating.level for void in reasons)
    assert kept is not None
    assert void is not None
    assert (kept.level, void.level) == (0, 5)


@pytest.mark.parametrize(("days", "counts"), [(0, True), (-1, False)])
def test_the_window_opens_on_the_same_day_a_year_before(
    form: Form, limits: Limits, scheme: Scheme, days: int, counts: bool
) -> None:
    audit = finished(form, limits, day=days)
    year_on = datetime(2027, 3, 5, 8, tzinfo=MORNING.tzinfo)
    assert rate_hall([audit], scheme, year_on).considered[0].counts is counts


def test_order_changes_nothing(enough: list[Inspection], scheme: Scheme) -> None:
    ratings = [rate_hall(order, scheme, AT) for order in permutations(enough)]
    assert len({(one.rating.total, one.rating.level, one.lacking) for one in ratings}) == 1
    assert len({tuple(part.inspection.id for part in one.considered) for one in ratings}) == 1


@pytest.mark.parametrize(
    ("status", "is_open", "state", "level"),
    [
        ("candidate", True, State.FULL, 5),
        ("confirmed", True, State.FULL, 0),
        ("confirmed", False, State.FULL, 5),
        ("rejected", True, State.FULL, 5),
    ],
)
def test_a_confirmed_veto_of_a_spot_check_drops_the_star(
    enough: list[Inspection], limits: Limits, scheme: Scheme, status: str, is_open: bool, state: State, level: int
) -> None:
    safety = Library().load("environment").form
    spot = finished(safety, limits, "open", 20, id_="spot", failed=(FATAL,))
    spot = replace(spot, answers={**spot.answers, FATAL: Answer(Verdict.FAIL, ticks=("exit_locked",))})
    assert spot.severity(safety.items[FATAL]) == "fatal"
    rated = rate_hall([*enough, spot], scheme, AT, [Entry("spot", FATAL, status, is_open)])
    assert rated.rating.state is state
    assert rated.rating.level is not None
    assert rated.rating.level.level == level


def test_one_failure_met_twice_is_one_finding(form: Form, etiquette: Form, limits: Limits, scheme: Scheme) -> None:
    major = next(item.id for item in etiquette.items.values() if item.severity == "major")
    audit = finished(form, limits, failed=(major,))
    visits = [finished(etiquette, limits, "mystery", day, failed=(major,)) for day in (3, 9)]
    rated = rate_hall([audit, *visits], scheme, AT)
    assert rated.rating.readings["major_open"].value == 1


def test_the_window_ends_on_a_day_that_exists(enough: list[Inspection], scheme: Scheme) -> None:
    leap = datetime(2028, 2, 29, 12, tzinfo=MORNING.tzinfo)
    audit = replace(enough[0], started_at=leap, finished_at=leap)
    assert rate_hall([audit], scheme, leap).valid_until == date(2029, 2, 28)
