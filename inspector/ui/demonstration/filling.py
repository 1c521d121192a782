"""Answering item after item on the audit page with the keyboard, as somebody does who found what was found."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from inspector.ui.demonstration.plan import SHOWN, Found

if TYPE_CHECKING:
    from inspector.ui.demonstration.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier
SECONDS_AN_ITEM = 45


class Filling:
    """Fills the inspection that is open on the story's audit page; what was judged already keeps its verdict."""

    def __init__(self, story: "Story", found: Found) -> None:
        self.story = story
        self.hand = story.hand
        self.page = story.page
        self.found = found

    def fill(self, until: str = "") -> None:
        """Answer up to an item or to the end."""
        for item in self._walk():
            if item == until:
                return
            self.story.clock.forward(SECONDS_AN_ITEM)
            self._answer(item)

    def _walk(self) -> Iterator[str]:
        seen: set[str] = set()
        while (item := self.page.item) and item not in seen:
            seen.add(item)
            yield item
            if self.page.item == item:
                self.hand.key(Qt.Key.Key_Down)

    def _answer(self, item: str) -> None:
        found, judged = self.found, self.page.inspection.verdict(item) is not None
        if item in found.failed:
            self._fail(item, judged=judged)
        elif judged:
            return
        elif item in found.partly and self.page.inspection.form.items[item].allows_partly:
            self.page.setFocus()
            self.hand.key(Qt.Key.Key_2)
            self._note(item, found.partly[item])
        elif item in found.left_out:
            self.hand.key(Qt.Key.Key_0)
            self.hand.words(found.left_out[item])
            self.hand.key(Qt.Key.Key_Return)
        else:
            self._paste(found.proofs.get(item, ""))
            self.hand.key(Qt.Key.Key_1)

    def _fail(self, item: str, *, judged: bool) -> None:
        seen = self.found.failed[item]
        if not judged:
            self.hand.key(Qt.Key.Key_3)
        self._note(item, seen.note)
        for tick in seen.ticks:
            self.hand.press(tick)
        self._paste(seen.scene)
        if item in SHOWN:
            self.story.shoot(f"04-audit-finding-{item}")

    def _paste(self, scene: str) -> None:
        if scene:
            QGuiApplication.clipboard().setImage(QImage(str(self.story.photos[scene])))
            self.page.setFocus()
            self.hand.key(Qt.Key.Key_V, CONTROL)

    def _note(self, item: str, words: str) -> None:
        if not words:
            return
        if self.page.item != item:
            self.page.open_item(item)
        self.hand.key(Qt.Key.Key_N)
        self.hand.words(words)
        self.hand.key(Qt.Key.Key_Escape)
