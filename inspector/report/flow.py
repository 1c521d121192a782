"""From top to bottom and page to page, in one pass: chapters, headings, paragraphs, running heads, page numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from inspector.errors import Cancelled
from inspector.report.palette import (
    BODY,
    BOTTOM,
    CHAPTER,
    DARK_GOLD,
    DEEP,
    FOOTER_LINE,
    HEADER,
    HEADER_LINE,
    LEAD,
    LEFT,
    MEASURE,
    NOTE,
    RIGHT,
    RULE,
    SECTION,
    TEAL,
    TOP,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, span, text_width
from inspector.report.sheet import Sheet
from inspector.wording import _

SPACE_ABOVE, SPACE_BELOW = 10.0, 5.0
SECTION_HEIGHT, CHAPTER_HEIGHT = 17.0, 90.0
SENTENCE_JOINS, CHAPTER_JOINS = 110.0, 380.0  # room in which a chapter follows another on its page
KEEP = 45.0  # room that must follow a heading: three lines or three rows
NOTE_LEAST = 24.0
PAGE_NUMBER = Style(7.5, 10, align="right")
REFERENCE = Style(11, 14, align="right")


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the head and foot of every page."""

    head: str
    foot: str


@dataclass
class Watch:
    """Tells how far the work is and whether it is still wanted."""

    progress: Callable[[float], None] | None = None
    cancelled: Callable[[], bool] | None = None
    share: float = field(default=0.0, init=False)

    def reached(self, share: float) -> None:
        """Report a share of the work done, never less than before."""
        self.alive()
        self.share = max(self.share, min(share, 1.0))
        if self.progress:
            self.progress(self.share)

    def alive(self) -> None:
        """Stop the work if nobody wants it any more."""
        if self.cancelled and self.cancelled():
            raise Cancelled


