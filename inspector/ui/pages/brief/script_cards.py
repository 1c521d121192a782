"""What a person reads before going: who one is, the steps, what never to do, what to bring and to bring back."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.form.form import Fact
from inspector.form.form import Words as FormWords
from inspector.form.scenario import Scenario
from inspector.inspection.inspection import Inspection
from inspector.inspection.mark_names import mark_name
from inspector.inspection.script import Line, open_facts, script, to_bring_back
from inspector.ui.icons import pixmap
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import KeyCap
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _, language

CODE, ICON = 40, 16
UNKNOWN, YES, NO = "unknown", "yes", "no"
TOP = Qt.AlignmentFlag.AlignTop


def emptied(card: Card) -> None:
    """Take everything out of a card."""
    while (old := card.body.takeAt(0)) is not None:
        if widget := old.widget():
            widget.hide()
            widget.deleteLater()


class RoleCard(Card):
    """Who one is and why one goes."""

    def __init__(self) -> None:
        super().__init__(_("你是谁"))
        self.role, self.why = Words("", "name", wrap=True), Words("", "body", "muted", wrap=True)
        self.body.addWidget(self.role)
        self.body.addWidget(self.why)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show a scenario's role and brief."""
        self.role.show_text(scenario.role.into(language()))
        self.why.show_text(scenario.brief.into(language()))


class StepRow(QWidget):
    """A step: the moment taken with it, if any, and what to do."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(_code(line.at), 0, TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        if line.only_if:
            words.addWidget(Words(line.only_if, "caption", "muted", wrap=True))
        words.addWidget(Words(line.do.into(language()), "body", wrap=True))
        row.addLayout(words, 1)


def _code(mark: str) -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(theme.px(CODE))
    inside = QHBoxLayout(holder)
    inside.setContentsMargins(0, 0, 0, 0)
    if mark:
        cap = KeyCap(mark)
        cap.setToolTip(mark_name(mark))
        inside.addWidget(cap, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        inside.addWidget(Words("·", "strong", "muted"), 0, Qt.AlignmentFlag.AlignHCenter)
    return holder


class ScriptCard(Card):
    """The steps for this hall; signal `stated(key, value)` when a person said what they depend on."""

    stated = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("一步一步"), " ")
        self.facts: dict[str, Segments] = {}

    def show_script(self, inspection: Inspection) -> None:
        """Show the steps that apply."""
        emptied(self)
        lines = script(inspection)
        marks = len({line.at for line in lines if line.at})
        self.show_count(_("{n} 步，{marks} 个时刻").format(n=len(lines), marks=marks))
        wanted = open_facts(inspection)
        self.facts = {}
        for fact in (fact for fact in inspection.form.facts if fact.key in wanted):
            self.body.addWidget(self._question(fact, inspection.facts))
        for line in lines:
            self.body.addWidget(StepRow(line))

    def _question(self, fact: Fact, known: Mapping[str, bool]) -> QWidget:
        holder, asked = QWidget(), fact.ask.into(language())
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 4)
        answer = Segments(asked)
        answer.show_views([View(UNKNOWN, _("未定")), View(YES, _("是")), View(NO, _("否"))])
        answer.show_current({True: YES, False: NO}.get(known[fact.key], UNKNOWN) if fact.key in known else UNKNOWN)
        meaning = {YES: True, NO: False, UNKNOWN: None}
        answer.picked.connect(lambda key: self.stated.emit(fact.key, meaning[key]))
        self.facts[fact.key] = answer
        row.addWidget(Words(asked, "strong", wrap=True), 1)
        row.addWidget(answer)
        holder.setToolTip(fact.help.into(language()))
        return holder


class ListCard(Card):
    """A short list with an icon before each entry."""

    def __init__(self, title: str, icon: str, tone: str) -> None:
        super().__init__(title)
        self._icon, self._tone = icon, tone

    def show_entries(self, entries: Iterable[str]) -> None:
        """Show these entries; a card without any hides."""
        emptied(self)
        told = [entry for entry in entries if entry]
        for entry in told:
            row_holder = QWidget()
            row = QHBoxLayout(row_holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(self._mark(), 0, TOP)
            row.addWidget(Words(entry, "body", wrap=True), 1)
            self.body.addWidget(row_holder)
        self.setVisible(bool(told))

    def _mark(self) -> QLabel:
        mark = QLabel()
        mark.setFixedSize(ICON, theme.px(21))
        mark.setPixmap(pixmap(self._icon, self._tone, ICON, self.devicePixelRatioF()))
        return mark


class ScriptCards(QWidget):
    """All of it, one card below the other; signal `stated(key, value)`."""

    stated = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.role, self.script = RoleCard(), ScriptCard()
        self.never = ListCard(_("绝不做"), "ban", "bad")
        self.bring = ListCard(_("带上"), "box", "accent")
        self.back = ListCard(_("取回凭证"), "check-circle", "good")
        self.note = ListCard(_("另外"), "info", "muted")
        self.script.stated.connect(self.stated)
        whole, pair, beside = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        pair.setSpacing(16)
        beside.setSpacing(16)
        whole.addWidget(self.role)
        whole.addWidget(self.script)
        pair.addWidget(self.never, 1, TOP)
        beside.addWidget(self.bring)
        beside.addWidget(self.back)
        beside.addStretch(1)
        pair.addLayout(beside, 1)
        whole.addLayout(pair)
        whole.addWidget(self.note)
        whole.addStretch(1)

    def show_visit(self, inspection: Inspection, scenario: Scenario) -> None:
        """Show what applies to a visit."""
        form = inspection.form
        self.role.show_scenario(scenario)
        self.script.show_script(inspection)
        self.never.show_entries(_said(scenario.never))
        self.bring.show_entries(_said(scenario.bring))
        proof, place = (_said(to_bring_back(form, items)) for items in (scenario.proof, scenario.place))
        self.back.show_entries(
            (
                _("至少一样：{what}").format(what=_("、").join(proof)) if proof else "",
                _("认营业厅：{what}").format(what=_("或").join(place)) if place else "",
            )
        )
        self.note.show_entries([scenario.note.into(language())])


def _said(texts: Iterable[FormWords]) -> list[str]:
    return [text.into(language()) for text in texts]
