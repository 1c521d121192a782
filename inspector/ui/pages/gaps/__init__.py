"""What is missing before leaving the hall, with a way to each of it."""

from inspector.ui.pages.gaps.page import GapsPage

__all__ = ["GapsPage"]
