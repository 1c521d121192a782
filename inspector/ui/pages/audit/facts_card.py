"""Facts of the hall (厅情) as yes or no: they decide which items are asked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.form.form import Fact
from inspector.inspection.inspection import Inspection
from inspector.ui.pages.audit.choice_editor import OptionRow
from inspector.ui.widgets.buttons import IconButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import NEUTRAL, Chip
from inspector.ui.widgets.painted import TARGET, Words
from inspector.wording import _

YES, NO = "yes", "no"
KEYS = {True: YES, False: NO, None: ""}
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class FactRow(QWidget):
    """One fact with 是 and 否; signal `stated(key, value)`, None when it was cleared."""

    stated = Signal(str, object)

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self.setToolTip(str(fact.help))
        self.options = OptionRow(str(fact.ask), [(YES, _("是"), None), (NO, _("否"), None)], gap=4)
        self.options.setFixedWidth(self.options.sizeHint().width())
        self.options.picked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Words(str(fact.ask), "second", wrap=True), 1)
        row.addWidget(self.options, 0, MIDDLE)

    def show_fact(self, value: bool | None) -> None:
        """Show what is known."""
        self.options.show_key(KEYS[value])

    def _pick(self, key: str) -> None:
        self.stated.emit(self.fact.key, {YES: True, NO: False}.get(key))


class FactsCard(Card):
    """A compact card of facts in two columns, folded to one line once all are known.

    Signal `stated(key, value)`.
    """

    stated = Signal(str, object)

    def __init__(self, foldable: bool = True) -> None:
        super().__init__(padding=16)
        self._facts: tuple[Fact, ...] = ()
        self._foldable = foldable
        self._open: dict[str, bool] = {}
        self._key = ""
        self.rows: dict[str, FactRow] = {}
        self._known = Chip("", NEUTRAL)
        self.fold = IconButton("chevron-up", _("收起厅情"))
        self.fold.clicked.connect(self._toggle)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addStrut(TARGET)  # as high without the button that folds
        head.addWidget(Words(_("厅情"), "name"))
        head.addWidget(Words(_("决定问哪些项；再按一次取消"), "caption", "muted"))
        head.addStretch(1)
        head.addWidget(self._known)
        head.addWidget(self.fold)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self.body.setSpacing(0)
        margins = self.layout()
        if isinstance(margins, QVBoxLayout):
            margins.setContentsMargins(24, 4, 12, 4)
        self.body.addLayout(head)
        self.body.addWidget(self._holder)
        self.fold.setVisible(foldable)

    def show_facts(self, key: str, facts: Sequence[Fact], inspection: Inspection) -> None:
        """Show these facts of a part of the form (by its key) as they stand."""
        if tuple(facts) != self._facts:
            self._build(tuple(facts))
        self._key = key
        for row in self.rows.values():
            row.show_fact(inspection.fact(row.fact.key))
        open_ = [fact for fact in facts if inspection.fact(fact.key) is None]
        text = _("{n} 项未定").format(n=len(open_)) if open_ else _("{n} 项已定").format(n=len(facts))
        self._known.show_chip(text, "warn" if open_ else "good", "dashed-circle" if open_ else "check")
        self._open.setdefault(key, bool(open_) or not self._foldable)
        self._show_open(self._open[key])
        self.setVisible(bool(facts))

    def knows(self, key: str) -> bool:
        """Return whether a fact stands on this card."""
        return key in self.rows

    def _build(self, facts: tuple[Fact, ...]) -> None:
        for old in self.rows.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._facts = facts
        self.rows = {fact.key: FactRow(fact) for fact in facts}
        half = (len(facts) + 1) // 2
        for place, row in enumerate(self.rows.values()):
            row.stated.connect(self.stated)
            self._grid.addWidget(row, place % half, place // half)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _toggle(self) -> None:
        self._open[self._key] = not self._open[self._key]
        self._show_open(self._open[self._key])

    def _show_open(self, open_: bool) -> None:
        self._holder.setVisible(open_)
        name = _("收起厅情") if open_ else _("展开厅情")
        self.fold.show_icon("chevron-up" if open_ else "chevron-down", name)
