"""Chapter 8: evidence, method, versions and hashes, signatures, and the words that were cut short before."""

from collections.abc import Sequence

from inspector.inspection.signing import HIGH, WIDE
from inspector.report.content import Evidence, ItemRow, ReportContent
from inspector.report.cover import seal_ring
from inspector.report.flow import Flow
from inspector.report.fonts import named
from inspector.report.palette import (
    BODY,
    CODE,
    DEEP,
    INK,
    LEFT,
    MEASURE,
    MUTE,
    NOTE,
    Style,
)
from inspector.report.paragraph import Paragraph, span
from inspector.report.sheet import Sheet
from inspector.report.table import Column, Row, Table
from inspector.wording import _

BOX_HEIGHT = 60.0
BOX_GUTTER = 6.0
INK_WIDE = 88.0
BOXES_ACROSS = 4
NOTE_TITLE = Style(9, 15, DEEP, bold=True)
EVIDENCE_STYLE = Style(7.5, 10)
MISSING_SHOWN = 60
LETTERS = "甲乙丙丁戊己庚"


def set_closing(flow: Flow, content: ReportContent, cut: Sequence[ItemRow], missing_chars: Sequence[str]) -> None:
    """Set the annex."""
    flow.chapter("8", _("附录"))
    letters = iter(LETTERS)
    if content.evidence:
        set_evidence(flow, content.evidence, next(letters))
    if content.documents:
        set_documents(flow, content, next(letters))
    set_method(flow, content, missing_chars, next(letters))
    set_versions(flow, content, next(letters))
    if content.said:
        set_said(flow, content, next(letters))
    set_signatures(flow, content)
    if cut:
        set_full_texts(flow, cut, next(letters))


def set_evidence(flow: Flow, evidence: Sequence[Evidence], letter: str) -> None:
    """Set the list of evidence in two columns, with sixteen digits of each hash."""
    files = len({one.photo.sha256 for one in evidence})
    note = _("照片 {n} 张，原件 {files} 件按指纹存档").format(n=len(evidence), files=files)
    note += _("；“未刊”为正文没有刊出") if any(one.finding is None for one in evidence) else ""
    flow.section(_("{letter}　佐证清单").format(letter=letter), note)
    half = (
        Column(_("编号"), 42, CODE),
        Column(_("内容"), MEASURE / 2 - 42 - 74 - 38, EVIDENCE_STYLE),
        Column(_("指纹（前 16 位）"), 74, Style(6.5, 10, MUTE)),
        Column(_("去处"), 38, EVIDENCE_STYLE),
    )
    cells = [evidence_cells(one) for one in evidence]
    rows = [
        Row((*cells[place], *(cells[place + 1 : place + 2] or [("",) * 4])[0])) for place in range(0, len(cells), 2)
    ]
    Table(half * 2, pad=2.5, most=2).set(flow, rows)


def evidence_cells(one: Evidence) -> tuple[str, ...]:
    """Return the cells of a photo: its number, what it shows, its digest, and where it is printed or why not."""
    where = _("未刊") if one.finding is None else _("问题 {n}").format(n=one.finding)
    shows = f"{one.item} {one.photo.caption or one.title}"
    return one.photo.number, shows, spaced(one.photo.sha256[:16]), one.photo.missing or where


