"""Stars, the only ornament: on the deck, in a pill beside a hall or large on the result."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.chips import NEUTRAL, chip_width, draw_chip
from inspector.ui.widgets.painted import FIXED, TARGET, Painted, Pressable
from inspector.ui.widgets.painting import box, start, words
from inspector.wording import _

INTERIM, PROVISIONAL, FULL, WITHHELD, NONE = "interim", "provisional", "full", "withheld", "none"
INNER = 0.47
HEIGHT, SIDE, STAR, STEP = 28, 11, 15, 17


class Shown(NamedTuple):
    """What a star shows: how many stars (None where the scheme has none), the printed score, the state, stars in all.

    `label` is the level's own word, for scales whose level is not its number of stars; it is drawn where no stars are.
    """

    level: int | None = None
    score: str = ""
    state: str = NONE
    of: int = 5
    label: str = ""

    @property
    def rated(self) -> bool:
        """Whether there is a star or a score to show."""
        return self.state in {INTERIM, PROVISIONAL, FULL}

    def spoken(self) -> str:
        """Say the star as a sentence for screen readers and tips."""
        if not self.rated:
            return state_word(self.state)
        stars = self.label if self.label or self.level is None else _("{level} 星").format(level=self.level)
        score = _("{score} 分").format(score=self.score) if self.score else ""
        return " ".join(part for part in (state_word(self.state), stars, score) if part)


def state_word(state: str) -> str:
    """Return the word of a state; a full rating needs none."""
    return {
        INTERIM: _("暂估"),
        PROVISIONAL: _("暂评"),
        FULL: "",
        WITHHELD: _("否决待确认"),
        NONE: _("不评星"),
    }[state]


def draw_star(painter: QPainter, centre: QPointF, size: float, fill: QColor | None, line: QColor) -> None:
    """Draw one star with rounded points, filled or as an outline."""
    width = max(1.2, size / 12)
    outer = size / 2 - width / 2
    points = [
        centre
        + QPointF(math.sin(i * math.pi / 5), -math.cos(i * math.pi / 5)) * (outer if i % 2 == 0 else outer * INNER)
        for i in range(10)
    ]
    pen = QPen(line, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(points))


def draw_stars(painter: QPainter, left: float, middle: float, size: float, step: float, shown: Shown) -> None:
    """Draw a row of stars: earned ones in gold (outlines while interim), the others as outlines."""
    gold, off = theme.colour("gold"), theme.colour("star_off")
    for i in range(shown.of):
        centre = QPointF(left + size / 2 + i * step, middle + size * 0.04)
        earned = shown.level is not None and i < shown.level
        fill = gold if earned and shown.state != INTERIM else None
        draw_star(painter, centre, size, fill, gold if earned else off)


def _word(shown: Shown) -> str:
    return state_word(shown.state) if shown.state in {INTERIM, PROVISIONAL} else ""


def _lead_width(shown: Shown, size: float, step: float, pixels: int) -> float:
    """Return how wide the stars are, or the level's word where there are none."""
    if shown.level is None:
        return theme.advance(shown.label, pixels, BOLD) + 1 if shown.label else 0
    return size + step * (shown.of - 1)


def pill_width(shown: Shown) -> float:
    """Return how wide a pill is."""
    if not shown.rated:
        return chip_width(state_word(shown.state), "dashed-circle")
    lead = _lead_width(shown, STAR, STEP, 15)
    width = 2.0 * SIDE + lead
    if shown.score:
        width += theme.advance(shown.score, 15, BOLD) + (7 if lead else 0)
    if _word(shown):
        width += theme.advance(_word(shown), 12, MEDIUM) + 7
    return width


def draw_pill(painter: QPainter, left: float, middle: float, shown: Shown) -> float:
    """Draw a star pill for lists that paint their rows; return its width."""
    if not shown.rated:
        icon = "warning" if shown.state == WITHHELD else "dashed-circle"
        tone = "bad" if shown.state == WITHHELD else NEUTRAL
        return draw_chip(painter, left, middle, (state_word(shown.state), tone, icon))
    height = theme.px(HEIGHT)
    rect = QRectF(left, middle - height / 2, pill_width(shown), height)
    line = theme.colour("deck_line") if theme.dark else None
    box(painter, rect, height / 2, theme.colour("deck"), line)
    _draw_content(painter, rect, left + SIDE, shown)
    return rect.width()


