"""One inspection or hall under both schemes: each star with its sentence, and the figures that differ."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.rating.preview import Compared, Sides
from inspector.rating.rate import Rating
from inspector.ui.pages.change.model import move_spec, name_of
from inspector.ui.pages.rated_star import star_of
from inspector.ui.widgets.buttons import LinkButton
from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.stars import StarPill
from inspector.wording import _, language

WIDTH = 400
RIGHT = Qt.AlignmentFlag.AlignRight


class Side(QWidget):
    """A star by one scheme: which scheme, the star, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.scheme, self.star, self.why = Words("", "caption", "muted", wrap=True), StarPill(), Words("", wrap=True)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(6)
        row.addWidget(self.star)
        row.addStretch(1)
        column.addWidget(self.scheme)
        column.addLayout(row)
        column.addWidget(self.why)

    def show_rating(self, rating: Rating, when: str) -> None:
        """Show a rating; `when` says whether this is now or after the change."""
        scheme = rating.scheme
        self.scheme.show_text(f"{when} · {scheme.title.into(language())} {scheme.version}")
        self.star.show_star(*star_of(rating))
        self.why.show_text(rating.why)
        self.setAccessibleName("，".join((self.scheme.text(), star_of(rating).spoken(), rating.why)))


class ChangeDetail(Card):
    """The row chosen in full; signal `opened(id)` when a person wants the result of the inspection."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.setFixedWidth(WIDTH)
        self._id = ""
        self._title, self._source, self._chip = Words("", "item", wrap=True), Words("", "second", "muted", True), Chip()
        self.before, self.after = Side(), Side()
        self.figures = QGridLayout()
        self.figures.setHorizontalSpacing(12)
        self.figures.setVerticalSpacing(4)
        self.figures.setColumnStretch(0, 1)
        self._figures_title = Words(_("两份规范算出的不同数值"), "caption", "muted")
        self._figures_title.setContentsMargins(0, 8, 0, 2)
        self.result_button = LinkButton(_("看这次检查的结果"))
        self.result_button.clicked.connect(lambda: self.opened.emit(self._id))
        self._scroll = ScrollPage()
        self._fill()
        self.body.addWidget(self._scroll, 1)

    def _fill(self) -> None:
        body, head, foot = self._scroll.body, QHBoxLayout(), QHBoxLayout()
        body.setContentsMargins(20, 16, 16, 12)
        body.setSpacing(4)
        head.addWidget(self._chip)
        head.addStretch(1)
        foot.addStretch(1)
        foot.addWidget(self.result_button)
        body.addWidget(self._title)
        body.addWidget(self._source)
        body.addLayout(head)
        for each in (self.before, Hairline(), self.after, Hairline(), self._figures_title):
            body.addWidget(each)
        body.addLayout(self.figures)
        body.addLayout(foot)
        body.addStretch(1)

    def show_row(self, row: Sides, source: str) -> None:
        """Show a row of the table."""
        self._id = row.inspection.id if isinstance(row, Compared) else ""
        self._title.show_text(name_of(row))
        self._source.show_text(source)
        self._chip.show_chip(*move_spec(row))
        self.before.show_rating(row.before, _("现在"))
        self.after.show_rating(row.after, _("改动后"))
        self._show_figures(differing(row))
        self.result_button.setVisible(bool(self._id))
        self.setAccessibleName(f"{name_of(row)} {source}")
        self._scroll.verticalScrollBar().setValue(0)

    def _show_figures(self, rows: Sequence[tuple[str, str, str]]) -> None:
        while (old := self.figures.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self._figures_title.setVisible(bool(rows))
        for at, (title, before, after) in enumerate(rows):
            self.figures.addWidget(Words(title, wrap=True), at, 0)
            self.figures.addWidget(Words(before, "body", "muted"), at, 1, RIGHT)
            self.figures.addWidget(Words("→", "body", "muted"), at, 2)
            self.figures.addWidget(Words(after, "strong"), at, 3, RIGHT)


def differing(row: Sides) -> list[tuple[str, str, str]]:
    """Return the title of every measure whose figures differ, as printed before and after; – where a side has none."""
    before, after = row.before, row.after
    keys = dict.fromkeys((*before.readings, *after.readings))
    found = [(_title(key, row), _figure(before, key), _figure(after, key)) for key in keys]
    return [one for one in found if one[1] != one[2]]


def _figure(rating: Rating, key: str) -> str:
    return rating.shown(key) if key in rating.readings else "–"


def _title(key: str, row: Sides) -> str:
    reading = row.after.readings.get(key) or row.before.readings[key]
    return reading.measure.title.into(language())
