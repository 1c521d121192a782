"""The pocket card as one A6 page: as large a type as its words allow, and every word of them."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from inspector.paths import write_whole
from inspector.report.fonts import missing
from inspector.report.palette import BLACK, INK, MM, MUTE, RULE, Span, Style
from inspector.report.paragraph import Paragraph, span
from inspector.report.pocket_card import CardMark, PocketCard
from inspector.report.sheet import Sheet
from inspector.wording import _

WIDTH, HEIGHT = 105 * MM, 148 * MM
EDGE = 6.5 * MM
MEASURE, ROOM = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
LARGEST, STEP = 9.0, 0.25
AIRY, CLOSE = 7.5, 5.0  # the smallest comfortable types of the two ways to lay it out
SMALLER = 0.97  # from size to size below that, so that no card is ever too long
LABEL = 2.6  # em for the name of a list


class Block(NamedTuple):
    """Paragraphs side by side, each so far in; the room above them, a code before them, and a rule above."""

    texts: tuple[tuple[float, Paragraph], ...]
    above: float
    code: str = ""
    ruled: bool = False

    @property
    def height(self) -> float:
        """The height of the block without the room above."""
        return max(text.height for _inset, text in self.texts)


def write_pocket_card(card: PocketCard, target: Path, made_at: datetime) -> tuple[str, ...]:
    """Write the card as a PDF of one page; return the characters that no font has."""
    write_whole(target, typeset_card(card, made_at))
    return missing(words(card))


def typeset_card(card: PocketCard, made_at: datetime) -> bytes:
    """Set the card and return the bytes of the PDF."""
    size, blocks = fitted(card)
    sheet = Sheet(_("备忘"), "", made_at, (WIDTH, HEIGHT), plain=True)
    y = HEIGHT - EDGE
    for block in blocks:
        y -= block.above
        if block.ruled:
            sheet.rule(EDGE, y + block.above / 2, WIDTH - EDGE, RULE)
        if block.code:
            leading = block.texts[0][1].style.leading
            Paragraph(block.code, Style(size, leading, BLACK, bold=True), MEASURE, 1).draw(sheet, EDGE, y)
        for inset, text in block.texts:
            text.draw(sheet, EDGE + inset, y)
        y -= block.height
    sheet.showPage()
    return sheet.finished()


def fitted(card: PocketCard) -> tuple[float, list[Block]]:
    """Return the size of type at which everything stands on the page, and the page: airy if that is comfortable."""
    for size, close in ways():
        blocks = list(laid_out(card, size, close=close))
        if sum(block.above + block.height for block in blocks) <= ROOM:
            return size, blocks
    raise AssertionError  # ways never end


def ways() -> Iterator[tuple[float, bool]]:
    """Yield size of type and whether it is set close: airy from the largest down, then close, without an end."""
    for smallest, close in ((AIRY, False), (CLOSE, True)):
        steps = round((LARGEST - smallest) / STEP)
        yield from ((LARGEST - STEP * step, close) for step in range(steps + 1))
    yield from ((CLOSE * SMALLER**step, True) for step in count(1))


def laid_out(card: PocketCard, size: float, *, close: bool) -> Iterator[Block]:
    """Lay the card out in a size of type; close, the lists run on in one paragraph each."""
    text = Style(size, size * (1.24 if close else 1.36), INK)
    gap, part = size * (0.12 if close else 0.2), size * (0.6 if close else 0.9)
    head = Style(size * 1.25, size * 1.7, BLACK, bold=True)
    yield Block(((0, Paragraph((span(_("备忘"), head), *after(card.when, size)), head, MEASURE)),), 0)
    yield listed(_("我是"), card.role, text, gap)
    inset = size * (2.1 if card.marks else 1.2)
    for place, step in enumerate(card.steps):
        code = step.mark or ("–" if card.marks else "·")
        paragraph = Paragraph(step.do, text, MEASURE - inset)
        yield Block(((inset, paragraph),), gap if place else part, code, ruled=not place)
    if card.marks:
        yield listed(_("按键"), keys_words(card), text, part, ruled=True)
        yield from grid(card.marks, text)
    for number, (name, entries) in enumerate(lists(card)):
        first = gap * 2 if number else part
        for place, entry in enumerate((_("；").join(entries),) if close else entries):
            yield listed("" if place else name, entry, text, gap if place else first, ruled=not (number or place))


def lists(card: PocketCard) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what never to do, what to do when it comes out, what to bring and bring back, and when to write it down."""
    told = (
        (_("不做"), card.never),
        (_("万一"), (card.known,)),
        (_("带上"), card.bring),
        (_("取回"), back(card)),
        (_("写下"), (card.note,)),
    )
    yield from ((name, entries) for name, entries in told if any(entries))


def listed(name: str, entry: str, style: Style, above: float, *, ruled: bool = False) -> Block:
    """Set an entry of a list, its name before the first one."""
    inset = style.size * LABEL
    return Block(((inset, Paragraph(entry, style, MEASURE - inset)),), above, name, ruled)


def grid(marks: tuple[CardMark, ...], style: Style) -> Iterator[Block]:
    """Set the moments in columns, as many as the widest one leaves room for."""
    inset = style.size * LABEL
    cells = [Paragraph(moment(mark, style), style, MEASURE - inset) for mark in marks]
    most = max(1, int((MEASURE - inset) // (max(cell.widest for cell in cells) + style.size * 0.6)))
    wide = (MEASURE - inset) / most
    for first in range(0, len(cells), most):
        row = cells[first : first + most]
        yield Block(tuple((inset + place * wide, cell) for place, cell in enumerate(row)), 0)


def back(card: PocketCard) -> tuple[str, ...]:
    """Say what to bring back: one of these at least, and what shows the place."""
    told = [_("至少一样：{what}").format(what=_("、").join(card.proof))] if card.proof else []
    told += [_("认地方：{what}").format(what=_("或").join(card.place))] if card.place else []
    return tuple(told)


def keys_words(card: PocketCard) -> str:
    """Say which keys take the moments: the digit of each is its key."""
    told = [_("空格记下一个，数字键记同号的，Z 撤回")]
    told += [_("换一组先按它的字母")] if len(card.letters) > 1 else []
    told += [_("带 * 的没有就不记")] if any(mark.spare for mark in card.marks) else []
    told += [_("没带电脑的看表记住，完了再补")]
    return _("；").join(told)


def moment(mark: CardMark, style: Style) -> tuple[Span, ...]:
    """Return one moment: its code, its name, and a star where it may be missing."""
    name = f"{mark.name}*" if mark.spare else mark.name
    return span(f"{mark.key} ", style, BLACK, bold=True), span(name, style)


def after(text: str, size: float) -> tuple[Span, ...]:
    """Return what stands behind the title, small; nothing when there is nothing."""
    return (Span(f"\u3000{text}", size, MUTE),) if text else ()


def words(card: PocketCard) -> list[str]:
    """Return every text of the card that an author wrote."""
    steps = [step.do for step in card.steps]
    return [card.role, *steps, *card.never, *card.bring, *card.proof, *card.place]
