"""总体: what is said of the whole inspection: 亮点, a general note, facts of the hall, who inspects."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Inspection
from inspector.ui.pages.audit.facts_card import FactsCard
from inspector.ui.widgets.card import Card, ScrollPage
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import Words
from inspector.wording import _, long_date


class OverallView(QWidget):
    """Signals `headed(key, text)` for highlights and note, `stated(fact, value)`, `staffed(inspectors)`."""

    headed = Signal(str, str)
    stated = Signal(str, object)
    staffed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Inspector, ...] = ()
        self.fields = {
            "highlights": NoteField(_("亮点"), _("值得推广的做法，一行一条")),
            "note": NoteField(_("总体说明"), _("检查经过、客流、天气等与判断有关的情况")),
        }
        self.facts = FactsCard(foldable=False)
        self.facts.stated.connect(self.stated)
        self.people = FlowRow(16)
        self.when = Words("", "second", "muted")
        self.page = ScrollPage()
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.page.body.setContentsMargins(24, 0, 10, 16)
        for key, title in (("highlights", _("亮点")), ("note", _("总体说明"))):
            self._add_note(key, title)
        self.page.body.addWidget(self.facts)
        self.who = Card(_("督查员"))
        self.who.body.addWidget(self.people)
        self.who.body.addWidget(self.when)
        self.page.body.addWidget(self.who)
        self.page.body.addStretch(1)
        head = Words(_("总体"), "section")
        head.setContentsMargins(24, 12, 24, 14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.page, 1)

    def _add_note(self, key: str, title: str) -> None:
        field = self.fields[key]
        field.setAcceptDrops(False)
        field.viewport().setAcceptDrops(False)
        field.edited.connect(lambda text: self.headed.emit(key, text))
        field.finished.connect(lambda text: self.headed.emit(key, text))
        card = Card(title)
        card.body.addWidget(field)
        self.page.body.addWidget(card)

    def show_inspection(self, inspection: Inspection, known: Sequence[Inspector]) -> None:
        """Show the whole as it stands; `known` are the inspectors of this laptop."""
        self.fields["highlights"].show_text(inspection.head.highlights)
        self.fields["note"].show_text(inspection.head.note)
        self.facts.show_facts(inspection.id, inspection.form.facts, inspection)
        began = inspection.started_at
        told = _("{day} {time} 开始").format(day=long_date(began.date()), time=f"{began:%H:%M}")
        declared = _("已声明无利害关系") if inspection.head.no_conflict else _("未作无利害关系声明")
        visit = inspection.head.visit
        self.who.show_title(_("暗访员") if visit else _("督查员"))
        self.people.setVisible(visit is None)  # who went there is known by code, and named nowhere
        self.when.show_text(" · ".join(part for part in (visit.shopper if visit else "", told, declared) if part))
        if visit is None:
            self._show_people(inspection.head.inspectors, known)

    def _show_people(self, chosen: tuple[Inspector, ...], known: Sequence[Inspector]) -> None:
        codes = {person.code for person in chosen}
        people = (*chosen, *(person for person in known if person.code not in codes))
        if people != self._people or not people:
            self._people = people
            marks: list[QWidget] = [self._mark(person) for person in people]
            self.people.show_widgets(marks or [Words(_("还没有登记督查员，可在设置里添加"), "second", "muted")])
        for mark, person in zip(self.people.widgets(), people, strict=False):
            if isinstance(mark, CheckMark):
                mark.show_ticked(person.code in codes)
        self._codes = codes

    def _mark(self, person: Inspector) -> CheckMark:
        mark = CheckMark(" ".join(word for word in (person.name, person.code) if word))
        mark.ticked.connect(lambda on: self._tick(person, on))
        return mark

    def _tick(self, person: Inspector, on: bool) -> None:
        codes = self._codes | {person.code} if on else self._codes - {person.code}
        self.staffed.emit(tuple(one for one in self._people if one.code in codes))

    def go_to(self, key: str) -> None:
        """Go to a note."""
        if key in self.fields:
            self.fields[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit_pending(self) -> None:
        """Tell at once what was typed, half-typed words included."""
        for field in self.fields.values():
            field.commit_pending()
