"""How the whole stands: counts in rail, top bar and section head, and the live star; they follow an answer shortly."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from inspector.form.form import Section
from inspector.inspection.register import crossings
from inspector.ui.pages.audit.tallies import Tally, tally

if TYPE_CHECKING:
    from inspector.ui.pages.audit.page import AuditPage

PAUSE = 30  # ms from an answer to the star that follows it: the card need not wait, and a burst is rated once


class Standing:
    """Counts sections as they are asked for and remembers what no answer has touched since.

    What is read here is never behind; only what the screen shows of it is, for as long as the pause lasts.
    """

    def __init__(self, page: "AuditPage") -> None:
        self.page = page
        self._tallies: dict[str, Tally] = {}
        self._pause = QTimer(page)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.show)

    @property
    def behind(self) -> bool:
        """Whether the screen is still to follow."""
        return self._pause.isActive()

    def tally(self, section: Section) -> Tally:
        """Return how far a section is."""
        if section.key not in self._tallies:
            self._tallies[section.key] = tally(self.page.inspection, section)
        return self._tallies[section.key]

    def touch(self, section: Section) -> None:
        """Take note of an answer in a section, which touches no other."""
        self._tallies.pop(section.key, None)
        self._follow()

    def touch_all(self) -> None:
        """Take note of a change that may touch every section."""
        self._tallies.clear()
        self._follow()

    def _follow(self) -> None:
        if not self.behind:  # a pause begun anew by every answer would let a long burst starve the star
            self._pause.start()

    def catch_up(self) -> None:
        """Show at once what was to follow."""
        if self.behind:
            self.show()

    def show(self) -> None:
        """Show counts and star as the answers stand."""
        self._pause.stop()
        page, frame = self.page, self.page.frame
        if page.inspecting is None:
            return
        whole = Tally()
        for section in page.inspection.form.sections:
            counted = self.tally(section)
            whole += counted
            frame.rail.show_tally(section.key, counted)
            if section is frame.section.section:
                frame.section.show_tally(counted)
        frame.rail.show_totals(whole, len(crossings(page.inspection)))
        frame.topbar.show_progress(whole.count)
        inspecting = page.inspecting
        if rating := page.attempt(lambda: inspecting.rating):
            frame.topbar.show_rating(rating)
