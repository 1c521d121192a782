"""Which screen has which name; a screen's module is loaded when it is first shown, so that start-up stays short."""

from importlib import import_module

from inspector.ui.page import Page, Tools

PLACES = {
    "home": ("inspector.ui.pages.home", "HomePage"),
    "inspections": ("inspector.ui.pages.inspections", "InspectionsPage"),
    "visits": ("inspector.ui.pages.visits", "VisitsPage"),
    "plan_visit": ("inspector.ui.pages.plan_visit", "PlanVisitPage"),
    "start": ("inspector.ui.pages.start", "StartPage"),
    "audit": ("inspector.ui.pages.audit", "AuditPage"),
    "retelling": ("inspector.ui.pages.retelling", "RetellingPage"),
    "gaps": ("inspector.ui.pages.gaps", "GapsPage"),
    "result": ("inspector.ui.pages.result", "ResultPage"),
    "report": ("inspector.ui.pages.report", "ReportPage"),
    "clearing": ("inspector.ui.pages.clearing", "ClearingPage"),
    "register": ("inspector.ui.pages.register", "RegisterPage"),
    "change": ("inspector.ui.pages.change", "ChangePage"),
    "agreement": ("inspector.ui.pages.agreement", "AgreementPage"),
    "brief": ("inspector.ui.pages.brief", "BriefPage"),
    "settings": ("inspector.ui.pages.settings", "SettingsPage"),
}


def make_page(place: str, tools: Tools) -> Page:
    """Make the screen of a name."""
    module, name = PLACES[place]
    page: Page = getattr(import_module(module), name)(tools)
    return page