class Flow:
    """A cursor that runs down the pages of a sheet."""

    def __init__(self, sheet: Sheet, running: Running, watch: Watch) -> None:
        self.sheet = sheet
        self.running = running
        self.watch = watch
        self.page = 1
        self.y = TOP
        self.chapter_name = ""
        self.first_pages: dict[str, int] = {}
        self.references: dict[str, tuple[float, float]] = {}

    @property
    def room(self) -> float:
        """The height left on this page."""
        return self.y - BOTTOM

    @property
    def untouched(self) -> bool:
        """Whether nothing was set on this page yet."""
        return self.y == TOP

    def next_page(self) -> None:
        """End the page and begin another one with head and foot."""
        self.watch.alive()
        self.sheet.showPage()
        self.page += 1
        self.y = TOP
        with self.sheet.tags.artifact():
            self.head_and_foot()

    def head_and_foot(self) -> None:
        """Draw the running head and foot of a page."""
        sheet = self.sheet
        Paragraph(self.running.head, HEADER, MEASURE * 0.7, most=1).draw(sheet, LEFT, HEADER_LINE + 13.5)
        sheet.label(self.chapter_name, HEADER._replace(align="right", colour=DEEP), RIGHT, HEADER_LINE + 6)
        sheet.rule(LEFT, HEADER_LINE, RIGHT, RULE)
        sheet.rule(LEFT, FOOTER_LINE, RIGHT, RULE)
        sheet.label(self.running.foot, HEADER._replace(size=6.5), LEFT, FOOTER_LINE - 10.5)
        sheet.doForm(f"page-{self.page}")

    def number_pages(self) -> None:
        """Fill in n / N on every page, now that N is known."""
        for page in range(2, self.page + 1):
            self.sheet.beginForm(f"page-{page}")
            self.sheet.label(f"{page} / {self.page}", PAGE_NUMBER, RIGHT, FOOTER_LINE - 10.5)
            self.sheet.endForm()

        for number, (x, baseline) in self.references.items():
            self.sheet.beginForm(f"reference-{number}")
            self.sheet.label(str(self.first_pages[number]), REFERENCE, x, baseline)
            self.sheet.endForm()

    def refer(self, number: str, x: float, baseline: float) -> None:
        """Leave a place for the page of a chapter, filled in when it is known."""
        self.references[number] = x, baseline
        self.sheet.doForm(f"reference-{number}")

    def need(self, height: float) -> None:
        """Go to the next page unless this height is left."""
        if height > self.room and not self.untouched:
            self.next_page()

    def take(self, height: float) -> float:
        """Take a height that does not break, on the next page if need be; return its upper edge."""
        self.need(height)
        top = self.y
        self.y -= height
        return top

    def gap(self, height: float) -> None:
        """Leave white, but none at the head of a page."""
        if not self.untouched:
            self.y -= height

    def chapter(self, number: str, title: str, lead: str = "", joins: float = CHAPTER_JOINS, keep: float = 0) -> None:
        """Begin a chapter, known to outline and contents, on a new page unless the last one ended early on its own.

        A page that is half empty looks like a mistake; `joins` is the room from which a chapter follows (0: never),
        if there is also room for its heading and `keep`, the height of what it begins with.
        """
        self.chapter_name = f"{number}　{title}" if number else title
        if joins and self.room > max(joins, CHAPTER_HEIGHT + keep if keep else 0.0):
            self.y -= 3 * SPACE_ABOVE
        else:
            self.next_page()
            self.y += 4
        self.first_pages[number] = self.page
        self.sheet.bookmarkPage(f"chapter-{number}")
        self.sheet.addOutlineEntry(f"{number} {title}".strip(), f"chapter-{number}", 0)
        spans = ([span(f"{number}  ", CHAPTER, DARK_GOLD)] if number else []) + [span(title, CHAPTER)]
        top = self.take(CHAPTER.leading)
        with self.sheet.tags.tag("H1"):
            Paragraph(spans, CHAPTER, MEASURE).draw(self.sheet, LEFT, top)
        self.y -= SPACE_BELOW
        if lead:
            self.paragraph(lead, LEAD)
            self.y -= SPACE_BELOW

    def section(self, title: str, note: str = "", keep: float = KEEP) -> None:
        """Set a heading with its rule, together with what must follow it."""
        above = 0.0 if self.untouched else SPACE_ABOVE
        self.need(above + SECTION_HEIGHT + keep)
        self.gap(SPACE_ABOVE)
        self.heading(title, note, LEFT, MEASURE, self.take(SECTION_HEIGHT))
        self.y -= SPACE_BELOW

    def heading(self, title: str, note: str, x: float, width: float, top: float) -> None:
        """Draw a heading, its note at the right, and its rule."""
        with self.sheet.tags.tag("H2"):
            Paragraph(title, SECTION, width, most=1).draw(self.sheet, x, top)
        if note:
            room = max(width - text_width(title, SECTION) - 8, NOTE_LEAST)
            self.sheet.label(note, NOTE._replace(align="right"), x + width, top - 11, room)
        self.sheet.rule(x, top - SECTION_HEIGHT, x + width, TEAL, 0.8)

    def paragraph(
        self, spans: str | Iterable[Span], style: Style = BODY, x: float = LEFT, width: float = MEASURE
    ) -> None:
        """Set a paragraph over as many pages as it takes, no line of it left lonely."""
        text = Paragraph(spans, style, width)
        first = 0
        while first < len(text.lines):
            count = text.fitting(self.room, first)
            if not count and self.untouched:
                count = max(1, int(self.room // style.leading))
            if count:
                text.draw(self.sheet, x, self.y, first, count)
                self.y -= count * style.leading
                first += count
            if first < len(text.lines):
                self.next_page()


def shortened_name(name: str, most: int = 26) -> str:
    """Shorten a long name in its middle for a running head."""
    if len(name) <= most:
        return name
    half = (most - 1) // 2
    return f"{name[:half]}…{name[-half:]}"


def running(hall: str, title: str, number: str, record_hash: str) -> Running:
    """Return the head and the foot of a report."""
    digest = f"{record_hash[:8]} … {record_hash[-8:]}" if record_hash else _("未封存")
    head = _("{hall} · {title} 全本").format(hall=shortened_name(hall), title=title)
    return Running(head, _("{number} · 记录指纹 {digest}").format(number=number, digest=digest))
