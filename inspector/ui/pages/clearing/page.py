"""照片核对: photos one at a time, boxes over faces, cards and bills, and the word that it was looked at."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.actions.clearing import Checked, Clearing
from inspector.inspection.inspection import Inspection
from inspector.inspection.redaction import BLUR, BOX
from inspector.ui.page import Page, Tools
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.clearing.panel import Panel
from inspector.ui.pages.clearing.remaining import gone_spec, large
from inspector.ui.pages.clearing.tiles import Tiles, hidden, state_spec
from inspector.ui.pages.clearing.toolbar import PULL, Toolbar
from inspector.ui.pages.telling import kind_word
from inspector.ui.sealed_image import image_of
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.painted import ENTER
from inspector.ui.widgets.redaction_boxes import RedactionBoxes
from inspector.ui.widgets.redaction_view import RedactionView
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.vault.vault import THUMB
from inspector.wording import _, long_date

SETTLE = 250  # a run of arrow keys is one record
CONTROL = Qt.KeyboardModifier.ControlModifier


class ClearingPage(Page):
    """The argument is the id of an inspection, or (id, place) with the place to go back to."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.clearing = Clearing(tools.desk)
        self.inspection: Inspection | None = None
        self.back = "report"
        self.photos: list[Checked] = []
        self.boxes: dict[str, RedactionBoxes] = {}
        self.looked_at: set[str] = set()
        self.current = 0
        self.title, self.meta, self.saved = OneLine("page"), OneLine("second", "muted"), SavedMark()
        self.tiles, self.toolbar, self.view, self.panel = Tiles(), Toolbar(), RedactionView(), Panel()
        self.back_button = ActionButton(_("返回"), icon="chevron-left", key="Esc")
        self.empty = EmptyState(_("没有照片"), _("这次检查没有附照片，没有要遮挡和核对的。"))
        self._unsaved = QTimer(self)
        self._unsaved.setSingleShot(True)
        self._unsaved.setInterval(SETTLE)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        canvas, toolbar = self.view.canvas, self.toolbar
        self.back_button.clicked.connect(self._go_back)
        self.tiles.picked.connect(self.show_photo)
        self.view.changed.connect(self._edited)
        self.view.chose.connect(self._show_tools)
        self.view.zoomed.connect(toolbar.show_zoom)
        self._unsaved.timeout.connect(self.save)
        toolbar.picked.connect(self._take_tool)
        toolbar.add_button.clicked.connect(canvas.add)
        toolbar.remove_button.clicked.connect(canvas.remove)
        toolbar.undo_button.clicked.connect(canvas.undo)
        toolbar.redo_button.clicked.connect(canvas.redo)
        toolbar.larger_button.clicked.connect(lambda: self.view.zoom_by(1))
        toolbar.smaller_button.clicked.connect(lambda: self.view.zoom_by(-1))
        self.panel.cleared.connect(self.clear)
        self.panel.all_cleared.connect(self.clear_looked_at)
        self.panel.taken_back.connect(self.take_back)
        self.panel.person_picked.connect(lambda _code: self._show_panel())

    def _lay_out(self) -> None:
        words, head, row, middle = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.saved)
        head.addWidget(self.back_button)
        card = Card(padding=1)
        middle.setContentsMargins(8, 4, 8, 4)
        middle.addWidget(self.toolbar)
        card.body.setSpacing(0)
        card.body.addLayout(middle)
        card.body.addWidget(self.view, 1)
        row.setSpacing(16)
        row.addWidget(self.tiles)
        row.addWidget(card, 1)
        row.addWidget(self.panel)
        self.stack = QStackedWidget()
        work = QWidget()
        work.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(work)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 16, 32, 16)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show the photos of an inspection, the first that nobody looked at in hand."""
        id_, self.back = argument if isinstance(argument, tuple) else (argument, "report")
        inspecting = self.attempt(lambda: self.desk.open(id_))
        if inspecting is None:
            self.go.emit("inspections", None)
            return
        self.inspection = inspecting.inspection
        self.photos = self.clearing.photos(self.inspection)
        self.boxes = {one.photo.sha256: RedactionBoxes(one.clearance.regions) for one in self.photos}
        self.looked_at = set()
        self.saved.show_nothing()
        me = self.desk.me()
        self.panel.show_people(self.desk.places.inspectors(), me.code if me else "")
        self.title.show_text(f"{self.inspection.hall.name}\u3000{_('照片核对')}")
        self.tiles.show_items([one.item for one in self.photos])
        self.tiles.fill(self._show_tile)
        self._show_meta()
        self.stack.setCurrentIndex(0 if self.photos else 1)
        waiting = self._waiting()
        self.current = 0
        if self.photos:
            self.show_photo(self.photos.index(waiting[0]) if waiting else 0)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_photo(self, place: int) -> None:
        """Take a photo in hand."""
        self.save()
        self.current = place
        checked = self.photos[place]
        sha256 = checked.photo.sha256
        image, gone = large(self.desk, sha256), gone_spec(self.desk, sha256)
        if not image.isNull():
            self.looked_at.add(sha256)
        self.view.show_photo(image, self.boxes[sha256], gone[0] if gone else "")
        self.tiles.show_current(place)
        self._show_tools()
        self._show_panel()

    def _show_tile(self, place: int) -> None:
        checked = self.photos[place]
        sha256 = checked.photo.sha256
        small = image_of(self.desk.vault.copy(sha256, THUMB))
        picture = hidden(small, self.boxes[sha256].regions)
        self.tiles.tiles[place].show_state(picture, gone_spec(self.desk, sha256) or state_spec(checked.clearance))

    def _show_tools(self) -> None:
        if self.photos:
            self.toolbar.show_boxes(self._boxes)

    def _show_panel(self) -> None:
        if self.inspection is None or not self.photos:
            return
        checked = self.photos[self.current]
        item = self.inspection.form.items.get(checked.item)
        lines = {line.id: str(line.ask) for line in self.inspection.form.red_lines}
        gone = gone_spec(self.desk, checked.photo.sha256)
        name = str(item.ask) if item else lines.get(checked.item, "")
        self.panel.show_photo(checked, self.current, len(self.photos), name, gone)
        waiting = [one for one in self._waiting() if one.photo.sha256 in self.looked_at]
        can = not checked.clearance.cleared and gone is None
        self.panel.show_acts(can_clear=can, looked_at=len(waiting), why_not=self._why_not() if waiting else "")

    def _why_not(self) -> str:
        return "" if self.panel.who.key() else _("先选核对人，才能确认。")

    def _show_meta(self) -> None:
        if self.inspection is None:
            return
        waiting = len(self._waiting())
        told = _("{n} 张照片").format(n=len(self.photos))
        if waiting and self.inspection.head.visit:
            told += _("，{n} 张未核对，报告里不会刊出").format(n=waiting)
        elif waiting:
            told += _("，{n} 张未核对；明察照片照常刊出，遮挡同样生效").format(n=waiting)
        elif self.photos:
            told += _("，全部核对过")
        day = long_date(self.inspection.day)
        self.meta.show_text(f"{kind_word(self.inspection.head.kind)} · {day} · {told}")

    @property
    def _boxes(self) -> RedactionBoxes:
        return self.boxes[self.photos[self.current].photo.sha256]

    def _waiting(self) -> list[Checked]:
        """Return the photos that nobody confirmed and that are still there."""
        return [
            one for one in self.photos if not one.clearance.cleared and gone_spec(self.desk, one.photo.sha256) is None
        ]

    # Acting.

    def _take_tool(self, tool: str) -> None:
        self.view.canvas.pulling = tool == PULL
        if tool != PULL:
            self.view.canvas.change(tool)
            self._show_tools()

    def _edited(self) -> None:
        self.saved.show_saving()
        self._unsaved.start()
        self._show_tools()

    def save(self) -> None:
        """Keep what was drawn on the photo in hand; it waits for a look again."""
        self._unsaved.stop()
        if self.photos and self._boxes.regions != self.photos[self.current].clearance.regions:
            sha256, regions = self.photos[self.current].photo.sha256, self._boxes.regions
            self._did(lambda: self.clearing.hide(sha256, regions, self._by()))

    def clear(self) -> None:
        """Confirm the photo in hand and go on to the next that waits."""
        if self.panel.clear_button.isEnabled():
            self.save()
            self._clear([self.photos[self.current]])
            later = [self.photos.index(one) for one in self._waiting()]
            if later:
                self.show_photo(next((place for place in later if place > self.current), later[0]))

    def clear_looked_at(self) -> None:
        """Confirm every photo that was shown here large and waits."""
        self.save()
        self._clear([one for one in self._waiting() if one.photo.sha256 in self.looked_at])

    def _clear(self, photos: list[Checked]) -> None:
        self._did(lambda: self.clearing.clear([one.photo.sha256 for one in photos], self._by()))

    def take_back(self) -> None:
        """Take back that the photo in hand was looked at."""
        checked = self.photos[self.current]
        self._did(lambda: self.clearing.hide(checked.photo.sha256, checked.clearance.regions, self._by()))

    def _by(self) -> str:
        code = self.panel.who.key()
        return next((one.name for one in self.desk.places.inspectors() if one.code == code), "")

    def _did(self, act: Any) -> None:
        self.attempt(act)
        for place, one in enumerate(self.photos):
            fresh = self.desk.evidence.clearance(one.photo.sha256)
            if fresh != one.clearance:
                self.photos[place] = one._replace(clearance=replace(fresh))
                self._show_tile(place)
                self.saved.show_saved(self.desk.clock())
        self._show_panel()
        self._show_meta()

    # Keys and leaving.

    def key(self, event: QKeyEvent) -> bool:
        """Turn photos, draw, undo, zoom and confirm by keys."""
        canvas, acts = self.view.canvas, {Qt.Key.Key_Escape: self._go_back}
        if self.photos and event.modifiers() & CONTROL:
            acts |= {Qt.Key.Key_Z: canvas.undo, Qt.Key.Key_Y: canvas.redo, **dict.fromkeys(ENTER, self.clear)}
        elif self.photos:
            acts |= self._acts()
        if act := acts.get(Qt.Key(event.key())):
            act()
        return bool(act)

    def _acts(self) -> dict[Qt.Key, Any]:
        return {
            Qt.Key.Key_PageDown: lambda: self._turn(1),
            Qt.Key.Key_PageUp: lambda: self._turn(-1),
            Qt.Key.Key_N: self.view.canvas.add,
            Qt.Key.Key_M: self._swap,
            **dict.fromkeys((Qt.Key.Key_Plus, Qt.Key.Key_Equal), lambda: self.view.zoom_by(1)),
            Qt.Key.Key_Minus: lambda: self.view.zoom_by(-1),
            Qt.Key.Key_0: lambda: self.view.show_zoom(1.0),
        }

    def _turn(self, step: int) -> None:
        self.show_photo(min(max(self.current + step, 0), len(self.photos) - 1))

    def _swap(self) -> None:
        boxes = self._boxes
        self.view.canvas.change(BOX if (boxes.region or boxes).shape == BLUR else BLUR)
        self._show_tools()

    def leave(self) -> None:
        """Keep what was drawn last."""
        self.save()

    def _go_back(self) -> None:
        if self.inspection:
            self.go.emit(self.back, self.inspection.id)
