"""The mystery visits: planned, under way, to be told, to be read again, sealed."""

from inspector.ui.pages.visits.page import VisitsPage

__all__ = ["VisitsPage"]
