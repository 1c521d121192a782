"""有效性: the rules of the gate one by one, each with its reason and evidence, and the second reader's word."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.validity import BROKEN, INVALID, MET, VALID, Ruling, Validity
from inspector.ui.icons import draw_icon
from inspector.ui.pages.retelling.reading_form import ReadingForm
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card, ScrollPage
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.painted import EXPANDING, FIXED, Pressable, Words
from inspector.ui.widgets.painting import box, hairline, start, words
from inspector.wording import _

MIDDLE = Qt.AlignmentFlag.AlignVCenter
LOOKS = {MET: ("good", "check-circle"), BROKEN: ("bad", "cross-circle")}
OPEN_LOOK = ("warn", "dashed-circle")
ROW, ICON, CODE, TITLE, EDGE, CHEVRON = 52, 20, 36, 92, 20, 16


def state_word(state: str) -> str:
    """Return the word of a ruling's state."""
    return {MET: _("满足"), BROKEN: _("不满足")}.get(state, _("待补"))


class RuleRow(Pressable):
    """One rule: how it stands, why, and on what that rests; pressed it leads to where that is told."""

    def __init__(self, ruling: Ruling, parent: QWidget | None = None) -> None:
        self.ruling = ruling
        super().__init__(f"{ruling.rule} {ruling.title}", parent)
        told = (self.words, state_word(ruling.state), ruling.why, ruling.evidence)
        self.setAccessibleName("，".join(part for part in told if part))
        self.setToolTip("\n".join(part for part in (ruling.why, ruling.evidence) if part))
        self.setSizePolicy(EXPANDING, FIXED)

    def sizeHint(self) -> QSize:
        """A row of two lines."""
        return QSize(300, theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Long reasons are shortened."""
        return QSize(220, theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark, rule, reason and evidence."""
        painter = QPainter(self)
        start(painter)
        height, width = self.height(), self.width()
        if self.hovered:
            box(painter, QRectF(EDGE - 8, 1, width - 2 * EDGE + 16, height - 2), 8, theme.colour("canvas"))
        tone, icon = LOOKS.get(self.ruling.state, OPEN_LOOK)
        draw_icon(painter, icon, tone, EDGE, height / 2 - ICON / 2, ICON)
        x = float(EDGE + ICON + 8)
        words(painter, QRectF(x, 0, CODE, height), self.ruling.rule, theme.colour("muted"), 13, MEDIUM)
        x += CODE
        words(painter, QRectF(x, 0, TITLE - 6, height), self.ruling.title, theme.colour("text"), 14, MEDIUM)
        x += TITLE
        self._paint_reason(painter, QRectF(x, 0, width - EDGE - CHEVRON - x, height), tone)
        draw_icon(painter, "chevron-right", "muted", width - EDGE - 12, height / 2 - 7, 14)
        hairline(painter, EDGE, height - 1, width - 2 * EDGE)

    def _paint_reason(self, painter: QPainter, area: QRectF, tone: str) -> None:
        ink = theme.colour("text" if self.ruling.state == MET else tone)
        evidence, line = self.ruling.evidence, theme.px(19)
        if not evidence:
            painter.setFont(theme.font(13))
            painter.setPen(ink)
            painter.drawText(area, MIDDLE | Qt.TextFlag.TextWordWrap, self.ruling.why)
            return
        top = area.center().y() - line
        words(painter, QRectF(area.left(), top, area.width(), line), self.ruling.why, ink, 13)
        lower = QRectF(area.left(), top + line, area.width(), line)
        words(painter, lower, evidence, theme.colour("muted"), 12)


class ValidityCard(Card):
    """Signals `opened(rule)` to go where a rule is mended, `reading_wanted()` to let a second person read."""

    opened = Signal(str)
    reading_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.setAccessibleName(_("有效性"))
        self.chip = Chip()
        self.meaning = Words("", "second", "muted", wrap=True)
        self.rows: list[RuleRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.ground = ScrollPage()
        self.ground.body.addLayout(self._rows)
        self.ground.body.addStretch(1)
        self.told = Words("", "second", "muted", wrap=True)
        self.read_button = ActionButton(_("第二人复核"), icon="user").stretch()
        self.read_button.clicked.connect(self.reading_wanted)
        self.form = ReadingForm()
        self.form.cancelled.connect(self.close_form)
        head, foot = QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(20, 16, 20, 0)
        head.addWidget(Words(_("有效性"), "card"))
        head.addStretch(1)
        head.addWidget(self.chip)
        foot.setContentsMargins(16, 4, 16, 16)
        foot.setSpacing(8)
        for widget in (self.told, self.read_button, self.form):
            foot.addWidget(widget)
        self.told.setContentsMargins(4, 0, 4, 0)
        self.meaning.setContentsMargins(20, 0, 20, 4)
        self.body.setSpacing(2)
        self.body.setContentsMargins(1, 0, 1, 0)
        self.body.addLayout(head)
        self.body.addWidget(self.meaning)
        self.body.addWidget(self.ground, 1)
        self.body.addLayout(foot)

    def show_validity(self, found: Validity, finished: bool) -> None:
        """Show every ruling; the reading is asked for once the visit is sealed."""
        met = sum(ruling.state == MET for ruling in found.rulings)
        total = len(found.rulings)
        tone, icon = {VALID: ("good", "check-circle"), INVALID: ("bad", "cross-circle")}.get(found.state, OPEN_LOOK)
        self.chip.show_chip(_("{n} / {of} 已满足").format(n=met, of=total), tone, icon)
        self.meaning.show_text(_meaning(found, total))
        self._show_rows(found.rulings)
        reading = found.ruling("V10")
        self._show_foot(reading, finished)

    def _show_rows(self, rulings: Sequence[Ruling]) -> None:
        if [row.ruling for row in self.rows] == list(rulings):
            return
        held = next((row.ruling.rule for row in self.rows if row.hasFocus()), "")
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [RuleRow(ruling) for ruling in rulings]
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, row=row: self.opened.emit(row.ruling.rule))
            self._rows.addWidget(row)
            if row.ruling.rule == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_foot(self, reading: Ruling | None, finished: bool) -> None:
        wanted = reading is not None
        self.read_button.setVisible(wanted and finished and self.form.isHidden())
        read = bool(reading and reading.evidence)
        self.read_button.show_text(_("重新复核") if read else _("第二人复核"))
        self.told.setVisible(wanted and not finished)
        self.told.show_text(_("封存后，请一位没有参加这次暗访的人复核。"))

    def ask_reading(self) -> None:
        """Make room for the form of the reading."""
        self.read_button.hide()

    def close_form(self) -> None:
        """Show the button again instead of the form."""
        self.form.hide()
        self.read_button.show()


def _meaning(found: Validity, total: int) -> str:
    if found.state == INVALID:
        return _("本次暗访无效：照样保留，不计入评定。")
    if found.state == VALID:
        return _("全部满足，本次暗访计入评定。")
    return _("{n} 条全部满足，本次暗访才计入评定。").format(n=total)
