"""Pictures of the vault for the screen, sealed by the lock or not."""

from pathlib import Path

from PySide6.QtGui import QImage

from inspector.lock.files import Damaged, content_of


def image_of(path: Path) -> QImage:
    """Return a picture; empty when it is gone or damaged."""
    try:
        return QImage.fromData(content_of(path))
    except (OSError, Damaged):
        return QImage()
