"""Pictures of the window, light and dark."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from inspector.ui.theme import apply_theme, theme


class Shots:
    """Takes pictures into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: list[Path] = []

    def take(self, window: QWidget, name: str) -> None:
        """Take the window as it is in the theme in force and in the other one, which stays: a change dresses all."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError(app)
        self._take(window, name)
        apply_theme(app, "light" if theme.dark else "dark", theme.scale)
        QApplication.processEvents()
        self._take(window, name)

    def _take(self, window: QWidget, name: str) -> None:
        path = self.folder / f"{name}-{'dark' if theme.dark else 'light'}.png"
        window.grab().save(str(path))
        self.taken.append(path)
