"""The rail of an audit: its sections, red lines, the whole, and what is still to do."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.pages.audit.tallies import FAILED, FLAGGED, OWED, Tally
from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Hairline, ScrollPage
from inspector.ui.widgets.painted import EXPANDING, Pressable, Words
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.wording import _

WIDTH, ROW, LEAST_ROW, ENTRY, MARGIN = 248, 60, 45, 40, 24
RED_LINES, OVERALL = "red-lines", "overall"


class _Entry(Pressable):
    """What sections, red lines and the whole have in common: the ground that says which is current."""

    def __init__(self, key: str, text: str) -> None:
        self.key = key
        super().__init__(text)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Stay as shown: the page decides where it goes."""

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the ground of the current or hovered entry."""
        rect = QRectF(8, 2, self.width() - 16, self.height() - 4)
        if self.isChecked():
            box(painter, rect, 8, theme.colour("soft"))
            box(painter, QRectF(-4, rect.center().y() - 16, 8, 32), 4, theme.colour("accent"))
        elif self.hovered:
            box(painter, rect, 8, theme.colour("canvas"))


class SectionEntry(_Entry):
    """A section: name, answered of asked, bar, problems."""

    def __init__(self, key: str, text: str) -> None:
        self._tally = Tally()
        super().__init__(key, text)
        self.setSizePolicy(EXPANDING, EXPANDING)

    def show_tally(self, tally: Tally) -> None:
        """Show how far the section is."""
        if tally == self._tally:
            return
        self._tally = tally
        said = _("{section}，已答 {done} / {total}").format(section=self.words, done=tally.answered, total=tally.asked)
        failed = _("，不符合 {n} 项").format(n=tally.failed) if tally.failed else ""
        self.setAccessibleName(said + failed)
        self.update()

    def sizeHint(self) -> QSize:
        """A row of the rail."""
        return QSize(WIDTH, theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Rows may stand closer."""
        return QSize(WIDTH, theme.px(LEAST_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, count, bar and problems."""
        painter = QPainter(self)
        start(painter)
        self.paint_ground(painter)
        one, whole = self._tally, QRectF(self.rect()).adjusted(MARGIN, 0, -MARGIN, 0)
        middle, height = whole.center().y(), theme.px(20)
        name = QRectF(whole.left(), middle - height, whole.width() - 62, height)
        begun = one.answered > 0
        words(painter, name, self.words, theme.colour("text"), 14, BOLD if self.isChecked() else MEDIUM)
        count = QRectF(whole.right() - 60, name.top(), 60, height)
        ink = theme.colour("text" if begun else "muted")
        words(painter, count, f"{one.answered}/{one.asked}", ink, 13, MEDIUM if begun else REGULAR, RIGHT)
        track = QRectF(whole.left(), middle + height / 2, whole.width() - (56 if one.failed else 0), 4)
        box(painter, track, 2, theme.mix("edge", "line", 0.12))
        if begun:
            filled = QRectF(track)
            filled.setWidth(max(4.0, track.width() * one.answered / one.asked))
            box(painter, filled, 2, theme.colour("accent"))
        if one.failed:
            draw_icon(painter, "cross-circle", "bad", whole.right() - 45, track.center().y() - 8, 16)
            text = _("{n} 项").format(n=one.failed)
            area = QRectF(whole.right() - 28, track.center().y() - height / 2, 28, height)
            words(painter, area, text, theme.colour("bad"), 12, MEDIUM, RIGHT)


class PlainEntry(_Entry):
    """Red lines or the whole: icon, name, and how much is there."""

    def __init__(self, key: str, text: str, icon: str) -> None:
        self._icon, self._count = icon, 0
        super().__init__(key, text)
        self.setSizePolicy(EXPANDING, EXPANDING)
        self.setMaximumHeight(theme.px(48))

    def show_count(self, count: int) -> None:
        """Show how many red lines are crossed."""
        self._count = count
        self.setAccessibleName(_("{name}，{n} 项").format(name=self.words, n=count) if count else self.words)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(WIDTH, theme.px(ENTRY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, name and count."""
        painter = QPainter(self)
        start(painter)
        self.paint_ground(painter)
        middle = self.height() / 2
        tone = "bad" if self._count else "muted"
        draw_icon(painter, self._icon, tone, MARGIN, middle - 9, 18)
        area = QRectF(MARGIN + 26, 0, self.width() - 2 * MARGIN - 26, self.height())
        words(painter, area, self.words, theme.colour("text"), 14, BOLD if self.isChecked() else MEDIUM)
        if self._count:
            text = _("{n} 项").format(n=self._count)
            words(painter, area, text, theme.colour("bad"), 13, BOLD, RIGHT)


class TotalRow(Pressable):
    """A figure that leads to the first of what it counts."""

    def __init__(self, text: str, icon: str, tone: str) -> None:
        self._icon, self._tone, self._count = icon, tone, 0
        super().__init__(text)
        self.setSizePolicy(EXPANDING, EXPANDING)

    def show_count(self, count: int) -> None:
        """Show how many there are; none leads nowhere."""
        self._count = count
        self.setEnabled(bool(count))
        self.setAccessibleName(_("{name} {n} 项，转到第一项").format(name=self.words, n=count))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(WIDTH, theme.px(ENTRY))

    def minimumSizeHint(self) -> QSize:
        """Rows may stand closer in a low window."""
        return QSize(WIDTH, theme.px(33))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, name and figure."""
        painter = QPainter(self)
        start(painter)
        if self.hovered:
            box(painter, QRectF(self.rect()).adjusted(8, 0, -8, 0), 8, theme.colour("canvas"))
        middle = self.height() / 2
        tone = self._tone if self._count else "muted"
        draw_icon(painter, self._icon, tone, MARGIN, middle - 9, 18)
        area = QRectF(MARGIN + 26, 0, self.width() - 2 * MARGIN - 26, self.height())
        words(painter, area, self.words, theme.colour("text"), 13, MEDIUM)
        ink = theme.colour("bad" if self._count and self._tone == "bad" else "text" if self._count else "muted")
        words(painter, area, str(self._count), ink, 15, BOLD, RIGHT)


class Rail(QWidget):
    """Signals `chosen(key)` for a section, red lines or the whole; `jumped(kind)` for a total; `gaps()`."""

    chosen = Signal(str)
    jumped = Signal(str)
    gaps = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("部分"))
        self.entries: dict[str, _Entry] = {}
        self.sections: dict[str, SectionEntry] = {}
        self.red_lines = PlainEntry(RED_LINES, _("红线"), "warning")
        self.overall = PlainEntry(OVERALL, _("总体"), "pencil")
        self.totals = {
            FAILED: TotalRow(_("不符合"), "cross-circle", "bad"),
            OWED: TotalRow(_("缺照片"), "camera", "muted"),
            FLAGGED: TotalRow(_("待回看"), "flag", "muted"),
        }
        self.gaps_button = ActionButton(_("离厅前检查"), icon="shield-check", key="G", height=44).stretch()
        self.gaps_button.clicked.connect(self.gaps)
        for kind, row in self.totals.items():
            row.clicked.connect(lambda _checked=False, kind=kind: self.jumped.emit(kind))
        for entry in (self.red_lines, self.overall):
            self._know(entry)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 16, MARGIN, 0)
        head.addWidget(Words(_("部分"), "caption", "muted"))
        head.addStretch(1)
        head.addWidget(Words(_("已答"), "caption", "muted"))
        self._page = ScrollPage()
        self._page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.body.setSpacing(0)
        self._page.body.addWidget(self.red_lines)
        self._page.body.addWidget(self.overall)
        self._page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._page, 1)
        column.addWidget(Hairline())
        column.addSpacing(8)
        for row in self.totals.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 16)
        foot.addWidget(self.gaps_button)
        column.addLayout(foot)

    def _know(self, entry: _Entry) -> None:
        self.entries[entry.key] = entry
        entry.clicked.connect(lambda: self.chosen.emit(entry.key))

    def show_sections(self, sections: Iterable[tuple[str, str]], red_lines: bool) -> None:
        """Show these sections (key, title), and red lines where the form has them."""
        for old in self.sections.values():
            del self.entries[old.key]
            self._page.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.sections = {key: SectionEntry(key, title) for key, title in sections}
        for place, entry in enumerate(self.sections.values()):
            self._know(entry)
            self._page.body.insertWidget(place, entry)
            entry.setMaximumHeight(theme.px(ROW))
        self.red_lines.setVisible(red_lines)

    def show_tally(self, section: str, tally: Tally) -> None:
        """Show how far a section is."""
        self.sections[section].show_tally(tally)

    def show_totals(self, whole: Tally, crossed: int) -> None:
        """Show what is failed, owing and flagged in all, and how many red lines are crossed."""
        for kind, row in self.totals.items():
            row.show_count(getattr(whole, kind))
        self.red_lines.show_count(crossed)

    def show_current(self, key: str) -> None:
        """Show which part is open."""
        for entry in self.entries.values():
            entry.setChecked(entry.key == key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(QRectF(rect.right() - 1, 0, 1, rect.height()), theme.colour("line"))
