"""The screen on which a mystery visit is planned."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.actions.planning import Joinable, Plan, Planning
from inspector.errors import InspectorError
from inspector.form.form import Form
from inspector.form.scenario import Synopsis
from inspector.inspection.hall import Hall
from inspector.ui.page import Page, Tools
from inspector.ui.pages.hall_facts import FactsCard
from inspector.ui.pages.hall_picker import HallPicker
from inspector.ui.pages.plan_visit.reading import ScenarioReading
from inspector.ui.pages.plan_visit.scenarios import ScenarioPicker
from inspector.ui.pages.plan_visit.task_card import TaskCard
from inspector.ui.pages.plan_visit.who_card import OWN, WhoCard
from inspector.ui.pages.visit_words import window_words
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Card, ScrollPage
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.painted import ENTER, Words
from inspector.wording import _

SEARCH_KEYS = ("/", "、")
HALLS, SCENARIOS = 276, 352
GUTTER = 12


class PlanVisitPage(Page):
    """Hall, scenario, and who goes when; the argument is a hall, an inspection on whose visit to go too, or nothing."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.planning = Planning(self.desk)
        self.hall: Hall | None = None
        self.scenario: Synopsis | None = None
        self.form: Form | None = None
        self.facts: dict[str, bool] = {}
        self.joinable: dict[str, Joinable] = {}
        self.picker, self.scenarios = HallPicker(self.desk.find_halls), ScenarioPicker()
        self.task, self.who, self.fact_card = TaskCard(), WhoCard(), FactsCard()
        self.declared = CheckMark(_("与本厅无利害关系"))
        self.declared.setToolTip(_("去的人与本厅没有隶属、亲属及利益关系"))
        self.reason = Words("", "second", "muted")
        self.start_button = ActionButton(_("去读任务单"), PRIMARY, "arrow-right", "Ctrl+Enter", 48)
        self.reading = ScenarioReading(self)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._open_form)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.halls = Card(_("营业厅"), link=_("名单"))
        self.halls.link.setAccessibleName(_("营业厅名单"))
        self.halls.body.addWidget(self.picker, 1)
        self.halls.setFixedWidth(HALLS)
        plays = Card(_("场景"), " ")
        plays.body.addWidget(self.scenarios, 1)
        plays.setFixedWidth(SCENARIOS)
        self.plays = plays
        scroll = ScrollPage()
        scroll.body.setSpacing(12)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: scroll.body.setContentsMargins(0, 0, 0 if most else GUTTER, 0))
        for card in (self.task, self.who, self.fact_card):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.declared)
        said.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, GUTTER, 0)
        foot.setSpacing(16)
        foot.addLayout(said, 1)
        foot.addWidget(self.start_button)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(scroll, 1)
        right.addLayout(foot)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.halls)
        columns.addWidget(plays)
        columns.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 20, 20, 24)
        whole.setSpacing(12)
        whole.addWidget(Words(_("新的暗访"), "page"))
        whole.addLayout(columns, 1)

    def _connect(self) -> None:
        self.picker.picked.connect(self._choose_hall)
        self.halls.opened.connect(lambda: self.go.emit("settings", "halls"))
        self.reading.told.connect(self._show_scenarios)
        self.reading.failed.connect(lambda sentence: self.say.emit("bad", sentence, "", None))
        self.scenarios.picked.connect(self._choose_scenario)
        self.who.joined.connect(self._join)
        self.who.changed.connect(self._show_standing)
        self.declared.ticked.connect(lambda _on: self._show_standing())
        self.fact_card.stated.connect(self._state)
        self.start_button.clicked.connect(self._begin)

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show everything anew, with the hall or the visit asked for."""
        beside = argument if isinstance(argument, str) else ""
        joined = self.attempt(lambda: self.desk.open(beside)) if beside else None
        hall = joined.inspection.hall if joined else argument if isinstance(argument, Hall) else None
        self.picker.show_halls({}, hall.code if hall else "")
        self.who.start_anew(self.planning.shoppers())
        self.declared.show_ticked(False)
        self.who.when.show_days(self.desk.clock().date())
        self.scenarios.start_anew()
        self.reading.begin(self.desk.shelf)
        self.scenario, self.form = None, None
        self._choose_hall(hall)
        if joined and joined.inspection.head.visit:
            self.who.show_visits(self._visit_options(), joined.inspection.head.visit.id)
            self._join(self.who.beside.key())
        self._show_scenario()

    def _show_scenarios(self) -> None:
        self.scenarios.show_scenarios(list(self.reading.known.values()))
        under_way = self.reading.under_way
        self.plays.show_count(_("正在读…") if under_way else _("{n} 个").format(n=len(self.reading.known)))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is still to be said."""
        super().showEvent(event)
        first = self.scenarios.search if self.hall else self.picker.search
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Commit half-typed words and read nothing for a page that is not looked at."""
        self.reading.stop()
        self._opening.stop()
        for field in (self.picker.search, self.scenarios.search):
            field.commit_composition()

    def _choose_hall(self, hall: Hall | None) -> None:
        self.hall = hall
        self.task.show_hall(hall)
        self.who.when.show_window(*self.planning.usual_window(hall))
        self.joinable = {one.visit.id: one for one in self.planning.joinable(hall.code)} if hall else {}
        self.who.show_visits(self._visit_options())
        self._join(OWN)
        self.facts = dict(hall.facts) if hall else {}
        self._show_facts()

    def _visit_options(self) -> list[tuple[str, str]]:
        return [(visit, self._visit_words(one)) for visit, one in self.joinable.items()]

    def _visit_words(self, one: Joinable) -> str:
        when = window_words(one.visit, self.desk.clock())
        return " · ".join(part for part in (one.visit.shopper, when, self.desk.titles.form(one.form)) if part)

    def _choose_scenario(self, name: str) -> None:
        self.scenario, self.form = self.reading.known[name], None
        self._show_scenario()
        self._opening.start(0)  # after the words are seen: checking a form the first time takes half a second

    def _show_scenario(self) -> None:
        self.scenarios.show_current(self.scenario.name if self.scenario else "")
        self.task.show_scenario(self.scenario)
        if self.scenario and not self.scenario.visit:
            self.who.show_visits([])
            self._join(OWN)
        else:
            self.who.show_visits(self._visit_options(), self.who.beside.key())
        self._show_facts()
        self._show_standing()

    def _open_form(self) -> None:
        scenario = self.scenario
        if scenario is not None:
            self.form = self.attempt(lambda: self.desk.shelf.form(scenario.name))
            self._show_facts()
            self._show_standing()

    def _show_facts(self) -> None:
        self.fact_card.show_facts(self.form.facts if self.form else (), self.facts)

    def _state(self, key: str, value: bool | None) -> None:
        if value is None:
            self.facts.pop(key, None)
        else:
            self.facts[key] = value
        self.fact_card.show_value(key, value)

    def _join(self, visit: str) -> None:
        joined = self.joinable.get(visit)
        self.who.show_free(joined is None)
        if joined is not None:
            self.who.code.show_text(joined.visit.shopper)
            self.who.code.show_wrong()
            if joined.visit.window:
                self.who.when.show_window(*joined.visit.window)
        self._show_standing()

    def _show_standing(self) -> None:
        """Show what speaks against the visit and what is still missing."""
        self.who.show_warnings(self._warnings())
        missing = self._missing()
        self.reason.show_text(missing)
        self.reason.show_tone("muted")
        self.reason.setVisible(bool(missing))
        self.start_button.setEnabled(not missing)
        self.start_button.setAccessibleDescription(missing)

    def _warnings(self) -> list[str]:
        if self.hall is None or (self.scenario and not self.scenario.visit):
            return []
        day = self.who.when.chosen_day()
        said = self.planning.warnings(self.hall.code, self._code(), day, self.who.beside.key())
        window = self.who.when.chosen_window(self.desk.clock())
        return [*said, *(self.planning.closed(self.hall, *window) if window else ())]

    def _code(self) -> str:
        return self.who.code.text().strip()

    def _missing(self) -> str:
        if self.hall is None:
            return _("先选一个营业厅")
        if self.scenario is None:
            return _("先选一个场景")
        if not self._code():
            return _("先填暗访员代号")
        if self.who.when.chosen_window(self.desk.clock()) is None:
            return _("时间写成 9:30 这样")
        return "" if self.declared.isChecked() else _("先勾选无利害关系声明")

    def _what_is_missing(self) -> QWidget:
        if self.hall is None:
            return self.picker.search
        if self.scenario is None:
            return self.scenarios.search
        if not self._code():
            return self.who.code
        return self.who.when.begin if self.who.when.chosen_window(self.desk.clock()) is None else self.declared

    # Acting.

    def key(self, event: QKeyEvent) -> bool:
        """Act on Ctrl+Enter (start), / (search) and, outside a field, Escape (back to the list)."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in ENTER:
            self._begin()
            return True
        if event.key() == Qt.Key.Key_Escape and not isinstance(self.focusWidget(), QLineEdit):
            self.go.emit("visits", None)
            return True
        if event.text() in SEARCH_KEYS and event.text():
            search = self.scenarios.search if self.hall else self.picker.search
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def _begin(self) -> None:
        if self._missing():
            self.reason.show_tone("warn")
            self._what_is_missing().setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if not self.who.beside.key() and not self._good_code():
            return
        plan = self._plan()
        inspecting = self.attempt(lambda: self.planning.start(plan)) if plan else None
        if inspecting is not None:
            self.go.emit("brief", inspecting.inspection.id)

    def _good_code(self) -> bool:
        try:
            self.planning.refuse_code(self._code())
        except InspectorError as trouble:
            self.who.code.show_wrong(str(trouble))
            self.who.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return False
        return True

    def _plan(self) -> Plan | None:
        window = self.who.when.chosen_window(self.desk.clock())
        if self.hall is None or self.scenario is None or window is None:
            return None
        declared = self.declared.isChecked()
        beside = self.who.beside.key()
        return Plan(self.hall, self.scenario.name, self._code(), *window, declared, self.facts, beside)
