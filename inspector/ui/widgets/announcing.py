"""Saying aloud: screen readers are told of news that the eye would catch by itself."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget) -> None:
    """Let screen readers read out what a widget now says."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - their enums would delay the first window

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
