"""Keys into acts: single keys while no field has the focus, the same keys with Ctrl always."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from inspector.inspection.answer import Verdict
from inspector.ui.pages.audit import keys
from inspector.ui.pages.audit.closed_card import ClosedCard
from inspector.ui.pages.audit.photos import sources_of
from inspector.ui.pages.audit.rail import RED_LINES
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.ui.pages.audit.page import AuditPage

FIELDS = (QLineEdit, QPlainTextEdit)


class Commands:
    """Decides what a key does on the page as it is now."""

    def __init__(self, page: "AuditPage") -> None:
        self.page = page
        self.frame, acts = page.frame, page.acts
        self._everywhere: dict[str, Callable[[], object]] = {
            keys.NEXT: lambda: page.step(1),
            keys.PREVIOUS: lambda: page.step(-1),
            keys.SECTION: page.step_section,
            keys.SEARCH: self._search,
            keys.GAPS: acts.gaps,
            keys.HISTORY: acts.show_history,
            keys.SHEET: self.frame.shortcuts.open_sheet,
            keys.UNDO: acts.undo,
            keys.REDO: acts.redo,
        }
        self._at_item: dict[str, Callable[[], object]] = {
            keys.CLEAR: lambda: acts.judge(None),
            keys.NOTE: self.frame.section.card.open_note,
            keys.PHOTO: acts.choose_photos,
            keys.FLAG: acts.flag,
            keys.TIMER: acts.toggle_timer,
            keys.PASTE: acts.paste,
        }

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key; False lets it go its ordinary way."""
        if not self.frame.search.isHidden():
            return self.frame.search.take_key(event)
        if sheet := self.frame.sheet:
            if event.key() == Qt.Key.Key_Escape:
                sheet.close_button.click()
            return event.key() == Qt.Key.Key_Escape
        wish = keys.meaning(event)
        if wish is None or self._belongs_to_field(event, wish):
            return False
        if isinstance(wish, Verdict):
            return self._judge(wish, event)
        if wish == keys.ENTER_CARD:
            return self._enter_card()
        act = self._everywhere.get(wish) or (self._at_item.get(wish) if self.page.item else None)
        if act is None:
            return False
        act()
        return True

    def _belongs_to_field(self, event: QKeyEvent, wish: str | Verdict) -> bool:
        """Return whether a field with the focus takes the key: all without Ctrl, and pasting of text."""
        if not isinstance(QApplication.focusWidget(), FIELDS):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        if wish != keys.PASTE:
            return False
        mime = QGuiApplication.clipboard().mimeData()
        return (mime.hasText() and not mime.hasUrls()) or not sources_of(mime, "")

    def _judge(self, verdict: Verdict, event: QKeyEvent) -> bool:
        if not self.page.item or event.isAutoRepeat():
            return False
        blank = self.page.inspection.form.items[self.page.item]
        if verdict is Verdict.PARTLY and not blank.allows_partly:
            self.frame.foot.show_notice(_("{item} 没有“部分符合”").format(item=blank.id))
        else:
            self.page.acts.judge(verdict)
        return True

    def _enter_card(self) -> bool:
        focus = QApplication.focusWidget()
        outside = focus is None or focus is self.page or focus is self.page.window() or isinstance(focus, ClosedCard)
        if not outside:
            return False
        if self.page.item:
            self.frame.section.card.focus_first()
        else:
            shown = self.frame.red_lines if self.page.place == RED_LINES else self.frame.overall
            stops = [each for each in shown.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _search(self) -> None:
        if self.page.commit():
            self.frame.search.open_panel(self.page.inspection)
