"""Taking back a whole day: every step, one by one, over a restart, with answers that a fact had hidden."""

import random
from pathlib import Path

from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.inspection import Head, Inspection
from tests.conftest import FORM, HALL, Ticking

STEPS, SWITCH = 160, 40


def _told(inspection: Inspection) -> tuple[dict[str, Answer], dict[str, bool], set[str]]:
    asked = {item for item in inspection.form.items if inspection.verdict(item) is not None}
    return dict(inspection.answers), dict(inspection.facts), asked


def test_every_step_of_a_day_is_taken_back_and_done_again(tmp_path: Path) -> None:
    desk, draw = Desk.at(tmp_path / "data", Ticking()), random.Random(5)
    inspecting = desk.start(FORM, Head(HALL))
    id_ = inspecting.inspection.id
    ramp = [item for item in inspecting.inspection.form.items if item.startswith("AC-")][:40]
    stood = [_told(inspecting.inspection)]
    while len(stood) <= STEPS:
        step = len(stood)
        if step % SWITCH == 0:  # the fact that hides some of the answers given, then shows them again
            change = inspecting.state_fact("has_ramp", not inspecting.inspection.facts.get("has_ramp"))
        else:
            change = inspecting.judge(draw.choice(ramp), draw.choice([Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL]))
        if change is not None:
            stood.append(_told(inspecting.inspection))
    hidden = [len(answers) - len(seen & answers.keys()) for answers, _facts, seen in stood]
    assert max(hidden) > 0, "no answer was ever hidden"
    desk.close()
    desk = Desk.at(tmp_path / "data", Ticking())
    inspecting = desk.open(id_)
    for before in reversed(stood[:-1]):
        assert inspecting.undo() is not None
        assert _told(inspecting.inspection) == before
    assert inspecting.undo() is None
    for after in stood[1:]:
        assert inspecting.redo() is not None
        assert _told(inspecting.inspection) == after
    assert _told(desk.open(id_).inspection) == stood[-1]
    desk.close()
