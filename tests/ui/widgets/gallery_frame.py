"""The frame of the gallery: its window, and an ear for signals."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QWidget


@dataclass
class Gallery:
    """The gallery's window and the signals its setters could have sent."""

    window: QWidget
    emitted: list[str] = field(default_factory=list)

    def watch(self, widget: QWidget, *names: str) -> None:
        for name in names:
            getattr(widget, name).connect(self._noter(f"{type(widget).__name__}.{name}"))

    def _noter(self, said: str) -> Callable[..., None]:
        def note(*_values: object) -> None:
            self.emitted.append(said)

        return note


def row_of(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row
