"""Lists of halls and inspectors from CSV or Excel, every mistake told with its cell; and their empty templates."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from inspector.errors import InspectorError
from inspector.exchange.tables import MOST_ROWS, read_table
from inspector.inspection.hall import AREAS, BUILDINGS, CLASSES, OPERATORS, Hall, Inspector
from inspector.wording import _, language

HALL_HEADS = {
    "code": ("编码", "厅编码", "营业厅编码", "code"),
    "name": ("名称", "厅名", "营业厅名称", "营业厅", "name"),
    "class": ("级别", "厅级别", "class"),
    "operator": ("供电企业", "运营方", "operator"),
    "unit": ("单位", "所属单位", "unit"),
    "city": ("市", "地市", "city"),
    "county": ("县", "区县", "county"),
    "address": ("地址", "address"),
    "area": ("区域", "区域类型", "area"),
    "building": ("建筑", "建筑类型", "building"),
    "hours": ("营业时间", "hours"),
    "phone": ("电话", "联系电话", "phone"),
}
INSPECTOR_HEADS = {
    "code": ("编号", "工号", "code"),
    "name": ("姓名", "name"),
    "unit": ("单位", "unit"),
}
HALL_EXAMPLE = (
    "示例-BJ017", "滨江供电营业厅", "C", "国家电网", "临江供电公司", "临江市", "滨江区", "滨江路 17 号", "城区", "既有",
    "8:30–17:30", "0571-12345678",
)  # fmt: skip
INSPECTOR_EXAMPLE = ("示例-D001", "周敏", "临江供电公司服务督查组")
WORDS = {
    "area": {"城区": "urban", "城市": "urban", "农村": "rural", "边远": "remote", "特殊边远": "remote"},
    "building": {"新建": "new", "改建": "rebuilt", "扩建": "rebuilt", "既有": "existing"},
    "operator": {
        "国网": "SGCC", "国家电网": "SGCC", "南网": "CSG", "南方电网": "CSG", "蒙西": "IMPC", "内蒙古电力": "IMPC",
        "其他": "other", "其他企业": "other",
    },
    "class": {f"{letter}级": letter for letter in CLASSES},
}  # fmt: skip
ALLOWED = {"class": CLASSES, "area": AREAS, "building": BUILDINGS, "operator": OPERATORS}
REQUIRED = ("code", "name")
NARROW = ("code", "class", "phone")
HEAD_ROWS = 10
LONGEST = 200
# After so many empty rows the rest of a sheet is only taken for used, not meant.
GAP = 1_000
# Excel keeps 15 digits of a number; what is longer has lost its end.
EXACT = 10**15
ERRORS = {"#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"}
SHORTENED = re.compile(r"\d(\.\d+)?E\+\d+")
KEPT_AS_TEXT = re.compile(r'="(.*)"')
INVISIBLE = "\ufeff\u200b"
# The template's own row: left standing, it must not become a hall.
EXAMPLE = "示例"

Heads = Mapping[str, tuple[str, ...]]
Cells = dict[str, tuple[object, str]]
T = TypeVar("T")


@dataclass(frozen=True)
class Imported(Generic[T]):
    """What a list held: the rows that are right, and a sentence for each mistake, with its cell."""

    rows: list[T]
    mistakes: list[str]


def read_halls(
    path: Path, known: Mapping[str, Hall] | None = None, defaults: Mapping[str, str] | None = None
) -> Imported[Hall]:
    """Read halls from a CSV or Excel file.

    A hall known by its code keeps what the list leaves empty; a new one takes it from the defaults.
    """
    mistakes: list[str] = []
    new = {"operator": "SGCC", "area": "urban", "building": "existing", **(defaults or {})}
    halls = []
    for values in _records(path, HALL_HEADS, mistakes):
        old = (known or {}).get(values["code"])
        halls.append(Hall.of({**(old.plain() if old else new), **values}))
    return Imported(halls, mistakes)


def read_inspectors(path: Path, known: Mapping[str, Inspector] | None = None) -> Imported[Inspector]:
    """Read inspectors from a CSV or Excel file; one known by the code keeps the unit that the list leaves empty."""
    mistakes: list[str] = []
    people = []
    for values in _records(path, INSPECTOR_HEADS, mistakes):
        old = (known or {}).get(values["code"], Inspector("", ""))
        people.append(replace(old, **values))
    return Imported(people, mistakes)


def write_template(path: Path, kind: str) -> None:
    """Write an Excel file with the heads of a list (halls or inspectors) and one row as an example."""
    from openpyxl import Workbook  # noqa: PLC0415 - 200 ms that only templates need
    from openpyxl.styles import Font  # noqa: PLC0415

    heads, example = {"halls": (HALL_HEADS, HALL_EXAMPLE), "inspectors": (INSPECTOR_HEADS, INSPECTOR_EXAMPLE)}[kind]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([names[0] if language() == "zh_CN" else names[-1] for names in heads.values()])
    sheet.append(example)
    sheet.freeze_panes = "A2"
    for index, text in enumerate(example):
        column = sheet.column_dimensions[_letter(index)]
        column.width = 2 * len(text) + 4
        # Only columns of text keep the leading zeros of codes and telephone numbers.
        column.number_format = "@"
        sheet.cell(1, index + 1).font = Font(bold=True)
    try:
        book.save(path)
    except OSError as fault:
        raise InspectorError(
            _("模板 {name} 没有写成。").format(name=path.name), _("请换一个位置，或先关闭这个文件。")
        ) from fault


def _records(path: Path, heads: Heads, mistakes: list[str]) -> Iterator[dict[str, str]]:
    """Yield {column: value} of every row that is right; of the others only their mistakes are kept."""
    seen: dict[str, str] = {}
    for cells in _rows(path, heads, mistakes):
        values, wrong = _values(cells)
        code, cell = values.get("code", ""), cells["code"][1]
        if code.startswith(EXAMPLE):
            continue
        if code in seen:
            wrong.append(_("{cell}：{code} 与 {first} 重复。").format(cell=cell, code=code, first=seen[code]))
        elif code:
            seen[code] = cell
        mistakes += wrong
        if not wrong:
            yield values


def _values(cells: Cells) -> tuple[dict[str, str], list[str]]:
    """Return the columns that hold something, as we name their values, and what is wrong with them."""
    values, wrong = {}, []
    for key, (held, cell) in cells.items():
        text = _text(held)
        if key in NARROW:
            text = unicodedata.normalize("NFKC", text)
        if key == "class":
            text = text.upper()
        value = WORDS.get(key, {}).get(text.replace(" ", ""), text)
        trouble = _trouble(key, held, text, value)
        if trouble:
            wrong.append(_("{cell}：{trouble}。").format(cell=cell, trouble=trouble))
        elif value:
            values[key] = value
    return values, wrong


def _trouble(key: str, held: object, text: str, value: str) -> str:
    if not text:
        return _("没有填") if key in REQUIRED else ""
    if isinstance(held, (date, timedelta)):
        return _("Excel 当成了日期，请把这一列设为文本后重填")
    number = isinstance(held, (int, float)) and abs(held) >= EXACT
    if number or SHORTENED.fullmatch(text):
        return _("数字太长，Excel 已丢掉末几位，请把这一列设为文本后重填")
    if text in ERRORS:
        return _("是 Excel 的错误值 {text}").format(text=text)
    if len(text) > LONGEST:
        return _("超过 {most} 个字").format(most=LONGEST)
    if key in ALLOWED and value not in ALLOWED[key]:
        return _("“{text}”不认识，可填 {words}").format(text=text, words="、".join(WORDS[key]))
    return ""


def _text(held: object) -> str:
    """Return what a cell shows, on one line, without the invisible characters that come with copied text."""
    if held is None:
        return ""
    if isinstance(held, time):
        return f"{held:%H:%M}"
    if isinstance(held, float) and held.is_integer():
        return str(int(held))
    text = unicodedata.normalize("NFC", str(held))
    for mark in INVISIBLE:
        text = text.replace(mark, "")
    kept = KEPT_AS_TEXT.fullmatch(text.strip())
    text = kept.group(1) if kept else text
    return " ".join(text.split())


def _rows(path: Path, heads: Heads, mistakes: list[str]) -> Iterator[Cells]:
    """Yield {column: (what the cell holds, the cell)} of every row that holds something in a column we know."""
    table = enumerate(read_table(path), 1)
    columns, last = _columns(path, table, heads), 0
    for number, row in table:
        cells = {
            key: (row[index] if index < len(row) else None, f"{_letter(index)}{number}")
            for index, key in columns.items()
        }
        filled = any(_text(held) for held, _cell in cells.values())
        if number > MOST_ROWS:
            if filled or number - last < GAP:
                mistakes.append(_("第 {n} 行起没有读：一次最多 {most} 行。").format(n=number, most=MOST_ROWS))
            return
        if filled:
            last = number
            yield cells


def _columns(path: Path, table: Iterator[tuple[int, list[object]]], heads: Heads) -> dict[int, str]:
    """Find the row of heads among the first rows, above which a list may have a title."""
    names = {name: key for key, known in heads.items() for name in known}
    best: dict[int, str] = {}
    empty = True
    for _number, row in islice(table, HEAD_ROWS):
        columns: dict[int, str] = {}
        for index, held in enumerate(row):
            text = _text(held).strip("*＊ ").lower()
            empty = empty and not text
            if text in names and names[text] not in columns.values():
                columns[index] = names[text]
        if all(key in columns.values() for key in REQUIRED):
            return columns
        best = max(best, columns, key=len)
    if empty:
        raise InspectorError(_("{name} 是空表。").format(name=path.name))
    missing = "、".join(heads[key][0] for key in REQUIRED if key not in best.values())
    raise InspectorError(
        _("{name} 前 {n} 行里没有列名：{missing}。").format(name=path.name, n=HEAD_ROWS, missing=missing),
        _("可用的列名：{names}。").format(names="、".join(known[0] for known in heads.values())),
    )


def _letter(index: int) -> str:
    return chr(65 + index) if index < 26 else _letter(index // 26 - 1) + chr(65 + index % 26)  # noqa: PLR2004
