"""Rows of a CSV or Excel file, read within bounds of time and memory whatever the file holds."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from inspector.errors import InspectorError
from inspector.wording import _

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_BYTES = 20_000_000
# What one part of a workbook may unpack to: 20 000 rows of 1 600 bytes, a hundredth of a bomb.
MOST_UNPACKED = 32_000_000
# Tags of a part: 20 000 rows of 37 cells, or every style Excel can hold. The reader needs some seconds for as many.
MOST_TAGS, MOST_STYLE_TAGS = 3_000_000, 300_000
FILLED = ("xl/worksheets/", "xl/sharedStrings")
ZIP, OLD_EXCEL, PDF = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ROW = re.compile(rb"<(\w+:)?row[\s/>]")


def read_table(path: Path) -> Iterator[list[object]]:
    """Yield the rows of a table's first sheet, of CSV as texts; the content tells the kind, not the file's name."""
    content = _content(path)
    if content.startswith(OLD_EXCEL):
        raise InspectorError(
            _("{name} 是旧版 Excel（xls）或加了密码的表格。").format(name=path.name),
            _("请用 Excel 打开，另存为不加密码的 xlsx。"),
        )
    if content.startswith(PDF):
        raise InspectorError(_("{name} 是 PDF，不是表格。").format(name=path.name), _("请另存为 CSV 或 Excel。"))
    excel = content.startswith(ZIP) or path.suffix.lower() in {".xlsx", ".xlsm"}
    return _excel(path.name, content) if excel and content else _csv(path.name, content)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InspectorError(_("{name} 超过 20 MB，不像名单。").format(name=path.name), _("请只留下名单那一张表。"))
        return path.read_bytes()
    except OSError as fault:
        raise InspectorError(
            _("{name} 打不开。").format(name=path.name), _("请检查文件是否还在、是否被别的程序占用。")
        ) from fault


def _csv(name: str, content: bytes) -> Iterator[list[object]]:
    text = _decoded(name, content)
    first = text.partition("\n")[0]
    separator = max(",\t;", key=first.count)
    try:
        # Without translation of line ends a file from an old Mac would be one long line.
        yield from csv.reader(io.StringIO(text, newline=None), delimiter=separator)
    except csv.Error as fault:
        raise InspectorError(_("{name} 读不出来：{fault}。").format(name=name, fault=fault)) from fault


def _decoded(name: str, content: bytes) -> str:
    wide = content.startswith(UTF_16)
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InspectorError(_("{name} 不是文本表格。").format(name=name), _("请另存为 CSV（UTF-8）或 Excel。"))


def _excel(name: str, content: bytes) -> Iterator[list[object]]:
    import openpyxl  # noqa: PLC0415 - 200 ms that only imports need

    try:
        with warnings.catch_warnings():
            # Workbooks of other programs lack styles or hold things unknown; nothing of it touches the words.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(_within_bounds(name, content), read_only=True, data_only=True)
        seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
        for row in seen[0].iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True):
            yield list(row)
    except InspectorError:
        raise
    except Exception as fault:  # a damaged workbook breaks its reader in any way there is
        raise InspectorError(
            _("{name} 不是 Excel 表格，或已损坏。").format(name=name), _("请用 Excel 打开后另存为 xlsx。")
        ) from fault


def _within_bounds(name: str, content: bytes) -> io.BytesIO:
    """Return the workbook with every sheet cut to the rows that are read; refuse one that would unpack to a flood.

    A million empty rows that Excel takes for used are common; unpacked whole they would take minutes.
    """
    cut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(cut, "w") as target:
        for part in archive.infolist():
            if part.filename.endswith((".xml", ".rels")):
                target.writestr(part.filename, _part(name, archive, part))
            if cut.tell() > 2 * MOST_UNPACKED:
                raise _flood(name)
    cut.seek(0)
    return cut


def _part(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as file:
        content = file.read(MOST_UNPACKED)
    whole = part.file_size <= MOST_UNPACKED
    rows = list(islice(ROW.finditer(content), MOST_ROWS + 2)) if part.filename.startswith("xl/worksheets/") else []
    if len(rows) == MOST_ROWS + 2:
        prefix, whole = rows[0].group(1) or b"", True
        content = content[: rows[-1].start()] + b"</%ssheetData></%sworksheet>" % (prefix, prefix)
    most = MOST_TAGS if part.filename.startswith(FILLED) else MOST_STYLE_TAGS
    if not whole or content.count(b"<") > most:
        raise _flood(name)
    return content


def _flood(name: str) -> InspectorError:
    return InspectorError(_("{name} 解开后大得不像名单，没有读。").format(name=name), _("请把名单另存为一张新表。"))
