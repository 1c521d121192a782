"""忌语 by tap: every phrase heard counts one, can be taken back, and stays in the item's note by name."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.form.form import Item
from inspector.inspection.heard import counted, heard_part, times_heard
from inspector.inspection.inspection import Inspection
from inspector.inspection.measured import part_words
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.buttons import SECONDARY, ActionButton, IconButton
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import EXPANDING, FIXED, TARGET, Pressable, Words
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.sheet import Sheet
from inspector.ui.widgets.verdict_looks import verdict_chip
from inspector.wording import _

WIDE, BADGE = 520, 40


class PhraseKey(Pressable):
    """A phrase to tap, with how often it was heard."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self._times = 0
        super().__init__(phrase)
        self.setSizePolicy(EXPANDING, FIXED)

    def show_times(self, times: int) -> None:
        """Show how often it was heard."""
        self._times = times
        self.setAccessibleName(_("{phrase}，听到 {n} 次").format(phrase=self.phrase, n=times))
        self.update()

    def sizeHint(self) -> QSize:
        """A row of the smallest target."""
        return QSize(240, theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the phrase and its count."""
        painter = QPainter(self)
        start(painter)
        rect, on = QRectF(self.rect()), self._times > 0
        ground = theme.tint("warn", 0.24 if self.isDown() else None) if on else theme.colour("surface")
        if not on and self.hovered:
            ground = theme.colour("canvas")
        box(painter, rect, 8, ground, theme.colour("warn" if on else "edge"))
        area = rect.adjusted(12, 0, -BADGE, 0)
        words(painter, area, f"“{self.phrase}”", theme.colour("text"), 14, MEDIUM)
        if on:
            badge = QRectF(rect.right() - BADGE, 0, BADGE - 8, rect.height())
            words(painter, badge, f"×{self._times}", theme.colour("warn"), 14, BOLD, CENTRE)


class PhrasesSheet(Sheet):
    """Signals `heard(item, phrase)`, `unheard(item, phrase)`, `silent(item)`, `taken_back()`.

    `switched()` when a person turns to the other item, where a scenario goes to the counter and on the telephone.
    """

    heard = Signal(str, str)
    unheard = Signal(str, str)
    silent = Signal(str)
    taken_back = Signal()
    switched = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("忌语"), WIDE, scrolls=True)
        self.item = ""
        self.items = Segments(_("哪里听到的"))
        self.items.picked.connect(lambda _item: self.switched.emit())
        self.keys: dict[str, PhraseKey] = {}
        self.minus: dict[str, IconButton] = {}
        self.asked, self.count = Words("", "second", "muted", wrap=True), Words("", "section")
        self._head = QHBoxLayout()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.other = Field(_("别的原话"), _("清单上没有的，写下原话"), caption=True)
        self.other_button = ActionButton(_("记一次"), icon="plus")
        self.other_button.clicked.connect(self._hear_other)
        self.other.edit.returnPressed.connect(self._hear_other)
        self.silent_button = ActionButton(_("一句也没有听到"), SECONDARY, "check")
        self.silent_button.clicked.connect(lambda: self.silent.emit(self.item))
        self.undo_button = ActionButton(_("撤销上一次"), SECONDARY, "undo", "Ctrl+Z")
        self.undo_button.clicked.connect(self.taken_back)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.other, 1)
        row.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._head.addWidget(self.count)
        self._head.addStretch(1)
        self.body.addWidget(self.items)
        self.body.addWidget(self.asked)
        self.body.addLayout(self._head)
        self.body.addLayout(self._rows)
        self.body.addLayout(row)
        self.foot.addWidget(self.undo_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.silent_button)
        self._chip: QWidget = QWidget()

    def choose(self, items: Sequence[Item]) -> Item:
        """Offer the items that count phrases; return the one shown."""
        self.items.show_views(View(item.id, str(item.ask)) for item in items)
        self.items.setVisible(len(items) > 1)
        return next((item for item in items if item.id == self.items.current()), items[0])

    def show_item(self, inspection: Inspection, item: Item, undoable: bool) -> None:
        """Show how often every phrase of an item was heard."""
        answer = inspection.answer(item.id)
        heard = times_heard(answer.note)
        self.item = item.id
        self.asked.show_text(_("{id} {ask}：{help}").format(id=item.id, ask=item.ask, help=item.help))
        self._show_keys(item, [phrase for phrase in heard if phrase not in item.phrases])
        for phrase, key in self.keys.items():
            key.show_times(heard.get(phrase, 0))
            self.minus[phrase].setVisible(phrase in heard and not inspection.finished)
        part = heard_part(item)
        known = part is not None and part.key in answer.parts
        told = part_words(part, answer.parts[part.key]) if part and known else ""
        self.count.show_text(_("听到 {n}").format(n=told) if told else _("还没有记"))
        self._show_verdict(inspection, item)
        open_ = not inspection.finished
        for widget in (*self.keys.values(), self.other, self.other_button):
            widget.setEnabled(open_)
        self.silent_button.setEnabled(open_ and not counted(answer) and not known)
        self.undo_button.setEnabled(open_ and undoable)

    def _show_verdict(self, inspection: Inspection, item: Item) -> None:
        self._chip.hide()
        self._chip.deleteLater()
        self._chip = verdict_chip(inspection.verdict(item.id))
        self._head.addWidget(self._chip)

    def _show_keys(self, item: Item, others: list[str]) -> None:
        wanted = [*item.phrases, *others]
        if list(self.keys) == wanted:
            return
        while (held := self._rows.takeAt(0)) is not None:
            if old := held.widget():
                old.hide()
                old.deleteLater()
        self.keys, self.minus = {}, {}
        for phrase in wanted:
            self._rows.addWidget(self._row(phrase))

    def _row(self, phrase: str) -> QWidget:
        key = PhraseKey(phrase)
        less = IconButton("minus", _("少记一次：{phrase}").format(phrase=phrase))
        key.clicked.connect(lambda: self.heard.emit(self.item, phrase))
        less.clicked.connect(lambda: self.unheard.emit(self.item, phrase))
        kept = less.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        less.setSizePolicy(kept)
        self.keys[phrase], self.minus[phrase] = key, less
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(key, 1)
        line.addWidget(less)
        return row

    def _hear_other(self) -> None:
        self.other.commit_pending()
        phrase = self.other.text().strip().replace("；", "，").replace("×", "x")
        if phrase:
            self.other.show_text("")
            self.heard.emit(self.item, phrase)
