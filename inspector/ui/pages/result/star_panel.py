"""The panel on the deck: stars and score, why, how many items got which verdict, and the way to every point."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.rating.path import Way
from inspector.rating.rate import Rating, State
from inspector.ui.icons import draw_icon
from inspector.ui.pages.rated_star import star_of
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.card import DeckPanel, Hairline
from inspector.ui.widgets.painted import EXPANDING, FIXED, TARGET, Painted, Pressable, Words
from inspector.ui.widgets.painting import box, start, words
from inspector.ui.widgets.stars import StarRow
from inspector.wording import _


class Counts(Painted):
    """Figures with their words side by side on the deck."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(EXPANDING, FIXED)

    def show_counts(self, rows: list[tuple[str, str]]) -> None:
        """Show these (word, figure)."""
        self._rows = tuple(rows)
        self.setAccessibleName("，".join(f"{word} {figure}" for word, figure in rows))
        self.update()

    def sizeHint(self) -> QSize:
        """A figure over its word."""
        return QSize(280, theme.px(46))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint figures and words."""
        painter = QPainter(self)
        wide = self.width() / max(len(self._rows), 1)
        for i, (word, figure) in enumerate(self._rows):
            words(painter, QRectF(i * wide, 0, wide, theme.px(27)), figure, theme.colour("deck_text"), 20, BOLD)
            area = QRectF(i * wide, theme.px(26), wide - 2, theme.px(20))
            words(painter, area, word, theme.colour("deck_second"), 13)


class DeckLink(Pressable):
    """A long button on the deck with an icon and a chevron."""

    ring_token = "deck_text"

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        self._icon = icon
        super().__init__(text, parent)
        self.setSizePolicy(EXPANDING, FIXED)

    def sizeHint(self) -> QSize:
        """The smallest target's height."""
        return QSize(round(theme.advance(self.words, 14, MEDIUM)) + 90, theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint border, icon, words and chevron."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        ground = theme.colour("deck_line") if self.isDown() else theme.colour("deck2") if self.hovered else None
        box(painter, rect, self.radius, ground, theme.colour("deck_line"))
        middle = rect.center().y()
        draw_icon(painter, self._icon, "deck_text", 16, middle - 9, 18)
        words(painter, rect.adjusted(42, 0, -36, 0), self.words, theme.colour("deck_text"), 14, MEDIUM)
        draw_icon(painter, "chevron-right", "deck_text", rect.right() - 30, middle - 8, 16)


class StarPanel(DeckPanel):
    """The result in one look; signal `asked_why()`."""

    asked_why = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.stars, self.counts = StarRow(), Counts()
        self.headline = Words("", "item", "deck_text", wrap=True)
        self.second = Words("", "second", "deck_second", wrap=True)
        self.link = DeckLink(_("评分依据：每一分为什么"), "list")
        self.link.clicked.connect(self.asked_why)
        self.way = DeckLink("", "star")
        self.way.clicked.connect(self.asked_why)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 18)
        column.setSpacing(4)
        column.addWidget(self.stars)
        column.addWidget(self.headline)
        column.addWidget(self.second)
        column.addStretch(1)
        column.addWidget(Hairline("deck_line"))
        column.addSpacing(2)
        column.addWidget(self.counts)
        column.addSpacing(2)
        column.addWidget(self.way)
        column.addWidget(self.link)

    def show_rating(self, rating: Rating) -> None:
        """Show a rating."""
        self.stars.show_star(*star_of(rating))
        headline, second = _sentences(rating)
        self.headline.show_text(headline)
        self.second.show_text(second)
        self.second.setVisible(bool(second))
        self.setAccessibleName(rating.why)
        self.headline.setToolTip(rating.why)
        self.counts.show_counts(_counts(rating))

    def show_way(self, way: Way) -> None:
        """Show in one line how many items it takes to reach the next star; nothing where it cannot be reached."""
        self.way.show_text(_("改好 {n} 项可升至{level}").format(n=len(way.items), level=way.reached.label))
        self.way.setVisible(bool(way.items))


def _sentences(rating: Rating) -> tuple[str, str]:
    """Return the headline and what stands below it: together what the rating's own sentence says."""
    headline, _mark, rest = rating.why.partition("；")
    if rating.by_score is None:
        return headline, rest
    if rating.state is State.WITHHELD:
        told = _("得分 {total}，只看得分为{level}").format(total=rating.total_shown, level=rating.by_score.label)
        return headline, told
    if rating.level is not None and rating.level.level < rating.by_score.level:
        told = _("得分已达{by_score}，封顶{level}").format(by_score=rating.by_score.label, level=rating.level.label)
        binding = [str(cap.why) for cap in rating.caps if cap.to == rating.level.level]
        return told, _("封顶：{why}").format(why="；".join(binding))
    return headline, rest


def _counts(rating: Rating) -> list[tuple[str, str]]:
    rows = [
        (_("符合"), "conform"),
        (_("部分"), "partly"),
        (_("不符合"), "fail"),
        (_("不适用"), "na"),
        (_("厅情未问"), "not_asked"),
    ]
    if rating.counts["unanswered"]:
        rows.append((_("未答"), "unanswered"))
    elif rating.counts["unchecked"]:
        rows.append((_("未能检查"), "unchecked"))
    return [(word, str(rating.counts[key])) for word, key in rows]
