"""The audit page: joins the screen's parts to the open inspection, and knows where one is."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QHideEvent, QKeyEvent, QShowEvent

from inspector.actions.inspecting import Inspecting
from inspector.errors import InspectorError
from inspector.inspection.change import Change
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import missing_photo, next_unanswered
from inspector.ui.page import Page, Tools
from inspector.ui.pages.audit.acts import Acts
from inspector.ui.pages.audit.capture import Capture
from inspector.ui.pages.audit.commands import Commands
from inspector.ui.pages.audit.frame import Frame
from inspector.ui.pages.audit.photos import sources_of, thumbnail
from inspector.ui.pages.audit.rail import OVERALL, RED_LINES
from inspector.ui.pages.audit.recorder import Recorder
from inspector.ui.pages.audit.standing import Standing
from inspector.ui.pages.audit.tallies import first_of
from inspector.ui.pages.telling import form_words, kind_word
from inspector.wording import _

SECOND = 1000


class AuditPage(Page):
    """检查. `enter` takes an inspection id, or (id, item id); a finished inspection shows its result instead."""

    framed = False

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.inspecting: Inspecting | None = None
        self.recorder: Recorder | None = None
        self.place = ""
        self.trouble = False
        self._last: LastTime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(True)
        self.frame = Frame(self)
        self.standing = Standing(self)
        self.acts = Acts(self)
        self.capture = Capture(self)
        self.commands = Commands(self)
        self._clock = QTimer(self)
        self._clock.setInterval(SECOND)
        self._clock.timeout.connect(self._tell_time)

    # Coming and going.

    def enter(self, argument: Any) -> None:
        """Open an inspection where it was left, or at an item."""
        id_, item = argument if isinstance(argument, tuple) else (str(argument), "")
        self.leave()
        inspecting = self.attempt(lambda: self.desk.open(id_))
        if inspecting is None:
            self.go.emit("home", None)
            return
        if inspecting.inspection.finished:
            self.go.emit("result", inspecting.inspection.id)
            return
        self.inspecting = inspecting
        self.recorder = Recorder(inspecting, self.refuse)
        inspecting.listeners.append(self._changed)
        self._last = self.attempt(lambda: self.desk.last_time(inspecting.inspection))
        self._show_all()
        self.capture.enter()
        self._enter_at(item or inspecting.inspection.last_item)

    def _enter_at(self, item: str) -> None:
        inspection = self.inspection
        if any(line.id == item for line in inspection.form.red_lines):
            self.open_place(RED_LINES)
            self.frame.red_lines.go_to(item)
            return
        known = item in inspection.form.items and inspection.asked(item)
        start = item if known else next_unanswered(inspection, "") or next(iter(inspection.form.order), "")
        if start:
            self.open_item(start, at_once=True)

    def leave(self) -> None:
        """Keep what is half typed and stop listening."""
        if self.inspecting is None:
            return
        self.commit()
        self.capture.leave()
        self.standing.catch_up()
        self.frame.search.hide()
        self.frame.section.card.forget()
        if self._changed in self.inspecting.listeners:
            self.inspecting.listeners.remove(self._changed)
        self.inspecting = self.recorder = None

    @property
    def inspection(self) -> Inspection:
        """Return the open inspection as it stands."""
        if self.inspecting is None:
            raise LookupError("no inspection is open")
        return self.inspecting.inspection

    @property
    def item(self) -> str:
        """Return the open item, "" while red lines or the whole are shown."""
        if self.inspecting is None or self.place in {RED_LINES, OVERALL}:
            return ""
        return self.frame.section.current

    def commit(self) -> bool:
        """Record what is half typed anywhere; False when the record refused it."""
        self.trouble = False
        if self.inspecting is not None:
            self.frame.photo.caption.commit_pending()
            if self.place == RED_LINES:
                self.frame.red_lines.commit_pending()
            elif self.place == OVERALL:
                self.frame.overall.commit_pending()
            else:
                self.frame.section.card.commit_pending()
        return not self.trouble

    def refuse(self, trouble: InspectorError) -> None:
        """Tell what was not recorded, and show the record as it stands."""
        self.trouble = True
        self.say.emit("bad", str(trouble), "", None)
        self.frame.foot.saved.show_error(_("未保存：{why}").format(why=trouble.sentence))
        self._show_place()

    # Moving about.

    def open_item(self, item: str, *, at_once: bool = False) -> None:
        """Open an item in its section."""
        if not self.commit():
            return
        section = self.inspection.form.section_of[item]
        moved = self.place != section.key
        self.place = section.key
        self.frame.centre.setCurrentWidget(self.frame.section)
        self.frame.section.show_section(self.inspection, section, item, self.standing.tally(section))
        self.frame.section.bring_into_view(at_once=at_once or moved)
        self.frame.rail.show_current(section.key)
        self.frame.guidance.show()
        self.frame.foot.show_notice("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it slips into a field when the card pressed goes away
        self._show_guidance(item)
        inspecting = self.inspecting
        if inspecting is not None:
            self.attempt(lambda: inspecting.visit(item))

    def open_place(self, key: str) -> None:
        """Open a section at its first unanswered item, the red lines, or the whole."""
        if key not in {RED_LINES, OVERALL}:
            section = next(one for one in self.inspection.form.sections if one.key == key)
            asked = [item.id for item in section.items if self.inspection.asked(item.id)]
            open_ = [item for item in asked if self.inspection.verdict(item) is None]
            if start := next(iter([*open_, *asked]), None):
                self.open_item(start, at_once=True)
            return
        if self.commit():
            self.place = key
            self._show_place()
            self.frame.centre.setCurrentWidget(self.frame.red_lines if key == RED_LINES else self.frame.overall)
            self.frame.rail.show_current(key)
            self.frame.guidance.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Open the next or the previous item, over the end of the section into the one beside it."""
        item = self.frame.section.neighbour(by) if self.place not in {RED_LINES, OVERALL} else None
        if item is None:
            order = [one.id for one in self.inspection.asked_items]
            here = order.index(self.item) + by if self.item in order else 0
            item = order[here] if 0 <= here < len(order) else None
        if item:
            self.open_item(item)

    def step_section(self) -> None:
        """Open the next section, round after the last."""
        keys = [section.key for section in self.inspection.form.sections]
        here = keys.index(self.place) if self.place in keys else -1
        self.open_place(keys[(here + 1) % len(keys)])

    def jump(self, kind: str) -> None:
        """Open the next failed item, the next that owes a photo, or the next flagged one."""
        if item := first_of(self.inspection, kind, self.item):
            self.open_item(item)

    # Showing.

    def _show_all(self) -> None:
        inspection, form = self.inspection, self.inspection.form
        title = form_words(str(form.title), form.name)
        self.frame.topbar.show_place(inspection.hall.name, kind_word(inspection.head.kind), title)
        told = inspection.head.visit is not None
        self.frame.topbar.show_way_back(_("返回离场补录") if told else _("返回首页"))
        self.frame.rail.gaps_button.show_text(_("封存前检查") if told else _("离厅前检查"))
        self.frame.topbar.show_blind(self.desk.setting("blind") == "yes")
        sections = [(section.key, str(section.title)) for section in form.sections]
        self.frame.rail.show_sections(sections, bool(form.red_lines))
        self.frame.foot.show_saved(None)
        self.frame.foot.show_notice("")
        self.place = ""
        self.frame.section.forget()
        self.standing.touch_all()
        self.standing.show()
        self._tell_time()

    def _show_place(self) -> None:
        if self.place == RED_LINES:
            self.frame.red_lines.show_lines(self.inspection)
        elif self.place == OVERALL:
            self.frame.overall.show_inspection(self.inspection, self.desk.places.inspectors())
        elif section := self.frame.section.section:
            item = self.item if self.item and self.inspection.asked(self.item) else ""
            self.frame.section.show_section(self.inspection, section, item, self.standing.tally(section))
            self.frame.guidance.setVisible(bool(item))
            if item:
                self._show_evidence(item)

    def _show_guidance(self, item: str) -> None:
        blank = self.inspection.form.items[item]
        self.frame.guidance.show_item(blank, self.inspection)
        photos = self._last.answer(item).photos if self._last else ()
        picture = thumbnail(self.desk.vault, photos[0].sha256) if photos else None
        self.frame.guidance.show_last(blank, self._last, picture)
        self._show_evidence(item)

    def _show_evidence(self, item: str) -> None:
        blank = self.inspection.form.items[item]
        owes = missing_photo(self.inspection, blank)
        vault = self.desk.vault
        self.frame.guidance.evidence.show_answer(
            self.inspection.answer(item), owes, blank.evidence.with_ruler, lambda sha256: thumbnail(vault, sha256)
        )

    def _changed(self, change: Change) -> None:
        """Show what one change touched, once it is on the disk; counts and star follow shortly."""
        form = self.inspection.form
        local = change.kind == "answer" and change.key in form.items and change.key not in form.dependents
        if local:
            section = form.section_of[change.key]
            self.standing.touch(section)
            if self.place == section.key:
                self._show_answer(change.key)
        else:
            self.standing.touch_all()
            self._show_place()
        self.frame.foot.show_notice("")
        if self.inspecting is not None:
            self.frame.foot.show_saved(self.inspecting.saved_at)

    def _show_answer(self, item: str) -> None:
        self.frame.section.show_answer(self.inspection, item)
        if item == self.item:
            self._show_evidence(item)

    def _tell_time(self) -> None:
        self.frame.topbar.show_time(self.desk.clock())

    # What the window tells.

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key that no field took."""
        return self.inspecting is not None and self.commands.take(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the clock going while one looks."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock."""
        super().hideEvent(event)
        self._clock.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome photos dragged over the page."""
        if self.inspecting is not None and self.item and sources_of(event.mimeData(), ""):
            self.frame.veil.show_over(_("松开即存为 {item} 的照片").format(item=self.item))
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Photos went elsewhere."""
        self.frame.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped photos for the open item."""
        self.frame.veil.hide()
        if self.acts.drop(event.mimeData()):
            event.acceptProposedAction()
