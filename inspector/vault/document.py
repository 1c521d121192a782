"""Documents as evidence: PDF, office files and sound, known by what they hold and not by their names."""

import io
import zipfile

from inspector.errors import InspectorError
from inspector.inspection.answer import SOUND
from inspector.vault.sound import is_sound
from inspector.wording import _

MOST = 50 * 10**6
PDF, ZIP, OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARTS = {"word/": "Word", "xl/": "Excel", "ppt/": "PowerPoint"}
LOCKED = "EncryptedPackage".encode("utf-16-le")  # how an office file with a password calls what it hides


def kind_of(content: bytes, name: str) -> str:
    """Return what a document is (PDF, Word, Excel, PowerPoint, Office, Sound); an InspectorError says why it is not."""
    if not content:
        raise InspectorError(_("{name} 是空文件。").format(name=name), _("请换一个文件。"))
    if len(content) > MOST:
        raise InspectorError(_("{name} 超过 50 MB。").format(name=name), _("请压缩或拆开再附。"))
    if content[:1024].lstrip().startswith(PDF):
        return "PDF"
    if content.startswith(ZIP):
        return _office(content, name)
    if content.startswith(OLE):
        if LOCKED in content:
            raise InspectorError(_("{name} 有打开密码。").format(name=name), _("请去掉密码再附，否则以后没人打得开。"))
        return "Office"
    if is_sound(content, name):
        return SOUND
    raise InspectorError(_("{name} 不是 PDF、办公文档或录音，认不出来。").format(name=name), _("照片请按照片附。"))


def _office(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as fault:
        raise InspectorError(_("{name} 损坏，打不开。").format(name=name), _("请重新导出或复制一次。")) from fault
    kind = next((kind for part, kind in PARTS.items() if any(one.startswith(part) for one in names)), "")
    if not kind:
        raise InspectorError(_("{name} 是压缩包，不是文档。").format(name=name), _("请解压后再附里面的文件。"))
    return kind
