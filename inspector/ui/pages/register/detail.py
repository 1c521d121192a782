"""One finding of the register in full: what was seen, what was decided so far, and what can be decided now."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.hall import Inspector
from inspector.inspection.register import possible
from inspector.ui.pages.deciding import ACT_ICONS, Listed, act_word, decided_word, open_spec, status_spec
from inspector.ui.pages.kept_photo import kept_photo
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.register.act_form import ActForm
from inspector.ui.pages.register.model import day_of
from inspector.ui.pages.register.seen import Seen
from inspector.ui.pages.telling import minute_words
from inspector.ui.widgets.buttons import PRIMARY, SECONDARY, ActionButton, LinkButton
from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.chips import Chip, severity_spec
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import Words
from inspector.vault.vault import Vault
from inspector.wording import _

WIDTH = 382
ACTS = ("confirm", "reject", "close", "reopen")


class Decided(Protocol):
    """What somebody decided about a finding."""

    @property
    def act(self) -> str: ...
    @property
    def by(self) -> Inspector: ...
    @property
    def reason(self) -> str: ...
    @property
    def at(self) -> str: ...


class DecisionLine(QWidget):
    """A decision: what, by whom, when, and why."""

    def __init__(self, decision: Decided, now: datetime) -> None:
        super().__init__()
        title = _("{done}　{name}").format(done=decided_word(decision.act), name=decision.by.name)
        when = minute_words(datetime.fromisoformat(decision.at), now)
        line = IconLine(ACT_ICONS[decision.act], icon_tone="accent").strong()
        line.show_line(title)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(line, 1)
        head.addWidget(Words(when, "caption", "muted"))
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        reason = Words(decision.reason, "second", "muted", wrap=True)
        reason.setContentsMargins(24, 0, 0, 0)
        column.addWidget(reason)
        self.setAccessibleName("，".join((title, when, decision.reason)))


class RegisterDetail(Card):
    """A finding; signals `asked(act)` when a person wants to decide, `opened_result()` to see its inspection."""

    asked = Signal(str)
    opened_result = Signal()

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.vault = vault
        self.setFixedWidth(WIDTH)
        self._place, self._title = Words("", "code", "muted"), Words("", "item", wrap=True)
        self._source = Words("", "second", "muted", wrap=True)
        self._chips = {key: Chip() for key in ("severity", "status", "open")}
        self.result_button = LinkButton(_("看这次检查的结果"))
        self.result_button.clicked.connect(self.opened_result)
        self.photos = FlowRow()
        self._scroll = ScrollPage()
        self._scroll.body.setContentsMargins(20, 16, 16, 12)
        self._scroll.body.setSpacing(2)
        self._parts: dict[str, tuple[Words, Words]] = {}
        self._decisions = QVBoxLayout()
        self._decisions.setSpacing(2)
        self.form = ActForm()
        self.buttons = {act: ActionButton(act_word(act), SECONDARY, ACT_ICONS[act]).stretch() for act in ACTS}
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, act=act: self.asked.emit(act))
        self._fill_scroll()
        self.body.setSpacing(0)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._foot())

    def _fill_scroll(self) -> None:
        body, chips = self._scroll.body, QHBoxLayout()
        chips.setSpacing(8)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        body.addWidget(self._place)
        body.addWidget(self._title)
        body.addWidget(self._source)
        body.addSpacing(6)
        body.addLayout(chips)
        for key, caption in (("fact", _("所见")), ("criterion", _("评判标准")), ("remedy", _("整改要求"))):
            self._parts[key] = Words(caption, "caption", "muted"), Words("", "body", wrap=True)
            self._parts[key][0].setContentsMargins(0, 8, 0, 0)
            for each in self._parts[key]:
                body.addWidget(each)
            if key == "fact":
                body.addWidget(self.photos)
        link = QHBoxLayout()
        link.addStretch(1)
        link.addWidget(self.result_button)
        body.addLayout(link)
        body.addWidget(Hairline())
        history = Words(_("决定经过"), "caption", "muted")
        history.setContentsMargins(0, 8, 0, 0)
        body.addWidget(history)
        body.addLayout(self._decisions)
        body.addStretch(1)

    def _foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(20, 8, 16, 20)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self.buttons.values():
            row.addWidget(button)
        column.addWidget(self._row)
        column.addWidget(self.form)
        return foot

    # Showing.

    def show_finding(self, one: Listed, seen: Seen, decisions: Sequence[Decided], now: datetime) -> None:
        """Show a finding as it stands, with nothing asked."""
        self._place.show_text(f"{one.entry.item} · {seen.place}")
        self._title.show_text(seen.title)
        self._source.show_text(" · ".join((one.hall_name, _("编号 {n}").format(n=one.number), day_of(one))))
        self._chips["severity"].show_chip(*severity_spec(one.severity))
        self._chips["status"].show_chip(*status_spec(one.entry.status))
        chip = open_spec(one.entry)
        self._chips["open"].setVisible(chip is not None)
        self._chips["open"].show_chip(*(chip or ("", "", "")))
        for key, text in (("fact", seen.fact), ("criterion", seen.criterion), ("remedy", seen.remedy)):
            for each in self._parts[key]:
                each.setVisible(bool(text))
            self._parts[key][1].show_text(text)
        self.photos.show_widgets([kept_photo(photo, self.vault) for photo in seen.photos])
        self.photos.setVisible(bool(seen.photos))
        self._show_decisions(decisions, now)
        acts = possible(one.entry)
        for act, button in self.buttons.items():
            button.setVisible(act in acts)
            button.show_kind(PRIMARY if act == acts[0] and act != "reopen" else SECONDARY)
        self.setAccessibleName(f"{one.entry.item} {seen.title}")
        self.close_form()
        self._scroll.verticalScrollBar().setValue(0)

    def _show_decisions(self, decisions: Sequence[Decided], now: datetime) -> None:
        while (old := self._decisions.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        for decision in decisions:
            self._decisions.addWidget(DecisionLine(decision, now))
        if not decisions:
            self._decisions.addWidget(Words(_("还没有人作过决定。"), "body", "muted"))

    # Asking.

    def ask(self, act: str, people: Sequence[Inspector], took_part: frozenset[str], me: str) -> None:
        """Ask by whom and why, in place of the buttons."""
        self._row.hide()
        self.form.ask(act, people, took_part, me)

    def close_form(self) -> None:
        """Show the buttons again."""
        self.form.hide()
        self._row.show()

    def focus_first(self) -> None:
        """Bring the keyboard to the first thing to do."""
        first = next((button for button in self.buttons.values() if button.isVisible()), None)
        if first is not None:
            first.setFocus()
