"""The list of inspections: finding, opening, correcting, discarding and bringing back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.pages.inspections import InspectionsPage
from inspector.ui.pages.inspections.model import PROGRESS, STATUS, InspectionsModel
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import (
    BINJIANG,
    FULL,
    NANHU,
    OFFSCREEN,
    QINGSHI,
    begun,
    changes,
    desk_with_halls,
    empty_desk,
    finished,
    heard,
    nameless,
    press,
    shown,
    type_into,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def _list(desk: Desk, qtbot: QtBot, view: str | None = None) -> InspectionsPage:
    return cast(InspectionsPage, shown(InspectionsPage, desk, qtbot, view))


def _numbers(page: InspectionsPage) -> list[int]:
    return [header.number for header in page.model.rows]


def _views(page: InspectionsPage) -> list[str]:
    return [piece.words.replace("\u00a0", " ") for piece in page.filters.views._pieces.values()]


def _undo(said: list[tuple[object, ...]]) -> None:
    cast(Callable[[], None], said[-1][3])()


def _status(desk: Desk, id_: str) -> str:
    header = desk.inspections.header(id_)
    assert header is not None
    return header.status


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def test_every_inspection_is_listed_the_newest_first_without_the_bin(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG, 3)
    finished(desk, QINGSHI)
    desk.discard(begun(desk, NANHU).inspection.id)
    page = _list(desk, qtbot)
    assert _numbers(page) == [2, 1]
    assert _views(page) == ["全部 2", "草稿 1", "已完成 1", "回收站 1"]
    page.filters.views._pieces["discarded"].click()
    assert _numbers(page) == [3]


def test_it_opens_at_the_view_asked_for(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    finished(desk, QINGSHI)
    assert _numbers(_list(desk, qtbot, "draft")) == [1]


def test_cells_say_progress_star_and_state(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG, 3)
    finished(desk, QINGSHI, form=FULL)
    model = _list(desk, qtbot).model
    assert model.index(1, PROGRESS).data() == "3 / 28"
    assert model.index(1, STATUS).data(SPOKEN) == "草稿"
    assert model.index(0, PROGRESS).data(SPOKEN) == "暂评 5 星 100.0 分"
    assert model.index(0, 3).data() == "营业厅明察表\u00a02026.1"


@pytest.mark.parametrize(("text", "numbers"), [("bjgd", [3, 1]), ("青石", [2]), ("2", [2]), ("NH-", []), ("qsq", [2])])
def test_the_search_knows_names_codes_numbers_and_initials(
    desk: Desk, qtbot: QtBot, text: str, numbers: list[int]
) -> None:
    for hall in (BINJIANG, QINGSHI, BINJIANG):
        begun(desk, hall)
    page = _list(desk, qtbot)
    type_into(qtbot, page.filters.search, text)
    assert _numbers(page) == numbers


def test_a_hall_taken_off_the_list_is_still_found_by_its_initials(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, NANHU)
    desk.places.remove_hall(NANHU.code)
    page = _list(desk, qtbot)
    type_into(qtbot, page.filters.search, "nhgdyyt")
    assert _numbers(page) == [1]


def test_hall_and_kind_filter_and_can_be_cleared(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    begun(desk, QINGSHI, kind="recheck")
    page = _list(desk, qtbot)
    page.filters.kind.show_key("recheck")
    page.filters.kind.picked.emit("recheck")
    assert _numbers(page) == [2]
    page.filters.hall.show_key(BINJIANG.code)
    page.filters.hall.picked.emit(BINJIANG.code)
    assert _numbers(page) == []
    assert page.nothing.isVisible()
    assert page.nothing.button is not None
    press(qtbot, page.nothing.button)
    assert _numbers(page) == [2, 1]


def test_a_draft_goes_on_and_a_finished_one_shows_its_result(desk: Desk, qtbot: QtBot) -> None:
    draft, done = begun(desk, BINJIANG).inspection.id, finished(desk, QINGSHI).inspection.id
    page = _list(desk, qtbot)
    went = heard(page, "go")
    page.table.selectRow(1)
    press(qtbot, page.acts.open_button)
    page.table.selectRow(0)
    page.table.setFocus()
    assert page.key(_key(Qt.Key.Key_Return))
    press(qtbot, page.acts.report_button)
    assert went == [("audit", draft), ("result", done), ("report", done)]


def test_a_discarded_draft_comes_back_by_undo(desk: Desk, qtbot: QtBot) -> None:
    id_ = begun(desk, BINJIANG, 2).inspection.id
    page = _list(desk, qtbot)
    said = heard(page, "say")
    page.table.selectRow(0)
    press(qtbot, page.acts.discard_button)
    assert _status(desk, id_) == "discarded"
    assert said[-1][:3] == ("accent", "滨江供电营业厅的草稿已移到回收站。", "撤销")
    _undo(said)
    assert _status(desk, id_) == "draft"
    assert _numbers(page) == [1]


def test_what_is_in_the_bin_is_restored_and_not_opened(desk: Desk, qtbot: QtBot) -> None:
    id_ = begun(desk, BINJIANG).inspection.id
    desk.discard(id_)
    page = _list(desk, qtbot, "discarded")
    went, said = heard(page, "go"), heard(page, "say")
    page.table.selectRow(0)
    page._open()
    assert went == []
    assert not page.acts.open_button.isVisible()
    press(qtbot, page.acts.restore_button)
    assert _status(desk, id_) == "draft"
    assert page.nothing.accessibleName() == "回收站是空的"
    _undo(said)
    assert went == [("audit", id_)]


def test_delete_discards_drafts_only(desk: Desk, qtbot: QtBot) -> None:
    draft, done = begun(desk, BINJIANG).inspection.id, finished(desk, QINGSHI).inspection.id
    page = _list(desk, qtbot)
    page.table.setFocus()
    page.table.selectRow(0)
    assert not page.key(_key(Qt.Key.Key_Delete))
    page.table.selectRow(1)
    assert page.key(_key(Qt.Key.Key_Delete))
    assert (_status(desk, draft), _status(desk, done)) == ("discarded", "finished")


def test_a_row_the_keyboard_only_stands_on_is_not_chosen(desk: Desk, qtbot: QtBot) -> None:
    id_ = begun(desk, BINJIANG).inspection.id
    page = _list(desk, qtbot)
    page.filters.search.setFocus()
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.table.currentIndex().row() == 0
    assert not page.acts.discard_button.isVisible()
    assert not page.key(_key(Qt.Key.Key_Delete))
    assert not page.key(_key(Qt.Key.Key_Return))
    assert _status(desk, id_) == "draft"
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.acts.discard_button.isVisible()
    assert page.key(_key(Qt.Key.Key_Delete))
    assert _status(desk, id_) == "discarded"


def test_a_wrong_hall_is_put_right_and_back(desk: Desk, qtbot: QtBot) -> None:
    id_ = begun(desk, BINJIANG, 2).inspection.id
    page = _list(desk, qtbot)
    said = heard(page, "say")
    page.table.selectRow(0)
    press(qtbot, page.acts.hall_button)
    assert page.sheet.isVisible()
    type_into(qtbot, page.picker.search, "qs")
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Return)
    assert not page.sheet.isVisible()
    assert desk.open(id_).inspection.hall == QINGSHI
    assert page.model.rows[0].hall_name == QINGSHI.name
    _undo(said)
    assert desk.open(id_).inspection.hall == BINJIANG
    assert page.model.rows[0].hall_name == BINJIANG.name


def test_the_kind_is_turned_and_back(desk: Desk, qtbot: QtBot) -> None:
    id_ = begun(desk, BINJIANG).inspection.id
    page = _list(desk, qtbot)
    said = heard(page, "say")
    page.table.selectRow(0)
    assert page.acts.kind_button.words == "改为复查"
    press(qtbot, page.acts.kind_button)
    assert desk.open(id_).inspection.head.kind == "recheck"
    assert page.acts.kind_button.words == "改为明察"
    _undo(said)
    assert desk.open(id_).inspection.head.kind == "open"


def test_columns_sort_with_the_best_star_first(desk: Desk, qtbot: QtBot) -> None:
    items = desk.shelf.form(FULL).order
    begun(desk, NANHU, 3)
    finished(desk, BINJIANG, form=FULL)
    finished(desk, QINGSHI, failing=items[::3], form=FULL)
    page = _list(desk, qtbot)
    page.table.sortByColumn(PROGRESS, Qt.SortOrder.DescendingOrder)
    assert _numbers(page)[0] == 2
    assert _numbers(page)[-1] == 1


def test_the_row_chosen_stays_chosen_when_the_list_changes(desk: Desk, qtbot: QtBot) -> None:
    for hall in (BINJIANG, QINGSHI, NANHU):
        begun(desk, hall)
    page = _list(desk, qtbot)
    page.table.selectRow(1)
    page._read()
    chosen = page._chosen()
    assert chosen is not None
    assert chosen.hall == QINGSHI.code


def test_five_thousand_rows_cost_no_more_than_those_in_sight(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    (header,) = desk.inspections.headers()
    page = _list(desk, qtbot)
    asked: list[str] = []

    def title_of(digest: str) -> str:
        asked.append(digest)
        return "营业厅明察表"

    model = InspectionsModel(title_of)
    page.table.setModel(model)
    model.show_rows([header._replace(id=str(number), number=number) for number in range(5_000)])
    page.grab()
    assert model.rowCount(QModelIndex()) == 5_000
    assert 5 < len(asked) < 200


def test_an_empty_list_teaches(tmp_path: Path, qtbot: QtBot) -> None:
    page = _list(empty_desk(tmp_path), qtbot)
    went = heard(page, "go")
    assert page.empty.isVisible()
    press(qtbot, page.start_button)
    assert went == [("start", None)]


def test_showing_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG, 2)
    page = _list(desk, qtbot)
    before = changes(desk)
    page.enter(None)
    page.table.selectRow(0)
    page.leave()
    assert changes(desk) == before


def test_it_fits_and_is_spoken_in_both_themes(desk: Desk, qtbot: QtBot, qapp: object) -> None:
    begun(desk, replace(BINJIANG, name="国网临江供电公司高新技术产业开发区滨江路综合能源服务旗舰供电营业厅"), 2)
    page = _list(desk, qtbot)
    page.table.selectRow(0)
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    assert page.grab().toImage() != light
    apply_theme(qapp, "light")
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1200
    assert page.minimumSizeHint().height() <= 720 - 56
