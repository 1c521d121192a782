"""Results and findings as an Excel workbook; every text is written as text, never as a formula or a link."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from inspector.inspection.answer import Verdict
from inspector.lock.files import readable_form, sealed
from inspector.paths import write_whole
from inspector.report.content import ItemRow, ReportContent
from inspector.report.marks import severity_word, verdict_word
from inspector.report.office.cells import clean
from inspector.report.palette import DEEP, RED, RULE, TEAL, TINT, WHITE
from inspector.wording import _

FACE = "微软雅黑"
TALL, WIDE_ENOUGH = 120, 60  # pixels and columns of a photo's row
FILLS = {Verdict.FAIL: "#F6D9D6", Verdict.PARTLY: "#F7EBCF", Verdict.NA: "#E8ECED", Verdict.UNCHECKED: "#E8ECED"}
Cell = str | int | float | None


class Column(NamedTuple):
    """A column: its head, its width in characters, and how its cells look."""

    title: str
    width: float
    look: str = "text"


class Formats(NamedTuple):
    """The looks of cells."""

    by_name: dict[str, Any]
    verdicts: dict[Verdict, Any]


def write_workbook(content: ReportContent, target: Path, *, photos: bool = False) -> None:
    """Write the workbook; all there, or not there."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - start-up has no use for it

    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = Workbook(buffer, options)
    book.set_properties({"title": clean(f"{content.hall} {content.number}"), "author": clean(content.cover.unit)})
    formats = _formats(book)
    _overview(book, formats, content)
    _items(book, formats, content)
    _findings(book, formats, content)
    _topics(book, formats, content)
    _method(book, formats, content)
    if photos and content.evidence:
        _photos(book, formats, content)
    book.close()
    write_whole(target, buffer.getvalue())


def _formats(book: Any) -> Formats:
    plain = {"font_name": FACE, "font_size": 10, "valign": "top", "text_wrap": True, "border": 1, "border_color": RULE}
    looks = {
        "text": plain,
        "bold": {**plain, "bold": True},
        "figure": {**plain, "num_format": "0.0", "align": "right"},
        "whole": {**plain, "num_format": "0", "align": "right"},
        "date": {**plain, "num_format": "yyyy年m月d日", "align": "left"},
        "head": {**plain, "bold": True, "bg_color": TEAL, "font_color": WHITE, "valign": "vcenter"},
        "title": {"font_name": FACE, "font_size": 16, "bold": True, "font_color": DEEP},
        "label": {**plain, "bg_color": TINT},
        "bad": {**plain, "bold": True, "font_color": RED},
    }
    verdicts = {
        one: book.add_format({**plain, "bg_color": FILLS.get(one, WHITE), "bold": one is Verdict.FAIL})
        for one in Verdict
    }
    return Formats({name: book.add_format(look) for name, look in looks.items()}, verdicts)


def _sheet(book: Any, name: str, formats: Formats, columns: Sequence[Column], rows: int) -> Any:
    """Begin a sheet of rows: head frozen and repeated on paper, filters, one page wide."""
    sheet = book.add_worksheet(name)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, formats.by_name["head"])
    sheet.set_row(0, 22)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&F　&A&R&P / &N")
    return sheet


def _write(sheet: Any, row: int, columns: Sequence[Column], cells: Sequence[Any], formats: Formats) -> None:
    for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        look = formats.by_name[column.look]
        if isinstance(cell, str):
            sheet.write_string(row, place, clean(cell), look)
        elif cell is None:
            sheet.write_blank(row, place, None, look)
        elif hasattr(cell, "year"):
            sheet.write_datetime(row, place, cell, look)
        else:
            sheet.write_number(row, place, cell, look)


def _overview(book: Any, formats: Formats, content: ReportContent) -> None:
    sheet, cover = book.add_worksheet(_("概览")), content.cover
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 5, 16)
    sheet.write_string(0, 0, clean(content.hall), formats.by_name["title"])
    facts = [
        (_("编号"), content.number),
        (_("星级"), f"{cover.star.word} {cover.star.plate}".strip()),
        (_("总分"), cover.total or "–"),
    ]
    facts += [(_("结论"), content.summary.headline + "".join(content.summary.sentences))]
    facts += [(fact.label, fact.value) for fact in cover.facts]
    for row, (label, value) in enumerate(facts, 2):
        sheet.write_string(row, 0, clean(label), formats.by_name["label"])
        sheet.merge_range(row, 1, row, 5, "", formats.by_name["text"])
        sheet.write_string(row, 1, clean(value), formats.by_name["text"])
        sheet.set_row(row, 60 if len(value) > WIDE_ENOUGH else None)
    top = len(facts) + 3
    heads = (_("理念"), _("权重"), _("本次"), _("上次"))
    for place, title in enumerate(heads):
        sheet.write_string(top, place, title, formats.by_name["head"])
    for row, idea in enumerate((*content.summary.ideas, content.summary.total), top + 1):
        sheet.write_string(row, 0, clean(idea.name), formats.by_name["bold"])
        for place, printed in enumerate((idea.weight, idea.value, idea.last), 1):
            _figure(sheet, row, place, printed, formats)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _figure(sheet: Any, row: int, place: int, printed: str, formats: Formats) -> None:
    """Write a printed figure as a number, so that offices can go on computing; what is none stays text."""
    number = figure(printed)
    if number is None:
        sheet.write_string(row, place, clean(printed or "–"), formats.by_name["text"])
    else:
        sheet.write_number(row, place, number, formats.by_name["figure"])


