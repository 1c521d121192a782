"""What is left of a photo: its largest copy, or in words why there is none."""

from pathlib import Path

from PySide6.QtGui import QImage

from inspector.actions.desk import Desk
from inspector.ui.sealed_image import image_of
from inspector.ui.widgets.chips import NEUTRAL, Spec
from inspector.vault.vault import REPORT, WORK
from inspector.wording import _


def _largest(desk: Desk, sha256: str) -> Path | None:
    return next((path for kind in (WORK, REPORT) if (path := desk.vault.copy(sha256, kind)).is_file()), None)


def large(desk: Desk, sha256: str) -> QImage:
    """Return the largest copy of a photo; empty without one."""
    path = _largest(desk, sha256)
    return image_of(path) if path else QImage()


def gone_spec(desk: Desk, sha256: str) -> Spec | None:
    """Return in words, tone and icon why a photo is no longer there; None while it is."""
    if any(one.kind == "copy" for one in desk.evidence.purged(sha256)):
        return _("按期销毁"), NEUTRAL, "trash"
    return None if _largest(desk, sha256) else (_("佐证缺失"), "bad", "warning")
