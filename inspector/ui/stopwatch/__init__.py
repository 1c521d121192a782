"""The small plain window that takes the moments of a visit."""

from inspector.ui.stopwatch.window import StopwatchWindow

__all__ = ["StopwatchWindow"]
