"""The forms of a hall and of an inspector: what they tell, what they refuse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.inspection.hall import Hall, Inspector
from inspector.ui.widgets.hall_form import HallForm
from inspector.ui.widgets.inspector_form import InspectorForm
from tests.ui.widgets.acts import commit

HALL = Hall(
    "BJ-001", "滨江供电营业厅", "B", "CSG", "临江供电公司", "临江市", "滨江区", "滨江路 3 号", "rural", "new",
    "8:30–17:30", "0571-0000", {"has_ramp": True},
)  # fmt: skip


@pytest.fixture
def hall_form(page: QWidget) -> HallForm:
    form = HallForm()
    page.layout().addWidget(form)
    form.show()
    return form


@pytest.fixture
def person_form(page: QWidget) -> InspectorForm:
    form = InspectorForm()
    page.layout().addWidget(form)
    form.show()
    return form


def test_a_hall_comes_back_as_it_was_shown(hall_form: HallForm) -> None:
    said: list[Hall] = []
    hall_form.saved.connect(said.append)
    hall_form.show_hall(HALL)
    assert hall_form.hall() == HALL
    assert said == []
    hall_form.save_button.click()
    assert said == [HALL]


def test_the_code_of_a_known_hall_stays(hall_form: HallForm) -> None:
    hall_form.show_hall(HALL)
    assert not hall_form.fields["code"].edit.isEnabled()
    hall_form.show_hall(None)
    assert hall_form.fields["code"].edit.isEnabled()
    assert hall_form.hall() == Hall("", "")


def test_a_hall_needs_code_and_name(hall_form: HallForm, qtbot: QtBot) -> None:
    said: list[Hall] = []
    hall_form.saved.connect(said.append)
    hall_form.save_button.click()
    assert said == []
    assert hall_form.fields["code"].edit.accessibleDescription() == "请填编码，营业厅以它区别。"
    assert hall_form.fields["name"].edit.accessibleDescription() == "请填名称。"
    qtbot.keyClicks(hall_form.fields["code"].edit, " BJ-009 ")
    commit(hall_form.fields["name"].edit, "望山供电营业厅")
    hall_form.choices["hall_class"].show_key("C")
    hall_form.save_button.click()
    assert said == [Hall("BJ-009", "望山供电营业厅", "C")]
    assert hall_form.fields["code"].edit.accessibleDescription() == ""


def test_cancelling_tells_so(hall_form: HallForm, person_form: InspectorForm) -> None:
    said: list[str] = []
    hall_form.cancelled.connect(lambda: said.append("hall"))
    person_form.cancelled.connect(lambda: said.append("inspector"))
    hall_form.cancel_button.click()
    person_form.cancel_button.click()
    assert said == ["hall", "inspector"]


def test_an_inspector_needs_code_and_name(person_form: InspectorForm, qtbot: QtBot) -> None:
    said: list[Inspector] = []
    person_form.saved.connect(said.append)
    commit(person_form.fields["unit"].edit, "督查组")
    person_form.save_button.click()
    assert said == []
    assert person_form.fields["name"].edit.accessibleDescription() == "请填姓名。"
    commit(person_form.fields["name"].edit, "周敏")
    qtbot.keyClicks(person_form.fields["code"].edit, "DC-001")
    person_form.save_button.click()
    assert said == [Inspector("DC-001", "周敏", "督查组")]


def test_the_code_of_a_known_inspector_stays(person_form: InspectorForm) -> None:
    person = Inspector("DC-001", "周敏", "督查组")
    person_form.show_inspector(person)
    assert not person_form.fields["code"].edit.isEnabled()
    assert person_form.inspector() == person


def test_enter_leads_through_a_form_and_saves_in_its_last_field(person_form: InspectorForm, qtbot: QtBot) -> None:
    said: list[Inspector] = []
    person_form.saved.connect(said.append)
    name, code, unit = (person_form.fields[key].edit for key in ("name", "code", "unit"))
    name.setFocus()
    for edit, words in ((name, "周敏"), (code, "D001"), (unit, "督查组")):
        assert edit.hasFocus()
        commit(edit, words)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert said == [Inspector("D001", "周敏", "督查组")]


def test_enter_passes_over_a_code_that_stays(hall_form: HallForm, qtbot: QtBot) -> None:
    hall_form.show_hall(HALL)
    hall_form.fields["name"].edit.setFocus()
    qtbot.keyClick(hall_form.fields["name"].edit, Qt.Key.Key_Return)
    assert hall_form.fields["unit"].edit.hasFocus()


def test_control_enter_is_left_to_what_holds_the_form(person_form: InspectorForm, qtbot: QtBot) -> None:
    name = person_form.fields["name"].edit
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert name.hasFocus()


def test_what_was_wrong_goes_with_the_next_stroke(person_form: InspectorForm, qtbot: QtBot) -> None:
    person_form.save_button.click()
    assert person_form.fields["name"].edit.accessibleDescription() == "请填姓名。"
    qtbot.keyClicks(person_form.fields["name"].edit, "z")
    assert person_form.fields["name"].edit.accessibleDescription() == ""
    assert person_form.fields["code"].edit.accessibleDescription() != ""
