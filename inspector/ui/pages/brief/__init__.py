"""Before a mystery visit: role, script, the comprehension check, the pocket card, and the way to the stopwatch."""

from inspector.ui.pages.brief.page import BriefPage

__all__ = ["BriefPage"]
