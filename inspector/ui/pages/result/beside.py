"""What stands beside the findings: vetoes and caps, what was left out, and what changed since last time."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from inspector.actions.inspecting import Inspecting
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry, crossings, fatals, majors, status_of
from inspector.rating.rate import Rating
from inspector.rating.scheme import Cap, Scheme
from inspector.ui.icons import draw_icon
from inspector.ui.pages.deciding import status_spec
from inspector.ui.pages.rated_star import day_words
from inspector.ui.pages.result.comparing import Comparison, Moved, compare
from inspector.ui.pages.telling import kind_word
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.buttons import LinkButton
from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.chips import Chip, Spec
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted, Words
from inspector.ui.widgets.painting import RIGHT, words
from inspector.wording import _

MOST_MOVED = 3
MOST_NAMED = 6


class Line(QWidget):
    """A title with a muted second line, and a chip at the right."""

    def __init__(self, title: str, second: str, chip: Spec | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        column.setSpacing(0)
        column.addWidget(Words(title, "strong", wrap=True))
        if second:
            column.addWidget(Words(second, "caption", "muted", wrap=True))
        row.addLayout(column, 1)
        if chip:
            row.addWidget(Chip(*chip), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName("，".join([title, second, *([chip[0]] if chip else [])]))


class Change(Painted):
    """A figure then and now, with an arrow for the direction and the printed difference."""

    def __init__(self, moved: Moved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moved = moved
        self.setAccessibleName(f"{moved.title} {moved.then} → {moved.now}，{moved.printed}")
        self.setSizePolicy(EXPANDING, FIXED)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint title, both figures, arrow and difference."""
        painter, moved = QPainter(self), self._moved
        rect = QRectF(self.rect())
        better = moved.by > 0
        tone = ("good" if better else "bad") if moved.by else "muted"
        words(painter, rect, moved.title, theme.colour("text"), 13)
        tail = theme.px(56)
        figures = f"{moved.then} → {moved.now}"
        words(painter, rect.adjusted(0, 0, -tail - 12, 0), figures, theme.colour("muted"), 13, align=RIGHT)
        words(painter, rect, moved.printed, theme.colour(tone), 13, MEDIUM, RIGHT)
        icon = ("arrow-up" if better else "arrow-down") if moved.by else "minus"
        draw_icon(painter, icon, tone, rect.right() - tail, rect.center().y() - 7, 14)


