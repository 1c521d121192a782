"""规范改动的影响: two schemes side by side over everything that was inspected."""

from inspector.ui.pages.change.page import ChangePage

__all__ = ["ChangePage"]
