"""A moment of the visit in one row; the row is the button that corrects it or fills it in."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.inspection.mark_names import mark_name
from inspector.inspection.visit import Mark
from inspector.ui.icons import draw_icon
from inspector.ui.pages.retelling.phrasing import history_words, moment_words
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.painted import FIXED, TARGET, Pressable
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.wording import _

KEY, BOX, ICON, WIDTH, INSET = 34, 116, 14, 252, 3


class TimeRow(Pressable):
    """Key, name and time; a typed time has a pencil, one that is missing says so."""

    def __init__(self, key: str, spare: bool, parent: QWidget | None = None) -> None:
        self.key = key
        self._spare = spare
        self._time, self._typed, self._wrong = "", False, False
        super().__init__(f"{key} {mark_name(key)}", parent)
        self.setSizePolicy(FIXED, FIXED)

    def show_moment(self, marks: tuple[Mark, ...], first: datetime | None, wrong: bool) -> None:
        """Show the moment that counts among all entered for the key; `wrong` when it stands in the wrong order."""
        mark = marks[-1] if marks else None
        self._time = moment_words(mark.at, first) if mark else ""
        self._typed, self._wrong = bool(mark and mark.typed), wrong
        missing = _("可不记") if self._spare else _("没有记下")
        told = [self.words, self._time or missing, history_words(marks)]
        if wrong:
            told.append(_("先后颠倒"))
        self.setAccessibleName("，".join(part for part in told if part))
        self.setToolTip(history_words(marks))
        self.update()

    def sizeHint(self) -> QSize:
        """One row of the smallest target."""
        return QSize(theme.px(WIDTH), theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint key, name and the box of the time."""
        painter = QPainter(self)
        start(painter)
        height = self.height()
        key = theme.px(KEY)
        words(painter, QRectF(0, 0, key, height), self.key, theme.colour("accent"), 13, MEDIUM)
        left = self.width() - theme.px(BOX) - 1
        area = QRectF(key, 0, left - key - 8, height)
        words(painter, area, mark_name(self.key), theme.colour("text"), 14)
        field = QRectF(left, INSET, theme.px(BOX), height - 2 * INSET)
        line = "bad" if self._wrong else "edge"
        box(painter, field, 8, theme.colour("canvas" if self.hovered else "surface"), theme.colour(line))
        if self._time:
            words(painter, field, self._time, theme.colour("text"), 14, MEDIUM, CENTRE)
            if self._typed:
                draw_icon(painter, "pencil", "muted", field.right() - ICON - 6, field.center().y() - ICON / 2, ICON)
            return
        tone = "muted" if self._spare else "warn"
        word = _("可不记") if self._spare else _("补填")
        words(painter, field, word, theme.colour(tone), 13, MEDIUM, CENTRE)
