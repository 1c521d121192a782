"""Why the star is what it is: the sentence, the ideas, and what cost the most."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.rating.rate import Rating, State
from inspector.rating.trace import LostPoint
from inspector.ui.pages.rated_star import star_of
from inspector.ui.widgets.buttons import PRIMARY, ActionButton, LinkButton
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.ui.widgets.stars import StarPill
from inspector.ui.widgets.topic_bars import TopicBars
from inspector.ui.widgets.verdict_looks import verdict_chip
from inspector.wording import _, truncated

MOST = 8


class TraceSheet(Sheet):
    """Signals `opened_item(item id)` and `opened_result()`."""

    opened_item = Signal(str)
    opened_result = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("评分依据"), scrolls=True)
        self.pill = StarPill()
        self.why = Words("", "body", wrap=True)
        self.bars = TopicBars()
        self.none = Words(_("还没有失分"), "second", "muted")
        self._lost = QVBoxLayout()
        self._lost.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self.pill)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.why)
        self.body.addWidget(self.bars)
        self.body.addWidget(Words(_("失分最多"), "card"))
        self.body.addWidget(self.none)
        self.body.addLayout(self._lost)
        result = ActionButton(_("查看结果"), PRIMARY, "chart").stretch()
        result.clicked.connect(self._open_result)
        self.foot.addWidget(result)

    def show_rating(self, rating: Rating) -> None:
        """Open with a rating."""
        unrated = rating.state is State.UNRATED
        self.pill.show_star(*star_of(rating))
        self.why.show_text(rating.why)
        measures = [rating.readings[key] for key in rating.scheme.ideas]
        self.bars.show_topics(
            [
                (str(one.measure.title), None if one.value is None else float(one.value), rating.shown(one.measure.key))
                for one in measures
            ]
        )
        lost = [] if unrated else rating.lost()[:MOST]
        self.none.setVisible(not lost)
        while self._lost.count():
            held = self._lost.takeAt(0)
            old = held.widget() if held is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in lost:
            self._lost.addWidget(self._row(one))
        self.open_sheet()

    def _row(self, lost: LostPoint) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        link = LinkButton(f"{lost.item.id} {lost.item.ask}", chevron=False)
        link.clicked.connect(lambda: self._open_item(lost.item.id))
        line.addWidget(link)
        line.addStretch(1)
        line.addWidget(verdict_chip(lost.verdict))
        line.addWidget(Words(_("−{points} 分").format(points=truncated(lost.points, 2)), "code", "bad"))
        return row

    def _open_item(self, item: str) -> None:
        self.close_sheet()
        self.opened_item.emit(item)

    def _open_result(self) -> None:
        self.close_sheet()
        self.opened_result.emit()