def figure(printed: str) -> float | None:
    """Return the number that a printed figure stands for."""
    plain = printed.replace("−", "-").strip()
    return (
        float(plain)
        if plain.lstrip("-").replace(".", "", 1).isascii() and plain.lstrip("-").replace(".", "", 1).isdigit()
        else None
    )


def _items(book: Any, formats: Formats, content: ReportContent) -> None:
    columns = (
        Column(_("编号"), 9, "bold"),
        Column(_("检查项"), 24, "bold"),
        Column(_("部分"), 16),
        Column(_("权重"), 6, "whole"),
        Column(_("程度"), 7),
        Column(_("结论"), 10),
        Column(_("实测"), 28),
        Column(_("说明"), 40),
        Column(_("理由"), 24),
        Column(_("问题号"), 8, "whole"),
        Column(_("评判标准"), 60),
    )
    rows = [(section.title, item) for section in content.sections for item in section.items]
    sheet = _sheet(book, _("检查项"), formats, columns, len(rows))
    for row, (section, item) in enumerate(rows, 1):
        _write(sheet, row, columns, _item_cells(section, item), formats)
        if item.verdict:
            sheet.write_string(row, 5, verdict_word(item.verdict), formats.verdicts[item.verdict])


def _item_cells(section: str, item: ItemRow) -> tuple[Cell, ...]:
    weight = figure(item.weight)
    return (
        item.item, item.title, section, None if weight is None else int(weight), severity_word(item.severity),
        verdict_word(item.verdict), item.measured, item.remark, item.reason, item.finding, item.criterion,
    )  # fmt: skip


def _findings(book: Any, formats: Formats, content: ReportContent) -> None:
    columns = (
        Column(_("序"), 5, "whole"),
        Column(_("检查项"), 24, "bold"),
        Column(_("编号"), 9),
        Column(_("程度"), 7),
        Column(_("部分"), 16),
        Column(_("事实"), 46),
        Column(_("依据"), 32),
        Column(_("须做到"), 40),
        Column(_("期限"), 14, "date"),
        Column(_("责任"), 14),
        Column(_("对星级"), 24),
        Column(_("上次"), 14),
        Column(_("销号日期"), 14, "date"),
        Column(_("备注"), 20),
    )
    sheet = _sheet(book, _("问题"), formats, columns, len(content.findings))
    for row, one in enumerate(content.findings, 1):
        basis = "；".join(part.text for part in one.basis)
        cells = (
            one.number, one.title, one.item, severity_word(one.severity), one.place, one.facts, basis, one.action,
            one.due or one.deadline, one.responsible, one.effect, one.last_time, None, None,
        )  # fmt: skip
        _write(sheet, row, columns, cells, formats)


def _topics(book: Any, formats: Formats, content: ReportContent) -> None:
    columns = (
        Column(_("专题"), 18, "bold"),
        Column(_("检查项"), 24),
        Column(_("编号"), 9),
        Column(_("结论"), 10),
        Column(_("权重"), 7, "figure"),
        Column(_("得分"), 7, "figure"),
        Column(_("总分失去"), 10, "figure"),
        Column(_("实测与说明"), 50),
    )
    lost = [(topic.share.name, one) for topic in content.topics for one in topic.lost]
    sheet = _sheet(book, _("失分"), formats, columns, len(lost))
    for row, (topic, one) in enumerate(lost, 1):
        told = "；".join(part for part in (one.measured, one.remark) if part)
        printed = [figure(part) if figure(part) is not None else part for part in (one.weight, one.credit, one.lost)]
        _write(sheet, row, columns, (topic, one.title, one.item, verdict_word(one.verdict), *printed, told), formats)


def _method(book: Any, formats: Formats, content: ReportContent) -> None:
    sheet = book.add_worksheet(_("方法与版本"))
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    rows = [(_("方法"), part) for part in content.method.paragraphs]
    rows += [(one.label, one.value) for one in content.method.versions]
    rows += [(_("记录指纹"), content.record_hash or _("未封存")), (_("前条指纹"), content.method.previous_hash)]
    for row, (label, value) in enumerate(rows):
        sheet.write_string(row, 0, clean(label), formats.by_name["label"])
        sheet.write_string(row, 1, clean(value), formats.by_name["text"])
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _photos(book: Any, formats: Formats, content: ReportContent) -> None:
    columns = (
        Column(_("编号"), 10, "bold"),
        Column(_("检查项"), 26),
        Column(_("说明"), 36),
        Column(_("指纹"), 20),
        Column(_("照片"), 24),
    )
    sheet = _sheet(book, _("照片"), formats, columns, len(content.evidence))
    for row, one in enumerate(content.evidence, 1):
        photo = one.photo
        cells = (photo.number, f"{one.item} {one.title}", photo.caption, photo.sha256[:16], photo.missing)
        _write(sheet, row, columns, cells, formats)
        sheet.set_row_pixels(row, TALL)
        if photo.path is not None and not photo.missing and photo.height:
            picture = readable_form(photo.path)
            told = {"image_data": picture} if sealed(photo.path) else {}
            scale = (TALL - 8) / photo.height
            look = {"x_scale": scale, "y_scale": scale, "x_offset": 4, "y_offset": 4, "object_position": 1, **told}
            sheet.insert_image(row, 4, str(photo.path), {**look, "description": clean(photo.caption or photo.number)})
