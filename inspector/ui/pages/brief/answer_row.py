"""One way to answer a question of the comprehension check: words that may run over lines, and what came of it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import PRESSED, theme
from inspector.ui.widgets.painted import EXPANDING, PREFERRED, TARGET, Pressable
from inspector.ui.widgets.painting import box, start
from inspector.wording import _

OPEN, RIGHT, WRONG = "open", "right", "wrong"
LEFT, ABOVE, ICON = 38, 9, 18
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AnswerRow(Pressable):
    """A choice; `show_state` says whether it was chosen and was right."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        self.state = OPEN
        super().__init__(text, parent)
        policy = QSizePolicy(EXPANDING, PREFERRED)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, state: str) -> None:
        """Show it open, right or wrong."""
        if state != self.state:
            self.state = state
            said = {OPEN: "", RIGHT: _("对"), WRONG: _("不对")}[state]
            self.setAccessibleName(f"{self.words} {said}".strip())
            self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as its words at a width."""
        room = QRect(0, 0, max(width - LEFT - 12, 40), 4000)
        words = QFontMetrics(theme.font(14)).boundingRect(room, int(WRAP), self.words)
        return max(theme.px(TARGET), words.height() + 2 * ABOVE)

    def hasHeightForWidth(self) -> bool:
        """Its height follows its width."""
        return True

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """Words run over lines where it is narrow."""
        return QSize(160, theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and words on the tint of what came of it."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        tone, icon = {OPEN: ("", ""), RIGHT: ("good", "check-circle"), WRONG: ("bad", "cross-circle")}[self.state]
        if tone:
            box(painter, rect, self.radius, theme.tint(tone), theme.colour(tone))
            draw_icon(painter, icon, tone, 12, rect.center().y() - ICON / 2, ICON)
        else:
            fill = (
                theme.tint("accent", PRESSED) if self.isDown() else theme.colour("soft" if self.hovered else "surface")
            )
            box(painter, rect, self.radius, fill, theme.mix("edge", "line", 0.35))
            painter.setPen(theme.colour("edge"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(13.5, rect.center().y() - 7.5, 15, 15))
        painter.setFont(theme.font(14))
        painter.setPen(theme.colour("text" if self.isEnabled() or tone else "muted"))
        painter.drawText(rect.adjusted(LEFT, 0, -12, 0), int(WRAP), self.words)
