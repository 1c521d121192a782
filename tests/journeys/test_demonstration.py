"""The whole story through the real window: an audit of all items, the lid closed in the middle, sealed, on paper."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.app import demo
from inspector.errors import InspectorError
from inspector.inspection.answer import Verdict
from inspector.inspection.validity import VALID
from inspector.rating.rate import State
from inspector.store.headers import Header
from inspector.ui.demonstration.covert import VISITS
from inspector.ui.demonstration.past import HALL
from inspector.ui.demonstration.plan import FAILED, LEFT_OUT, PARTLY

pytestmark = pytest.mark.journey


class Flashes(QObject):
    """Notes every window that shows itself beside the main window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demonstration")


@pytest.fixture(scope="module")
def flashes(out: Path, qapp: QApplication) -> list[str]:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    lines = demo(out)
    qapp.removeEventFilter(flashes)
    assert any("星" in line for line in lines)
    return flashes.seen


@pytest.fixture(scope="module")
def desk(out: Path, flashes: list[str]) -> Desk:
    assert flashes
    return Desk.at(out / "data")


def test_no_window_flashes_up_beside_those_that_are_meant_to(flashes: list[str]) -> None:
    assert set(flashes) == {"MainWindow", "StopwatchWindow"}


def audit(desk: Desk) -> Header:
    return next(header for header in desk.headers(status="finished") if header.kind == "open")


def test_two_visits_give_the_hall_its_full_star(desk: Desk) -> None:
    visits = [header for header in desk.headers(status="finished") if header.kind == "mystery"]
    opened = [desk.open(header.id) for header in reversed(visits)]
    assert [desk.gate.judge(one).state for one in opened] == [VALID, VALID]
    for one, plan in zip(opened, VISITS, strict=True):
        visit = one.inspection.head.visit
        assert visit is not None
        assert {mark.key: mark.at.time() for mark in visit.counting} == dict(plan.moments)
        found = {item.id: one.inspection.verdict(item.id) for item in one.inspection.asked_items}
        failed = {item for item, verdict in found.items() if verdict is Verdict.FAIL}
        assert failed == set(plan.found.failed)
        assert None not in found.values()
    standing = desk.rating_halls.standing(HALL.code)
    assert standing is not None
    assert desk.rating_halls.rate(HALL.code, datetime.fromisoformat(standing.kept.at)).rating.state is State.FULL


def test_what_was_pressed_is_what_was_sealed(desk: Desk) -> None:
    header = audit(desk)
    inspection = desk.open(header.id).inspection
    found = {item: inspection.verdict(item) for item in inspection.form.order if inspection.asked(item)}
    assert {item for item, verdict in found.items() if verdict is Verdict.FAIL} == set(FAILED)
    assert {item for item, verdict in found.items() if verdict is Verdict.PARTLY} == set(PARTLY)
    assert {item for item, verdict in found.items() if verdict is Verdict.NA} == set(LEFT_OUT)
    assert header.answered == header.asked == len(found)
    for item, seen in FAILED.items():
        assert inspection.answer(item).note == seen.note
        assert bool(inspection.answer(item).photos) == bool(seen.scene)
    assert inspection.severity(inspection.form.items["AC-06"]) == "major"
    assert str(inspection.answer("AC-13").parts["height"][0].value) == "820"


def test_the_paper_holds_every_item_and_every_note(desk: Desk, out: Path) -> None:
    header = audit(desk)
    inspection = desk.open(header.id).inspection
    squeezed = on_paper(out, "星级评定报告")
    assert [item for item in inspection.form.order if item not in squeezed] == []
    notes = ["".join(answer.note.split()) for answer in inspection.answers.values() if answer.note]
    assert len(notes) >= len(FAILED)
    assert [note for note in notes if note not in squeezed] == []


def test_the_report_of_the_hall_tells_both_visits(desk: Desk, out: Path) -> None:
    assert desk
    told = on_paper(out, "营业厅评定报告")
    for words in (
        "明察1次、暗访2次",
        "第1次S08老年客户现金交费",
        "第2次S02小微企业低压办电",
        "有效2次平均13分00秒",
        "暗访员M-11",
    ):
        assert words in told


def on_paper(out: Path, name: str) -> str:
    document = pypdfium2.PdfDocument(next(out.glob(f"*-{name}.pdf")))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def test_every_screen_was_looked_at_in_both_themes(out: Path, flashes: list[str]) -> None:
    assert flashes
    light = sorted(out.glob("*-light.png"))
    assert len(light) >= 40
    for path in light:
        pair = [QImage(str(one)) for one in (path, path.with_name(path.name.replace("-light", "-dark")))]
        sizes = {(image.width(), image.height()) for image in pair}
        assert sizes == ({(408, 565)} if "stopwatch" in path.name else {(1366, 768)}), path.name
        bright, dark = map(brightness, pair)
        assert bright - dark > 20, path.name


def brightness(image: QImage) -> float:
    across, down = range(20, image.width(), 60), range(20, image.height(), 60)
    points = [image.pixelColor(x, y).lightness() for x in across for y in down]
    return sum(points) / len(points)


def test_the_list_says_the_same(out: Path, desk: Desk) -> None:
    command = [sys.executable, "-m", "inspector", "list", "--json", "--data", str(out / "data")]
    listed = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert [one["id"] for one in listed] == [header.id for header in desk.inspections.headers()]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(InspectorError, match="别的文件"):
        demo(tmp_path)
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"