def _draw_content(painter: QPainter, rect: QRectF, x: float, shown: Shown) -> None:
    lead = _lead_width(shown, STAR, STEP, 15)
    if shown.level is not None:
        draw_stars(painter, x, rect.center().y(), STAR, STEP, shown)
    elif shown.label:
        words(painter, QRectF(x, rect.top(), lead, rect.height()), shown.label, theme.colour("deck_text"), 15, BOLD)
    x += lead + 7 if lead else 0
    if shown.score:
        width = theme.advance(shown.score, 15, BOLD) + 1
        area = QRectF(x, rect.top(), width, rect.height())
        words(painter, area, shown.score, theme.colour("deck_text"), 15, BOLD)
        x += width + 6
    area = QRectF(x, rect.top(), 60, rect.height())
    words(painter, area, _word(shown), theme.colour("deck_second"), 12, MEDIUM)


class StarPill(Painted):
    """Stars and score on the deck; 不评星 and 否决待确认 are chips, never five empty stars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self.setSizePolicy(FIXED, FIXED)
        self.setAccessibleName(self._shown.spoken())

    def show_star(self, level: int | None, score_text: str, state: str, of: int = 5, label: str = "") -> None:
        """Show a star: state is interim, provisional, full, withheld or none."""
        self._shown = Shown(level, score_text, state, of, label)
        self.setAccessibleName(self._shown.spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for stars, score and the word of the state."""
        return QSize(round(pill_width(self._shown) + 0.5), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        start(painter)
        draw_pill(painter, 0, self.height() / 2, self._shown)


class StarButton(Pressable):
    """The live star on the top bar: pressing it (`clicked`) asks why."""

    ring_token = "deck_text"
    CHEVRON = 22

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown = Shown()
        super().__init__(self._shown.spoken(), parent)
        self.radius = 20
        self.setSizePolicy(FIXED, FIXED)

    def show_star(self, level: int | None, score_text: str, state: str, of: int = 5, label: str = "") -> None:
        """Show a star: state is interim, provisional, full, withheld or none."""
        self._shown = Shown(level, score_text, state, of, label)
        self.show_text(self._shown.spoken())
        self.setAccessibleName(_("{star}，查看评分依据").format(star=self._shown.spoken()))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the pill and a chevron."""
        return QSize(round(pill_width(self._shown) + 0.5) + self.CHEVRON, theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill with its chevron."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        token = "deck2" if self.hovered or self.isDown() else "deck"
        box(painter, rect, rect.height() / 2, theme.colour(token), theme.colour("deck_line"))
        if self._shown.rated:
            _draw_content(painter, rect, SIDE, self._shown)
        else:
            area = rect.adjusted(SIDE + 2, 0, -self.CHEVRON, 0)
            words(painter, area, state_word(self._shown.state), theme.colour("deck_second"), 13, MEDIUM)
        draw_icon(painter, "chevron-down", "deck_second", rect.right() - 27, rect.center().y() - 7, 14)


class StarRow(Painted):
    """Large stars with the score beside them, for the result panel on the deck."""

    SIZE, STEP = 42, 48

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self.setAccessibleName(self._shown.spoken())

    def show_star(self, level: int | None, score_text: str, state: str, of: int = 5, label: str = "") -> None:
        """Show a star: state is interim, provisional, full, withheld or none."""
        self._shown = Shown(level, score_text, state, of, label)
        self.setAccessibleName(self._shown.spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the stars and the score."""
        stars = _lead_width(self._shown, self.SIZE, self.STEP, 40) + 28
        word = theme.advance(state_word(self._shown.state), 14, MEDIUM) + 10
        return QSize(round(stars + theme.advance(self._shown.score, 40, BOLD) + word), theme.px(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint stars, score and, where it is not final, the word of the state."""
        painter = QPainter(self)
        start(painter)
        middle = self.height() / 2
        rect = QRectF(self.rect())
        word = state_word(self._shown.state)
        if not self._shown.rated:
            words(painter, rect, word, theme.colour("deck_text"), 24, BOLD)
            return
        lead = _lead_width(self._shown, self.SIZE, self.STEP, 40)
        if self._shown.level is not None:
            draw_stars(painter, 0, middle, self.SIZE, self.STEP, self._shown)
        elif self._shown.label:
            words(painter, rect, self._shown.label, theme.colour("deck_text"), 40, BOLD)
        x = lead + 28 if lead else 0.0
        words(painter, rect.adjusted(x, 0, 0, 0), self._shown.score, theme.colour("deck_text"), 40, BOLD)
        x += theme.advance(self._shown.score, 40, BOLD) + 10
        if self.width() - x >= theme.advance(word, 14, MEDIUM):
            words(painter, rect.adjusted(x, 12, 0, 0), word, theme.colour("deck_second"), 14, MEDIUM)
