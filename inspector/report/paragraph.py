"""Paragraphs of Chinese: spans of type and icons, broken into lines once, drawn line by line."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from inspector.report import marks
from inspector.report.breaking import ICON, Line, Strip
from inspector.report.fonts import faces, runs
from inspector.report.palette import Align, Span, Style

if TYPE_CHECKING:
    from inspector.report.sheet import Sheet
    from inspector.report.tagging import Element

ELLIPSIS = "…"
JUSTIFIED_FROM = 24  # characters; a narrower justified column spreads its words apart
OPTICAL_MIDDLE = 0.36  # of the size: half the height of a Chinese character above its baseline
FEWEST = 2  # lines of a paragraph that may stand alone at the foot or the head of a page


class Run(NamedTuple):
    """Characters of one face, size and colour in a line, with the room before each."""

    text: str
    adjust: Sequence[float]
    span: Span
    width: float


class SetLine(NamedTuple):
    """A line ready to draw."""

    runs: tuple[Run, ...]
    width: float


class SetText(NamedTuple):
    """All lines of a text at one width; `cut` when it was shortened to a number of lines."""

    lines: tuple[SetLine, ...]
    cut: bool


def span(text: str, style: Style, colour: str = "", bold: bool | None = None) -> Span:
    """Make a span of a style, its colour or weight changed where given."""
    return Span(text, style.size, colour or style.colour, style.bold if bold is None else bold)


def icon(name: str, size: float) -> Span:
    """Make a span that holds an icon."""
    return Span(ICON, size, icon=name)


@lru_cache(8192)
def strips(spans: tuple[Span, ...]) -> tuple[tuple[Strip, tuple[Span, ...]], ...]:
    """Lay spans into endless lines, one for each line the writer typed, with the span of every character."""
    regular, heavy = (face.widths for face in faces())
    done: list[tuple[Strip, tuple[Span, ...]]] = []
    chars: list[str] = []
    advances: list[float] = []
    owners: list[Span] = []

    def close() -> None:
        if chars:
            done.append((Strip("".join(chars), advances.copy(), [one.size for one in owners]), tuple(owners)))
        chars.clear()
        advances.clear()
        owners.clear()

    for one, text in faced(spans):
        widths = heavy if one.bold else regular
        for place, part in enumerate(text.split("\n")):
            if place:
                close()
            chars.extend(part)
            owners.extend([one] * len(part))
            advances.extend([marks.width(one.icon) * one.size] if one.icon else [widths[c] * one.size for c in part])
    close()
    return tuple(done)


def faced(spans: Iterable[Span]) -> Iterable[tuple[Span, str]]:
    """Split spans by the face that can draw them; icons pass."""
    for one in spans:
        if one.icon:
            yield one, ICON
            continue
        for text, bold in runs(one.text, one.bold):
            yield (one if bold == one.bold else one._replace(bold=bold)), text


@lru_cache(8192)
def laid(spans: tuple[Span, ...], width: float, justify: bool = False, most: int = 0) -> SetText:
    """Break spans at a width, keeping at most so many lines (0: all)."""
    found: list[SetLine] = []
    for strip, owners in strips(spans):
        if most and len(found) == most:
            return SetText((*found[:-1], ended(found[-1], width)), True)
        lines = strip.lines(width, justify)
        room = most - len(found) if most else len(lines)
        found += [set_line(strip, owners, line) for line in lines[:room]]
        if len(lines) > room:
            return SetText((*found[:-1], shortened(strip, owners, lines[room - 1], width)), True)
    return SetText(tuple(found), False)


def set_line(strip: Strip, owners: tuple[Span, ...], line: Line) -> SetLine:
    """Cut a line into runs of one face."""
    done: list[Run] = []
    start = line.start
    while start < line.end:
        owner = owners[start]
        end = start + 1
        while end < line.end and owners[end] is owner:
            end += 1
        adjust = line.adjust[start - line.start : end - line.start]
        width = strip.reach[end] - strip.reach[start] - sum(strip.lead[start:end]) + sum(adjust)
        done.append(Run(strip.text[start:end], adjust, owner, width))
        start = end
    return SetLine(tuple(done), line.width)


def shortened(strip: Strip, owners: tuple[Span, ...], line: Line, width: float) -> SetLine:
    """Set a line that ends in … because the text goes on."""
    end = strip.fitting(line.start, width - owners[line.start].size)
    return ended(set_line(strip, owners, strip.line(line.start, end, width, justify=False)), width)


def ended(line: SetLine, width: float) -> SetLine:
    """Put … behind a line, or in place of its last characters where there is no room."""
    if not line.runs:
        return line
    *rest, last = line.runs
    text, adjust = last.text, list(last.adjust)
    drawn = line.width
    while text and drawn + last.span.size > width + last.span.size / 2:
        drawn -= last.span.size / 2
        text, adjust = text[:-1], adjust[:-1]
    text = text.rstrip("，、；：。 ")
    tail = last._replace(text=text + ELLIPSIS, adjust=[*adjust[: len(text)], 0.0])
    return SetLine((*rest, tail), min(width, drawn + last.span.size))


class Paragraph:
    """A text at a width: its height is known at once, its lines are drawn where the page has room."""

    def __init__(
        self, spans: str | Iterable[Span], style: Style, width: float, most: int = 0, align: Align | None = None
    ) -> None:
        self.style = style
        self.width = width
        self.align = align or style.align
        self.spans = parts = (span(spans, style),) if isinstance(spans, str) else tuple(spans)
        justify = self.align == "justify" and width >= JUSTIFIED_FROM * style.size
        set_text = laid(parts, round(width, 3), justify, most)
        self.lines = set_text.lines
        self.tagged: Element | None = None
        self.cut = set_text.cut

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.style.leading

    @property
    def widest(self) -> float:
        """The width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)

    def fitting(self, room: float, first: int = 0) -> int:
        """Return how many lines from `first` go into a height, none left lonely on either side."""
        left = len(self.lines) - first
        fit = min(left, int((room + 0.01) // self.style.leading))
        if fit < left and left - fit < FEWEST:
            fit = left - FEWEST
        return fit if fit >= min(FEWEST, left) else 0

    def draw(self, sheet: "Sheet", x: float, top: float, first: int = 0, count: int | None = None) -> None:
        """Draw lines with their upper edge at `top`."""
        last = len(self.lines) if count is None else first + count
        self.draw_at(sheet, x, top - first_baseline(self.style), first, last)

    def draw_at(self, sheet: "Sheet", x: float, baseline: float, first: int = 0, last: int | None = None) -> None:
        """Draw lines with the first baseline given, so that types of several sizes stand level."""
        if not self.lines[first:last]:
            return
        if sheet.tags.off:  # most lines stand within a tag of their cell or heading
            self._draw_lines(sheet, x, baseline, first, last)
            return
        with sheet.tags.tag("P", again=self.tagged if first else None) as self.tagged:
            self._draw_lines(sheet, x, baseline, first, last)

    def _draw_lines(self, sheet: "Sheet", x: float, baseline: float, first: int, last: int | None) -> None:
        for line in self.lines[first:last]:
            offset = 0.0
            if self.align == "right":
                offset = self.width - line.width
            elif self.align == "center":
                offset = (self.width - line.width) / 2
            draw_line(sheet, line, x + offset, baseline)
            baseline -= self.style.leading


def first_baseline(style: Style) -> float:
    """Return how far below its upper edge the first line of a style stands."""
    return style.leading / 2 + style.size * OPTICAL_MIDDLE


def draw_line(sheet: "Sheet", line: SetLine, x: float, baseline: float) -> None:
    """Draw the runs of a line one behind the other."""
    for run in line.runs:
        if run.span.icon:
            sheet.icon(run.span.icon, x + run.adjust[0], baseline, run.span.size)
        else:
            sheet.show(run.text, run.adjust, run.span, x, baseline)
        x += run.width


def text_width(spans: str | Iterable[Span], style: Style) -> float:
    """Return the width of a text in one line."""
    return Paragraph(spans, style, 1e6, align="left").widest
