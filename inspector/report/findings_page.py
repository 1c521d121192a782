"""Chapter 6: each problem with its photos, what is wrong, why, what to do and by when; then what is done well."""

from inspector.report.content import Basis, Finding, Photo, ReportContent
from inspector.report.flow import CHAPTER_JOINS, SENTENCE_JOINS, Flow
from inspector.report.palette import (
    BODY_LEFT,
    BOTTOM,
    CODE,
    DARK_GOLD,
    DEEP,
    INK,
    LEFT,
    MEASURE,
    MM,
    MUTE,
    NOTE,
    RED,
    RIGHT,
    TABLE,
    TABLE_BOLD,
    TABLE_MUTE,
    TEAL,
    TOP,
    Span,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span, text_width
from inspector.report.photo import draw_photo
from inspector.report.table import Column, Row, Table
from inspector.wording import _

PHOTO_WIDTH, PHOTO_GUTTER = 53 * MM, 4 * MM
PHOTO_HEIGHT = PHOTO_WIDTH * 3 / 4
SMALL_HEIGHT = 26 * MM
SMALL_WIDTH = SMALL_HEIGHT * 4 / 3
BESIDE = 2  # photos that stand beside the text
MANY = 20  # findings from which ordinary ones get small photos
CAPTION, CAPTION_LINE = 21.0, 11.5
ACROSS = 4  # photos in a row below the text
BELOW_WIDTH = (MEASURE - (ACROSS - 1) * PHOTO_GUTTER) / ACROSS
BELOW_HEIGHT = BELOW_WIDTH * 3 / 4
TITLE = Style(11, 16, DEEP, bold=True)
LABEL = Style(7.5, 11, MUTE)
TEXT = Style(8.5, 12.5)
TEXT_BOLD = Style(8.5, 12.5, bold=True)
CAPTION_STYLE = Style(7, 9.5, MUTE)
HEAD, PROOF = 22.0, 14.0
WHOLE_PAGE = TOP - BOTTOM


class Block:
    """A finding laid out: its texts in one column, its photos in rows beside them or below them."""

    def __init__(self, finding: Finding, compact: bool) -> None:
        self.finding = finding
        self.compact = compact and finding.severity in {"minor", "info"}
        self.photo_width = SMALL_WIDTH if self.compact else PHOTO_WIDTH
        self.photo_height = SMALL_HEIGHT if self.compact else PHOTO_HEIGHT
        beside = finding.photos[:BESIDE]
        self.beside, self.below = beside, finding.photos[len(beside) :]
        self.text_x = LEFT + len(beside) * (self.photo_width + PHOTO_GUTTER)
        texts = self.texts(RIGHT - self.text_x)
        if sum(map(step, texts)) > WHOLE_PAGE * 0.6:
            self.beside, self.below = (), finding.photos
            self.text_x = LEFT
            texts = self.texts(MEASURE)
        self.paragraphs = texts
        self.text_height = sum(map(step, texts))

    @property
    def proof_height(self) -> float:
        """The height of the line of proof below all; a compact block has it among its texts."""
        return 0.0 if self.compact else PROOF

    @property
    def height(self) -> float:
        """The height of head, photos beside the text, text, and the line of proof."""
        photos = self.photo_height + caption_height(self.beside, self.photo_width) if self.beside else 0.0
        return HEAD + max(self.text_height, photos) + self.proof_height

    @property
    def first_row(self) -> float:
        """The height of the first row of photos below the text."""
        return BELOW_HEIGHT + caption_height(self.below[:ACROSS], BELOW_WIDTH) if self.below else 0.0

    def texts(self, width: float) -> list[Paragraph]:
        """Break the labelled texts at a width."""
        one = self.finding
        parts: list[tuple[str, tuple[Span, ...]]] = [
            (_("事实"), (span(one.facts, TEXT),)),
            (_("依据"), basis_spans(one.basis)),
            (_("须做到"), (span(one.action, TEXT_BOLD),)),
            (_("责任"), (span(one.responsible, TEXT),)),
            (_("对星级"), (span(one.effect, TEXT),)),
        ]
        if self.compact:
            parts = [*parts[:3], merged(parts[3], parts[4]), ("", (span(proof(one), CAPTION_STYLE),))]
        shown = [(label, spans) for label, spans in parts if "".join(part.text for part in spans).strip()]
        if width > MEASURE / 2:
            return [Paragraph((*label_before(label), *spans), TEXT, width) for label, spans in shown]
        return [
            paragraph
            for label, spans in shown
            for paragraph in (Paragraph(label, LABEL, width), Paragraph(spans, TEXT, width))
        ]


def caption(photo: Photo, width: float) -> Paragraph:
    """Return what stands below a photo."""
    return Paragraph("　".join(part for part in (photo.number, photo.caption) if part), CAPTION_STYLE, width, 2)


def caption_height(photos: tuple[Photo, ...], width: float) -> float:
    """Return the room that the captions of a row of photos take."""
    return CAPTION if any(len(caption(photo, width).lines) > 1 for photo in photos) else CAPTION_LINE


def merged(first: tuple[str, tuple[Span, ...]], second: tuple[str, tuple[Span, ...]]) -> tuple[str, tuple[Span, ...]]:
    """Return two labelled texts as one, to save a line."""
    return first[0], (*first[1], span(f"　　{second[0]}　", LABEL), *second[1])


def label_before(label: str) -> tuple[Span, ...]:
    """Return a label on the line of its text."""
    return (span(f"{label}　", LABEL),) if label else ()


def step(text: Paragraph) -> float:
    """Return the height of a text with the white below it; a label stands close to its text."""
    return text.height + (0 if text.style == LABEL else 3)


def basis_spans(basis: tuple[Basis, ...]) -> tuple[Span, ...]:
    """Return what a finding rests on; a clause nobody has checked says so."""
    spans: list[Span] = []
    for place, one in enumerate(basis):
        spans.append(span(("；" if place else "") + one.text, TEXT))
        if not one.verified:
            spans.append(span(_("（条款待核）"), LABEL, DARK_GOLD))
    return tuple(spans)


def set_findings(flow: Flow, content: ReportContent, share: tuple[float, float]) -> None:
    """Set the chapter; progress runs over the share of the work given."""
    held = content.findings or content.red_lines or content.highlights or content.general_note
    joins = CHAPTER_JOINS if held else SENTENCE_JOINS
    keep = max((Block(one, compact=False).height for one in content.findings[:1]), default=0.0)
    flow.chapter("6", _("问题与整改"), content.findings_lead, joins, keep)
    if not content.findings:
        flow.paragraph(content.nothing_found, BODY_LEFT)
    compact = len(content.findings) >= MANY
    for place, finding in enumerate(content.findings):
        set_finding(flow, Block(finding, compact))
        low, high = share
        flow.watch.reached(low + (high - low) * (place + 1) / len(content.findings))
    set_red_lines(flow, content)
    set_highlights(flow, content)


def set_finding(flow: Flow, block: Block) -> None:
    """Set a finding in one piece; only a text longer than a page runs on."""
    whole = block.height <= WHOLE_PAGE
    with_photos = block.height + block.first_row
    flow.need((with_photos if with_photos <= WHOLE_PAGE else block.height) if whole else HEAD + 60)
    draw_head(flow, block.finding, flow.take(HEAD))
    if whole:
        top = flow.take(block.height - HEAD - block.proof_height)
        draw_photos(flow, block.beside, top, (block.photo_width, block.photo_height))
        y = top
        for text in block.paragraphs:
            text.draw(flow.sheet, block.text_x, y)
            y -= step(text)
    else:
        for text in block.paragraphs:
            flow.paragraph(text.spans, text.style._replace(align="justify"))
    if block.proof_height:
        line = Paragraph(proof(block.finding), CAPTION_STYLE, MEASURE, 1)
        line.draw(flow.sheet, LEFT, flow.take(block.proof_height) - 1)
    set_more_photos(flow, block)
    flow.gap(7)


def draw_head(flow: Flow, finding: Finding, top: float) -> None:
    """Draw number, title, severity, item, place and deadline under a rule."""
    severe = finding.severity in {"fatal", "major"}
    sheet = flow.sheet
    sheet.rule(LEFT, top, RIGHT, RED if severe else TEAL, 1.2 if severe else 0.8)
    deadline = (span(_("期限 "), TABLE), span(finding.deadline, TABLE_BOLD))
    wide = text_width(deadline, TABLE)
    Paragraph(deadline, TABLE, wide + 2, 1, "left").draw(sheet, RIGHT - wide, top - 5)
    where = " · ".join(part for part in (finding.item, finding.place) if part)
    plate = (span(f"　{finding.plate}", NOTE, DARK_GOLD, bold=True),) if finding.plate else ()
    tail = (span("  ", TITLE), icon(finding.severity, 6.5), span(f" {where}", NOTE), *plate)
    room = MEASURE - wide - 12
    name = _("问题 {n}　{title}").format(n=finding.number, title=finding.title)
    title = Paragraph(name, TITLE, max(room - text_width(tail, TITLE), room * 0.4), 1)
    with sheet.tags.tag("H2"):
        title.draw(sheet, LEFT, top - 3.5)
    Paragraph(tail, TITLE, room - title.widest, 1).draw(sheet, LEFT + title.widest, top - 3.5)


def draw_photos(flow: Flow, photos: tuple[Photo, ...], top: float, size: tuple[float, float]) -> None:
    """Draw photos side by side, each with its caption."""
    width, height = size
    for place, photo in enumerate(photos):
        x = LEFT + place * (width + PHOTO_GUTTER)
        draw_photo(flow.sheet, photo, x, top - height, width, height)
        caption(photo, width).draw(flow.sheet, x, top - height - 2)


def proof(finding: Finding) -> str:
    """Return the digests of the photos and how the item stood last time."""
    photos = [photo for photo in finding.photos if photo.sha256]
    digests = _("、").join(photo.sha256[:8] for photo in photos[:6])
    if len(photos) > 6:  # noqa: PLR2004 - as many digests as one line holds
        digests += _(" 等 {n} 件").format(n=len(photos))
    parts = [_("佐证指纹 {digests}").format(digests=digests)] if digests else []
    parts += [_("上次：{verdict}").format(verdict=finding.last_time)] if finding.last_time else []
    return "　·　".join(parts)


def set_more_photos(flow: Flow, block: Block) -> None:
    """Set the photos beyond the first ones in rows of their own; on a new page they say whose they are."""
    for first in range(0, len(block.below), ACROSS):
        row = block.below[first : first + ACROSS]
        height = BELOW_HEIGHT + caption_height(row, BELOW_WIDTH) + 3
        flow.need(height)
        if flow.untouched:
            again = _("问题 {n}　{title}（续）").format(n=block.finding.number, title=block.finding.title)
            Paragraph(again, NOTE, MEASURE, 1).draw(flow.sheet, LEFT, flow.take(NOTE.leading + 3))
        draw_photos(flow, row, flow.take(height), (BELOW_WIDTH, BELOW_HEIGHT))


def set_red_lines(flow: Flow, content: ReportContent) -> None:
    """Set the red-line facts and how far each is confirmed."""
    if not content.red_lines:
        return
    columns = (
        Column(_("红线"), 36, CODE),
        Column(_("事由"), 124, TABLE_BOLD),
        Column(_("状态"), 46, Style(8.5, 12, INK)),
        Column(_("检查项"), 44, CODE),
        Column(_("事实"), MEASURE - 250, TABLE_MUTE),
    )
    rows = [Row((line.code, line.title, line.state, line.item, line.facts)) for line in content.red_lines]
    table = Table(columns, most=12)
    flow.section(_("红线核对"), _("候选须经第二人确认方为否决"), keep=table.least(rows))
    table.set(flow, rows)
    if content.next_steps:
        flow.gap(4)
        flow.paragraph(content.next_steps, BODY_LEFT)


def set_highlights(flow: Flow, content: ReportContent) -> None:
    """Set what the hall does well, and the general note."""
    if content.highlights:
        flow.section(_("亮点"))
        columns = (Column("", 96, TABLE_BOLD), Column("", MEASURE - 140), Column("", 44, CODE))
        rows = [Row((one.title, one.text, one.item)) for one in content.highlights]
        Table(columns, most=6).set(flow, rows)
    if content.general_note:
        flow.section(_("总体说明"))
        flow.paragraph(content.general_note, BODY_LEFT._replace(align="justify"))
