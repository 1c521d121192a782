"""照片核对: what is hidden on photos before anybody else sees them, and a person's word that nobody is recognised."""

from inspector.ui.pages.clearing.page import ClearingPage

__all__ = ["ClearingPage"]
