"""结果: the star and why, ideas and topics, what must be put right, and the trace of every point."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.actions.explaining import state_words
from inspector.actions.inspecting import Inspecting
from inspector.inspection.finding import Finding, findings
from inspector.rating.path import both_ways
from inspector.ui.page import Page, Tools
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.history_sheet import HistorySheet
from inspector.ui.pages.result.after_strip import AfterStrip
from inspector.ui.pages.result.beside import Beside
from inspector.ui.pages.result.charts import IdeasCard, TopicsCard
from inspector.ui.pages.result.detail import FindingDetail
from inspector.ui.pages.result.findings_card import FindingsCard
from inspector.ui.pages.result.hall_view import HallView, audit_of, hall_meta
from inspector.ui.pages.result.star_panel import StarPanel
from inspector.ui.pages.result.trace import TraceView
from inspector.ui.pages.telling import kind_word
from inspector.ui.widgets.buttons import PRIMARY, SECONDARY, ActionButton
from inspector.ui.widgets.painted import ENTER
from inspector.ui.widgets.verdict_looks import verdict_word
from inspector.wording import _, long_date

OVERVIEW, TRACE, HALL = range(3)
COLUMNS = (396, 374, 420)
UPPER_LEAST, UPPER_MOST, UPPER_SHARE = 262, 320, 0.375


class ResultPage(Page):
    """The result of one inspection, finished (暂评) or still a draft (暂估): `enter` takes its id, or (id, item)."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.inspecting: Inspecting | None = None
        self.found: dict[str, Finding] = {}
        self.title, self.meta = OneLine("page"), OneLine("second", "muted")
        self.hall_button = ActionButton(_("营业厅评定"), icon="hall")
        self.hall_button.clicked.connect(self.show_hall)
        self.why_button = ActionButton(_("评分依据"), icon="list")
        self.after, self.after_button = AfterStrip(self), ActionButton(_("答复与更正"), icon="history")
        self.after_button.clicked.connect(self.after.open)
        self.report_button = ActionButton(_("生成报告"), icon="document-down")
        self.back_button = ActionButton(_("返回检查"), PRIMARY, "chevron-left", "Esc")
        self.why_button.clicked.connect(lambda: self.show_trace(True))
        self.return_button = ActionButton(_("返回结果"), icon="chevron-left", key="Esc")
        self.return_button.clicked.connect(lambda: self.show_trace(False))
        self.report_button.clicked.connect(lambda: self.go.emit("report", self._id()))
        self.back_button.clicked.connect(lambda: self.go.emit("audit", self._id()))
        self.panel, self.ideas, self.topics = StarPanel(), IdeasCard(), TopicsCard()
        self.panel.asked_why.connect(lambda: self.show_trace(True))
        self.table, self.beside = FindingsCard(), Beside()
        self.beside.register_wanted.connect(lambda: self.go.emit("register", self._id()))
        self.table.chosen.connect(self._show_detail)
        self.detail = FindingDetail(self.desk.vault)
        self.detail.closed.connect(lambda: self.table.choose(""))
        self.detail.wanted.connect(lambda item: self.go.emit("audit", (self._id(), item)))
        self.right, self.views = QStackedWidget(), QStackedWidget()
        self.right.addWidget(self.beside)
        self.right.addWidget(self.detail)
        self.trace = TraceView()
        self.trace.wanted.connect(self._follow)
        self.views.addWidget(self._overview())
        self.views.addWidget(self.trace)
        self.hall = self._hall()
        self.views.addWidget(self.hall)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 16, 32, 16)
        whole.setSpacing(16)
        whole.addLayout(self._head())
        whole.addWidget(self.after)
        whole.addWidget(self.views, 1)

    def _head(self) -> QHBoxLayout:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        head.setSpacing(8)
        head.addLayout(words, 1)
        buttons = (self.return_button, self.after_button, self.hall_button)
        for button in (*buttons, self.why_button, self.report_button, self.back_button):
            head.addWidget(button)
        return head

    def _overview(self) -> QWidget:
        holder, self.history = QWidget(), HistorySheet(self)
        self.detail.traced.connect(self._show_history)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        for column, card in enumerate((self.panel, self.ideas, self.topics)):
            grid.addWidget(card, 0, column)
            grid.setColumnStretch(column, COLUMNS[column])
        grid.addWidget(self.table, 1, 0, 1, 2)
        grid.addWidget(self.right, 1, 2)
        grid.setRowStretch(1, 1)
        return holder

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show the result of an inspection, with one of its items where that was asked for."""
        id_, wanted = argument if isinstance(argument, tuple) else (argument, "")
        inspecting = self.attempt(lambda: self.desk.open(id_))
        if inspecting is None:
            self.go.emit("inspections", None)
            return
        self.inspecting = inspecting
        inspection, rating = inspecting.inspection, inspecting.rating
        self.panel.show_rating(rating)
        self.ideas.show_rating(rating)
        self.topics.show_rating(rating, {item.topic for item in inspection.asked_items})
        found = findings(inspection, self.desk.calendar)
        self.found = {one.item.id: one for one in found}
        self.table.show_findings(found, inspection)
        self.beside.show_result(inspecting, self.desk.last_time(inspection))
        self.trace.show_rating(rating, draft=not inspection.finished)
        fewest, quickest = both_ways(rating)
        self.panel.show_way(fewest)
        self.trace.show_ways(fewest, quickest)
        self.after.show_inspection(inspecting)
        self._fit_upper()
        self.report_button.show_kind(PRIMARY if inspection.finished else SECONDARY)
        self.right.setCurrentWidget(self.beside)
        self.show_trace(False)
        if wanted:
            self._show_item(wanted)

    def _show_item(self, item: str) -> None:
        """Show an item among the findings; one without a finding is told by its verdict."""
        if item in self.found:
            self.table.choose(item)
        elif self.inspecting is not None:
            word = verdict_word(self.inspecting.inspection.verdict(item))
            told = _("{item} 在这次检查里是“{word}”，不在问题清单里。")
            self.say.emit("accent", told.format(item=item, word=word), "", None)

    def _meta(self, inspecting: Inspecting) -> str:
        inspection, scheme = inspecting.inspection, inspecting.scheme
        parts = [
            kind_word(inspection.head.kind),
            _("{title} {version}").format(title=scheme.title, version=scheme.version),
            long_date(inspection.day),
        ]
        seal = self.desk.seal_of(inspection.id)
        if seal:
            parts.append(_("封存编号 {number}").format(number=seal.number))
            parts.append(_("记录指纹 {hash}").format(hash=seal.sha256[:12]))
        else:
            parts.append(_("未封存，{state}").format(state=state_words(inspecting.rating)))
        return " · ".join(parts)

    def show_trace(self, shown: bool) -> None:
        """Show the trace, or the overview again."""
        if shown:
            self._show_view(TRACE, _("评分依据"))
        else:
            self._show_view(OVERVIEW, _("评定结果"))

    def show_hall(self) -> None:
        """Show the star of the hall; its inspections are opened only now, since that takes a while."""
        hall = self._hall_code()
        rated = self.attempt(lambda: self.desk.rating_halls.rate(hall))
        if rated is None:
            return
        numbers = {header.id: header.number for header in self.desk.headers(status="finished", hall=hall)}
        self.hall.show_hall(rated, numbers, self.desk.rating_halls.standing(hall))
        self._show_view(HALL, _("营业厅评定"))
        self.meta.show_text(hall_meta(rated))
        self.hall.focus_first()

    def _show_view(self, view: int, title: str) -> None:
        if self.inspecting is None:
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        inspection = self.inspecting.inspection
        self.meta.show_text(self._meta(self.inspecting))
        self.title.show_text(f"{inspection.hall.name}\u3000{title}")
        self.views.setCurrentIndex(view)
        self.return_button.setVisible(view != OVERVIEW)
        self.why_button.setVisible(view == OVERVIEW)
        self.after_button.setVisible(view == OVERVIEW and inspection.finished)
        self.hall_button.setVisible(view == OVERVIEW and inspection.finished)
        self.report_button.setVisible(view != HALL)
        self.back_button.setVisible(view == OVERVIEW and not inspection.finished)

    def _show_detail(self, item: str) -> None:
        found = self.found.get(item)
        if found is None or self.inspecting is None:
            self.right.setCurrentWidget(self.beside)
            return
        self.detail.show_finding(found, self.inspecting.inspection)
        self.right.setCurrentWidget(self.detail)

    def _show_history(self, item: str) -> None:
        if self.inspecting is not None:
            names = {person.code: person.name for person in self.desk.places.inspectors()}
            self.history.show_history(self.inspecting.history(), self.inspecting.inspection.form, item, names)

    # Acting.

    def key(self, event: QKeyEvent) -> bool:
        """Follow a lost point by Enter; close detail, trace and, in a draft, the result by Escape."""
        if event.key() in ENTER and self.trace.lost_card.view.hasFocus():
            return self.trace.lost_card.press_current()
        if event.key() != Qt.Key.Key_Escape:
            return False
        if self.views.currentIndex() != OVERVIEW:
            self.show_trace(False)
        elif self.right.currentWidget() is self.detail:
            self.table.choose("")
        elif self.inspecting is not None and not self.inspecting.inspection.finished:
            self.go.emit("audit", self._id())
        else:
            return False
        return True

    def _give(self) -> None:
        hall = self._hall_code()
        kept = self.attempt(lambda: self.desk.rating_halls.give(hall))
        if kept is not None:
            self.show_hall()
            self.say.emit("good", _("{words}。").format(words=self.hall.standing.text()), "", None)

    def _follow(self, item: str) -> None:
        if self.inspecting is None:
            return
        if self.inspecting.inspection.finished:
            self.show_trace(False)
            self.table.choose(item)
        else:
            self.go.emit("audit", (self._id(), item))

    def _hall(self) -> HallView:
        view = HallView(self)
        view.opened.connect(lambda id_: self.go.emit("result", id_))
        view.given.connect(self._give)
        view.compared.connect(lambda: self.go.emit("agreement", self._id()))
        view.reported.connect(self._report_hall)
        return view

    def _report_hall(self) -> None:
        hall = self._hall_code()
        rated = self.attempt(lambda: self.desk.rating_halls.rate(hall))
        if rated and (audit := audit_of(rated)):
            self.go.emit("report", (audit, True))

    def _hall_code(self) -> str:
        return self.inspecting.inspection.hall.code if self.inspecting else ""

    def _id(self) -> str:
        return self.inspecting.inspection.id if self.inspecting else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the upper row its share of the height."""
        super().resizeEvent(event)
        self._fit_upper()

    def _fit_upper(self) -> None:
        """Let the cards beside the panel be as high as its words need."""
        height = round(min(max(self.height() * UPPER_SHARE, UPPER_LEAST), UPPER_MOST))
        for card in (self.ideas, self.topics):
            card.setFixedHeight(max(height, self.panel.minimumSizeHint().height()))
