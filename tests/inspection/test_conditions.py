"""Items asked only when: what is not known never hides, hidden answers are kept, severity follows facts and ticks."""

import pytest

from inspector.form.conditions import Answered, AtLeast, Condition, FactIs, HallIs, ItemIs, Not, Ticked
from inspector.form.form import Words, Worsening
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.change import Change
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Inspection
from inspector.inspection.left_out import reason_not_asked
from inspector.inspection.progress import count
from tests.inspection.blanks import form, inspection, item

YES, NO = FactIs("yes"), FactIs("no")
KNOWN = {"yes": True, "no": False}
UNKNOWN = FactIs("unknown")


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (YES, True), (NO, False), (UNKNOWN, None), (FactIs("no", False), True),
        (Not(YES), False), (Not(UNKNOWN), None),
        (AtLeast(1, (NO, UNKNOWN)), None), (AtLeast(1, (YES, UNKNOWN)), True), (AtLeast(1, (NO, NO)), False),
        (AtLeast(2, (YES, UNKNOWN)), None), (AtLeast(2, (NO, UNKNOWN)), False), (AtLeast(2, (YES, NO, YES)), True),
        (HallIs("class", ("C",)), True), (HallIs("class", ("A", "B")), False), (HallIs("county", ("x",)), None),
        (ItemIs("A", ("fail", "partly")), True), (ItemIs("A", ("conform",)), False), (ItemIs("B", ("fail",)), None),
        (Answered("A"), True), (Answered("B"), False),
        (Ticked("A", "charge"), True), (Ticked("A", "other"), False),
    ],
)  # fmt: skip
def test_conditions_have_three_values(condition: Condition, holds: bool | None) -> None:
    answers: dict[str, Answer | str] = {"A": Answer(Verdict.FAIL, ticks=("charge",))}
    assert condition.holds(inspection(form(item("A"), item("B")), answers, facts=KNOWN)) is holds


def fact(seen: Inspection, key: str, value: bool | None) -> Inspection:
    return seen.apply(Change("fact", key, seen.facts.get(key), value))


def test_hidden_answers_are_kept_and_come_back() -> None:
    seen = inspection(form(item("A"), item("B", ask_if=YES)), {"A": "conform", "B": "fail"})
    assert seen.asked("B"), "nobody has said yet"
    assert count(seen).failed == 1
    hidden = fact(seen, "yes", False)
    assert not hidden.asked("B")
    assert hidden.verdict("B") is None
    assert hidden.verdict_key("B") == "na"
    assert hidden.answer("B").verdict is Verdict.FAIL
    assert (count(hidden).asked, count(hidden).failed) == (1, 0)
    back = fact(hidden, "yes", True)
    assert back.verdict("B") is Verdict.FAIL
    assert count(back) == count(seen)


def test_ticks_of_a_hidden_item_do_not_count() -> None:
    blank = form(item("A", ask_if=YES), item("B", ask_if=Ticked("A", "charge")))
    seen = inspection(blank, {"A": Answer(Verdict.FAIL, ticks=("charge",))}, facts={"yes": True})
    assert seen.asked("B")
    assert not fact(seen, "yes", False).asked("B")


def test_the_reason_names_the_fact() -> None:
    seen = inspection(form(item("A", ask_if=AtLeast(1, (YES, UNKNOWN)))), facts={"yes": False, "unknown": False})
    assert reason_not_asked(seen, "A") == "厅情：yes——否；unknown——否"
    assert reason_not_asked(fact(seen, "yes", True), "A") == ""
    by_hall = inspection(form(item("A", ask_if=HallIs("building", ("new",)))))
    assert reason_not_asked(by_hall, "A") == "厅情：建筑 既有"


def test_severity_is_raised_by_ticks_and_by_the_hall_never_lowered() -> None:
    worse = (
        Worsening("major", Words("堆放杂物"), tick="blocked"),
        Worsening("fatal", Words("新建"), when=HallIs("building", ("new",))),
        Worsening("info", Words("无妨"), tick="harmless"),
    )
    blank = item("A", worse_if=worse)

    def severity(building: str, *ticks: str) -> str:
        hall = Hall("1", "甲", building=building)
        return inspection(form(blank), {"A": Answer(Verdict.FAIL, ticks=ticks)}, hall=hall).severity(blank)

    assert severity("existing") == "minor"
    assert severity("existing", "blocked") == "major"
    assert severity("existing", "harmless") == "minor"
    assert severity("new") == "fatal"
    assert severity("new", "blocked") == "fatal"
