"""Four ideas as a radar and the topics as bars, with the floor that the next star asks for."""

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.rating.condition import bounds_of
from inspector.rating.rate import Rating
from inspector.rating.scheme import Level
from inspector.ui.theme import theme
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import FIXED, Painted, Words
from inspector.ui.widgets.painting import words
from inspector.ui.widgets.radar import Radar
from inspector.ui.widgets.topic_bars import TopicBars
from inspector.wording import _, truncated

DASH = 28


def next_level(rating: Rating) -> Level | None:
    """Return the level above the one the score reaches, that one itself at the top; None without a score."""
    if rating.by_score is None:
        return None
    above = [level for level in rating.scheme.levels if level.level > rating.by_score.level]
    return min(above, key=lambda level: level.level, default=rating.by_score)


def floor_of(rating: Rating) -> tuple[Level, Fraction] | None:
    """Return the level aimed at and the figure that each idea needs for it."""
    level = next_level(rating)
    for need in bounds_of(level.needs) if level else ():
        if level and set(need.measures) & set(rating.scheme.ideas):
            return level, need.figure
    return None


def whole(value: Fraction) -> str:
    """Print a threshold without a needless decimal."""
    return truncated(value, 0 if value.denominator == 1 else 1)


def rows_of(rating: Rating, keys: tuple[str, ...]) -> list[tuple[str, float | None, str]]:
    """Return measures as charts take them: name, number, printed value."""
    rows = []
    for key in keys:
        reading = rating.readings[key]
        number = None if reading.value is None else float(reading.value)
        rows.append((str(reading.measure.title), number, rating.shown(key) if number is not None else _("没有数据")))
    return rows


class Legend(Painted):
    """A dashed stroke and what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(FIXED, FIXED)

    def show_text(self, text: str) -> None:
        """Show what the stroke means; nothing takes it away."""
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The stroke and its words."""
        return QSize(DASH + 8 + round(theme.advance(self._text, 13) + 1), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint stroke and words."""
        painter = QPainter(self)
        pen = QPen(theme.colour("muted"), 1.4)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(0, self.height() // 2, DASH, self.height() // 2)
        words(painter, QRectF(self.rect()).adjusted(DASH + 8, 0, 0, 0), self._text, theme.colour("muted"), 13)


def headed(card: Card, title: str, unit: str, legend: QWidget, padding: int = 16) -> None:
    """Put a title with its unit and a legend at the right over a card."""
    head = QHBoxLayout()
    head.setContentsMargins(16 - padding, 0, 16 - padding, 0)
    head.setSpacing(6)
    head.addWidget(Words(title, "card"))
    if unit:
        head.addWidget(Words(unit, "second", "muted"))
    head.addStretch(1)
    head.addWidget(legend)
    card.setAccessibleName(title)
    card.body.addLayout(head)


class IdeasCard(Card):
    """The radar of the ideas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=4, parent=parent)
        self.legend, self.radar = Legend(), Radar()
        self.body.setContentsMargins(0, 12, 0, 0)
        self.body.setSpacing(0)
        headed(self, _("四个理念"), "", self.legend, padding=4)
        self.body.addWidget(self.radar, 1)

    def show_rating(self, rating: Rating) -> None:
        """Show the ideas of a rating."""
        floor = floor_of(rating)
        self.radar.show_values(rows_of(rating, rating.scheme.ideas), float(floor[1]) if floor else None)
        self.legend.show_text(
            _("{level}下限 {least}").format(level=floor[0].label, least=whole(floor[1])) if floor else ""
        )


class TopicsCard(Card):
    """The topics as bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self.legend, self.bars = Words("", "second", "muted"), TopicBars()
        headed(self, _("专题得分率"), "%", self.legend)
        self.body.addWidget(self.bars, 1)

    def show_rating(self, rating: Rating, topics: set[str]) -> None:
        """Show the topics that the form asks; those it never asks are absent, not empty."""
        measures = rating.scheme.measures
        asked = tuple(key for key in rating.scheme.topics if (measures[key].share or {}).get("topic") in topics)
        floor = floor_of(rating)
        self.bars.show_topics(rows_of(rating, asked), float(floor[1]) if floor else None)
        self.legend.show_text(_("竖线为 {least}").format(least=whole(floor[1])) if floor else "")
