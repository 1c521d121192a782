"""Every scenario walked through the real window: planned, understood, timed, told, sealed, read; it then counts."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from inspector.app import application, build
from inspector.form.scenario import Scenario
from inspector.inspection.validity import VALID
from inspector.ui.demonstration.covert import Covert
from inspector.ui.demonstration.past import HALL, ME, SECOND, ZONE
from inspector.ui.demonstration.plan import Found
from inspector.ui.demonstration.story import Story
from inspector.ui.demonstration.visits import MysteryVisit
from inspector.ui.jobs import Jobs

pytestmark = [pytest.mark.proof, pytest.mark.qt_log_ignore("does not support")]

BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=ZONE)
APART = timedelta(seconds=8)  # within the shortest limit
CODES = [f"S{number:02}" for number in range(1, 26)]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    app = application()
    story = Story(tmp_path_factory.mktemp("scenarios"), lambda desk: build(app, desk, Jobs(inline=True)))
    story.desk.keep_hall(HALL)
    for person in (ME, SECOND):
        story.desk.keep_inspector(person)
    story.desk.set("inspector", ME.code)
    yield story
    print(f"pictures of every scenario: {story.out}")
    story.close()


def plan(story: Story, code: str) -> tuple[Covert, Scenario]:
    name = next(name for name in story.desk.shelf.scenarios() if name.startswith(code.lower()))
    form = story.desk.shelf.form(name)
    assert form.scenario is not None
    day = BEGAN + timedelta(days=CODES.index(code) + 3 * (CODES.index(code) // 5))
    shown = {item.id for item in form.items.values() if item.evidence.photo == "always"} | {*form.scenario.proof}
    proofs = dict.fromkeys(shown, "slip")
    moments = {key: (day + place * APART).time() for place, key in enumerate(form.scenario.marks)}
    return Covert(code, f"M-{code[1:]}", day - timedelta(minutes=30), moments, Found(proofs=proofs)), form.scenario


@pytest.mark.parametrize("code", CODES)
def test_a_scenario_is_walked_and_counts(story: Story, code: str) -> None:
    covert, scenario = plan(story, code)
    MysteryVisit(story, covert, int(code[1:])).play()
    header = next(one for one in story.desk.headers(status="finished"))
    inspecting = story.desk.open(header.id)
    inspection = inspecting.inspection
    visit = inspection.head.visit
    assert visit is not None
    assert [mark.key for mark in visit.counting] == list(scenario.marks)
    assert [item.id for item in inspection.asked_items if inspection.verdict(item.id) is None] == []
    found = story.desk.gate.judge(inspecting)
    assert (found.state, found.why) == (VALID, "")
    pictures = sorted(Path(story.out).glob(f"3{int(code[1:])}-*-light.png"))
    assert len(pictures) >= 7
    assert not any(QImage(str(path)).isNull() for path in pictures)
