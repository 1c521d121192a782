"""Documents of the vault for other programs: a copy under its own name, since the vault knows them by hash only."""

import tempfile
from pathlib import Path

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.inspection.answer import Document
from inspector.lock.files import sealing
from inspector.ui.outside import open_outside
from inspector.wording import _


def open_copy(desk: Desk, document: Document) -> None:
    """Open a copy of a document; refused while the data are locked away from other programs, or where it is gone."""
    if sealing(desk.folder):
        raise InspectorError(_("数据加了口令锁，文档不能用别的程序打开。"), _("需要时先解除口令锁。"))
    content = desk.vault.content(desk.vault.original(document.sha256))
    if content is None or not desk.vault.intact(document.sha256):
        raise InspectorError(_("{name} 不在佐证库里，或被改动过。").format(name=document.name))
    path = Path(tempfile.mkdtemp(prefix="star-")) / Path(document.name).name
    path.write_bytes(content)
    open_outside(path)
