"""评分依据: the way down from 100, what the next star asks for, the caps, and every lost point."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from inspector.rating.condition import SIGNS
from inspector.rating.path import Way
from inspector.rating.rate import Gate, Rating
from inspector.ui.pages.result.charts import next_level, whole
from inspector.ui.pages.result.lost_card import LostCard
from inspector.ui.pages.result.way_card import WayCard
from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.waterfall import Fall, Waterfall
from inspector.wording import _, truncated

ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def falls_of(rating: Rating) -> list[Fall]:
    """Return the steps of a rating as the waterfall takes them."""
    falls, before = [], 100.0
    for step in rating.steps():
        idea, topic = (str(rating.scheme.measures[key].title) for key in (step.idea, step.topic))
        after = float(step.running)
        falls.append(Fall(idea, topic, step.lost, step.running, before, after))
        before = after
    return falls


def line_of(rating: Rating) -> tuple[str, float] | None:
    """Return the total that the next star needs, with how much is missing of it."""
    gate = next((gate for gate in rating.gates if gate.measure == rating.scheme.total), None)
    level = next_level(rating)
    if gate is None or level is None:
        return None
    words = _("{level}线 {least}").format(level=level.label, least=whole(gate.figure))
    return (words if gate.passed else f"{words}，{short_words(gate)}"), float(gate.figure)


def short_words(gate: Gate) -> str:
    """Return by how much a gate is missed, as the difference of printed figures."""
    return _("差 {short}").format(short=truncated(Fraction(truncated(gate.figure)) - Fraction(truncated(gate.value))))


class TraceView(QWidget):
    """The whole trace of a rating; signal `wanted(str)` with the item of a lost point a person pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fall_card, self.waterfall = Card(_("从 100 到总分"), " ", padding=16), Waterfall()
        self.fall_card.body.addWidget(self.waterfall)
        self.gate_card = Card(_("下一星的要求"), " ", padding=16)
        self.cap_card = Card(_("封顶与否决"), padding=16)
        self.idea_card = Card(_("理念得分率"), "%", padding=16)
        self.way_card = WayCard()
        self.way_card.wanted.connect(self.wanted)
        self.lost_card = LostCard()
        self.lost_card.wanted.connect(self.wanted)
        scroll = ScrollPage()
        scroll.body.setSpacing(16)
        for card in (self.fall_card, self.gate_card, self.way_card, self.cap_card, self.idea_card):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(scroll, 10)
        row.addWidget(self.lost_card, 12)

    def show_ways(self, fewest: Way, quickest: Way) -> None:
        """Show what it would take to reach the next star."""
        self.way_card.show_ways(fewest, quickest)

    def show_rating(self, rating: Rating, *, draft: bool) -> None:
        """Show the trace of a rating."""
        value = rating.total
        self.fall_card.show_count(_("总分 {total}").format(total=rating.total_shown) if value is not None else "")
        self.waterfall.show_falls(
            falls_of(rating), rating.total_shown, 100.0 if value is None else float(value), line_of(rating)
        )
        self.fall_card.setVisible(value is not None)
        self._show_gates(rating)
        self._show_caps(rating)
        self._show_ideas(rating)
        self.lost_card.show_lost(rating, draft)

    def _show_gates(self, rating: Rating) -> None:
        level, gates = next_level(rating), rating.gates
        _clear(self.gate_card)
        self.gate_card.show_count(str(level.label) if level and gates else "")
        if not gates:
            words = _("得分已是最高一级，没有再上一级的要求。") if level else rating.why
            self.gate_card.body.addWidget(Words(words, "body", "muted", wrap=True))
            return
        grid = _grid(self.gate_card, (_("指标"), _("需要"), _("现在"), ""))
        for row, gate in enumerate(gates, 2):
            self._add_gate(grid, row, gate)

    @staticmethod
    def _add_gate(grid: QGridLayout, row: int, gate: Gate) -> None:
        grid.addWidget(Words(str(gate.title), "body"), row, 0)
        grid.addWidget(Words(f"{SIGNS[gate.word]} {whole(gate.figure)}", "body", "muted"), row, 1, ALIGN_RIGHT)
        grid.addWidget(Words(truncated(gate.value), "strong", "text" if gate.passed else "bad"), row, 2, ALIGN_RIGHT)
        chip = Chip(_("达到"), "good", "check") if gate.passed else Chip(short_words(gate), "bad", "cross")
        grid.addWidget(chip, row, 3, ALIGN_LEFT)

    def _show_caps(self, rating: Rating) -> None:
        _clear(self.cap_card)
        lines = [
            _("封顶{level}：{why}").format(level=rating.scheme.level(cap.to or 0).label, why=cap.why)
            for cap in rating.caps
        ]
        lines.append(rating.why)
        for line in lines if rating.caps or rating.level is None else [_("没有封顶，星级由得分和理念下限决定。")]:
            self.cap_card.body.addWidget(Words(line, "body", wrap=True))

    def _show_ideas(self, rating: Rating) -> None:
        _clear(self.idea_card)
        mix = rating.scheme.measures[rating.scheme.total].mix or {}
        grid = _grid(self.idea_card, (_("理念"), _("占比"), _("得分权重"), _("适用权重"), _("得分率")))
        for row, key in enumerate(rating.scheme.ideas, 2):
            reading = rating.readings[key]
            figures = (str(mix.get(key, "–")), truncated(reading.earned), str(reading.base), rating.shown(key))
            grid.addWidget(Words(str(reading.measure.title), "body"), row, 0)
            for column, figure in enumerate(figures, 1):
                kind = "strong" if column == len(figures) else "body"
                grid.addWidget(Words(figure, kind), row, column, ALIGN_RIGHT)


def _grid(card: Card, heads: tuple[str, ...]) -> QGridLayout:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for column, head in enumerate(heads):
        grid.addWidget(Words(head, "head", "muted"), 0, column, ALIGN_RIGHT if column else ALIGN_LEFT)
    grid.addWidget(Hairline("edge"), 1, 0, 1, len(heads))
    card.body.addWidget(holder)
    return grid


def _clear(card: Card) -> None:
    while (old := card.body.takeAt(0)) is not None:
        if widget := old.widget():
            widget.hide()
            widget.deleteLater()
