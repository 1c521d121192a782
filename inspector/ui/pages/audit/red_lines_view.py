"""红线: facts that veto a star once a second person has confirmed them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.form.form import RedLine
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Crossing, crossings
from inspector.ui.widgets.buttons import DANGER, SECONDARY, ActionButton, LinkButton
from inspector.ui.widgets.card import Card, ScrollPage
from inspector.ui.widgets.chips import NEUTRAL, Chip
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import Words
from inspector.wording import _

TOP = Qt.AlignmentFlag.AlignTop


class RedLineCard(Card):
    """One red line; signals `noted(id, on)`, `written(id, text)`, `opened_item(item id)`."""

    noted = Signal(str, bool)
    written = Signal(str, str)
    opened_item = Signal(str)

    def __init__(self, line: RedLine) -> None:
        super().__init__(padding=16)
        self.line = line
        self._on = False
        self._implied: tuple[str, ...] = ()
        code, title = Words(line.id, "code", "muted"), Words(str(line.ask), "name")
        self.chip = Chip()
        self.button = ActionButton(_("记录触碰"))
        self.button.clicked.connect(lambda: self.noted.emit(line.id, not self._on))
        self.criterion = Words(str(line.criterion), "second", "muted", wrap=True)
        self.note = NoteField(_("{line} 的事实").format(line=line.ask), _("时间、地点、经过、见证人"))
        self.note.setAcceptDrops(False)
        self.note.viewport().setAcceptDrops(False)
        self.note.edited.connect(self._write)
        self.note.finished.connect(self._write)
        self.items = FlowRow(4)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(code)
        head.addWidget(title)
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self.button)
        margins = self.layout()
        if isinstance(margins, QVBoxLayout):
            margins.setContentsMargins(24, 8, 16, 12)
        self.body.setSpacing(8)
        self.body.addLayout(head)
        self.body.addWidget(self.criterion)
        self.body.addWidget(self.items)
        self.body.addWidget(self.note)

    def _write(self, text: str) -> None:
        self.written.emit(self.line.id, text)

    def show_line(self, inspection: Inspection, crossing: Crossing | None) -> None:
        """Show whether the line was crossed, and by what."""
        answer = inspection.answer(self.line.id)
        self._on = answer.verdict is Verdict.FAIL
        self.note.show_text(answer.note)
        self.note.setVisible(self._on)
        self.button.show_text(_("撤回记录") if self._on else _("记录触碰"))
        self.button.show_kind(SECONDARY if self._on else DANGER)
        if self._on:
            self.chip.show_chip(_("已记录，待第二人核实"), "bad", "warning")
        elif crossing:
            self.chip.show_chip(_("由作答触发，待第二人核实"), "bad", "warning")
        else:
            self.chip.show_chip(_("未触碰"), NEUTRAL, "check")
        self._show_items(crossing.items if crossing else ())

    def _show_items(self, items: tuple[str, ...]) -> None:
        self.items.setVisible(bool(items))
        if items == self._implied:
            return
        self._implied = items
        links = [LinkButton(item) for item in items]
        for link, item in zip(links, items, strict=True):
            link.setAccessibleName(_("转到 {item}").format(item=item))
            link.clicked.connect(lambda _checked=False, item=item: self.opened_item.emit(item))
        self.items.show_widgets(links)


class RedLinesView(QWidget):
    """All red lines of the form; signals as those of its cards."""

    noted = Signal(str, bool)
    written = Signal(str, str)
    opened_item = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, RedLineCard] = {}
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 24, 10)
        head.setSpacing(2)
        head.addWidget(Words(_("红线"), "section"))
        told = _("只记亲眼所见、有据可查的事实；触碰只是候选，须由第二人核实后才否决星级")
        head.addWidget(Words(told, "second", "muted", wrap=True))
        self.page = ScrollPage()
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.page.body.setContentsMargins(24, 0, 10, 16)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.page, 1)

    def show_lines(self, inspection: Inspection) -> None:
        """Show every red line as it stands."""
        lines = inspection.form.red_lines
        if [line.id for line in lines] != list(self.cards):
            self._build(lines)
        crossed = {crossing.line.id: crossing for crossing in crossings(inspection)}
        for id_, card in self.cards.items():
            card.show_line(inspection, crossed.get(id_))

    def _build(self, lines: Sequence[RedLine]) -> None:
        for old in self.cards.values():
            self.page.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = {line.id: RedLineCard(line) for line in lines}
        for place, card in enumerate(self.cards.values()):
            card.noted.connect(self.noted)
            card.written.connect(self.written)
            card.opened_item.connect(self.opened_item)
            self.page.body.insertWidget(place, card)

    def go_to(self, id_: str) -> None:
        """Bring a red line into view, and its note if it was noted."""
        if card := self.cards.get(id_):
            self.page.ensureWidgetVisible(card)
            if not card.note.isHidden():
                card.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit_pending(self) -> None:
        """Tell at once what was typed, half-typed words included."""
        for card in self.cards.values():
            if not card.note.isHidden():
                card.note.commit_pending()
