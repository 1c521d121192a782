"""A report that is read: small pages beside the large ones, and words found in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from inspector.report.pdf import write_report
from inspector.ui.jobs import Jobs
from inspector.ui.pages.report.paper import found_in, read_paper
from inspector.ui.pages.report.reading import Reading
from tests.report.sample_content import full
from tests.ui.pages.staging import OFFSCREEN

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    write_report(full(folder), folder / "report.pdf")
    return folder / "report.pdf"


@pytest.fixture
def reading(report: Path, qtbot: QtBot) -> Reading:
    reading = Reading(Jobs(inline=True))
    qtbot.addWidget(reading)
    reading.resize(1000, 700)
    reading.show()
    reading.show_paper(read_paper(report))
    return reading


def test_words_are_found_on_every_page_they_stand_on(report: Path) -> None:
    paper = read_paper(report)
    hits = found_in(paper, "低位服务台")
    assert len({hit.page for hit in hits}) > 1
    for hit in hits:
        left, top, width, height = hit.box
        assert 0 <= left < left + width <= paper.sizes[hit.page][0]
        assert 0 <= top < top + height <= paper.sizes[hit.page][1]
        assert width > 3 * height  # five characters, not the first of them
    assert found_in(paper, "没有这几个字吧") == []


def test_enter_goes_from_place_to_place_and_around(reading: Reading, qtbot: QtBot) -> None:
    qtbot.keyClicks(reading.search.edit, "AC-13")
    qtbot.keyClick(reading.search.edit, Qt.Key.Key_Return)
    of = len(reading.hits)
    assert of > 1
    assert reading.count.text() == f"第 1 / {of} 处"
    seen = [reading.hits[reading.at].page]
    for _time in range(of):
        qtbot.keyClick(reading.search.edit, Qt.Key.Key_Return)
        seen.append(reading.hits[reading.at].page)
        assert reading.preview._in_sight().start <= seen[-1] < reading.preview._in_sight().stop
    assert seen[0] == seen[-1]
    assert reading.count.text() == f"第 1 / {of} 处"


def test_what_is_found_is_marked_where_it_stands(reading: Reading, qtbot: QtBot) -> None:
    qtbot.keyClicks(reading.search.edit, "AC-13")
    qtbot.keyClick(reading.search.edit, Qt.Key.Key_Return)
    preview, hit = reading.preview, reading.hits[reading.at]
    frame, scale = preview._frame(hit.page), preview._scale()
    left, top, width, _height = hit.box
    place = round(frame.x() + (left + width) * scale), round(frame.y() + top * scale)
    colour = QColor(preview.viewport().grab().toImage().pixel(*place))
    assert colour.blue() < 230  # the paper beneath is white


def test_words_that_are_nowhere_are_told_and_other_words_forget(reading: Reading, qtbot: QtBot) -> None:
    reading.search.edit.setText("没有这几个字吧")
    qtbot.keyClick(reading.search.edit, Qt.Key.Key_Return)
    assert reading.count.text() == "没有找到"
    qtbot.keyClicks(reading.search.edit, "x")
    assert reading.count.text() == ""


def test_a_small_page_leads_to_the_large_one_and_follows_it(reading: Reading, qtbot: QtBot) -> None:
    thumbs = reading.thumbs
    assert thumbs.isVisible()
    qtbot.mouseClick(thumbs.viewport(), Qt.MouseButton.LeftButton, pos=thumbs._frame(2).center().toPoint())
    assert reading.preview.page() == 2
    reading.preview.go_to(12)
    assert 12 in thumbs._in_sight()
    assert thumbs._images


def test_a_paper_of_one_page_has_no_small_ones(reading: Reading, report: Path) -> None:
    paper = read_paper(report)
    reading.show_paper(type(paper)(paper.data, paper.sizes[:1]))
    assert not reading.thumbs.isVisible()
