"""What the table of two inspectors says: percent and kappa with their meaning, and the table itself."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.rating.agreement import GATE, LEAST_FOR_INTERVAL, SCALE, UNDEFINED, WORDS, Agreement
from inspector.ui.pages.marks import IconLine
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted, Words
from inspector.ui.widgets.painting import CENTRE, LEFT, box, dot, start, words
from inspector.ui.widgets.verdict_looks import verdict_word
from inspector.wording import _, truncated

CELL, HEAD, SIDE = 40, 28, 88


class Matrix(Painted):
    """How many items got which pair of verdicts: rows the first inspector, columns the second; alike ones tinted."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[int, ...], ...] = ()
        self._names = ("", "")
        self.setSizePolicy(EXPANDING, FIXED)

    def show_table(self, rows: tuple[tuple[int, ...], ...], first: str, second: str) -> None:
        """Show a table of counts with the names of both."""
        self._rows, self._names = rows, (first, second)
        told = [
            _("{first}判{a}、{second}判{b}：{n} 项").format(
                first=first, a=verdict_word(a), second=second, b=verdict_word(b), n=n
            )
            for a, row in zip(SCALE, rows, strict=True)
            for b, n in zip(SCALE, row, strict=True)
            if n
        ]
        self.setAccessibleName("；".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Three rows under two rows of heads."""
        return QSize(320, theme.px(2 * HEAD + 3 * CELL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, heads and counts."""
        painter = QPainter(self)
        start(painter)
        side, head, cell = theme.px(SIDE), theme.px(HEAD), theme.px(CELL)
        wide = (self.width() - side) / len(SCALE)
        muted, first, second = theme.colour("muted"), *self._names
        words(painter, QRectF(0, head, side - 6, head), _("{name} ↓").format(name=first), muted, 12, MEDIUM, LEFT)
        named = QRectF(side, 0, self.width() - side, head)
        words(painter, named, _("{name} →").format(name=second), muted, 12, MEDIUM, CENTRE)
        for at, verdict in enumerate(SCALE):
            top = QRectF(side + at * wide, head, wide, head)
            words(painter, top, verdict_word(verdict), muted, 12, MEDIUM, CENTRE)
            left = QRectF(0, 2 * head + at * cell, side - 6, cell)
            words(painter, left, verdict_word(verdict), muted, 12, MEDIUM, LEFT)
        for at, row in enumerate(self._rows):
            for column, n in enumerate(row):
                area = QRectF(side + column * wide, 2 * head + at * cell, wide, cell).adjusted(2, 2, -2, -2)
                self._paint_cell(painter, area, n, abs(at - column))

    @staticmethod
    def _paint_cell(painter: QPainter, area: QRectF, n: int, apart: int) -> None:
        tone = ("good", "warn", "bad")[apart]
        box(painter, area, 6, theme.tint(tone) if n else theme.colour("sunken"))
        ink = theme.colour(tone if n else "muted")
        words(painter, area, str(n), ink, 15, BOLD if n else MEDIUM, CENTRE)


class Scale(Painted):
    """Where kappa lies between 0 and 1 with its interval, on the bands that have a word, and the gate."""

    TALL, BAR = 54, 10

    def __init__(self) -> None:
        super().__init__()
        self._found: Agreement | None = None
        self.setSizePolicy(EXPANDING, FIXED)

    def show_agreement(self, found: Agreement) -> None:
        """Show how far two people agree."""
        self._found = found
        self.setAccessibleName("，".join((found.word, found.kappa_shown, found.interval_shown)))
        self.update()

    def sizeHint(self) -> QSize:
        """A bar with its words below."""
        return QSize(320, theme.px(self.TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bands, words, gate, interval and kappa."""
        painter = QPainter(self)
        start(painter)
        ends = [last / 100 for last in WORDS]
        for low, high, word in zip([0.0, *ends[1:]], ends[1:], list(WORDS.values())[1:], strict=False):
            area = QRectF(self._x(low), 12, self._x(high) - self._x(low) - 2, self.BAR)
            box(painter, area, 3, theme.tint("good") if low >= float(GATE) else theme.colour("sunken"))
            named = QRectF(area.left() - 8, 26, area.width() + 16, self.height() - 26)
            current = self._found is not None and self._found.word == _(word)
            tone, weight = ("text", BOLD) if current else ("muted", MEDIUM)
            words(painter, named, _(word).removesuffix("一致"), theme.colour(tone), 12, weight, CENTRE)
        if self._found is not None and self._found.kappa is not None:
            self._paint_found(painter, self._found, float(self._found.kappa))

    def _x(self, value: float) -> float:
        return min(max(value, 0.0), 1.0) * (self.width() - 1)

    def _paint_found(self, painter: QPainter, found: Agreement, value: float) -> None:
        middle = 12 + self.BAR / 2
        if found.interval is not None:
            low, high = (self._x(float(end)) for end in found.interval)
            box(painter, QRectF(low, middle - 1.5, high - low, 3), 1.5, theme.colour("accent"))
        dot(painter, QPointF(min(max(self._x(value), 7), self.width() - 7), middle), 7, theme.colour("accent"))


class FiguresCard(Card):
    """Percent and kappa of two inspectors, what they mean, and the table behind them."""

    def __init__(self) -> None:
        super().__init__(padding=1)
        self.setAccessibleName(_("一致程度"))
        self.percent, self.kappa = Words("", "display"), Words("", "display")
        self.alike, self.interval = Words("", "second", "muted", wrap=True), Words("", "second", "muted", wrap=True)
        self.word = IconLine("info").strong()
        self.meaning = Words("", "second", "muted", wrap=True)
        self.scale, self.matrix = Scale(), Matrix()
        self.only = Words("", "second", "muted", wrap=True)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        sides = ((_("判得一样"), self.percent, self.alike), (_("Cohen κ（除去碰巧）"), self.kappa, self.interval))
        for caption, figure, below in sides:
            column = QVBoxLayout()
            column.setSpacing(0)
            for each in (Words(caption, "second", "muted"), figure, below):
                column.addWidget(each)
            column.addStretch(1)
            pair.addLayout(column, 1)
        ground = ScrollPage()
        ground.body.setContentsMargins(19, 19, 19, 19)
        ground.body.addLayout(pair)
        for one in (self.word, self.scale, self.meaning, Hairline(), self.matrix, self.only):
            ground.body.addWidget(one)
        ground.body.addStretch(1)
        self.body.addWidget(ground, 1)

    def show_agreement(self, found: Agreement, first: str, second: str) -> None:
        """Show how far two people agree."""
        self.percent.show_text(found.percent_shown)
        self.alike.show_text(_("{n} 项都判了，{alike} 项相同").format(n=found.n, alike=found.agreeing))
        self.kappa.show_text(found.kappa_shown)
        self.interval.show_text(_interval_words(found))
        icon, tone = {None: ("info", "muted"), True: ("check-circle", "good"), False: ("warning", "warn")}[
            found.meets_gate
        ]
        self.word.show_line(_gate_words(found), icon=icon, icon_tone=tone)
        self.scale.show_agreement(found)
        self.meaning.show_text(_meaning(found))
        self.matrix.show_table(found.rows, first, second)
        told = _("只有一人判了的不计：{first} {a} 项，{second} {b} 项（不适用、未能检查或没有问到）。")
        self.only.show_text(told.format(first=first, a=found.only_a, second=second, b=found.only_b))
        self.only.setVisible(bool(found.only_a or found.only_b))


def _interval_words(found: Agreement) -> str:
    if found.interval is not None:
        return _("95% 区间 {interval}").format(interval=found.interval_shown)
    if found.n < LEAST_FOR_INTERVAL:
        return _("不足 {n} 项，区间说明不了什么").format(n=LEAST_FOR_INTERVAL)
    return _("全部相同或全部不同，没有区间")


def _gate_words(found: Agreement) -> str:
    if found.meets_gate is None:
        return _("κ 无法计算")
    gate = truncated(GATE, 2)
    told = _("{word}，达到 {gate}") if found.meets_gate else _("{word}，没有达到 {gate}")
    return told.format(word=found.word, gate=gate)


def _meaning(found: Agreement) -> str:
    if found.meets_gate is None:
        if found.n == 0:
            return _("没有一项是两人都判了的。")
        return _("两人把所有项都判成同一种结论，看不出是一致还是碰巧（κ 记作 {dash}）。").format(dash=UNDEFINED)
    if found.meets_gate:
        unsure = found.interval is not None and found.interval[0] < GATE
        told = _("两人对标准的理解一致，可以各自独立检查。")
        more = _("但区间下端还低于 {gate}，多比几次才稳妥。").format(gate=truncated(GATE, 2))
        return told + more if unsure else told
    return _("先一起对照下面的分歧项统一尺度，再各查一次；在此之前，单人的结果要谨慎使用。")
