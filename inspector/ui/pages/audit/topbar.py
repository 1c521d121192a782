"""The deck above an audit: where one is, how far, the live star, the time."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.inspection.progress import Count
from inspector.rating.rate import Rating
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.rated_star import star_of
from inspector.ui.widgets.buttons import IconButton
from inspector.ui.widgets.card import DeckPanel
from inspector.ui.widgets.chips import DECK, Chip
from inspector.ui.widgets.painted import PREFERRED, Words
from inspector.ui.widgets.progress import ProgressBar
from inspector.ui.widgets.stars import StarButton
from inspector.wording import _, percent

HEIGHT, BAR, LONGEST_NAME, LEAST_SIDE = 56, 176, 300, 330
IGNORED = QSizePolicy.Policy.Ignored


class TopBar(DeckPanel):
    """Signals `left()`, `asked_why()` when the star is pressed, `hidden(bool)` when the eye is."""

    left = Signal()
    asked_why = Signal()
    hidden = Signal(bool)

    def __init__(self) -> None:
        super().__init__(rounded=False)
        self.setFixedHeight(HEIGHT)
        self.back = IconButton("chevron-left", _("返回首页"), on_deck=True)
        self.hall = OneLine("card", "deck_text", LONGEST_NAME)
        self.kind, self.form = Chip("", DECK), Chip("", DECK)
        self.done, self.total = Words("", "item", "deck_text"), Words("", "body", "deck_second")
        self.bar = ProgressBar(on_deck=True)
        self.bar.setFixedWidth(BAR)
        self.share = Words("", "second", "deck_second")
        self.star = StarButton()
        self.blind_mark = Chip(_("星级已隐藏"), DECK, "eye-off")
        self.eye = IconButton("eye-off", _("隐藏星级（盲评）"), on_deck=True)
        self.clock = Words("", "card", "deck_text")
        self._blind = False
        self.back.clicked.connect(self.left)
        self.star.clicked.connect(self.asked_why)
        self.eye.clicked.connect(lambda: self.hidden.emit(not self._blind))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 24, 0)
        row.setSpacing(8)
        left, right = QHBoxLayout(), QHBoxLayout()
        for side in (left, right):
            side.setSpacing(8)
        left.addWidget(self.back)
        left.addSpacing(8)
        left.addWidget(self.hall)
        left.addWidget(self.kind)
        left.addWidget(self.form)
        left.addStretch(1)
        right.addStretch(1)
        shown: tuple[QWidget, ...] = (self.star, self.blind_mark, self.eye)
        for widget in shown:
            right.addWidget(widget)
        right.addSpacing(4)
        right.addWidget(self.clock)
        row.addWidget(_side(left), 1)
        told: tuple[QWidget, ...] = (self.done, self.total, self.bar, self.share)
        for widget in told:
            row.addWidget(widget)
        row.addWidget(_side(right), 1)

    def show_place(self, hall: str, kind: str, form: str) -> None:
        """Show hall, kind and form."""
        self.hall.show_text(hall)
        self.kind.show_chip(kind, DECK)
        self.form.show_chip(form, DECK)

    def show_way_back(self, name: str) -> None:
        """Show where the arrow leads."""
        self.back.show_icon("chevron-left", name)

    def show_progress(self, count: Count) -> None:
        """Show how many of the asked items are answered."""
        self.done.show_text(str(count.answered))
        self.total.show_text(f"/ {count.asked}")
        self.bar.show_progress(count.answered, count.asked)
        self.share.show_text(percent(count.answered, count.asked))

    def show_rating(self, rating: Rating) -> None:
        """Show the star as the answers stand."""
        self.star.show_star(*star_of(rating))
        self.star.setToolTip(rating.why)

    def show_blind(self, blind: bool) -> None:
        """Show the star, or hide it so that it cannot sway a judgement."""
        self._blind = blind
        self.star.setVisible(not blind)
        self.blind_mark.setVisible(blind)
        name = _("显示星级") if blind else _("隐藏星级（盲评）")
        self.eye.show_icon("eye" if blind else "eye-off", name)

    def show_time(self, moment: datetime) -> None:
        """Show the time of day."""
        self.clock.show_text(f"{moment:%H:%M}")


def _side(line: QHBoxLayout) -> QWidget:
    """Return one of two sides of equal width, so that what stands between them stays in the middle."""
    side = QWidget()
    line.setContentsMargins(0, 0, 0, 0)
    side.setLayout(line)
    side.setSizePolicy(IGNORED, PREFERRED)
    side.setMinimumWidth(LEAST_SIDE)
    return side
