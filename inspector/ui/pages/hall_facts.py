"""What is known of the hall: yes-or-no facts that decide which items are asked."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.form.form import Fact
from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import FIXED, TARGET, Pressable, Words
from inspector.ui.widgets.painting import box, start, words
from inspector.wording import _, language

ICON, GAP, PADDING = 16, 6, 10
NEXT: dict[bool | None, bool | None] = {None: True, True: False, False: None}


def fact_word(value: bool | None) -> str:
    """Return the word of a fact's state."""
    return {None: _("未说明"), True: _("是"), False: _("否")}[value]


class FactChip(Pressable):
    """One fact: each press turns it from 未说明 to 是, to 否, and back; signal `stated(key, value)`."""

    stated = Signal(str, object)

    def __init__(self, fact: Fact, value: bool | None, parent: QWidget | None = None) -> None:
        super().__init__(fact.ask.into(language()), parent)
        self.fact, self.value = fact, value
        self.setToolTip(fact.help.into(language()))
        self.setSizePolicy(FIXED, FIXED)
        self.clicked.connect(lambda: self.stated.emit(fact.key, NEXT[self.value]))
        self.show_value(value)

    def show_value(self, value: bool | None) -> None:
        """Show what is stated."""
        self.value = value
        self.setAccessibleName(_("{fact}：{value}").format(fact=self.words, value=fact_word(value)))
        self.updateGeometry()
        self.update()

    def _text(self) -> str:
        return self.words if self.value is None else self.accessibleName()

    def sizeHint(self) -> QSize:
        """Room for icon, fact and its state."""
        width = 2 * PADDING + ICON + GAP + theme.advance(self._text(), 13, MEDIUM)
        return QSize(round(width + 0.5), theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip in its state."""
        painter = QPainter(self)
        start(painter)
        icon, tone = {None: ("dashed-circle", "muted"), True: ("check", "good"), False: ("minus", "muted")}[self.value]
        fill = theme.tint("good") if self.value else theme.colour("surface" if self.value is None else "sunken")
        line = theme.colour("accent") if self.hovered else theme.mix("edge", "line", 0.35)
        rect = QRectF(self.rect())
        box(painter, rect, self.radius, fill, line)
        draw_icon(painter, icon, tone, PADDING, (rect.height() - ICON) / 2, ICON)
        area = rect.adjusted(PADDING + ICON + GAP, 0, 0, 0)
        words(painter, area, self._text(), theme.colour("text"), 13, MEDIUM)


class FactsCard(Card):
    """The facts of a form; signal `stated(key, value)` when a person said one."""

    stated = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("厅情"), " ")
        self.body.addWidget(
            Words(
                _("已知的先说明，不相干的检查项就不再问；也可以检查时再说。按一下是，再按一下否。"),
                "second",
                "muted",
                True,
            )
        )
        self.row = FlowRow()
        self.body.addWidget(self.row)
        self.chips: dict[str, FactChip] = {}

    def show_facts(self, facts: Iterable[Fact], values: Mapping[str, bool]) -> None:
        """Show a form's facts with what is known of them."""
        self.chips = {fact.key: FactChip(fact, values.get(fact.key)) for fact in facts}
        for chip in self.chips.values():
            chip.stated.connect(self.stated)
        self.row.show_widgets(self.chips.values())
        self.setVisible(bool(self.chips))
        self._tell_count()

    def show_value(self, key: str, value: bool | None) -> None:
        """Show what is stated of one fact."""
        self.chips[key].show_value(value)
        self._tell_count()

    def _tell_count(self) -> None:
        said = sum(chip.value is not None for chip in self.chips.values())
        self.show_count(_("已说明 {n} / {all}").format(n=said, all=len(self.chips)))
