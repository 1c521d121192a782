"""A report to be read: its pages, small ones beside them, and words searched in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.jobs import Jobs
from inspector.ui.pages.report.paper import Hit, Images, Paper, draw_pages, found_in
from inspector.ui.pages.report.preview import ACTUAL, WIDTH, Preview
from inspector.ui.widgets.buttons import IconButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _

SMALL, SEARCH = 116, 190


class Thumbs(Preview):
    """The pages small, one below the other; signal `chosen(int)` when a person presses one."""

    chosen = Signal(int)
    margin = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(SMALL)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows already turn the pages beside
        self.setAccessibleName(_("全部页"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the page pressed."""
        page = self.page_at(event.position())
        if page is not None:
            self.chosen.emit(page)


class Reading(Card):
    """Shows one paper; its pages are drawn beside the work."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(padding=0)
        self.jobs = jobs
        self.paper: Paper | None = None
        self.hits: list[Hit] = []
        self.at = -1
        self.preview, self.thumbs = Preview(), Thumbs()
        self.zoom = Segments(_("缩放"))
        self.zoom.show_views([View(WIDTH, _("适合宽度")), View(ACTUAL, _("100%"))])
        self.upward, self.downward = IconButton("chevron-up", _("上一页")), IconButton("chevron-down", _("下一页"))
        self.number, self.count = Words("", "strong"), Words("", "second", "muted")
        self.print_button = IconButton("print", _("打印… Ctrl+P"))
        self.search = Field(_("在报告里找"), _("在报告里找"))
        self.search.setFixedWidth(SEARCH)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.zoom.picked.connect(self.preview.show_zoom)
        self.upward.clicked.connect(lambda: self.preview.go_to(self.preview.page() - 1))
        self.downward.clicked.connect(lambda: self.preview.go_to(self.preview.page() + 1))
        self.preview.paged.connect(self._show_page)
        self.preview.wanted.connect(lambda pages, scale: self._draw(self.preview, pages, scale))
        self.thumbs.wanted.connect(lambda pages, scale: self._draw(self.thumbs, pages, scale))
        self.thumbs.chosen.connect(self.preview.go_to)
        self.search.edited.connect(lambda _words: self._forget_hits())
        self.search.edit.returnPressed.connect(self.find_next)

    def _lay_out(self) -> None:
        bar, row = QHBoxLayout(), QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 6)
        bar.setSpacing(4)
        left: tuple[QWidget, ...] = (self.upward, self.downward, self.number)
        right: tuple[QWidget, ...] = (self.count, self.search, self.zoom, self.print_button)
        for each in left:
            bar.addWidget(each)
        bar.addStretch(1)
        for each in right:
            bar.addWidget(each)
        row.setSpacing(0)
        row.addWidget(self.thumbs)
        row.addWidget(self.preview, 1)
        self.body.setSpacing(0)
        self.body.setContentsMargins(1, 0, 1, 8)
        self.body.addLayout(bar)
        self.body.addLayout(row, 1)

    def show_paper(self, paper: Paper | None) -> None:
        """Show a paper from its first page; None forgets it."""
        self.paper = paper
        self._forget_hits()
        if paper is not None:
            self.thumbs.setVisible(len(paper.sizes) > 1)
            self.preview.show_document(paper.sizes)
            self.thumbs.show_document(paper.sizes)

    # Searching.

    def find_next(self) -> None:
        """Go to the next place where the words stand, around from the last to the first."""
        words, paper = self.search.text().strip(), self.paper
        if not words or paper is None:
            return
        if self.hits:
            self._go_to_hit(self.at + 1)
        else:
            self.jobs.start(lambda _progress: found_in(paper, words), lambda hits: self._show_hits(paper, hits))

    def _show_hits(self, paper: Paper, hits: list[Hit]) -> None:
        if paper is not self.paper:
            return
        self.hits = hits
        self.preview.show_marks([(hit.page, hit.box) for hit in hits])
        if hits:
            later = (place for place, hit in enumerate(hits) if hit.page >= self.preview.page())
            self._go_to_hit(next(later, 0))
        else:
            self.count.show_text(_("没有找到"))

    def _go_to_hit(self, place: int) -> None:
        self.at = place % len(self.hits)
        hit = self.hits[self.at]
        self.preview.go_to_place(hit.page, hit.box)
        self.count.show_text(_("第 {n} / {of} 处").format(n=self.at + 1, of=len(self.hits)))

    def _forget_hits(self) -> None:
        self.hits, self.at = [], -1
        self.preview.show_marks([])
        self.count.show_text("")

    # Drawing.

    def _draw(self, view: Preview, pages: tuple[int, ...], scale: float) -> None:
        paper = self.paper
        if paper is not None:
            self.jobs.start(
                lambda _progress: draw_pages(paper, pages, scale),
                lambda images: self._drawn(view, paper, images, scale),
            )

    def _drawn(self, view: Preview, paper: Paper, images: Images, scale: float) -> None:
        if paper is self.paper:
            view.show_images(images, scale)

    def _show_page(self, page: int) -> None:
        of = len(self.paper.sizes) if self.paper else 0
        self.number.show_text(_("第 {n} / {of} 页").format(n=page + 1, of=of))
        self.upward.setEnabled(page > 0)
        self.downward.setEnabled(page + 1 < of)
        self.thumbs.show_current(page)
