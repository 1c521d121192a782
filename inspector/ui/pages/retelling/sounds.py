"""Sound files on their way into the vault, and the choice of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.errors import InspectorError
from inspector.inspection.visit import Recording
from inspector.ui.jobs import Progress
from inspector.ui.pages.audit.photos import SOUNDS
from inspector.vault.vault import Vault
from inspector.wording import _


class SoundChoice(QFileDialog):
    """Asks for sound files; signal `filesSelected` when a person chose."""

    def __init__(self, host: QWidget, folder: str) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SOUNDS)
        super().__init__(host, _("添加录音"), folder, _("录音 ({patterns})").format(patterns=patterns))
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.finished.connect(self.deleteLater)


def keeping(vault: Vault, files: Sequence[Path]) -> Callable[[Progress], list[Recording]]:
    """Return the work that keeps sound files in the vault."""

    def work(progress: Progress) -> list[Recording]:
        kept = []
        for place, path in enumerate(files):
            progress(place / len(files))
            kept.append(_keep(vault, path))
        return kept

    return work


def _keep(vault: Vault, path: Path) -> Recording:
    try:
        content, changed = path.read_bytes(), path.stat().st_mtime
    except OSError as fault:
        raise InspectorError(_("录音 {name} 读不出来。").format(name=path.name), _("请换一份。")) from fault
    if not content:
        raise InspectorError(_("录音 {name} 是空文件。").format(name=path.name), _("请换一份。"))
    recorded = datetime.fromtimestamp(changed).astimezone()
    return Recording(vault.keep(content), path.name, recorded.isoformat(timespec="seconds"))
