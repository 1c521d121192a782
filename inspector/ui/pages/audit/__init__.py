"""检查: filling in an inspection, one item open at a time."""

from inspector.ui.pages.audit.page import AuditPage

__all__ = ["AuditPage"]
