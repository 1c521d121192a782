"""Where a report is saved, as which kind of file, and by which certificate it is signed."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.ui.pages.folders import documents
from inspector.ui.pages.report.naming import with_suffix
from inspector.wording import _

PLAIN, LOCKED, CERTIFIED = "", "locked", "certified"


class Wanted(NamedTuple):
    """A file, and what becomes of it last: nothing, a password, or the signature of a certificate."""

    path: Path
    last: str = PLAIN


def ask_where(parent: QWidget, suggested: Path) -> Wanted | None:
    """Ask for a file and its kind; None when it was put off."""
    kinds = {
        _("PDF 文件 (*.pdf)"): (".pdf", PLAIN),
        _("加密的 PDF，打开要口令 (*.pdf)"): (".pdf", LOCKED),
        _("用单位证书签名的 PDF (*.pdf)"): (".pdf", CERTIFIED),
        _("Excel 工作簿：结果和问题 (*.xlsx)"): (".xlsx", PLAIN),
        _("Word 文档：整改通知单 (*.docx)"): (".docx", PLAIN),
    }
    suggestion = f"{documents()}/{suggested.name}"
    chosen, kind = QFileDialog.getSaveFileName(parent, _("另存报告"), suggestion, ";;".join(kinds))
    if not chosen:
        return None
    suffix, last = kinds.get(kind, (".pdf", PLAIN))
    return Wanted(Path(with_suffix(chosen, suffix)), last)


def ask_certificate(parent: QWidget) -> Path | None:
    """Ask for a certificate file; None when it was put off."""
    kinds = _("证书 ({patterns})").format(patterns="*.p12 *.pfx")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("选单位的证书"), documents(), kinds)
    return Path(chosen) if chosen else None
