"""Which screen has which name; a screen's module is loaded when it is first shown, so that start-up stays short."""

from importlib import import_module

from inspector.ui.page import Page, Tools

PLACES = {
    "home": ("inspector.ui.pages.home", "HomePage"),
    "inspections": ("inspector.ui.pages.inspections", "InspectionsPage"),
    "start": ("inspector.ui.pages.start", "StartPage"),
    "audit": ("inspector.ui.pages.audit", "AuditPage"),
    "gaps": ("inspector.ui.pages.gaps", "GapsPage"),
    "result": ("inspector.ui.pages.result", "ResultPage"),
    "report": ("inspector.ui.pages.report", "ReportPage"),
    "register": ("inspector.ui.pages.register", "RegisterPage"),
    "settings": ("inspector.ui.pages.settings", "SettingsPage"),
}


def make_page(place: str, tools: Tools) -> Page:
    """Make the screen of a name."""
    module, name = PLACES[place]
    page: Page = getattr(import_module(module), name)(tools)
    return page
