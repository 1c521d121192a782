"""The bar on the deck: which inspection this is, how far it is, its star, and the time."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import Count
from inspector.rating.rate import Rating
from inspector.ui.pages.result.saying import form_words, kind_word, star_of
from inspector.ui.theme import BOLD, theme
from inspector.ui.widgets.buttons import IconButton
from inspector.ui.widgets.card import DeckPanel
from inspector.ui.widgets.chips import DECK, Chip
from inspector.ui.widgets.painted import FIXED, PREFERRED, Painted, Words
from inspector.ui.widgets.painting import words
from inspector.ui.widgets.progress import ProgressBar
from inspector.ui.widgets.stars import StarButton
from inspector.wording import _, percent

HEIGHT, BAR = 56, 172


class HallName(Painted):
    """A name that is shortened where there is no room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setSizePolicy(PREFERRED, FIXED)

    def show_name(self, name: str) -> None:
        """Show a hall's name."""
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the whole name."""
        return QSize(round(theme.advance(self._name, 16, BOLD) + 1), theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """A long name may be shortened."""
        return QSize(min(self.sizeHint().width(), 120), theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name."""
        words(QPainter(self), QRectF(self.rect()), self._name, theme.colour("deck_text"), 16, BOLD)


class TopBar(DeckPanel):
    """The bar over a page without rail; signals `left()`, `asked_why()` and `blinded(bool)`."""

    left = Signal()
    asked_why = Signal()
    blinded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(rounded=False, parent=parent)
        self._blind = False
        self.setFixedHeight(HEIGHT)
        self.back_button = IconButton("chevron-left", _("返回检查"), on_deck=True)
        self.back_button.clicked.connect(self.left)
        self._hall, self._kind, self._form = HallName(), Chip("", DECK), Chip("", DECK)
        self._done, self._of = Words("", "card", "deck_text"), Words("", "body", "deck_second")
        self._bar, self._share = ProgressBar(on_deck=True), Words("", "body", "deck_second")
        self._bar.setFixedWidth(BAR)
        self.star_button = StarButton()
        self.star_button.clicked.connect(self.asked_why)
        self.eye_button = IconButton("eye-off", "", on_deck=True)
        self.eye_button.clicked.connect(lambda: self.blinded.emit(not self._blind))
        self._clock = Words("", "card", "deck_text")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 0, 24, 0)
        whole.setSpacing(8)
        whole.addLayout(self._side(self.back_button, self._hall, self._kind, self._form, after=True), 1)
        for each in (self._done, self._of, self._bar, self._share):
            whole.addWidget(each)
        whole.addLayout(self._side(self.star_button, self.eye_button, self._clock, after=False), 1)

    @staticmethod
    def _side(*held: QWidget, after: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if not after:
            row.addStretch(1)
        for each in held:
            row.addWidget(each)
        if after:
            row.addStretch(1)
        return row

    def show_inspection(self, inspection: Inspection, count: Count) -> None:
        """Show which inspection it is and how far."""
        self._hall.show_name(inspection.hall.name)
        self._kind.show_chip(kind_word(inspection.head.kind), DECK)
        self._form.show_chip(form_words(inspection), DECK)
        self._done.show_text(str(count.answered))
        self._of.show_text(f"/ {count.asked}")
        self._bar.show_progress(count.answered, count.asked)
        self._share.show_text(percent(count.answered, count.asked))

    def show_star(self, rating: Rating, blind: bool) -> None:
        """Show the star as it stands, or hide it from an inspector who would rather not know."""
        self._blind = blind
        self.star_button.setVisible(not blind)
        self.star_button.show_star(*star_of(rating))
        self.eye_button.show_icon(*(("eye", _("显示星级")) if blind else ("eye-off", _("盲评：隐藏星级"))))

    def show_time(self, now: datetime) -> None:
        """Show the time."""
        self._clock.show_text(f"{now:%H:%M}")
