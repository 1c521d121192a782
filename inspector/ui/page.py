"""What every screen has in common: the desk, the jobs, a way to go elsewhere and a way to tell trouble."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.ui.jobs import Jobs
from inspector.ui.widgets.input_method import GROUND

T = TypeVar("T")


class Tools(NamedTuple):
    """What pages are given."""

    desk: Desk
    jobs: Jobs


class Page(QWidget):
    """A screen. `go` asks for another one by name with an argument; `say` puts a banner beside the work.

    `say` carries tone (good, warn, bad, accent), sentence, the words of an action (or none) and what it does.
    """

    go = Signal(str, object)
    say = Signal(str, str, str, object)
    framed = True  # with the navigation rail beside it

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self.desk = tools.desk
        self.jobs = tools.jobs
        self.setProperty(GROUND, True)

    def enter(self, argument: Any) -> None:
        """Show the page anew, for the argument it was asked for with."""

    def leave(self) -> None:
        """Keep what is half typed, before another page shows or the window closes."""

    def key(self, _event: QKeyEvent) -> bool:
        """Act on a key that no field took; return whether it meant something here."""
        return False

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Do something that can go wrong in expected ways; trouble becomes a banner, and the result is None."""
        try:
            return act()
        except InspectorError as trouble:
            self.say.emit("bad", str(trouble), "", None)
            return None
