"""Undo and redo over the whole inspection; the same timeline from the journal as from the live taps."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.actions.desk import Desk
from inspector.inspection.answer import EMPTY, Verdict
from inspector.inspection.change import Change
from inspector.inspection.timeline import TYPING_PAUSE_SECONDS, Timeline
from tests.conftest import MORNING, Ticking, start

STEPS = 120


def typed(text: str, before: str, second: float, field: str = "note", key: str = "A") -> Change:
    moment = (MORNING + timedelta(seconds=second)).isoformat(timespec="milliseconds")
    plain = [{"note": one} if one else None for one in (before, text)]
    return Change("answer", key, *plain, field, seq=int(second * 10) + 1, at=moment)


def test_typing_in_one_field_is_one_step() -> None:
    timeline = Timeline.replay([typed("台", "", 0), typed("台面", "台", 1), typed("台面高", "台面", 2)])
    assert len(timeline.done) == 1
    back = timeline.back()
    assert back is not None
    assert (back.before, back.after) == ({"note": "台面高"}, None)


def test_a_pause_another_field_and_another_item_each_begin_a_step() -> None:
    first = typed("台", "", 0)
    pause = TYPING_PAUSE_SECONDS
    assert len(Timeline.replay([first, typed("台面", "台", pause)]).done) == 1
    assert len(Timeline.replay([first, typed("台面", "台", pause + 0.1)]).done) == 2
    assert len(Timeline.replay([first, typed("台面", "台", 1, field="reason")]).done) == 2
    assert len(Timeline.replay([first, typed("台面", "台", 1, key="B")]).done) == 2
    assert len(Timeline.replay([first, typed("台面", "台", 1, field="")]).done) == 2
    assert len(Timeline.replay([first, typed("台面", "高", 1)]).done) == 2, "somebody else changed it in between"
    assert len(Timeline.replay([first, typed("台面", "台", -1)]).done) == 2, "the clock was set back"


def test_typing_that_ends_where_it_began_leaves_no_step() -> None:
    assert Timeline.replay([typed("台", "", 0), typed("", "台", 1)]).done == []


def test_undo_and_redo_of_many_steps(desk: Desk) -> None:
    inspecting = start(desk)
    states = [inspecting.inspection]
    order = inspecting.inspection.form.order
    for number in range(STEPS):
        inspecting.judge(order[number % 50], (Verdict.CONFORM, Verdict.FAIL, Verdict.PARTLY)[number // 50])
        states.append(inspecting.inspection)
    for state in reversed(states[:-1]):
        inspecting.undo()
        assert inspecting.inspection.answers == state.answers
    assert inspecting.undo() is None
    for state in states[1:]:
        inspecting.redo()
        assert inspecting.inspection.answers == state.answers
    assert inspecting.redo() is None
    assert len(desk.inspections.journal(inspecting.inspection.id)) == 3 * STEPS, "history is never erased"


def test_a_new_step_forgets_what_was_undone(desk: Desk) -> None:
    inspecting = start(desk)
    inspecting.judge("SG-01", Verdict.CONFORM)
    inspecting.judge("SG-02", Verdict.CONFORM)
    inspecting.undo()
    inspecting.judge("SG-03", Verdict.FAIL)
    assert inspecting.redo() is None
    inspecting.undo()
    inspecting.undo()
    assert inspecting.inspection.answers == {}


def test_undo_goes_on_after_opening_again(desk: Desk) -> None:
    inspecting = start(desk)
    assert not inspecting.timeline.done, "from here on it is kept, not read again"
    inspecting.judge("SG-01", Verdict.NA, "夜间检查")
    inspecting.state_fact("has_kiosk", False)
    inspecting.set_head("note", "雨")
    inspecting.undo()
    again = desk.open(inspecting.inspection.id)
    assert again.timeline == inspecting.timeline
    again.redo()
    assert again.inspection.head.note == "雨"
    for _step in range(3):
        again.undo()
    assert again.inspection.facts == {"has_ramp": True}
    assert again.inspection.answer("SG-01") is EMPTY
    assert again.undo() is None


acts = st.lists(
    st.one_of(
        st.tuples(st.just("judge"), st.sampled_from(["SG-01", "SG-02"]), st.sampled_from([None, *Verdict])),
        st.tuples(st.just("note"), st.sampled_from(["SG-01", "SG-02"]), st.sampled_from(["", "高", "高台"])),
        st.tuples(st.just("state_fact"), st.just("has_kiosk"), st.sampled_from([None, True, False])),
        st.sampled_from([("undo",), ("undo",), ("redo",)]),
    ),
    max_size=25,
)


def test_replayed_equals_live(desk: Desk) -> None:
    clock = desk.clock
    assert isinstance(clock, Ticking)
    clock.step = timedelta(seconds=2)

    @given(acts)
    @settings(max_examples=25, deadline=None)
    def compare(done: list[tuple[str, ...]]) -> None:
        inspecting = start(desk)
        assert not inspecting.timeline.done, "from here on it is kept, not read again"
        for verb, *given_ in done:
            getattr(inspecting, verb)(*given_)
        again = desk.open(inspecting.inspection.id)
        assert again.timeline == inspecting.timeline
        assert again.inspection.answers == inspecting.inspection.answers
        assert again.inspection.facts == inspecting.inspection.facts
        while inspecting.undo():
            pass
        assert inspecting.inspection.answers == {}
        assert inspecting.inspection.facts == {"has_ramp": True}

    compare()
