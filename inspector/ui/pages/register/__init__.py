"""问题台账: the findings that outlive their inspections, to confirm, to reject, to close and to reopen."""

from inspector.ui.pages.register.page import RegisterPage

__all__ = ["RegisterPage"]
