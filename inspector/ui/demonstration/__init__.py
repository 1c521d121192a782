"""The demonstration: the real window, walked through a whole inspection of a fictional hall."""

from inspector.ui.demonstration.story import demonstrate

__all__ = ["demonstrate"]