def spaced(digest: str) -> str:
    """Write a digest in groups of eight."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))


def set_documents(flow: Flow, content: ReportContent, letter: str) -> None:
    """Set the list of documents, which are kept beside the report and not printed in it."""
    note = _("文档 {n} 份，原件按指纹存档，不随报告刊出").format(n=len(content.documents))
    flow.section(_("{letter}　文档清单").format(letter=letter), note)
    columns = (Column(_("检查项"), 60, CODE), Column(_("文档"), MEASURE - 60, EVIDENCE_STYLE))
    Table(columns, pad=2.5, most=2).set(flow, [Row((one.label, one.value)) for one in content.documents])


def set_method(flow: Flow, content: ReportContent, missing_chars: Sequence[str], letter: str) -> None:
    """Set how the report came about."""
    flow.section(_("{letter}　方法说明").format(letter=letter))
    paragraphs = [*content.method.paragraphs]
    if content.method.unverified:
        paragraphs.append(content.method.unverified)
    if missing_chars:
        paragraphs.append(missing_sentence(missing_chars))
    for text in paragraphs:
        flow.paragraph(text, BODY)
        flow.gap(3)


def missing_sentence(chars: Sequence[str]) -> str:
    """Say which characters the faces lack and how they are printed instead."""
    shown = _("、").join(named(char) for char in chars[:MISSING_SHOWN])
    more = _("等") if len(chars) > MISSING_SHOWN else ""
    sentence = _("字库缺字 {n} 个，正文以编码代印：{chars}{more}。原文完整保存在检查记录中。")
    return sentence.format(n=len(chars), chars=shown, more=more)


def set_versions(flow: Flow, content: ReportContent, letter: str) -> None:
    """Set versions, digests and the hashes of this record and the one before it."""
    flow.section(_("{letter}　版本与核验").format(letter=letter), keep=60)
    label, value = Style(7.5, 12, MUTE), Style(8, 12, INK)
    half = MEASURE / 2
    pairs = Table((Column("", 46, label), Column("", half - 46, value)) * 2, most=4)
    facts = content.method.versions
    rows = []
    for place in range(0, len(facts), 2):
        cells = [part for fact in facts[place : place + 2] for part in (fact.label, fact.value)]
        rows.append(Row((*cells, *[""] * (4 - len(cells)))))
    pairs.set(flow, rows)
    hashes = [(_("记录指纹"), content.method.record_hash or _("未封存"))]
    hashes += [(_("前条指纹"), content.method.previous_hash)] if content.method.previous_hash else []
    whole = Table((Column("", 46, label), Column("", MEASURE - 46, value)), most=2)
    whole.set(flow, [Row(pair) for pair in hashes])


def set_said(flow: Flow, content: ReportContent, letter: str) -> None:
    """Set what was put right, and what the hall said before the seal and replied after it."""
    flow.section(_("{letter}　更正与答复").format(letter=letter), keep=60)
    for one in content.said:
        flow.paragraph((span(f"{one.label}　", BODY, MUTE), span(one.value, BODY)), BODY)
        flow.gap(3)


def set_signatures(flow: Flow, content: ReportContent) -> None:
    """Set the boxes to sign in, with the ink of whoever signed on the screen."""
    boxes = content.signatures
    for first in range(0, len(boxes), BOXES_ACROSS):
        here = boxes[first : first + BOXES_ACROSS]
        width = (MEASURE - BOX_GUTTER * (len(here) - 1)) / len(here)
        flow.need(BOX_HEIGHT + 10)
        flow.gap(10)
        top = flow.take(BOX_HEIGHT)
        for place, box in enumerate(here):
            x = LEFT + place * (width + BOX_GUTTER)
            flow.sheet.frame_box(x, top - BOX_HEIGHT, width, BOX_HEIGHT, MUTE, 0.6)
            Paragraph(box.role, NOTE, width - 8, 2).draw(flow.sheet, x + 4, top - 3)
            if box.strokes:
                field = (x + (width - INK_WIDE) / 2, top - BOX_HEIGHT + 10)
                with flow.sheet.tags.figure(_("{role} 的手写签字").format(role=box.role), (*field, INK_WIDE, 40)):
                    draw_ink(flow.sheet, box.strokes, *field)
            if box.seal:
                seal_ring(flow.sheet, x + width - 22, top - BOX_HEIGHT + 22, 16)
            else:
                flow.sheet.label(
                    box.day or _("年　　月　　日"), NOTE._replace(align="right"), x + width - 5, top - BOX_HEIGHT + 5
                )


def draw_ink(sheet: Sheet, strokes: Sequence[Sequence[int]], x: float, y: float) -> None:
    """Draw a signature into its field; a dot is a stroke that goes nowhere."""
    scale = INK_WIDE / WIDE
    for stroke in strokes:
        pairs = zip(stroke[::2], stroke[1::2], strict=True)
        points = [(x + across * scale, y + (HIGH - down) * scale) for across, down in pairs]
        if len(set(points)) == 1:
            sheet.dot(*points[0], 0.7, INK)
        else:
            sheet.path(points, INK, 0.9)


def set_full_texts(flow: Flow, cut: Sequence[ItemRow], letter: str) -> None:
    """Set in full what the checklist had no room for."""
    flow.section(_("{letter}　检查表说明全文").format(letter=letter), _("检查表中以…结尾的各项"))
    for item in cut:
        flow.need(3 * BODY.leading)
        flow.paragraph((span(f"{item.item}　{item.title}", NOTE_TITLE),), NOTE_TITLE, LEFT)
        for label, text in (
            (_("要点"), item.criterion),
            (_("实测"), item.measured),
            (_("理由"), item.reason),
            (_("说明"), item.remark),
        ):
            if text:
                flow.paragraph((span(f"{label}　", BODY, MUTE), span(text, BODY)), BODY)
        flow.gap(5)
