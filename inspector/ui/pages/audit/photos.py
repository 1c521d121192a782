"""Photos on their way into the vault: from the clipboard, dropped, or chosen as files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.errors import InspectorError
from inspector.inspection.answer import Document
from inspector.ui.jobs import Progress
from inspector.ui.sealed_image import image_of
from inspector.vault.vault import THUMB, Kept, Vault
from inspector.wording import _

SOUNDS = (".m4a", ".mp3", ".wav", ".aac", ".amr", ".ogg", ".opus", ".flac", ".3gp", ".wma")
DOCUMENTS = (".pdf", ".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".wps", ".et", ".dps", *SOUNDS)
SUFFIXES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".bmp", ".tif", ".tiff", ".gif")

Source = Path | tuple[QImage | bytes, str]


@dataclass
class Taken:
    """What came of taking in some photos and documents."""

    kept: list[Kept] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    troubles: list[InspectorError] = field(default_factory=list)


def sources_of(mime: QMimeData | None, moment: str) -> list[Source]:
    """Return the photos that a clipboard or a drop holds: files, else the picture itself."""
    if mime is None:
        return []
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    pictures: list[Source] = [picture for file in files for picture in pictures_in(file)]
    pictures += [file for file in files if file.suffix.lower() in DOCUMENTS]
    if pictures:
        return pictures
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QPixmap):
        image = image.toImage()
    if isinstance(image, QImage) and not image.isNull():
        return [(image, _("粘贴 {time}.png").format(time=moment))]
    return []


def pictures_in(path: Path) -> list[Path]:
    """Return the photos of a folder in the order of their names, or a file itself if it is one."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [file for file in files if file.suffix.lower() in SUFFIXES]


def png_of(image: QImage) -> bytes:
    """Return a picture as PNG bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def taking(vault: Vault, sources: list[Source]) -> Callable[[Progress], Taken]:
    """Return the work that takes photos into the vault one by one; one that cannot be read stops no other."""

    def work(progress: Progress) -> Taken:
        taken = Taken()
        for place, source in enumerate(sources):
            progress(place / len(sources))
            try:
                found = _take(vault, source)
                if isinstance(found, Document):
                    taken.documents.append(found)
                else:
                    taken.kept.append(found)
            except InspectorError as trouble:
                taken.troubles.append(trouble)
        return taken

    return work


def _take(vault: Vault, source: Source) -> Kept | Document:
    if isinstance(source, Path):
        return _take_document(vault, source) if source.suffix.lower() in DOCUMENTS else vault.take_file(source)
    made, name = source
    if isinstance(made, bytes):
        return _keep_document(vault, made, name)
    return vault.take(png_of(made), name)  # packing 12 megapixels takes half a second: here, off the window's thread


def _take_document(vault: Vault, source: Path) -> Document:
    try:
        content = source.read_bytes()
    except OSError as fault:
        raise InspectorError(_("{name} 读不出来。").format(name=source.name), _("请换一个文件。")) from fault
    return _keep_document(vault, content, source.name)


def _keep_document(vault: Vault, content: bytes, name: str) -> Document:
    from inspector.vault.document import kind_of  # noqa: PLC0415 - few photos come with a document

    kind = kind_of(content, name)
    return Document(vault.keep(content), name, kind, len(content))


def thumbnail(vault: Vault, sha256: str) -> QPixmap | None:
    """Return the small copy of a photo; None when the vault has lost it."""
    return _load(vault.copy(sha256, THUMB))


def _load(path: Path) -> QPixmap | None:
    picture = QPixmap.fromImage(image_of(path))
    return None if picture.isNull() else picture


def _patterns(suffixes: tuple[str, ...]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)


class FileChoice(QFileDialog):
    """Asks for photo files; signal `filesSelected` when a person chose."""

    def __init__(self, host: QWidget, folder: str) -> None:
        photos, both = _patterns(SUFFIXES), _patterns((*SUFFIXES, *DOCUMENTS))
        kinds = (
            _("照片、文档和录音 ({patterns})").format(patterns=both),
            _("照片 ({patterns})").format(patterns=photos),
        )
        super().__init__(host, _("添加照片或文档"), folder, ";;".join(kinds))
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.finished.connect(self.deleteLater)


class FolderChoice(QFileDialog):
    """Asks for a folder whose photos are all meant; signal `fileSelected` when a person chose."""

    def __init__(self, host: QWidget, folder: str) -> None:
        super().__init__(host, _("从文件夹添加照片"), folder)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.finished.connect(self.deleteLater)
