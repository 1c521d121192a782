"""An item that is not open: code, name, way of checking, value, marks and verdict in one line."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.form.form import Item
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import missing_photo
from inspector.ui.icons import draw_icon
from inspector.ui.pages.audit.phrasing import how_word, reason_not_asked, value_words
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.chips import Spec, chip_width, draw_chip
from inspector.ui.widgets.painted import EXPANDING, FIXED, Pressable
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.ui.widgets.verdict_looks import verdict_spec, verdict_word
from inspector.wording import _

HEIGHT, MARGIN, CODE, GAP, MARK = 48, 24, 58, 10, 16


class ClosedCard(Pressable):
    """Signal `opened(item id)` when a person presses it; an item that is not asked cannot be opened."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.radius = 10
        self.item = ""
        self._title = self._how = self._value = ""
        self._marks: list[tuple[str, str]] = []
        self._chip: Spec = verdict_spec(None)
        self.setSizePolicy(EXPANDING, FIXED)
        self.setFocusPolicy(self.focusPolicy().ClickFocus)
        self.clicked.connect(lambda: self.opened.emit(self.item))

    def show_item(self, item: Item, inspection: Inspection) -> None:
        """Show an item as it stands."""
        self.item, self._title = item.id, str(item.ask)
        asked = inspection.asked(item.id)
        self.setEnabled(asked)
        verdict = inspection.verdict(item.id) if asked else Verdict.NA
        answer = inspection.answer(item.id)
        self._chip = verdict_spec(verdict)
        self._how = how_word(item) if asked else ""
        self._value = value_words(item, answer) if asked else reason_not_asked(item, inspection)
        marks = [
            ("flag-filled", "accent", answer.flagged),
            ("pencil", "muted", bool(answer.note)),
            ("image", "muted", bool(answer.photos)),
            ("camera", "warn", missing_photo(inspection, item)),
        ]
        self._marks = [(icon, tone) for icon, tone, on in marks if on] if asked else []
        self.setAccessibleName(self._spoken(verdict))
        self.setToolTip("" if asked else self._value)
        self.update()

    def _spoken(self, verdict: Verdict | None) -> str:
        names = {
            "flag-filled": _("待回看"),
            "pencil": _("有备注"),
            "image": _("有照片"),
            "camera": _("缺照片"),
        }
        parts = [f"{self.item} {self._title}", verdict_word(verdict), self._value]
        return "，".join([part for part in parts if part] + [names[icon] for icon, _tone in self._marks])

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A long name may be shortened."""
        return QSize(200, theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        start(painter)
        rect, asked = QRectF(self.rect()), self.isEnabled()
        line = theme.colour("accent" if self.hovered else "line")
        box(painter, rect, self.radius, theme.colour("surface" if asked else "canvas"), line)
        area = rect.adjusted(MARGIN, 0, -20, 0)
        right = self._paint_right(painter, area)
        words(painter, area, self.item, theme.colour("muted"), 13, MEDIUM)
        left, ink = area.left() + CODE, theme.colour("text" if asked else "muted")
        room = right - left - (theme.advance(self._how, 12) + GAP if self._how else 0)
        width = min(theme.advance(self._title, 15, MEDIUM) + 1, room)
        words(painter, QRectF(left, 0, width, rect.height()), self._title, ink, 15, MEDIUM)
        how = QRectF(left + width + GAP, 0, right - left - width - GAP, rect.height())
        words(painter, how, self._how, theme.colour("muted"), 12)

    def _paint_right(self, painter: QPainter, area: QRectF) -> float:
        """Paint chip, value and marks from the right; return where they begin."""
        middle = area.center().y()
        x = area.right() - chip_width(self._chip[0], self._chip[2])
        draw_chip(painter, x, middle, self._chip)
        if self._value:
            width = min(theme.advance(self._value, 13) + 1, area.width() * 0.45)
            x -= 18 + width
            words(painter, QRectF(x, 0, width, area.height()), self._value, theme.colour("muted"), 13, align=RIGHT)
        for icon, tone in reversed(self._marks):
            x -= 12 + MARK
            draw_icon(painter, icon, tone, x, middle - MARK / 2, MARK)
        return x - 12
