"""The result of an inspection: the star, why it is so, and what must be put right."""

from inspector.ui.pages.result.page import ResultPage

__all__ = ["ResultPage"]
