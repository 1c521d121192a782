"""The three results to look at: five stars, three by a floor, none by a veto; the page says why in so many words."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.app import build
from inspector.ui.demonstration.outcomes import FOLDER, outcomes, shoot_outcomes
from inspector.ui.demonstration.past import StoryClock
from inspector.ui.demonstration.shots import Shots
from inspector.ui.jobs import Jobs
from inspector.ui.pages.result import ResultPage
from tests.ui.pages.staging import OFFSCREEN, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Mapping[str, str]]]:
    clock = StoryClock()
    desk = Desk.at(tmp_path_factory.mktemp("outcomes"), clock)
    yield desk, outcomes(desk, clock)
    desk.close()


def result(told: tuple[Desk, Mapping[str, str]], qtbot: QtBot, name: str) -> ResultPage:
    desk, ids = told
    return cast(ResultPage, shown(ResultPage, desk, qtbot, ids[name]))


def words(page: ResultPage) -> tuple[str, str, str]:
    return page.panel.stars._shown.spoken(), page.panel.headline.text(), page.panel.second.text()


def test_five_stars(told: tuple[Desk, Mapping[str, str]], qtbot: QtBot) -> None:
    page = result(told, qtbot, "five")
    assert words(page) == ("暂评 5 星 99.7 分", "各项指标均达到五星要求", "")


def test_three_stars_by_a_floor_where_the_total_has_four(told: tuple[Desk, Mapping[str, str]], qtbot: QtBot) -> None:
    page = result(told, qtbot, "floor")
    star, headline, second = words(page)
    assert star.startswith("暂评 3 星 8")
    assert (headline, second) == ("总分已达四星，因下限只评三星", "创新持续化 60.0，不到 70.0")
    rating = page.inspecting.rating if page.inspecting else None
    assert rating is not None
    assert [gate.measure for gate in rating.gates if not gate.passed] == ["innovative"]
    assert rating.caps == ()
    assert page.panel.way.text() == "改好 1 项可升至四星"
    heights = {card.height() for card in (page.ideas, page.topics)}
    qtbot.waitUntil(lambda: heights == {page.panel.height()})


def test_none_by_a_veto(told: tuple[Desk, Mapping[str, str]], qtbot: QtBot) -> None:
    page = result(told, qtbot, "veto")
    assert words(page) == ("暂评 0 星 99.0 分", "得分已达五星，封顶不达标", "封顶：一票否决")


def test_pictures_of_them_are_taken(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    shots = Shots(tmp_path)
    shoot_outcomes(tmp_path, lambda desk: build(qapp, desk, Jobs(inline=True)), shots)
    assert sorted(path.name for path in shots.taken) == [
        f"20-result-{name}-{theme}.png" for name in ("five", "floor", "veto") for theme in ("dark", "light")
    ]
    images = [QImage(str(path)) for path in shots.taken]
    assert all((image.width(), image.height()) == (1366, 768) for image in images)
    assert all(image != other for at, image in enumerate(images) for other in images[:at])
    assert (tmp_path / FOLDER).is_dir()
