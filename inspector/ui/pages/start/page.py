"""The screen on which an inspection is started."""

from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.actions.inspecting import Inspecting
from inspector.errors import InspectorError
from inspector.form.form import Form
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head
from inspector.ui.page import Page, Tools
from inspector.ui.pages.hall_facts import FactsCard
from inspector.ui.pages.hall_picker import HallPicker, latest_by_hall
from inspector.ui.pages.start.hall_card import HallCard
from inspector.ui.pages.start.people import PeopleCard
from inspector.ui.pages.start.plan_card import PlanCard
from inspector.ui.pages.start.sheets import StartSheets
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Card, ScrollPage
from inspector.ui.widgets.painted import ENTER, Words
from inspector.wording import _

SEARCH_KEYS = ("/", "、")
LEFT = 424
GUTTER = 12


class StartPage(Page):
    """Hall at the left; kind, form, people, declaration and facts at the right; the argument is a hall or nothing."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.hall: Hall | None = None
        self.form: Form | None = None
        self.facts: dict[str, bool] = {}
        self.picker = HallPicker(self.desk.find_halls)
        self.hall_card, self.plan, self.people, self.fact_card = HallCard(), PlanCard(), PeopleCard(), FactsCard()
        self.sheets = StartSheets(self)
        self.reason = Words("", "second", "muted")
        self.start_button = ActionButton(_("开始"), PRIMARY, "play", "Ctrl+Enter", 48)
        self._uncounted: list[str] = []
        self._counting = QTimer(self)
        self._counting.setInterval(0)
        self._counting.timeout.connect(self._count_next)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.halls = Card(_("营业厅"), link=_("新增营业厅"))
        self.halls.body.addWidget(self.picker, 1)
        self.halls.setFixedWidth(LEFT)
        scroll = ScrollPage()
        scroll.body.setSpacing(12)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: scroll.body.setContentsMargins(0, 0, 0 if most else GUTTER, 0))
        for card in (self.hall_card, self.plan, self.people, self.fact_card):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, GUTTER, 0)
        foot.setSpacing(16)
        foot.addStretch(1)
        foot.addWidget(self.reason)
        foot.addWidget(self.start_button)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(scroll, 1)
        right.addLayout(foot)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.halls)
        columns.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 20, 20, 24)
        whole.setSpacing(12)
        whole.addWidget(Words(_("开始检查"), "page"))
        whole.addLayout(columns, 1)

    def _connect(self) -> None:
        self.picker.picked.connect(self._choose_hall)
        self.halls.opened.connect(self._add_hall)
        self.hall_card.resumed.connect(self.go)
        self.plan.formed.connect(self._choose_form)
        self.people.named.connect(self._name_me)
        self.people.recognised.connect(self._recognise)
        self.people.adding.connect(self.sheets.open_inspector)
        self.people.changed.connect(self._show_missing)
        self.fact_card.stated.connect(self._state)
        self.sheets.hall_form.saved.connect(self._keep_hall)
        self.sheets.inspector_form.saved.connect(self._keep_second)
        self.start_button.clicked.connect(self._begin)

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show everything anew, with the hall asked for."""
        self.sheets.close()
        hall = argument if isinstance(argument, Hall) else None
        last = latest_by_hall(self.desk.inspections.headers(status="finished"))
        self.picker.show_halls(last, hall.code if hall else "")
        self.people.start_anew()
        self._show_people()
        titles = self.desk.shelf.titles()
        self.plan.show_forms(titles)
        self.form, self._uncounted = None, [name for name, _title in titles]
        self._choose_hall(hall)
        if titles:
            self._choose_form(titles[0][0])
        self._counting.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is still to be said."""
        super().showEvent(event)
        first = self.people.declared if self.hall else self.picker.search
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Commit half-typed words and close what is open over the page."""
        self._counting.stop()
        self.picker.search.commit_composition()
        self.people.form.commit_pending()
        self.sheets.close()

    def _count_next(self) -> None:
        """Read one form a turn: the first time costs a tenth of a second each."""
        if not self._uncounted:
            self._counting.stop()
            return
        name = self._uncounted.pop(0)
        with suppress(InspectorError):  # told when a person chooses it
            self.plan.show_form(name, self.desk.shelf.form(name))

    def _show_people(self) -> None:
        self.people.show_people(self.desk.me(), self.desk.places.inspectors())
        self._show_missing()

    def _choose_hall(self, hall: Hall | None) -> None:
        self.hall = hall
        headers = list(self.desk.inspections.headers(hall=hall.code)) if hall else []
        self.hall_card.show_hall(hall, headers, self.desk.clock())
        self.facts = dict(hall.facts) if hall else {}
        self._show_facts()
        self._show_missing()

    def _choose_form(self, name: str) -> None:
        self.form = self.attempt(lambda: self.desk.shelf.form(name))
        if self.form is not None:
            self.plan.show_form(name, self.form)
        self.plan.show_kinds(self.form)
        self._show_facts()
        self._show_missing()

    def _show_facts(self) -> None:
        self.fact_card.show_facts(self.form.facts if self.form else (), self.facts)

    def _state(self, key: str, value: bool | None) -> None:
        if value is None:
            self.facts.pop(key, None)
        else:
            self.facts[key] = value
        self.fact_card.show_value(key, value)

    def _missing(self) -> str:
        if self.desk.me() is None:
            return _("先填上督查员")
        if self.hall is None:
            return _("先选一个营业厅")
        if self.form is None:
            return _("先选一份检查表")
        return "" if self.people.declared.isChecked() else _("先勾选无利益关系声明")

    def _what_is_missing(self) -> QWidget:
        if self.desk.me() is None:
            return self.people.form.fields["name"]
        if self.hall is None:
            return self.picker.search
        return self.plan if self.form is None else self.people.declared

    def _show_missing(self) -> None:
        missing = self._missing()
        self.reason.show_text(missing)
        self.reason.show_tone("muted")
        self.start_button.setEnabled(not missing)
        self.start_button.setAccessibleDescription(missing)

    # Acting.

    def key(self, event: QKeyEvent) -> bool:
        """Act on Ctrl+Enter (start, or save what a sheet holds), / (search) and, outside a field, Escape (home)."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in ENTER:
            if not self.sheets.save():
                self._begin()
            return True
        if self.sheets.is_open():
            return False
        if event.key() == Qt.Key.Key_Escape and not isinstance(self.focusWidget(), QLineEdit):
            self.go.emit("home", None)
            return True
        if event.text() in SEARCH_KEYS and event.text():
            self.picker.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def _add_hall(self) -> None:
        blank = Hall("", "", operator=self.desk.setting("operator"), area=self.desk.setting("area"))
        self.sheets.open_hall(blank)

    def _keep_hall(self, hall: Hall) -> None:
        if self.desk.places.hall(hall.code):
            self.sheets.hall_form.wrong("code", _("编码 {code} 已有营业厅使用。").format(code=hall.code))
            return
        if self._done(lambda: self.desk.keep_hall(hall)):
            self.sheets.close()
            self.picker.show_halls(latest_by_hall(self.desk.inspections.headers(status="finished")), hall.code)
            self._choose_hall(hall)
            self._what_is_missing().setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_me(self, person: Inspector) -> None:
        if self._taken(person):
            self.people.form.wrong("code", _("编号 {code} 已有人使用。").format(code=person.code))
        elif self._done(lambda: self.desk.keep_inspector(person)):
            self._recognise(person.code)

    def _recognise(self, code: str) -> None:
        if code and self._done(lambda: self.desk.set("inspector", code)):
            self._show_people()

    def _keep_second(self, person: Inspector) -> None:
        if self._taken(person):
            self.sheets.inspector_form.wrong("code", _("编号 {code} 已有人使用。").format(code=person.code))
        elif self._done(lambda: self.desk.keep_inspector(person)):
            self.sheets.close()
            self._show_people()
            self.people.second.show_key(person.code)

    def _taken(self, person: Inspector) -> bool:
        return person.code in {one.code for one in self.desk.places.inspectors()}

    def _done(self, act: Any) -> bool:
        def whole() -> bool:
            act()
            return True

        return bool(self.attempt(whole))

    def _begin(self) -> None:
        if self._missing():
            self.reason.show_tone("warn")
            self._what_is_missing().setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        inspecting = self.attempt(self._start)
        if inspecting is not None:
            self.go.emit("audit", inspecting.inspection.id)

    def _start(self) -> Inspecting | None:
        me, hall, form = self.desk.me(), self.hall, self.form
        if me is None or hall is None or form is None:
            return None
        second = [one for one in self.desk.places.inspectors() if one.code == self.people.second.key()]
        head = Head(hall, self.plan.kind, (me, *second), no_conflict=True)
        inspecting = self.desk.start(form.id, head)
        self.desk.learn(inspecting, self.facts)
        return inspecting
