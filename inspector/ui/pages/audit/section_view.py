"""The centre of an audit: one section's cards, one of them open."""

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from inspector.form.form import Item, Section
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.ui.pages.audit.closed_card import ClosedCard
from inspector.ui.pages.audit.facts_card import FactsCard
from inspector.ui.pages.audit.item_card import ItemCard
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.audit.phrasing import gating_facts
from inspector.ui.pages.audit.stopwatches import Stopwatches
from inspector.ui.pages.audit.tallies import Tally
from inspector.ui.widgets.buttons import QUIET, ActionButton
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _

ALL, OPEN, FAILED = "all", "open", "failed"
MOST = 60
GAP, MOVE = 8, 160
SETTLING = 250  # ms in which a page that was hidden or a card that was dressed anew gets its height
BEFORE = 2


class SectionView(QWidget):
    """Shows a section around its open item; signals `opened(item id)` and `filtered()` are wishes of a person.

    Cards are made once and dressed anew; of a long section only the sixty around the open item exist.
    """

    opened = Signal(str)
    filtered = Signal()

    def __init__(self, watches: Stopwatches) -> None:
        super().__init__()
        self.section: Section | None = None
        self.inspection: Inspection | None = None
        self.current = ""
        self.card = ItemCard(watches)
        self.facts = FactsCard()
        self.cards: list[ClosedCard] = []
        self._by_item: dict[str, ClosedCard] = {}
        self._unasked_open = False
        self._make_head()
        self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.page, 1)

    def _make_head(self) -> None:
        self.title = OneLine("section")
        self.counts = OneLine("second", "muted")
        self.segments = Segments(_("筛选"))
        self.segments.picked.connect(lambda _key: self.filtered.emit())
        self._head = QHBoxLayout()
        self._head.setContentsMargins(24, 9, 24, 7)
        self._head.setSpacing(12)
        self._head.addWidget(self.title)
        self._head.addWidget(self.counts)
        self._head.addStretch(1)
        self._head.addWidget(self.segments)

    def _make_list(self) -> None:
        self.page = ScrollPage()
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        if ground := self.page.widget():
            ground.setAutoFillBackground(True)  # what is opaque is moved as it stands by scrolling, not painted anew
        self.list = self.page.body
        self.list.setContentsMargins(24, 0, 10, 16)
        self.list.setSpacing(GAP)
        self.earlier = ActionButton("", QUIET, "chevron-up").stretch()
        self.later = ActionButton("", QUIET, "chevron-down").stretch()
        self.unasked = ActionButton("", QUIET, "chevron-right").stretch()
        self.earlier.clicked.connect(lambda: self._page_by(-1))
        self.later.clicked.connect(lambda: self._page_by(1))
        self.unasked.clicked.connect(self._toggle_unasked)
        for widget in (self.facts, self.earlier, self.card, self.later, self.unasked):
            self.list.addWidget(widget)
        self.list.addStretch(1)
        self._move = QPropertyAnimation(self.page.verticalScrollBar(), b"value", self)
        self._move.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._at_once = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self.page.verticalScrollBar().rangeChanged.connect(self._follow)

    # Which items.

    def visible_items(self) -> list[Item]:
        """Return the asked items the filter lets through; the open one always stays."""
        inspection, section = self.inspection, self.section
        if inspection is None or section is None:
            return []
        asked = [item for item in section.items if inspection.asked(item.id)]
        view = self.segments.current()
        if view == OPEN:
            return [item for item in asked if inspection.verdict(item.id) is None or item.id == self.current]
        if view == FAILED:
            fail = Verdict.FAIL
            return [item for item in asked if inspection.verdict(item.id) is fail or item.id == self.current]
        return asked

    def neighbour(self, step: int) -> str | None:
        """Return the item before (-1) or after (1) the open one; None at the end of the section."""
        ids = [item.id for item in self.visible_items()]
        if self.current not in ids:
            return next(iter(ids), None)
        place = ids.index(self.current) + step
        return ids[place] if 0 <= place < len(ids) else None

    # Showing.

    def show_section(self, inspection: Inspection, section: Section, current: str, tally: Tally) -> None:
        """Show a section with one item open ("" for none)."""
        if self.section is None or section.key != self.section.key:
            self._unasked_open = False
            self.segments.show_current(ALL)
        self.inspection, self.section, self.current = inspection, section, current
        self.show_tally(tally)
        keys = gating_facts(inspection.form, section.items)
        facts = [fact for fact in inspection.form.facts if fact.key in keys]
        self.facts.show_facts(f"{inspection.id}/{section.key}", facts, inspection)
        self._show_cards()

    def forget(self) -> None:
        """Let go of the section shown: it is of another inspection."""
        self.inspection = self.section = None
        self.current = ""

    def show_tally(self, tally: Tally) -> None:
        """Show how far the section is."""
        if self.section is None:
            return
        self.title.show_text(str(self.section.title))
        failed = _("不符合 {n}").format(n=tally.failed)
        done = _("已答 {done} / {total}").format(done=tally.answered, total=tally.asked)
        self.counts.show_text(f"{done}　{failed}" if tally.failed else done)
        views = [
            View(ALL, _("全部")),
            View(OPEN, _("未答"), tally.asked - tally.answered),
            View(FAILED, _("不符合"), tally.failed),
        ]
        self.segments.show_views(views)

    def show_answer(self, inspection: Inspection, item: str) -> None:
        """Show one item anew."""
        self.inspection = inspection
        blank = inspection.form.items[item]
        if item == self.current:
            self.card.show_item(blank, inspection)
        elif item in self._by_item:
            self._by_item[item].show_item(blank, inspection)

    def _show_cards(self) -> None:
        inspection, section = self.inspection, self.section
        if inspection is None or section is None:
            return
        items = self.visible_items()
        window = self._window(items)
        unasked = [item for item in section.items if not inspection.asked(item.id)]
        tail = unasked[:MOST] if self._unasked_open else []
        self.setUpdatesEnabled(False)
        self._dress(window, tail, inspection)
        self._show_ends(items, window, len(unasked))
        self.setUpdatesEnabled(True)

    def _window(self, items: list[Item]) -> list[Item]:
        if len(items) <= MOST:
            return items
        ids = [item.id for item in items]
        place = ids.index(self.current) if self.current in ids else 0
        first = place // MOST * MOST
        return items[first : first + MOST]

    def _dress(self, window: Sequence[Item], tail: Sequence[Item], inspection: Inspection) -> None:
        closed = [item for item in window if item.id != self.current]
        while len(self.cards) < len(closed) + len(tail):
            card = ClosedCard()
            card.opened.connect(self.opened)
            self.cards.append(card)
        is_open = len(closed) < len(window)
        self.card.setVisible(is_open)
        self._by_item = {}
        for widget in (self.card, self.later, self.unasked, *self.cards):
            self.list.removeWidget(widget)
        pool = iter(self.cards)
        place = self.list.indexOf(self.earlier) + 1
        for item in window:
            if item.id == self.current:
                self.card.show_item(item, inspection)
                self.list.insertWidget(place, self.card)
            else:
                self._place(next(pool), place, item, inspection)
            place += 1
        self.list.insertWidget(place, self.later)
        self.list.insertWidget(place + 1, self.unasked)
        place += 2
        for item in tail:
            self._place(next(pool), place, item, inspection)
            place += 1
        for spare in pool:
            spare.hide()

    def _place(self, card: ClosedCard, place: int, item: Item, inspection: Inspection) -> None:
        card.show_item(item, inspection)
        self._by_item[item.id] = card
        self.list.insertWidget(place, card)
        card.show()

    def _show_ends(self, items: list[Item], window: list[Item], unasked: int) -> None:
        before = items.index(window[0]) if window else 0
        after = len(items) - before - len(window)
        self.earlier.setVisible(before > 0)
        self.earlier.show_text(_("前面还有 {n} 项").format(n=before))
        self.later.setVisible(after > 0)
        self.later.show_text(_("后面还有 {n} 项").format(n=after))
        self.unasked.setVisible(unasked > 0)
        self.unasked.show_text(_("未问 {n} 项（按厅情不适用）").format(n=unasked))
        self.unasked.show_icon("chevron-down" if self._unasked_open else "chevron-right")

    def _page_by(self, step: int) -> None:
        items = self.visible_items()
        ids = [item.id for item in items]
        window = self._window(items)
        place = ids.index(window[0].id) + (len(window) if step > 0 else -1)
        self.opened.emit(ids[place])

    def _toggle_unasked(self) -> None:
        self._unasked_open = not self._unasked_open
        self._show_cards()

    # Scrolling.

    def bring_into_view(self, *, at_once: bool = False) -> None:
        """Scroll the open card into place once it has its size, with earlier and later cards beside it."""
        self._at_once = at_once
        self._settling.start()
        QTimer.singleShot(0, self, lambda: self._scroll(at_once))

    def _follow(self) -> None:
        """Scroll anew where the cards found their heights only after the page had been scrolled."""
        if self._settling.isActive():
            QTimer.singleShot(0, self, lambda: self._scroll(self._at_once))

    def _scroll(self, at_once: bool) -> None:
        if self.card.isHidden():
            return
        bar = self.page.verticalScrollBar()
        self.list.activate()
        card, row = self.card.geometry(), GAP + (self.cards[0].sizeHint().height() if self.cards else 0)
        room = self.page.viewport().height() - card.height()
        before = min(BEFORE, max(0, room // row - 1))
        target = card.top() - before * row
        if self.neighbour(-1) is None:  # the first item shows the facts above it as far as there is room
            target = card.bottom() + GAP - self.page.viewport().height()
        target = max(0, min(target, bar.maximum()))
        if card.bottom() <= bar.value() + self.page.viewport().height() and card.top() >= bar.value() and not at_once:
            below = bar.value() + self.page.viewport().height() - card.bottom()
            if below >= min(room, row):
                return
        self._move.stop()
        if at_once or not self.isVisible() or not self._animated():
            bar.setValue(target)
            return
        self._move.setDuration(MOVE)
        self._move.setStartValue(bar.value())
        self._move.setEndValue(target)
        self._move.start()

    def _animated(self) -> bool:
        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
