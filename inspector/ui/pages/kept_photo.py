"""A photo that the vault keeps, as a thumbnail that opens it."""

from PySide6.QtGui import QPixmap

from inspector.inspection.answer import Photo
from inspector.lock.files import sealed
from inspector.ui.outside import open_outside
from inspector.ui.sealed_image import image_of
from inspector.ui.widgets.thumbnails import Thumbnail
from inspector.vault.vault import THUMB, WORK, Vault
from inspector.wording import _

PHOTO = 112


def kept_photo(photo: Photo, vault: Vault) -> Thumbnail:
    """Return the thumbnail of a photo; one that is no longer there says so."""
    small, large = vault.copy(photo.sha256, THUMB), vault.copy(photo.sha256, WORK)
    picture = QPixmap.fromImage(image_of(small)) if small.exists() else None
    caption = photo.caption or photo.name if picture else _("佐证缺失")
    shown = Thumbnail(picture, caption, PHOTO, removable=False)
    shown.setEnabled(large.exists() and not sealed(large))  # no other program reads a sealed file
    shown.opened.connect(lambda: open_outside(large))
    return shown
