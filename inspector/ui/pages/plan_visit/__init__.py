"""Planning a mystery visit: which hall, which scenario, who by code, and when."""

from inspector.ui.pages.plan_visit.page import PlanVisitPage

__all__ = ["PlanVisitPage"]
