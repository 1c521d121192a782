"""A desk with halls, people and inspections for the pages of lists, and what tests do in a person's place."""

import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.shelf import LIMITS
from inspector.form.library import Library, LoadedForm, LoadedLimits
from inspector.form.scenario import PLAIN
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head
from inspector.paths import forms
from inspector.store.database import open_in_memory
from inspector.ui.jobs import Jobs
from inspector.ui.page import Page, Tools
from inspector.ui.theme import apply_theme
from tests.ui.widgets.acts import commit

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OFFSCREEN = "does not support propagateSizeHints"
FULL, SMALL = "hall-open-audit", "environment"
SCENARIOS = ("s04-bill-enquiry", "s07-minor-fault", "s08-elderly-cash")  # the others would be read when asked for
ME = Inspector("DC-001", "周敏", "临江供电公司服务督查组")
SECOND = Inspector("DC-002", "陈立新", "临江供电公司服务督查组")
BINJIANG = Hall("BJ-001", "滨江供电营业厅", "B", address="滨江路 3 号", city="临江市")
QINGSHI = Hall("QS-002", "青石桥供电营业厅", "C", area="rural")
NANHU = Hall("NH-003", "南湖供电营业厅", "A")
CONTROLS = (QAbstractButton, QLineEdit, QComboBox)


class Clock:
    """A clock that tests set; each look takes a second."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-03-05T14:32:07+08:00")

    def set(self, text: str) -> None:
        self.now = datetime.fromisoformat(f"{text}+08:00")

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@cache
def _loaded(name: str) -> LoadedForm:
    return Library().load(name)


@cache
def _limits() -> LoadedLimits:
    return Library().limits(forms() / LIMITS)


def empty_desk(folder: Path) -> Desk:
    desk = Desk(open_in_memory(), folder, Clock())
    library, blanks = desk.shelf.library, desk.shelf.blanks
    for name in (*library.names((PLAIN,)), *SCENARIOS):
        form = _loaded(name)
        blanks.keep("form", form.form.name, library.source_digest(name), form.form.digest, form.plain)
    source = sha256((forms() / LIMITS).read_bytes()).hexdigest()
    blanks.keep("limits", _limits().limits.id, source, _limits().limits.digest, _limits().plain)
    return desk


def desk_with_halls(folder: Path) -> Desk:
    desk = empty_desk(folder)
    for hall in (BINJIANG, QINGSHI, NANHU):
        desk.keep_hall(hall)
    for person in (ME, SECOND):
        desk.keep_inspector(person)
    desk.set("inspector", ME.code)
    return desk


def begun(desk: Desk, hall: Hall, answers: int = 0, kind: str = "open", form: str = SMALL) -> Inspecting:
    inspecting = desk.start(form, Head(hall, kind, (ME,), no_conflict=True))
    for item in inspecting.inspection.form.order[:answers]:
        inspecting.judge(item, Verdict.CONFORM)
    return inspecting


def finished(desk: Desk, hall: Hall, failing: Iterable[str] = (), kind: str = "open", form: str = SMALL) -> Inspecting:
    inspecting = begun(desk, hall, kind=kind, form=form)
    failed = set(failing)
    for item in inspecting.inspection.form.order:
        if inspecting.inspection.asked(item):
            inspecting.put(item, Answer(Verdict.FAIL if item in failed else Verdict.CONFORM, note="见现场"))
    inspecting.finish()
    return inspecting


def shown(kind: type[Page], desk: Desk, qtbot: QtBot, argument: object = None) -> Page:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    page = kind(Tools(desk, Jobs(inline=True)))
    qtbot.addWidget(page)
    page.resize(1286, 768)
    page.enter(argument)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def heard(holder: QObject, *names: str) -> list[tuple[object, ...]]:
    said: list[tuple[object, ...]] = []
    for name in names:
        getattr(holder, name).connect(lambda *values: said.append(values))
    return said


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.clear()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        commit(field, text)


def nameless(page: QWidget) -> list[str]:
    return [
        type(each).__name__
        for each in page.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]


def changes(desk: Desk) -> int:
    return int(desk.database.connection.total_changes)
