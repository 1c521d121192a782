"""Starting an inspection: which hall, what kind, which form, who, and without a conflict of interest."""

from inspector.ui.pages.start.page import StartPage

__all__ = ["StartPage"]
