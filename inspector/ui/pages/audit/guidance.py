"""The panel beside the cards: how to judge, on what basis, within which limits, and what was found the last time."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.form.form import Basis, Item
from inspector.form.limits import Limit
from inspector.inspection.answer import Verdict
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Inspection
from inspector.ui.pages.audit.drawing import Drawing
from inspector.ui.pages.audit.evidence import EvidenceStrip
from inspector.ui.pages.audit.icon_mark import IconMark
from inspector.ui.pages.audit.phrasing import figure_words, value_words
from inspector.ui.pages.telling import kind_word
from inspector.ui.theme import theme
from inspector.ui.widgets.card import Hairline, Inset, ScrollPage
from inspector.ui.widgets.chips import NEUTRAL, Chip
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.thumbnails import Thumbnail
from inspector.ui.widgets.verdict_looks import LOOKS, verdict_chip, verdict_word
from inspector.wording import _, long_date

WIDTH, MARGIN, LOW_WINDOW = 336, 24, 640
TOP = Qt.AlignmentFlag.AlignTop
ROLES = ("pass", "outer", "benchmark")


def heading(icon: str, title: str) -> tuple[QHBoxLayout, Words]:
    """Return the head of a part of the panel and the label for what stands beside its title."""
    row = QHBoxLayout()
    row.setSpacing(8)
    beside = Words("", "caption", "muted")
    row.addWidget(IconMark(icon, "muted"))
    row.addWidget(Words(title, "strong"))
    row.addWidget(beside)
    row.addStretch(1)
    return row, beside


class _Rows(QVBoxLayout):
    """A column whose rows are made anew."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self.setSpacing(spacing)

    def show_rows(self, rows: Iterable[QWidget]) -> None:
        while self.count():
            held = self.takeAt(0)
            old = held.widget() if held is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for row in rows:
            self.addWidget(row)


def _judge_row(verdict: Verdict, text: str) -> QWidget:
    tone, icon, _key = LOOKS[verdict]
    row = QWidget()
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.addWidget(IconMark(icon, tone, 16), 0, 0)
    grid.addWidget(Words(verdict_word(verdict), "head", tone), 0, 1)
    grid.addWidget(Words(text, "second", wrap=True), 1, 1)
    grid.setColumnStretch(1, 1)
    return row


def _basis_row(standard: str, bases: Sequence[Basis]) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    clauses = "、".join(basis.clause for basis in bases if basis.clause and basis.clause_verified)
    chip = Chip(_("已核对"), "good", "check") if clauses else Chip(_("待核对"), "warn", "minus")
    if all(basis.confidence == "D" for basis in bases):
        chip = Chip(_("建议值"), NEUTRAL, "bulb")
    words = _("{standard} 第{clauses}条").format(standard=standard, clauses=clauses) if clauses else standard
    text = Words(words, "second", wrap=True)
    text.setContentsMargins(0, 2, 0, 0)
    line.addWidget(chip, 0, TOP)
    line.addWidget(text, 1)
    return row


def _basis_rows(item: Item) -> list[QWidget]:
    standards = dict.fromkeys(basis.standard for basis in item.basis)
    return [_basis_row(one, [basis for basis in item.basis if basis.standard == one]) for one in standards]


def _limit_row(title: str, limit: Limit) -> QWidget:
    sign = "≥" if limit.better == "more" else "≤"
    role = {"pass": _("合格"), "outer": _("部分"), "benchmark": _("标杆")}[limit.role]
    value = f"{role} {sign} {figure_words(limit.value, limit.unit)}"
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Words(f"{title}：{value}", "second", wrap=True))
    trust = {"S": _("有公开出处"), "K": _("原文待核"), "U": _("出处不确定"), "D": _("本系统建议")}
    source = " · ".join(word for word in (limit.source, trust.get(limit.confidence, "")) if word)
    column.addWidget(Words(source, "caption", "muted", wrap=True))
    return row


