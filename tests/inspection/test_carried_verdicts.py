"""Verdicts carried over a change equal those computed afresh, whatever was asked before and in whatever order."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.form.conditions import Answered, AtLeast, FactIs, ItemIs, Not, Ticked
from inspector.form.form import Form, Words, Worsening
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.change import Change, answer_to_plain
from inspector.inspection.inspection import Inspection
from tests.inspection.blanks import band, inspection, item, number, values
from tests.inspection.blanks import form as small

TICK = (Worsening("major", Words("勾"), tick="t"),)
CHAIN = small(
    item("A", worse_if=TICK),
    item("B", ask_if=ItemIs("A", ("conform",))),
    item("C", number(), ask_if=ItemIs("B", ("fail", "na")), worse_if=TICK),
    item("D", ask_if=Ticked("C", "t")),
    item("E", ask_if=AtLeast(1, (Not(ItemIs("D", ("conform",))), FactIs("x")))),
    item("F", ask_if=Answered("E")),
    item("G", number(bands=(replace(band(700, 850), when=ItemIs("C", ("fail",))), band(500, 650)))),
)

verdicts = st.sampled_from([None, *Verdict])
ticks = st.sampled_from([(), ("t",)])


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    figure = draw(st.sampled_from([None, 600, 750]))
    return Answer(draw(verdicts), {} if figure is None else {"height": values(figure)}, ticks=draw(ticks))


def fresh(seen: Inspection) -> dict[str, Verdict | None]:
    again = replace(seen, verdicts={})
    return {key: again.verdict(key) for key in reversed(seen.form.order)}


def walk(seen: Inspection, changes: list[Change], looked_at: list[str]) -> None:
    for change in changes:
        for key in looked_at:
            seen.verdict(key)
        seen = seen.apply(change)
        assert seen.unasked == replace(seen, verdicts={}).unasked
        assert {key: seen.verdict(key) for key in seen.form.order} == fresh(seen)


def change_of(key: str, what: object) -> Change:
    if isinstance(what, Answer):
        return Change("answer", key, None, answer_to_plain(what))
    return Change("fact", key, None, what)


small_changes = st.one_of(
    st.tuples(st.sampled_from(CHAIN.order), answers()),
    st.tuples(st.just("x"), st.sampled_from([None, True, False])),
)


@given(st.lists(small_changes, max_size=12), st.lists(st.sampled_from(CHAIN.order)))
@settings(max_examples=150, deadline=None)
def test_in_a_chain_of_conditions(pairs: list[tuple[str, object]], looked_at: list[str]) -> None:
    walk(inspection(CHAIN), [change_of(*pair) for pair in pairs], looked_at)


def test_a_change_reaches_through_an_item_that_was_hidden() -> None:
    seen = inspection(CHAIN, {"A": "fail", "B": "conform", "C": "fail"})
    assert seen.verdict("C") is Verdict.FAIL, "B is not asked and counts as 不适用"
    shown = seen.apply(Change("answer", "A", None, {"verdict": "conform"}))
    assert shown.verdict("C") is None, "B conforms now, so C is not asked"


def test_a_change_reaches_the_items_whose_band_it_decides() -> None:
    seen = inspection(CHAIN, {"A": "conform", "B": "fail", "G": Answer(parts={"height": values(750)})})
    assert seen.verdict("G") is Verdict.FAIL, "C is open, so the second band counts"
    changed = seen.apply(Change("answer", "C", None, {"verdict": "fail"}))
    assert changed.verdict("G") is Verdict.CONFORM


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_on_the_full_audit(form: Form, limits: Limits, data: st.DataObject) -> None:
    facts = [one.key for one in form.facts]
    pairs = st.one_of(
        st.tuples(st.sampled_from(form.order), answers()),
        st.tuples(st.sampled_from(facts), st.sampled_from([None, True, False])),
    )
    changes = [change_of(*pair) for pair in data.draw(st.lists(pairs, max_size=10))]
    area = data.draw(st.sampled_from(["urban", "rural"]))
    seen = inspection(form, limits=limits)
    changes.append(Change("head", "hall", None, {**seen.hall.plain(), "area": area, "building": "new"}))
    walk(seen, changes, list(form.order))
