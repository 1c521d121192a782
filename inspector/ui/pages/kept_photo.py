"""A photo that the vault keeps, as a thumbnail that opens it in large."""

from PySide6.QtGui import QPixmap

from inspector.inspection.answer import Photo
from inspector.ui.pages.photo_view import PhotoView
from inspector.ui.sealed_image import image_of
from inspector.ui.widgets.thumbnails import Thumbnail
from inspector.vault.vault import THUMB, Vault
from inspector.wording import _

PHOTO = 112


def kept_photo(photo: Photo, vault: Vault) -> Thumbnail:
    """Return the thumbnail of a photo; one that is no longer there says so."""
    small = image_of(vault.copy(photo.sha256, THUMB))
    picture = None if small.isNull() else QPixmap.fromImage(small)
    caption = photo.caption or photo.name if picture else _("佐证缺失")
    shown = Thumbnail(picture, caption, PHOTO, removable=False)
    shown.setEnabled(picture is not None)
    shown.opened.connect(lambda: PhotoView(shown.window(), photo, vault).open_sheet())
    return shown
