"""离厅前检查: everything missing, with a way to each, and the end of the inspection."""

from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.actions.inspecting import Inspecting
from inspector.inspection.inspection import Head
from inspector.inspection.progress import Gap, blocking, count
from inspector.ui.page import Page, Tools
from inspector.ui.pages.audit.topbar import TopBar
from inspector.ui.pages.gaps.foot import Foot
from inspector.ui.pages.gaps.groups import AllThere, GapGroup, GapRow, Tile
from inspector.ui.pages.gaps.sealing import Sealing
from inspector.ui.pages.gaps.signing_sheet import SigningSheet
from inspector.ui.pages.telling import form_words, kind_word
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.chips import NEUTRAL
from inspector.ui.widgets.painted import ENTER, Words
from inspector.wording import _

WIDE, MARGIN, TICK = 1120, 16, 5000
SIGNED = ("open", "recheck")  # whoever visits in secret or is asked signs nothing at the hall
CONTROL = Qt.KeyboardModifier.ControlModifier


class GapsPage(Page):
    """Lists what is missing before leaving the hall; finishing asks once more, on the page itself."""

    framed = False

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.inspecting: Inspecting | None = None
        self.rows: list[GapRow] = []
        self._left_at = ("", 0)
        self.top_bar = TopBar()
        self.top_bar.left.connect(self._go_back)
        self.top_bar.asked_why.connect(lambda: self.go.emit("result", self._id()))
        self.top_bar.hidden.connect(self._blind)
        self.top_bar.show_way_back(_("返回检查"))
        self.title, self.second = Words(_("离厅前检查"), "page"), Words("", "second", "muted")
        self.reason = Words("", "second", "muted")
        self.back_button = ActionButton(_("返回检查"), icon="chevron-left", key="Esc", height=48)
        self.back_button.clicked.connect(self._go_back)
        self.signing, self.sign_button = SigningSheet(self), ActionButton(_("签字"), icon="pencil", height=48)
        self.sign_button.clicked.connect(lambda: self.inspecting and self.signing.ask(self.inspecting))
        self.signing.written.connect(lambda: self.inspecting and self._show(self.inspecting))
        self.finish_button = ActionButton(_("完成检查"), PRIMARY, "check", "Ctrl+Enter", 48)
        self.finish_button.clicked.connect(self._ask)
        self.sealing = Sealing()
        self.sealing.confirmed.connect(self._seal)
        self.sealing.declined.connect(self._do_not_seal)
        self.tiles = [
            Tile(_("已作答"), "check", "good"),
            Tile(_("未作答"), "dashed-circle", NEUTRAL),
            Tile(_("缺佐证"), "camera", "bad"),
            Tile(_("次数或理由"), "stopwatch", "warn"),
        ]
        self.ground, self.foot = ScrollPage(), Foot()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top_bar)
        column = QWidget()
        column.setMaximumWidth(WIDE + 2 * MARGIN)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 1000)
        middle.addStretch(1)
        whole.addLayout(middle, 1)
        whole.addWidget(self.foot)
        upper = QVBoxLayout()
        upper.setContentsMargins(MARGIN, 20, MARGIN, 0)
        upper.setSpacing(16)
        upper.addLayout(self._head())
        upper.addWidget(self.sealing)
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        for tile in self.tiles:
            tiles.addWidget(tile)
        upper.addLayout(tiles)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addLayout(upper)
        self.ground.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.ground.body.setContentsMargins(MARGIN, 0, MARGIN - 12, 16)
        self.ground.body.setSpacing(12)
        inside.addWidget(self.ground, 1)

    def _head(self) -> QHBoxLayout:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.second)
        head.setSpacing(8)
        head.addLayout(words)
        head.addStretch(1)
        head.addWidget(self.reason)
        head.addSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.sign_button)
        head.addWidget(self.finish_button)
        return head

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show what an inspection lacks; a finished one lacks nothing and shows its result instead."""
        inspecting = self.attempt(lambda: self.desk.open(argument))
        if inspecting is None:
            self.go.emit("inspections", None)
        elif inspecting.inspection.finished:
            self.go.emit("result", inspecting.inspection.id)
        else:
            self.inspecting = inspecting
            self._show(inspecting)

    def _show(self, inspecting: Inspecting) -> None:
        inspection, found = inspecting.inspection, inspecting.gaps()
        done = count(inspection)
        self.sealing.hide()
        self.title.show_text(_("封存前检查") if inspection.head.visit else _("离厅前检查"))
        form = inspection.form
        self.top_bar.show_place(
            inspection.hall.name, kind_word(inspection.head.kind), form_words(str(form.title), form.name)
        )
        self.top_bar.show_progress(done)
        self.top_bar.show_rating(inspecting.rating)
        self.top_bar.show_blind(self.desk.setting("blind") == "yes")
        self._tick()
        self._show_tiles(found, f"{done.answered} / {done.asked}")
        self._show_way_out(found)
        self._show_groups(inspecting, found)
        changed = next((draft.changed_at for draft in self.desk.drafts() if draft.id == inspection.id), "")
        self.foot.show_saved(inspecting.saved_at, changed)
        self._show_signing(inspection.head)
        self._resume(inspection.id)

    def _show_signing(self, head: Head) -> None:
        self.sign_button.setVisible(head.kind in SIGNED)
        given = len(head.signatures)
        self.sign_button.show_text(_("已签 {n} 人").format(n=given) if given else _("签字"))

    def _show_tiles(self, found: list[Gap], answered: str) -> None:
        groups = [gap.group for gap in found]
        figures = (groups.count("unanswered"), groups.count("evidence"), groups.count("count") + groups.count("reason"))
        for tile, figure in zip(self.tiles, (answered, *map(str, figures)), strict=True):
            tile.show_figure(figure)

    def _show_way_out(self, found: list[Gap]) -> None:
        stopping = blocking(found)
        self.second.show_text(self._owed_words(len(found)))
        self.reason.show_text(_why_not(stopping))
        self.finish_button.setEnabled(not stopping)
        self.finish_button.setAccessibleDescription(self.reason.text())

    def _owed_words(self, owed: int) -> str:
        if not owed:
            return _("该看的都看了，该附的都附了。")
        if self.inspecting and self.inspecting.inspection.head.visit:
            return _("封存前还差 {n} 处。记得的现在补，记不清的写“未能检查”和原因。").format(n=owed)
        return _("离开前还差 {n} 处。缺的现在补最省事，出了门就难补。").format(n=owed)

    def _show_groups(self, inspecting: Inspecting, found: list[Gap]) -> None:
        body = self.ground.body
        while (old := body.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for group, gaps in groupby(found, key=lambda gap: gap.group):
            card = GapGroup(group, list(gaps), inspecting.inspection)
            self.rows.extend(card.rows)
            body.addWidget(card)
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, row=row: self._jump(row))
        if not found:
            body.addWidget(AllThere(_("每一项都有结论，照片、备注和理由都齐。可以完成检查。")))
        body.addStretch(1)

    def _resume(self, id_: str) -> None:
        before, at = self._left_at
        if before == id_ and self.rows:
            self._focus_row(min(at, len(self.rows) - 1))
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acting.

    def key(self, event: QKeyEvent) -> bool:
        """Walk the rows by the arrows, jump by Enter, go back by Escape, finish by Ctrl+Enter."""
        key, control = event.key(), bool(event.modifiers() & CONTROL)
        if key == Qt.Key.Key_Escape:
            if self.sealing.isHidden():
                self._go_back()
            else:
                self._do_not_seal()
            return True
        if key in ENTER and control:
            self.finish_button.click()
            return True
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.rows:
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in ENTER and self.rows and not isinstance(self.focusWidget(), ActionButton | GapRow):
            self._jump(self.rows[0])
            return True
        return False

    def _step(self, by: int) -> None:
        now = self.focusWidget()
        at = self.rows.index(now) + by if isinstance(now, GapRow) and now in self.rows else 0
        self._focus_row(min(max(at, 0), len(self.rows) - 1))

    def _focus_row(self, at: int) -> None:
        self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.ground.ensureWidgetVisible(self.rows[at], 0, 60)

    def _jump(self, row: GapRow) -> None:
        id_ = self._id()
        self._left_at = (id_, self.rows.index(row))
        self.go.emit("audit", (id_, row.gap.item) if row.gap.item else id_)

    def _ask(self) -> None:
        if self.inspecting is None:
            return
        owed = len(self.inspecting.gaps())
        self.sealing.ask(owed)

    def _do_not_seal(self) -> None:
        self.sealing.hide()
        self.finish_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seal(self) -> None:
        seal = self.attempt(self.inspecting.finish) if self.inspecting else None
        if seal is None:
            return
        self.sealing.hide()
        visit = self.inspecting.inspection.head.visit if self.inspecting else None
        self.go.emit("retelling" if visit else "result", self._id())  # a visit waits for its second reader there
        told = _("已封存，编号 {number}，记录指纹 {hash}…").format(number=seal.number, hash=seal.sha256[:12])
        self.say.emit("good", told, "", None)

    def _go_back(self) -> None:
        self.go.emit("audit", self._id())

    def _blind(self, on: bool) -> None:
        self.desk.set("blind", "yes" if on else "no")
        self.top_bar.show_blind(on)

    def _id(self) -> str:
        return self.inspecting.inspection.id if self.inspecting else ""

    # The clock runs while the page shows.

    def _tick(self) -> None:
        self.top_bar.show_time(self.desk.clock())

    def showEvent(self, event: QShowEvent) -> None:
        """Start the clock."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock."""
        super().hideEvent(event)
        self._timer.stop()


def _why_not(stopping: list[Gap]) -> str:
    """Say why the inspection cannot be finished yet; nothing when it can."""
    groups = [gap.group for gap in stopping]
    open_, reasons = groups.count("unanswered"), groups.count("reason")
    if open_ and reasons:
        return _("补完未答的 {n} 项和缺的 {m} 处理由才能完成").format(n=open_, m=reasons)
    if open_:
        return _("补完未答的 {n} 项才能完成").format(n=open_)
    return _("写完缺的 {m} 处理由才能完成").format(m=reasons) if reasons else ""
