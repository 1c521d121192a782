"""The notice (整改通知单) as a Word document, which offices edit before they issue it."""

import io
from pathlib import Path
from typing import Any

from inspector.lock.files import content_of
from inspector.paths import write_whole
from inspector.report.content import ReportContent
from inspector.report.marks import severity_word
from inspector.report.noticed import Notice, spread
from inspector.report.office.cells import clean
from inspector.wording import _

SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"
WIDTHS = (0.8, 1.7, 1.3, 4.4, 3.2, 3.6, 1.9)  # centimetres, 16.9 in all
PHOTO = 5.3  # centimetres, as on paper
RED = "A32A22"


def write_document(content: ReportContent, notice: Notice, target: Path, *, photos: bool = False) -> None:
    """Write the document; all there, or not there."""
    from docx import Document  # noqa: PLC0415 - start-up has no use for it
    from docx.shared import Cm  # noqa: PLC0415

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Cm(2.4),
        Cm(1.7),
        Cm(2),
        Cm(1.8),
    )
    document.core_properties.title = clean(_("{hall} 整改通知单").format(hall=notice.hall))
    document.core_properties.author = clean(notice.unit)
    _style(document.styles["Normal"], 10.5)
    _head(document, notice)
    _table(document, notice)
    for rule in notice.rules:
        line = document.add_paragraph()
        _run(line, f"{rule.label}\u3000", bold=True)
        _run(line, rule.value)
    _run(document.add_paragraph(), _("原因与措施（被检查单位填写）"), bold=True)
    _box(document, [["\n\n\n"]])
    document.add_paragraph()
    _box(document, _boxes())
    _run(document.add_paragraph(), notice.foot, size=9)
    if photos:
        _photos(document, content)
    _run(section.footer.paragraphs[0], _("记录指纹 SHA-256 {digest}").format(digest=content.record_hash), size=7.5)
    buffer = io.BytesIO()
    document.save(buffer)
    write_whole(target, buffer.getvalue())


def _style(style: Any, size: float) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    style.font.name, style.font.size = LATIN, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)


def _run(line: Any, words: str, *, bold: bool = False, size: float = 0, face: str = SONG, colour: str = "") -> None:
    """Add words in a face that every office has; Word takes Chinese from a face of its own."""
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    run = line.add_run(clean(words))
    run.bold, run.font.name = bold, LATIN
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)


def _head(document: Any, notice: Notice) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    unit, title, line = (document.add_paragraph() for _place in range(3))
    unit.alignment = title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(unit, notice.unit, size=15)
    _run(
        title,
        spread(_("整改通知单")),
        bold=True,
        size=24,
        face=HEI,
        colour=RED,
    )
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16.9), WD_TAB_ALIGNMENT.RIGHT)
    number = _("编号 {number}").format(number=notice.number)
    _run(line, f"{number}\t" + _("签发日期　{day}").format(day=notice.day))
    _underline(line)
    _run(document.add_paragraph(), _("{hall}：").format(hall=notice.hall), bold=True)
    words = document.add_paragraph()
    words.paragraph_format.first_line_indent = Cm(0.74)
    _run(words, notice.words)


def _underline(line: Any) -> None:
    """Draw the double red rule below a line."""
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    border = (
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="4" w:color="{RED}"/></w:pBdr>'
    )
    line._p.get_or_add_pPr().append(parse_xml(border))  # noqa: SLF001 - the library has no borders of paragraphs


def _table(document: Any, notice: Notice) -> None:
    heads = (_("序"), _("编号"), _("程度"), _("发现的事实"), _("依据"), _("整改要求"), _("期限"))
    rows = [
        (
            str(one.number),
            one.item,
            severity_word(one.severity),
            f"{one.title}：{one.facts}",
            one.basis,
            one.action,
            one.deadline,
        )
        for one in notice.rows
    ]
    table = _box(document, [list(heads), *map(list, rows)], widths=WIDTHS, bold_head=True)
    _repeat_head(table.rows[0])
    for row in table.rows:
        _keep_whole(row)
    document.add_paragraph()


def _box(document: Any, rows: list[list[str]], *, widths: tuple[float, ...] = (), bold_head: bool = False) -> Any:
    from docx.shared import Cm  # noqa: PLC0415

    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    table.autofit = False
    for place, column in enumerate(table.columns):
        column.width = Cm(widths[place] if widths else sum(WIDTHS) / len(rows[0]))
    cells = table._cells  # noqa: SLF001 - asking for every cell by row and column is quadratic
    across = len(rows[0])
    for place, cell in enumerate(cells):
        row, column = divmod(place, across)
        cell.width = Cm(widths[column] if widths else sum(WIDTHS) / across)
        _run(cell.paragraphs[0], rows[row][column], bold=bold_head and row == 0, size=9)
    return table


def _repeat_head(row: Any) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _keep_whole(row: Any) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _boxes() -> list[list[str]]:
    day = "\n" + _("年　　月　　日")
    return [
        [
            "\n".join((_("签发"), _("签发人："), _("单位（章）："))) + day,
            "\n".join((_("接收"), _("接收人："), _("□ 无异议　□ 提出申辩"))) + day,
            "\n".join((_("销号"), _("复查结论：□ 销号　□ 退回"), _("复查人："))) + day,
        ]
    ]


def _photos(document: Any, content: ReportContent) -> None:
    from docx.shared import Cm  # noqa: PLC0415

    document.add_page_break()
    _run(document.add_paragraph(), _("佐证照片"), bold=True, size=14, face=HEI)
    for finding in content.findings:
        for photo in finding.photos:
            told = document.add_paragraph()
            _run(
                told,
                " ".join(part for part in (finding.item, photo.number, photo.caption, photo.missing) if part),
                size=9,
            )
            if photo.path is not None and not photo.missing:
                document.add_picture(io.BytesIO(content_of(photo.path)), width=Cm(PHOTO))
