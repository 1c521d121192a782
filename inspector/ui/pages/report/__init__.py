"""The report: what it holds, its making, and a look at it before it is handed out."""

from inspector.ui.pages.report.page import ReportPage

__all__ = ["ReportPage"]
