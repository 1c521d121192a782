"""The first screen: what waits to be gone on with, what was rated lately, and whether a backup is due."""

from inspector.ui.pages.home.page import HomePage

__all__ = ["HomePage"]
