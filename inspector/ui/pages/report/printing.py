"""A report on a printer: every page drawn for its resolution and put on the sheet, one after another."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from inspector.errors import Cancelled, InspectorError
from inspector.ui.jobs import Progress
from inspector.ui.pages.report.paper import Paper, draw_pages
from inspector.wording import _

POINTS = 72
FINEST = 300  # dots an inch; more would only take memory: a page of A4 is 35 MB then


def ask_printer(parent: QWidget, paper: Paper, name: str) -> QPrinter | None:
    """Ask for a printer, the pages and the copies; None when it was put off."""
    printer = printer_for(paper, name)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("打印报告"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(paper.sizes))
    return printer if dialog.exec() else None


def printer_for(paper: Paper, name: str) -> QPrinter:
    """Return a printer set to the paper of the report, edge to edge."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    width, height = paper.sizes[0]
    printer.setPageSize(QPageSize(QSize(round(min(width, height)), round(max(width, height)))))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    )
    return printer


def print_paper(paper: Paper, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that were asked for and return how many; an InspectorError where the printer takes none."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(paper.sizes)
    pages = range(first - 1, min(last, len(paper.sizes)))
    painter = QPainter()
    if not painter.begin(printer):
        raise InspectorError(_("打印机没有接下这份报告。"), _("请看打印机是否开着、连着，再打印一次。"))
    try:
        for place, page in enumerate(pages):
            if place and not printer.newPage():
                raise InspectorError(_("打印机在第 {n} 页停下了。").format(n=page), _("请看打印机，再从这一页打印。"))
            _draw(painter, printer, paper, page)
            progress((place + 1) / len(pages))
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _draw(painter: QPainter, printer: QPrinter, paper: Paper, page: int) -> None:
    sheet, (width, height) = printer.pageLayout().fullRectPixels(printer.resolution()), paper.sizes[page]
    scale = min(sheet.width() / width, sheet.height() / height)
    drawn = draw_pages(paper, (page,), min(scale, FINEST / POINTS))[page]
    size = QSize(round(width * scale), round(height * scale))
    place = QRect(sheet.topLeft(), size).translated((sheet.width() - size.width()) // 2, 0)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(place), drawn, QRectF(drawn.rect()))
