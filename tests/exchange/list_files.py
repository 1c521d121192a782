"""Lists as an office writes them, and files that only look like one."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from inspector.errors import InspectorError
from inspector.exchange.lists import read_halls

HEADS = ["编码", "名称", "级别", "区域", "营业时间", "电话"]
SPREADSHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def csv_file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "halls.csv"
    path.write_bytes(text.encode(encoding))
    return path


def excel_file(tmp_path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    path = tmp_path / "halls.xlsx"
    book.save(path)
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """Put another content into a part of a workbook."""
    before = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, content if part.filename == name else old.read(part))
    return path


def with_sheet(tmp_path: Path, rows: bytes) -> Path:
    sheet = SPREADSHEET + b"<sheetData>" + rows + b"</sheetData></worksheet>"
    return with_part(excel_file(tmp_path, HEADS), "xl/worksheets/sheet1.xml", sheet)


def texts(number: int, *cells: str) -> bytes:
    inner = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)
    return f'<row r="{number}">{inner}</row>'.encode()


def trouble(path: Path) -> str:
    with pytest.raises(InspectorError) as caught:
        read_halls(path)
    return str(caught.value)
