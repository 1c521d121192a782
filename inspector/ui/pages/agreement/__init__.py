"""督查员一致性: how far two inspectors agree on the same hall."""

from inspector.ui.pages.agreement.page import AgreementPage

__all__ = ["AgreementPage"]