class Guidance(QWidget):
    """Shows what helps to judge one item; the evidence strip stays in sight at its foot."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("评判标准"))
        self.help = Words("", "second", wrap=True)
        self.drawing = Drawing()
        self._inset = Inset()
        self._judges, self._bases, self._limits = _Rows(6), _Rows(6), _Rows(6)
        self._inset.body.setContentsMargins(12, 8, 12, 8)
        self._inset.body.addLayout(self._judges)
        self._bases_head = Words(_("依据"), "caption", "muted")
        self._limits_head = Words(_("时限"), "caption", "muted")
        self._last_rule = Hairline()
        head, self._last_when = heading("history", _("上次"))
        self._last_box = Inset()
        self._last_rows = _Rows(4)
        self._last_box.body.addLayout(self._last_rows)
        self._last_head = QWidget()
        self._last_head.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self.evidence = EvidenceStrip()
        self._lay_out()

    def _lay_out(self) -> None:
        page = ScrollPage()
        self._body = page.body
        self._body.setContentsMargins(MARGIN, 16, MARGIN - 12, 12)
        self._body.setSpacing(10)
        head, _beside = heading("book", _("评判标准"))
        self._body.addLayout(head)
        above: tuple[QWidget, ...] = (self.help, self.drawing, self._inset, self._bases_head)
        for widget in above:
            self._body.addWidget(widget)
        self._body.addLayout(self._bases)
        self._body.addWidget(self._limits_head)
        self._body.addLayout(self._limits)
        last: tuple[QWidget, ...] = (self._last_rule, self._last_head, self._last_box)
        for widget in last:
            self._body.addWidget(widget)
        self._body.addStretch(1)
        page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(Hairline())
        column.addWidget(self.evidence)

    def show_item(self, item: Item, inspection: Inspection) -> None:
        """Show how to judge an item of this hall."""
        self.help.show_text(str(item.help))
        self.help.setVisible(bool(str(item.help)))
        self.drawing.show_drawing(item.drawing, _("{item} 的量法示意图").format(item=item.ask))
        order = (Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL)
        judged = [
            _judge_row(verdict, str(item.judge[verdict.value])) for verdict in order if verdict.value in item.judge
        ]
        self._judges.show_rows(judged)
        self._inset.setVisible(bool(judged))
        self._bases.show_rows(_basis_rows(item))
        self._bases_head.setVisible(bool(item.basis))
        limits = [_limit_row(title, limit) for title, limit in limits_of(item, inspection)]
        self._limits.show_rows(limits)
        self._limits_head.setVisible(bool(limits))

    def show_last(self, item: Item, last: LastTime | None, photo: QPixmap | None) -> None:
        """Show what was found here the last time, with its first photo."""
        verdict = last.verdict(item.id) if last else None
        shown = last is not None and verdict is not None
        for widget in (self._last_rule, self._last_head, self._last_box):
            widget.setVisible(shown)
        if last is None or verdict is None:
            return
        self._last_when.show_text(f"{long_date(last.day)} · {kind_word(last.kind)}")
        answer = last.answer(item.id)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(verdict_chip(verdict))
        for text, kind in ((value_words(item, answer), "strong"), (answer.note or answer.reason, "second")):
            if text:
                column.addWidget(Words(text, kind, wrap=True))
        column.addStretch(1)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        if photo is not None:
            line.addWidget(Thumbnail(photo, "", 104, removable=False), 0, TOP)
        line.addWidget(words, 1)
        self._last_rows.show_rows([row])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer in a low window."""
        super().resizeEvent(event)
        low = self.height() < LOW_WINDOW
        self._body.setSpacing(7 if low else 10)
        self.drawing.show_height(low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), theme.colour("surface"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.colour("line"))


def limits_of(item: Item, inspection: Inspection) -> list[tuple[str, Limit]]:
    """Return the limits that bind an item at this hall on this day, with their titles."""
    limits, hall = inspection.limits, inspection.hall
    found = []
    for key in dict.fromkeys(part.limit for part in item.parts if part.limit):
        for role in ROLES:
            if limit := limits.find(key, role, hall.operator, hall.area, inspection.day):
                found.append((str(limits.titles.get(key, key)), limit))
    return found
