"""Before the seal: what the hall says, and the signatures in ink of whoever was there."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from inspector.actions.inspecting import Inspecting
from inspector.inspection.inspection import Inspection
from inspector.inspection.signing import HALL, INSPECTOR, Signature, lapsed
from inspector.ui.page import Page
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.ink_pad import InkPad
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE = 640


class SigningSheet(Sheet):
    """Writes down what is said and signed at once; signal `written()` afterwards."""

    written = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("签字"), WIDE, scrolls=True)
        self.page = page
        self.inspecting: Inspecting | None = None
        self.statement = NoteField(_("营业厅意见"), _("认可、异议或说明；没有可留空"))
        self.statement.finished.connect(lambda words: self._write(lambda on: on.take_statement(words)))
        self.who = Segments(_("谁来签"))
        self.who.picked.connect(lambda _key: self._show_chosen())
        self.name = Field(_("签字人姓名"), _("营业厅在场负责人"), caption=True)
        self.name.edited.connect(lambda _text: self._show_buttons())
        self.pad = InkPad()
        self.pad.drawn.connect(self._show_buttons)
        self.standing = Words("", "second", "muted", wrap=True)
        self.back_button, self.again_button = ActionButton(_("退一笔"), icon="undo"), ActionButton(_("重写"))
        self.sign_button = ActionButton(_("签好"), PRIMARY, "check")
        self.back_button.clicked.connect(self.pad.take_back)
        self.again_button.clicked.connect(self._begin_again)
        self.sign_button.clicked.connect(self._sign)
        self.closed.connect(self.statement.commit_pending)
        tools = QHBoxLayout()
        tools.addWidget(self.back_button)
        tools.addWidget(self.again_button)
        tools.addStretch(1)
        tools.addWidget(self.sign_button)
        told = _("签字连同此刻的全部作答一起封存；签字以后再改内容，签字就要重来。")
        for each in (Words(_("营业厅意见"), "caption", "muted"), self.statement, self.who, self.name, self.pad):
            self.body.addWidget(each)
        self.body.addLayout(tools)
        self.body.addWidget(self.standing)
        self.body.addWidget(Words(told, "caption", "muted", wrap=True))

    def ask(self, inspecting: Inspecting) -> None:
        """Open for an inspection: its inspectors by name, and the hall."""
        self.inspecting, inspection = inspecting, inspecting.inspection
        views = [View(f"{INSPECTOR}:{person.name}", person.name) for person in inspection.head.inspectors]
        self.who.show_views([*views, View(HALL, _("营业厅"))])
        self.who.show_current(HALL)
        given = next((one.name for one in inspection.head.signatures if one.role == HALL), "")
        self.name.show_text(given)
        self._show_standing()
        self._show_chosen()
        self.open_sheet()

    def _show_standing(self) -> None:
        inspection = self._inspection()
        self.statement.show_text(inspection.head.statement)
        old = lapsed(inspection)
        parts = [
            (_("{name} 的签字已失效，请重签") if one in old else _("{name} 已签")).format(name=one.name)
            for one in inspection.head.signatures
        ]
        self.standing.show_text("；".join(parts) or _("还没有人签字。"))
        self.standing.show_tone("warn" if old else "muted")

    def _role(self) -> tuple[str, str]:
        role, _colon, name = self.who.current().partition(":")
        return role, name or self.name.text().strip()

    def _given(self) -> Signature | None:
        given = self._inspection().head.signatures
        return next((one for one in given if (one.role, one.name) == self._role()), None)

    def _show_chosen(self) -> None:
        self.name.setVisible(self.who.current() == HALL)
        given = self._given()
        self.pad.show_strokes(given.strokes if given else ())
        self._show_buttons()

    def _show_buttons(self) -> None:
        drawn, known = bool(self.pad.strokes), self._given()
        self.back_button.setEnabled(drawn)
        self.again_button.setEnabled(drawn or known is not None)
        fresh = known is None or tuple(self.pad.strokes) != known.strokes or known in lapsed(self._inspection())
        self.sign_button.setEnabled(drawn and bool(self._role()[1]) and fresh)

    def _inspection(self) -> Inspection:
        if self.inspecting is None:
            raise ValueError
        return self.inspecting.inspection

    def _write(self, act: Callable[[Inspecting], object]) -> None:
        inspecting = self.inspecting
        if inspecting is not None:
            self.page.attempt(lambda: act(inspecting))
            self._show_standing()
            self._show_buttons()
            self.written.emit()

    def _begin_again(self) -> None:
        """Wipe the pad; a signature already given is taken back with it."""
        self.pad.show_strokes(())
        role, name = self._role()
        if self._given():
            self._write(lambda on: on.sign(role, name, ()))
        self._show_buttons()

    def _sign(self) -> None:
        self.statement.commit_pending()  # it is signed for as well
        role, name = self._role()
        self._write(lambda on: on.sign(role, name, tuple(self.pad.strokes)))
