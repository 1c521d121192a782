"""Pictures of the window, light and dark."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from inspector.ui.theme import apply_theme, theme

THEMES = ("light", "dark")


class Shots:
    """Takes pictures into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: list[Path] = []

    def take(self, window: QWidget, name: str) -> None:
        """Take the window as it is in both themes; the theme it had stays."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError(app)
        had, scale = theme.asked, theme.scale
        for each in THEMES:
            apply_theme(app, each, scale)
            QApplication.processEvents()
            path = self.folder / f"{name}-{each}.png"
            window.grab().save(str(path))
            self.taken.append(path)
        apply_theme(app, had, scale)
        QApplication.processEvents()
