"""All inspections: drafts, finished ones and the bin, to search, open, correct, discard and bring back."""

from inspector.ui.pages.inspections.page import InspectionsPage

__all__ = ["InspectionsPage"]
