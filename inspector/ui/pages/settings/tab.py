"""What every tab of the settings has in common."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.page import Page
from inspector.ui.widgets.painted import EXPANDING


class Tab(QWidget):
    """A tab of a page: it asks the page's desk and jobs, and tells through the page."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__()
        self.page = page
        self.desk = page.desk
        self.mark = mark
        self.setSizePolicy(EXPANDING, EXPANDING)

    def show_all(self) -> None:
        """Show everything as it stands now."""

    def leave(self) -> None:
        """Keep what is half typed."""

    def put_away(self) -> None:
        """Close what is open over the page, before another tab shows."""

    def key(self, _event: QKeyEvent) -> bool:
        """Act on a key that no field took; return whether it meant something here."""
        return False

    def keep(self, key: str, new: str) -> None:
        """Change a setting, where it changes, and say that it is saved."""
        if self.desk.setting(key) != new:
            self.did(lambda: self.desk.set(key, new))

    def did(self, act: Callable[[], Any]) -> bool:
        """Write something and say that it is saved; return False where trouble was told instead."""

        def whole() -> bool:
            act()
            return True

        well = bool(self.page.attempt(whole))
        if well:
            self.mark()
        return well

    def tell(self, tone: str, sentence: str, action: str = "", act: Callable[[], Any] | None = None) -> None:
        """Put a banner beside the work."""
        self.page.say.emit(tone, sentence, action, act)
