"""The page of a retelling: joins its parts to one mystery visit and shows it as it stands."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

from inspector.actions.inspecting import Inspecting
from inspector.actions.visiting import Visiting
from inspector.inspection.change import Change
from inspector.inspection.heard import counted, heard_part
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import count
from inspector.inspection.validity import out_since
from inspector.ui.page import Page, Tools
from inspector.ui.pages.retelling.acts import Acts
from inspector.ui.pages.retelling.clock_words import clock_told
from inspector.ui.pages.retelling.evidence_sheet import count_evidence
from inspector.ui.pages.retelling.frame import Frame
from inspector.ui.pages.telling import kind_word
from inspector.wording import _, long_date

TICK = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier


class RetellingPage(Page):
    """离场补录. `enter` takes an inspection id; what is no mystery visit opens as an audit."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.inspecting: Inspecting | None = None
        self.frame = Frame(self, self.desk.vault)
        self.acts = Acts(self)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    # Coming and going.

    def enter(self, argument: Any) -> None:
        """Open a mystery visit; the moments taken become measured times first."""
        self.leave()
        inspecting = self.attempt(lambda: self.desk.open(str(argument)))
        if inspecting is None:
            self.go.emit("inspections", None)
            return
        inspection = inspecting.inspection
        if inspection.form.scenario is None or inspection.head.visit is None:
            self.go.emit("audit", inspection.id)
            return
        self.inspecting = inspecting
        if not inspection.finished and out_since(inspection.form.scenario, inspection.head.visit):
            self.attempt(self.visiting.leave)
        inspecting.listeners.append(self._changed)
        self.frame.validity.form.hide()
        if sheet := self.frame.sheet:
            sheet.close_sheet()
        self.show_all()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # else the rail takes it

    def leave(self) -> None:
        """Keep what is half typed and stop listening."""
        if self.inspecting is None:
            return
        self.frame.script.commit_pending()
        if self._changed in self.inspecting.listeners:
            self.inspecting.listeners.remove(self._changed)
        self.inspecting = None

    @property
    def inspection(self) -> Inspection:
        """Return the open inspection as it stands."""
        if self.inspecting is None:
            raise LookupError("no visit is open")
        return self.inspecting.inspection

    @property
    def visiting(self) -> Visiting:
        """Return the verbs of the visit."""
        if self.inspecting is None:
            raise LookupError("no visit is open")
        return Visiting(self.inspecting)

    # Showing.

    def show_all(self) -> None:
        """Show the visit as it stands."""
        inspection, visiting, frame = self.inspection, self.visiting, self.frame
        scenario, visit = visiting.scenario, visiting.visit
        day = (visit.began or inspection.started_at).date()
        told = (
            kind_word(inspection.head.kind),
            str(inspection.form.title),
            _("暗访员 {code}").format(code=visit.shopper) if visit.shopper else "",
            long_date(day),
        )
        frame.show_place(inspection.hall, "　·　".join(part for part in told if part))
        frame.script_button.show_text(_("脚本 {code}").format(code=scenario.code))
        frame.evidence_button.show_text(_("凭据 {n}").format(n=count_evidence(inspection, visit)))
        self._show_phrases(inspection)
        frame.moments.show_inspection(inspection, scenario, visit)
        frame.foot.show_inspection(inspection, self.number if inspection.finished else 0)
        frame.script.show_visit(inspection, scenario, visit)
        frame.evidence.show_evidence(inspection, visit)
        self._tick()

    def _show_phrases(self, inspection: Inspection) -> None:
        items = [item for item in inspection.asked_items if heard_part(item)]
        heard = sum(counted(inspection.answer(item.id)) for item in items)
        known = any(inspection.answer(item.id).parts for item in items)
        self.frame.phrases_button.setVisible(bool(items))
        self.frame.phrases_button.show_text(_("忌语 {n}").format(n=heard) if known else _("忌语"))
        if items:
            item = self.frame.phrases.choose(items)
            self.frame.phrases.show_item(inspection, item, self.acts.undoable(item.id))

    @property
    def number(self) -> int:
        """Return the running number of the inspection."""
        id_ = self.inspection.id
        return next((header.number for header in self.desk.headers() if header.id == id_), 0)

    def _tick(self) -> None:
        """Show what moves on by itself: the clock, and the rules that depend on it."""
        if self.inspecting is None:
            return
        inspection, inspecting, visiting = self.inspection, self.inspecting, self.visiting
        visit = visiting.visit
        told_at = visiting.retold_at if count(inspection).complete else None
        if inspection.finished and visit.retold_at:
            told_at = datetime.fromisoformat(visit.retold_at)
        now = self.desk.clock()
        self.frame.clock.show_told(clock_told(visiting.scenario, visit, now, told_at, inspection.finished))
        found = self.attempt(lambda: self.desk.gate.judge(inspecting))
        if found is not None:
            self.frame.validity.show_validity(found, inspection.finished)

    def _changed(self, _change: Change) -> None:
        self.show_all()

    # What the window tells.

    def key(self, event: QKeyEvent) -> bool:
        """Open the evidence by P, look for gaps by G, take the last phrase back by Ctrl+Z."""
        if self.inspecting is None:
            return False
        if self.frame.sheet is not None:
            undo = event.key() == Qt.Key.Key_Z and bool(event.modifiers() & CONTROL)
            if undo and self.frame.sheet is self.frame.phrases:
                self.frame.phrases.undo_button.click()
                return True
            return False
        act = {Qt.Key.Key_P: self.frame.evidence_button, Qt.Key.Key_G: self.frame.foot.gaps_button}.get(
            Qt.Key(event.key())
        )
        if act is None or not act.isVisible() or event.modifiers() & CONTROL:
            return False
        act.click()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the clock going while one looks."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock."""
        super().hideEvent(event)
        self._timer.stop()
