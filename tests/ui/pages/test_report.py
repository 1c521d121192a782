"""报告: made, shown page by page, saved where a person wants it, and honest about what it cannot print."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.errors import InspectorError
from inspector.inspection.hall import Hall
from inspector.ui.jobs import Job
from inspector.ui.pages.report import ReportPage
from inspector.ui.pages.report.naming import file_name
from inspector.ui.pages.report.page import FOLDER
from inspector.ui.pages.report.paper import draw_pages, read_paper
from inspector.ui.pages.report.preview import ACTUAL
from inspector.ui.pages.report.saving import Wanted
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import (
    BINJIANG,
    FULL,
    OFFSCREEN,
    begun,
    changes,
    desk_with_halls,
    finished,
    heard,
    nameless,
    press,
    shown,
    type_into,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture
def sealed(desk: Desk) -> Inspecting:
    return finished(desk, BINJIANG, failing=("EN-11",))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, sealed: Inspecting) -> Iterator[ReportPage]:
    page = cast(ReportPage, shown(ReportPage, desk, qtbot, sealed.inspection.id))
    yield page
    page.hide()


def _target(desk: Desk, inspecting: Inspecting) -> Path:
    return desk.folder / FOLDER / file_name(inspecting.inspection)


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def test_before_there_is_a_report_the_page_says_how_to_make_one(desk: Desk, page: ReportPage) -> None:
    assert page.views.currentWidget() is page.empty
    assert not page.options.open_button.isVisible()
    assert not (desk.folder / FOLDER).exists()


def test_making_writes_the_file_and_shows_its_pages(
    desk: Desk, qtbot: QtBot, page: ReportPage, sealed: Inspecting
) -> None:
    press(qtbot, page.options.make_button)
    target = _target(desk, sealed)
    assert target.name == "滨江供电营业厅-星级评定报告-2026-03-05.pdf"
    assert target.read_bytes().startswith(b"%PDF")
    assert page.file == target
    assert page.paper is not None
    assert page.reading.number.text() == f"第 1 / {len(page.paper.sizes)} 页"
    assert page.options.open_button.isVisible()
    assert page.options.make_button.isEnabled()
    assert page.options.make_button.words == "重新生成 PDF"


def test_the_keys_turn_the_pages_of_a_report_just_made(qtbot: QtBot, page: ReportPage) -> None:
    press(qtbot, page.options.make_button)
    assert page.preview.hasFocus()


def test_pages_in_sight_are_drawn_sharp(qtbot: QtBot, page: ReportPage) -> None:
    press(qtbot, page.options.make_button)
    preview = page.preview
    assert set(preview._in_sight()) <= set(preview._images)
    assert all(preview._sharp(number) for number in preview._in_sight())
    cover = preview._images[0]
    assert QColor(cover.pixel(cover.width() // 2, 4)) != QColor("white")


def test_walking_through_the_pages(qtbot: QtBot, page: ReportPage) -> None:
    press(qtbot, page.options.make_button)
    assert not page.reading.upward.isEnabled()
    press(qtbot, page.reading.downward)
    assert page.reading.number.text().startswith("第 2 / ")
    qtbot.keyClick(page.preview, Qt.Key.Key_End)
    assert not page.reading.downward.isEnabled()
    qtbot.keyClick(page.preview, Qt.Key.Key_Home)
    assert page.reading.number.text().startswith("第 1 / ")


def test_zooming_keeps_the_page(qtbot: QtBot, page: ReportPage) -> None:
    press(qtbot, page.options.make_button)
    page.preview.go_to(2)
    before = page.reading.number.text()
    press(qtbot, next(piece for piece in page.reading.zoom._pieces.values() if piece.view.key == ACTUAL))
    assert page.reading.number.text() == before
    assert page.preview._sharp(2)
    assert page.preview._scale() == pytest.approx(96 / 72)


def test_a_report_made_before_is_shown_again(desk: Desk, qtbot: QtBot, page: ReportPage, sealed: Inspecting) -> None:
    press(qtbot, page.options.make_button)
    again = ReportPage(page.tools)
    qtbot.addWidget(again)
    again.enter(sealed.inspection.id)
    assert again.file == _target(desk, sealed)
    assert again.paper == page.paper


def test_saving_elsewhere(qtbot: QtBot, page: ReportPage, desk: Desk, sealed: Inspecting, tmp_path: Path) -> None:
    elsewhere = tmp_path / "交付" / "报告.pdf"
    suggested: list[Path] = []

    def choose(path: Path) -> Wanted:
        suggested.append(path)
        return Wanted(elsewhere)

    page.ask_where = choose
    press(qtbot, page.options.save_button)
    assert suggested == [_target(desk, sealed)]
    assert page.file == elsewhere
    assert elsewhere.is_file()


def test_choosing_no_place_writes_nothing(qtbot: QtBot, page: ReportPage, desk: Desk) -> None:
    page.ask_where = lambda _path: None
    press(qtbot, page.options.save_button)
    assert page.file is None
    assert not (desk.folder / FOLDER).exists()


def test_a_drafts_report_says_that_it_is_an_estimate(desk: Desk, qtbot: QtBot) -> None:
    inspecting = begun(desk, BINJIANG, answers=4)
    page = cast(ReportPage, shown(ReportPage, desk, qtbot, inspecting.inspection.id))
    assert page.options.draft_note.isVisible()
    assert "暂估" in page.meta.text()
    assert file_name(inspecting.inspection).endswith("-暂估.pdf")
    press(qtbot, page.options.make_button)
    assert page.paper is not None


def test_missing_characters_are_told_before_anything_is_made(desk: Desk, qtbot: QtBot) -> None:
    inspecting = begun(desk, BINJIANG, answers=2)
    inspecting.note(inspecting.inspection.form.order[0], "笑脸\U0001f600")
    page = cast(ReportPage, shown(ReportPage, desk, qtbot, inspecting.inspection.id))
    assert page.options.missing_note.isVisible()
    assert "U+1F600" in page.options._missing.text()
    assert page.file is None


def test_nothing_is_said_when_no_character_is_missing(page: ReportPage) -> None:
    assert not page.options.missing_note.isVisible()


def test_the_organisation_is_kept(desk: Desk, qtbot: QtBot, page: ReportPage) -> None:
    type_into(qtbot, page.options.organisation.edit, "临江供电公司服务督查组")
    assert page.options.organisation.text()
    page.leave()
    assert desk.setting("organisation") == "临江供电公司服务督查组"


def test_names_that_no_disk_takes_are_mended(desk: Desk) -> None:
    inspecting = begun(desk, Hall("X-1", 'A/B:"东"营业厅 .'))
    assert file_name(inspecting.inspection) == "A_B__东_营业厅-星级评定报告-2026-03-05-暂估.pdf"


def test_a_cancelled_report_is_not_there_at_all(desk: Desk, qtbot: QtBot, page: ReportPage, sealed: Inspecting) -> None:
    def stop(job: Job) -> None:
        if job.title:
            job.cancel()

    page.jobs.started.connect(stop)
    press(qtbot, page.options.make_button)
    assert not _target(desk, sealed).exists()
    assert page.options.make_button.isEnabled()
    assert page.views.currentWidget() is page.empty


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> None:
    told: list[Exception] = []
    page.jobs.tell_trouble_to(told.append)
    (tmp_path / "文件").write_text("", encoding="utf-8")
    page.ask_where = lambda _path: Wanted(tmp_path / "文件" / "报告.pdf")
    press(qtbot, page.options.save_button)
    assert [type(each) for each in told] == [InspectorError]
    assert page.options.save_button.isEnabled()


def test_a_spoilt_file_is_told(desk: Desk, qtbot: QtBot, page: ReportPage, sealed: Inspecting) -> None:
    told: list[Exception] = []
    page.jobs.tell_trouble_to(told.append)
    target = _target(desk, sealed)
    target.parent.mkdir()
    target.write_bytes(b"%PDF-1.7 nothing")
    page.enter(sealed.inspection.id)
    assert "打不开" in str(told[0])
    assert page.views.currentWidget() is page.empty


def test_pages_are_drawn_at_the_scale_asked_for(qtbot: QtBot, page: ReportPage) -> None:
    press(qtbot, page.options.make_button)
    assert page.file is not None
    paper = read_paper(page.file)
    images = draw_pages(paper, (0, 1), 2.0)
    assert sorted(images) == [0, 1]
    assert abs(images[0].width() - paper.sizes[0][0] * 2) <= 1


def test_escape_leads_back_to_the_result(page: ReportPage, sealed: Inspecting) -> None:
    gone = heard(page, "go")
    assert page.key(_key(Qt.Key.Key_Escape))
    assert not page.key(_key(Qt.Key.Key_A))
    assert gone == [("result", sealed.inspection.id)]


def test_showing_writes_nothing(desk: Desk, page: ReportPage, sealed: Inspecting) -> None:
    before = changes(desk)
    page.enter(sealed.inspection.id)
    page.leave()
    assert changes(desk) == before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_the_smallest_window_and_names_its_controls(
    qtbot: QtBot, qapp: QApplication, page: ReportPage, theme: str
) -> None:
    press(qtbot, page.options.make_button)
    apply_theme(qapp, theme)
    least = page.minimumSizeHint()
    assert (least.width() <= 1200, least.height() <= 720) == (True, True)
    assert nameless(page) == []
    assert not page.grab().isNull()
    apply_theme(qapp)


def test_the_report_of_a_hall_has_a_file_and_a_title_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    audit = finished(desk, BINJIANG, form=FULL)
    page = cast(ReportPage, shown(ReportPage, desk, qtbot, (audit.inspection.id, True)))
    assert page.title.text() == "滨江供电营业厅\u3000评定报告"
    press(qtbot, page.options.make_button)
    assert page.file is not None
    assert page.file.name == "滨江供电营业厅-营业厅评定报告-2026-03-05.pdf"
    page.hide()


def test_another_kind_is_another_file(qtbot: QtBot, page: ReportPage) -> None:
    press(qtbot, page.options.make_button)
    whole = page.file
    page.options.profile.show_key("one-page")
    page.options.profile.picked.emit("one-page")
    assert page.file is None
    assert not page.options._contents.isVisible()
    press(qtbot, page.options.make_button)
    assert page.file is not None
    assert "领导一页" in page.file.name
    assert page.reading.number.text() == "第 1 / 1 页"
    page.options.profile.picked.emit("full")
    assert page.file == whole
