"""Where a person is first asked for files: among their own, not beside the program."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

Place = QStandardPaths.StandardLocation


def documents() -> str:
    """Return the folder of the person's documents."""
    return _existing(Place.DocumentsLocation)


def pictures() -> str:
    """Return the folder of the person's pictures."""
    return _existing(Place.PicturesLocation)


def _existing(place: Place) -> str:
    """Return a place that is there: a dialog asked to begin in a missing one begins beside the program."""
    folder = QStandardPaths.writableLocation(place)
    return folder if folder and Path(folder).is_dir() else str(Path.home())
