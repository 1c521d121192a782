"""Reading what the list shows of scenarios: at once what was read before, else one file a turn."""

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.actions.shelf import Shelf
from inspector.errors import InspectorError
from inspector.form.scenario import Synopsis


class ScenarioReading(QObject):
    """The scenarios known so far; signals `told()` at the beginning and the end, `failed(sentence)` for one unreadable.

    No window waits for it: the first time the program sees them, reading all takes a tenth of a second.
    """

    told = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.known: dict[str, Synopsis] = {}
        self._unread: list[str] = []
        self._shelf: Shelf | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_next)

    @property
    def under_way(self) -> bool:
        """Whether some are still to be read."""
        return self._timer.isActive()

    def begin(self, shelf: Shelf) -> None:
        """Take what is known, and go on with the rest while the window stands."""
        self._shelf = shelf
        found = {name: shelf.known_synopsis(name) for name in shelf.scenarios()}
        self.known = {name: synopsis for name, synopsis in found.items() if synopsis is not None}
        self._unread = [name for name in found if name not in self.known]
        if self._unread:
            self._timer.start()
        self.told.emit()

    def stop(self) -> None:
        """Read no further."""
        self._timer.stop()

    def _read_next(self) -> None:
        name = self._unread.pop(0)
        if not self._unread:
            self._timer.stop()
        if self._shelf is not None:
            self._read(self._shelf, name)
        if not self._unread:
            self.told.emit()

    def _read(self, shelf: Shelf, name: str) -> None:
        try:
            self.known[name] = shelf.synopsis(name)
        except InspectorError as trouble:
            self.failed.emit(str(trouble))
