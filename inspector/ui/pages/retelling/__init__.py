"""离场补录: a mystery visit told afterwards, from the moments taken to the second reader."""

from inspector.ui.pages.retelling.page import RetellingPage

__all__ = ["RetellingPage"]
