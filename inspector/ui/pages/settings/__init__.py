"""The settings: halls, inspectors, unit and area, look, data and backup, form files, star schemes, about."""

from inspector.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