class Section(QWidget):
    """A titled part of the card, with a rule above all but the first."""

    def __init__(self, title: str, ruled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if ruled:
            column.addWidget(Hairline())
            column.addSpacing(4)
        self._note = Words("", "second", "muted")
        head.setSpacing(8)
        head.addWidget(Words(title, "card"))
        head.addWidget(self._note)
        head.addStretch(1)
        column.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column.addLayout(self._lines)

    def show_lines(self, lines: list[QWidget], note: str = "") -> None:
        """Show these lines, and a note beside the title."""
        self._note.show_text(note)
        empty(self._lines)
        for line in lines:
            self._lines.addWidget(line)


class Beside(Card):
    """The right column of the result; signal `register_wanted()` when a person goes to the register of findings."""

    register_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.setAccessibleName(_("红线、比较与不适用"))
        scroll = ScrollPage()
        scroll.body.setContentsMargins(16, 4, 16, 4)
        self.body.setContentsMargins(1, 8, 1, 8)
        self.body.addWidget(scroll)
        self.vetoes = Section(_("红线与封顶"), ruled=False)
        self.change = Section(_("与上次比较"), ruled=True)
        self.left_out = Section(_("不适用与全基数"), ruled=True)
        self.register_button = LinkButton(_("到问题台账核实、销号"))
        self.register_button.clicked.connect(self.register_wanted)
        link = QHBoxLayout()
        link.addStretch(1)
        link.addWidget(self.register_button)
        scroll.body.addWidget(self.vetoes)
        scroll.body.addLayout(link)
        for section in (self.change, self.left_out):
            scroll.body.addWidget(section)
        scroll.body.addStretch(1)

    def show_result(self, inspecting: Inspecting, last: LastTime | None) -> None:
        """Show what bears on a result."""
        inspection, rating = inspecting.inspection, inspecting.rating
        entries = tuple(inspecting.register())
        self.vetoes.show_lines(
            [*_veto_lines(inspection, entries), *_cap_lines(inspection, rating)]
            or [Words(_("没有触及红线，没有封顶。"), "body", "muted", wrap=True)]
        )
        listed = inspection.finished and bool(fatals(inspection) or majors(inspection))
        self.register_button.setVisible(listed)
        self.left_out.show_lines(_left_out_lines(rating))
        self.change.setVisible(last is not None)
        if last is not None:
            day = day_words(last.day, inspection.day)
            lines = _change_lines(compare(rating, inspection, last))
            self.change.show_lines(lines, f"{day} {kind_word(last.kind)}")


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (old := layout.takeAt(0)) is not None:
        if widget := old.widget():
            widget.hide()
            widget.deleteLater()


def _veto_lines(inspection: Inspection, entries: tuple[Entry, ...]) -> list[QWidget]:
    crossed = crossings(inspection)
    by_line = {one.line.id: one for one in crossed}
    lines: list[QWidget] = []
    for id_ in fatals(inspection):
        item = inspection.form.items.get(id_)
        title = str(item.ask) if item else str(by_line[id_].line.ask)
        note = inspection.answer(id_).note or (by_line[id_].note if id_ in by_line else "")
        through = [one.line.id for one in crossed if id_ in one.items]
        causes = by_line[id_].items if id_ in by_line else ()
        told = [
            _("触及 {lines}").format(lines="、".join(through)) if through else "",
            _("由 {items} 得出").format(items="、".join(causes)) if causes else "",
            note,
        ]
        status = status_of(entries, inspection.id, id_).status
        lines.append(Line(f"{id_} {title}", "；".join(part for part in told if part), status_spec(status)))
    return lines


def _cap_lines(inspection: Inspection, rating: Rating) -> list[QWidget]:
    lines: list[QWidget] = []
    named, lowest = _named(majors(inspection)), min((cap.to or 0 for cap in rating.caps), default=0)
    for cap in sorted(rating.caps, key=lambda cap: cap.to or 0):
        words = _("封顶{level}").format(level=rating.scheme.level(cap.to or 0).label)
        why = str(cap.why)
        if named and _counts_majors(cap, rating.scheme):
            why, named = _("{why}：{items}").format(why=why, items=named), ""
        lines.append(Line(words, why, (_("生效"), "warn", "lock") if (cap.to or 0) == lowest else None))
    return lines


def _counts_majors(cap: Cap, scheme: Scheme) -> bool:
    counted = [scheme.measures[key].count or {} for condition in cap.when for key in condition.measures]
    return any(wanted.get("severity") == "major" for wanted in counted)


def _left_out_lines(rating: Rating) -> list[QWidget]:
    counts = rating.counts
    told = _("不适用 {na} 项 · 未能检查 {unchecked} 项 · 厅情未问 {not_asked} 项").format(
        na=counts["na"], unchecked=counts["unchecked"], not_asked=counts["not_asked"]
    )
    lines: list[QWidget] = [Words(told, "body", wrap=True)]
    if rating.full_base is not None:
        full = _("全基数得分 {full}：把不适用和未能检查按零分计入，只作参考，不用于定级。").format(
            full=rating.full_base_shown
        )
        lines.append(Words(full, "caption", "muted", wrap=True))
    return lines


def _change_lines(comparison: Comparison) -> list[QWidget]:
    lines: list[QWidget] = []
    if comparison.total:
        lines.append(Change(comparison.total))
    lines.extend(Change(moved) for moved in comparison.topics[:MOST_MOVED])
    for sentence, items in (
        (_("重复问题 {n} 项：{items}"), comparison.again),
        (_("已改好 {n} 项：{items}"), comparison.mended),
    ):
        if items:
            told = sentence.format(n=len(items), items=_named(list(items)))
            lines.append(Words(told, "caption", "muted", wrap=True))
    return lines or [Words(_("没有可比的数据。"), "body", "muted")]


def _named(items: list[str]) -> str:
    return "、".join(items[:MOST_NAMED]) + (_(" 等") if len(items) > MOST_NAMED else "")
