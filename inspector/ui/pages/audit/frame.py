"""What the audit page is made of, and where each part stands."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.ui.pages.audit.foot import Foot
from inspector.ui.pages.audit.guidance import Guidance
from inspector.ui.pages.audit.keys import ShortcutSheet
from inspector.ui.pages.audit.overall_view import OverallView
from inspector.ui.pages.audit.photo_sheet import PhotoSheet
from inspector.ui.pages.audit.rail import Rail
from inspector.ui.pages.audit.red_lines_view import RedLinesView
from inspector.ui.pages.audit.search import SearchPanel
from inspector.ui.pages.audit.section_view import SectionView
from inspector.ui.pages.audit.stopwatches import Stopwatches
from inspector.ui.pages.audit.topbar import TopBar
from inspector.ui.pages.audit.trace_sheet import TraceSheet
from inspector.ui.pages.history_sheet import HistorySheet
from inspector.ui.theme import BOLD, theme
from inspector.ui.widgets.painted import Painted
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.ui.widgets.sheet import Sheet


class DropVeil(Painted):
    """Says where dropped photos will go while they are dragged over the page."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, text: str) -> None:
        """Cover the page."""
        self._text = text
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and the words."""
        painter = QPainter(self)
        start(painter)
        whole = QRectF(self.rect())
        box(painter, whole.adjusted(4, 4, -4, -4), 10, None, theme.colour("accent"), 3)
        width = theme.advance(self._text, 16, BOLD) + 48
        flag = QRectF(whole.center().x() - width / 2, whole.center().y() - 28, width, 56)
        box(painter, flag, 10, theme.colour("fill"))
        words(painter, flag, self._text, theme.colour("on_fill"), 16, BOLD, CENTRE)


class Frame:
    """Builds the parts and lays them out on the page."""

    def __init__(self, page: QWidget) -> None:
        self.topbar, self.rail, self.guidance, self.foot = TopBar(), Rail(), Guidance(), Foot()
        self.section = SectionView(Stopwatches())
        self.red_lines, self.overall = RedLinesView(), OverallView()
        self.centre = QStackedWidget()
        for view in (self.section, self.red_lines, self.overall):
            self.centre.addWidget(view)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.centre, 1)
        middle.addWidget(self.guidance)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self.search, self.shortcuts = SearchPanel(page), ShortcutSheet(page)
        self.trace, self.photo, self.history = TraceSheet(page), PhotoSheet(page), HistorySheet(page)
        self.veil = DropVeil(page)

    @property
    def sheet(self) -> Sheet | None:
        """Return the sheet that lies over the page and owns the keys, None without one."""
        sheets: tuple[Sheet, ...] = (self.shortcuts, self.trace, self.photo, self.history)
        return next((sheet for sheet in sheets if not sheet.isHidden()), None)
