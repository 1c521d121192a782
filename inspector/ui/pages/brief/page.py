"""暗访简报: everything to know before going, whether it was understood, and the way to the stopwatch."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.actions.carding import card_file, card_name, write_card_of
from inspector.actions.inspecting import Inspecting
from inspector.actions.visiting import Visiting
from inspector.inspection.visit import Visit
from inspector.ui.jobs import Job
from inspector.ui.outside import open_outside
from inspector.ui.page import Page, Tools
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.brief.check_card import CheckCard
from inspector.ui.pages.brief.going import GoCard
from inspector.ui.pages.brief.script_cards import ScriptCards
from inspector.ui.pages.folders import documents
from inspector.ui.pages.telling import kind_word
from inspector.ui.stopwatch import StopwatchWindow
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import ScrollPage
from inspector.wording import NBSP, _, short_date

SIDE = 392
GUTTER = 12  # of a scroll bar


def channel_word(channel: str) -> str:
    """Return the word of a scenario's channel."""
    return {"hall": _("营业厅"), "phone": _("电话"), "online": _("线上"), "callback": _("回访")}[channel]


class BriefPage(Page):
    """Shows one mystery visit before it is made; the main window hides while the stopwatch is open."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.visiting: Visiting | None = None
        self.stopwatch: StopwatchWindow | None = None
        self.ask_where: Callable[[str], str] = self._ask_where
        self.open_file: Callable[[Path], Any] = open_outside
        self.title, self.meta = OneLine("page"), OneLine("second", "muted")
        self.back_button = ActionButton(_("返回暗访"), icon="chevron-left", key="Esc")
        self.cards, self.check, self.go_card = ScriptCards(), CheckCard(), GoCard()
        self.left_side, self.right_side = ScrollPage(), ScrollPage()
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._go_back)
        self.cards.stated.connect(self._state)
        self.check.passed.connect(self._pass)
        self.check.moved.connect(self._follow)
        self.go_card.card_opened.connect(self._open_card)
        self.go_card.card_saved.connect(self._save_card)
        self.go_card.timed.connect(self.open_stopwatch)
        self.go_card.retold.connect(self._retell)
        self.go_card.resumed.connect(self._resume)
        self.jobs.ended.connect(self._rest)

    def _lay_out(self) -> None:
        whole, head, words, row, side = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        whole.setContentsMargins(32, 16, 32 - GUTTER, 16)
        whole.setSpacing(16)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        head.setContentsMargins(0, 0, GUTTER, 0)
        head.addLayout(words, 1)
        head.addWidget(self.back_button)
        whole.addLayout(head)
        self.left_side.body.addWidget(self.cards)
        self.left_side.body.setContentsMargins(0, 0, 4, 0)
        self.right_side.body.setContentsMargins(0, 0, 4, 0)
        self.right_side.body.addWidget(self.check)
        self.right_side.body.addStretch(1)
        self.right_side.setFixedWidth(SIDE + GUTTER)
        side.setSpacing(16)
        side.addWidget(self.right_side, 1)
        lower = QHBoxLayout()
        lower.setContentsMargins(0, 0, GUTTER + 4, 0)
        lower.addWidget(self.go_card)
        side.addLayout(lower)
        row.setSpacing(4)
        row.addWidget(self.left_side, 1)
        row.addLayout(side)
        whole.addLayout(row, 1)

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show a visit; what is no visit, or is sealed, has its own page."""
        inspecting = self.attempt(lambda: self.desk.open(argument))
        if inspecting is None:
            self.go.emit("inspections", None)
        elif inspecting.inspection.head.visit is None or inspecting.inspection.form.scenario is None:
            self.go.emit("audit", inspecting.inspection.id)
        elif inspecting.inspection.finished:
            self.go.emit("retelling", inspecting.inspection.id)
        else:
            self._show(inspecting)

    def _show(self, inspecting: Inspecting) -> None:
        self.visiting = visiting = Visiting(inspecting)
        inspection, scenario, visit = inspecting.inspection, visiting.scenario, visiting.visit
        self.title.show_text(f"{inspection.hall.name}\u3000{inspection.form.title}")
        self.meta.show_text(
            " · ".join(filter(None, (kind_word("mystery"), channel_word(scenario.channel), _who(visit), _when(visit))))
        )
        self.cards.show_visit(inspection, scenario)
        self.check.show_questions(scenario.check, visit.briefed_at)
        self._show_way()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self) -> None:
        if self.visiting:
            self.go_card.show_visit(self.visiting.visit, self.visiting.scenario, self.desk.clock())

    # Before going.

    def _pass(self) -> None:
        if self.visiting is None:
            return
        self.attempt(self.visiting.brief)
        self.check.show_questions(self.visiting.scenario.check, self.visiting.visit.briefed_at)
        self._show_way()
        if self.go_card.time_button.isEnabled():
            self.go_card.time_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, question: QWidget) -> None:
        if (holder := self.right_side.widget()) and (laid := holder.layout()):
            laid.activate()
        self.right_side.ensureWidgetVisible(question, 0, 24)

    def _state(self, key: str, value: bool | None) -> None:
        if self.visiting is None:
            return
        inspecting = self.visiting.inspecting
        self.attempt(lambda: inspecting.state_fact(key, value))
        self.cards.script.show_script(inspecting.inspection)

    # The pocket card.

    def _open_card(self) -> None:
        if self.visiting:
            target = card_file(self.desk, self.visiting.inspecting.inspection.id)
            self._write(target, lambda: self.open_file(target))

    def _save_card(self) -> None:
        if self.visiting and (chosen := self.ask_where(card_name())):
            told = _("口袋卡已存为 {name}。").format(name=Path(chosen).name)
            self._write(Path(chosen), lambda: self.say.emit("good", told, "", None))

    def _ask_where(self, name: str) -> str:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("另存口袋卡"), f"{documents()}/{name}", _("PDF 文件 (*.pdf)")
        )
        return chosen

    def _write(self, target: Path, then: Callable[[], Any]) -> None:
        if self.visiting is None:
            return
        desk, id_ = self.desk, self.visiting.inspecting.inspection.id
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the button pressed is about to be shut
        self.go_card.show_busy(True)
        self.jobs.start(lambda _progress: write_card_of(desk, id_, target), lambda _missing: then(), title=_title())

    def _rest(self, job: Job) -> None:
        if job.title == _title():
            self.go_card.show_busy(False)

    # Going.

    def open_stopwatch(self) -> None:
        """Show the stopwatch and hide this window, so that nothing on the screen says what it is."""
        if self.visiting is None or self.stopwatch is not None:
            return
        self.stopwatch = StopwatchWindow(self.visiting)
        self.stopwatch.closed.connect(self._come_back)
        self.stopwatch.show()
        self.stopwatch.activateWindow()
        self.window().hide()

    def _come_back(self) -> None:
        """Show the window again, before the stopwatch is gone: a program without a window would end."""
        if self.stopwatch is None:
            return
        self.stopwatch.deleteLater()
        self.stopwatch = None
        window = self.window()
        window.show()
        window.raise_()
        window.activateWindow()
        if self.visiting:
            self.enter(self.visiting.inspecting.inspection.id)

    def _resume(self) -> None:
        if self.visiting:
            visiting = self.visiting
            self.attempt(lambda: visiting.expose(""))
            self._show_way()

    def _retell(self) -> None:
        if self.visiting:
            self.attempt(self.visiting.leave)
            self.go.emit("retelling", self.visiting.inspecting.inspection.id)

    def _go_back(self) -> None:
        self.go.emit("visits", None)

    def key(self, event: QKeyEvent) -> bool:
        """Go back by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return True
        return False


def _title() -> str:
    return _("正在生成口袋卡")


def _who(visit: Visit) -> str:
    return _("暗访员 {code}").format(code=visit.shopper) if visit.shopper else ""


def _when(visit: Visit) -> str:
    if visit.window is None:
        return ""
    begin, end = visit.window
    return f"{short_date(begin)}{NBSP}{begin:%H:%M}–{end:%H:%M}"
