"""Tiles that count what is missing, and groups of rows that lead to it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import Gap
from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.card import Card, Hairline
from inspector.ui.widgets.chips import NEUTRAL, Chip
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted, Pressable, Words
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.wording import _

ROW, BUTTON, BUTTON_WIDTH, EDGE, ICON = 49, 40, 96, 22, 18
ICONS = {"answer": "dashed-circle", "photo": "camera", "note": "pencil", "reason": "pencil"}


@dataclass(frozen=True, slots=True)
class Kind:
    """How a group of gaps looks: title, what to know of it, tone and icon."""

    title: str
    hint: str
    tone: str
    icon: str


def kind_of(group: str) -> Kind:
    """Return the look of a group: unanswered, reason, evidence or count."""
    return {
        "unanswered": Kind(_("未作答"), _("未作答不算不符合；补完才能完成"), NEUTRAL, "dashed-circle"),
        "reason": Kind(_("缺理由"), _("不适用、未能检查和改判都要写明理由；补完才能完成"), "warn", "pencil"),
        "evidence": Kind(_("缺佐证"), _("不挡完成，缺的会照实印在报告里"), "bad", "camera"),
        "count": Kind(_("次数不够"), _("不挡完成，按已记的判"), "warn", "stopwatch"),
    }[group]


def button_words(gap: Gap) -> str:
    """Return what the button of a gap says."""
    if gap.group == "count" and gap.need == "answer":
        return _("去补记")
    return {"answer": _("去作答"), "photo": _("拍照片"), "note": _("写备注"), "reason": _("写理由")}[gap.need]


def sentence_of(gap: Gap, inspection: Inspection) -> str:
    """Return what is missing, for an unanswered item with the way it is checked, unless one has left already."""
    item = inspection.form.items.get(gap.item)
    if gap.group != "unanswered" or item is None or inspection.head.visit:
        return gap.sentence
    way = {
        "observe": _("看现场"),
        "measure": _("用仪器量"),
        "time": _("计时"),
        "ask": _("问人"),
        "document": _("查资料"),
        "call": _("打电话"),
    }[item.how]
    return _("{gap}；{way}").format(gap=gap.sentence, way=way)


class Tile(Painted):
    """A figure with its word and icon."""

    HEIGHT, SQUARE = 72, 40

    def __init__(self, word: str, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._icon, self._tone, self._figure = word, icon, tone, ""
        self.setSizePolicy(EXPANDING, FIXED)

    def show_figure(self, figure: str) -> None:
        """Show a figure."""
        self._figure = figure
        self.setAccessibleName(f"{self._word} {figure}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, figure and word."""
        return QSize(200, theme.px(self.HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the icon on its tint, the figure and the word."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        box(painter, rect, 10, theme.colour("surface"), theme.colour("line"))
        square = QRectF(20, (rect.height() - self.SQUARE) / 2, self.SQUARE, self.SQUARE)
        box(painter, square, 8, theme.colour("sunken") if self._tone == NEUTRAL else theme.tint(self._tone))
        tone = "muted" if self._tone == NEUTRAL else self._tone
        draw_icon(painter, self._icon, tone, square.center().x() - 10, square.center().y() - 10, 20)
        left, upper, lower = square.right() + 16, theme.px(27), theme.px(20)
        top = (rect.height() - upper - lower) / 2
        width = rect.right() - left - 8
        words(painter, QRectF(left, top, width, upper), self._figure, theme.colour("text"), 20, BOLD)
        words(painter, QRectF(left, top + upper, width, lower), self._word, theme.colour("muted"), 13)


class GapRow(Pressable):
    """One thing missing; the whole row is the button that leads to it."""

    CODE, TITLE, SECTION = 66, 240, 130

    def __init__(self, gap: Gap, inspection: Inspection, parent: QWidget | None = None) -> None:
        item = inspection.form.items.get(gap.item)
        self.gap = gap
        self._code = gap.item
        self._title = str(item.ask) if item else _("全程照片")
        self._section = str(inspection.form.section_of[gap.item].title) if item else _("全部")
        self._sentence, self._verb = sentence_of(gap, inspection), button_words(gap)
        super().__init__(self._verb, parent)
        spoken = (self._code, self._title, self._section, self._sentence, self._verb)
        self.setAccessibleName("，".join(part for part in spoken if part))
        self.setSizePolicy(EXPANDING, FIXED)

    def sizeHint(self) -> QSize:
        """A row of one line."""
        return QSize(720, theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon, code, title, section, sentence and the button."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        if self.hovered or self.hasFocus():
            painter.fillRect(rect.adjusted(1, 0, -1, -1), theme.colour("canvas"))
        kind, height = kind_of(self.gap.group), rect.height()
        tone = "muted" if kind.tone == NEUTRAL else kind.tone
        icon = "list" if self.gap.group == "count" and self.gap.item else ICONS[self.gap.need]
        draw_icon(painter, icon, tone, EDGE, height / 2 - ICON / 2, ICON)
        muted, ink, x = theme.colour("muted"), theme.colour("text"), float(EDGE + ICON + 10)
        columns = (
            (self._code, self.CODE, 13, MEDIUM, muted),
            (self._title, self.TITLE, 15, MEDIUM, ink),
            (self._section, self.SECTION, 12, REGULAR, muted),
        )
        for text, wide, pixels, weight, colour in columns:
            words(painter, QRectF(x, 0, theme.px(wide) - 8, height), text, colour, pixels, weight)
            x += theme.px(wide)
        button = QRectF(
            rect.right() - 12 - BUTTON_WIDTH, (height - 1 - theme.px(BUTTON)) / 2, BUTTON_WIDTH, theme.px(BUTTON)
        )
        words(painter, QRectF(x, 0, button.left() - x - 12, height), self._sentence, ink, 14)
        ground = "sunken" if self.isDown() or (self.hovered and theme.dark) else "canvas" if self.hovered else "surface"
        box(painter, button, 8, theme.colour(ground), theme.mix("edge", "line", 0.35))
        words(painter, button, self._verb, ink, 14, MEDIUM, CENTRE)


class GapGroup(Card):
    """A group of gaps under its title, count and hint."""

    HEAD = 43

    def __init__(self, group: str, gaps: list[Gap], inspection: Inspection, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        kind = kind_of(group)
        self.rows = [GapRow(gap, inspection) for gap in gaps]
        self.setAccessibleName(kind.title)
        chip = Chip(_("{n} 项").format(n=len(gaps)), kind.tone)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE - 2, 0)
        head.setSpacing(8)
        head.addWidget(_Icon(kind.icon, "muted" if kind.tone == NEUTRAL else kind.tone))
        for each in (Words(kind.title, "card"), chip):
            head.addWidget(each)
        head.addStretch(1)
        head.addWidget(Words(kind.hint, "second", "muted"))
        holder = QWidget()
        holder.setLayout(head)
        holder.setFixedHeight(theme.px(self.HEAD))
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, 0, 0, 1)
        self.body.addWidget(holder)
        for row in self.rows:
            self.body.addWidget(Hairline())
            self.body.addWidget(row)


class _Icon(Painted):
    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        return QSize(ICON, ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self._icon, self._tone, 0, 0, ICON)


class AllThere(Card):
    """What is shown when nothing is missing."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(12)
        row.addWidget(_Icon("check-circle", "good"))
        column.setSpacing(2)
        column.addWidget(Words(_("没有遗漏"), "card"))
        column.addWidget(Words(sentence, "second", "muted", wrap=True))
        row.addLayout(column, 1)
        self.body.addLayout(row)
