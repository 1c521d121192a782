"""Lists of halls and inspectors from CSV or Excel, every mistake told with its cell."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar
from xml.etree.ElementTree import ParseError

from inspector.errors import InspectorError
from inspector.inspection.hall import AREAS, BUILDINGS, CLASSES, OPERATORS, Hall, Inspector
from inspector.wording import _

MOST_ROWS = 20_000
MOST_BYTES = 20_000_000

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
WORDS = {
    "area": {"城区": "urban", "城市": "urban", "农村": "rural", "边远": "remote", "特殊边远": "remote"},
    "building": {"新建": "new", "改建": "rebuilt", "扩建": "rebuilt", "既有": "existing"},
    "operator": {"国网": "SGCC", "国家电网": "SGCC", "南网": "CSG", "南方电网": "CSG", "蒙西": "IMPC", "其他": "other"},
}
ALLOWED = {"class": ("", *CLASSES), "area": AREAS, "building": BUILDINGS, "operator": OPERATORS}
DEFAULTS = {"operator": "SGCC", "area": "urban", "building": "existing"}

Row = tuple[str, dict[str, tuple[str, str]]]


T = TypeVar("T")


@dataclass(frozen=True)
class Imported(Generic[T]):
    """What a list held: the rows that are right, and a sentence for each that is not."""

    rows: list[T]
    mistakes: list[str]


def read_halls(path: Path) -> Imported[Hall]:
    """Read halls from a CSV or Excel file."""
    halls: list[Hall] = []
    mistakes: list[str] = []
    seen: dict[str, str] = {}
    for place, cells in _rows(path, HALL_HEADS, mistakes):
        found = _hall(place, cells, mistakes)
        if found and _new(found.code, place, seen, mistakes):
            halls.append(found)
    return Imported(halls, mistakes)


def read_inspectors(path: Path) -> Imported[Inspector]:
    """Read inspectors from a CSV or Excel file."""
    people: list[Inspector] = []
    mistakes: list[str] = []
    seen: dict[str, str] = {}
    for place, cells in _rows(path, INSPECTOR_HEADS, mistakes):
        values = {key: value for key, (value, _cell) in cells.items()}
        if not values.get("code") or not values.get("name"):
            mistakes.append(_("{place}：编号和姓名都要填。").format(place=place))
        elif _new(values["code"], place, seen, mistakes):
            people.append(Inspector(values["code"], values["name"], values.get("unit", "")))
    return Imported(people, mistakes)


def _new(code: str, place: str, seen: dict[str, str], mistakes: list[str]) -> bool:
    if code in seen:
        mistakes.append(_("{place}：{code} 与 {first} 重复。").format(place=place, code=code, first=seen[code]))
        return False
    seen[code] = place
    return True


def _hall(place: str, cells: dict[str, tuple[str, str]], mistakes: list[str]) -> Hall | None:
    values, before = {}, len(mistakes)
    for key, (text, cell) in cells.items():
        value = WORDS.get(key, {}).get(text, text) or DEFAULTS.get(key, "")
        value = value.upper() if key in {"class"} else value
        if key in ALLOWED and value not in ALLOWED[key]:
            words = "、".join([*WORDS.get(key, {}), *[one for one in ALLOWED[key] if one]])
            mistakes.append(_("{cell}：“{text}”不认识，可填 {words}。").format(cell=cell, text=text, words=words))
        values[key] = value
    if not values.get("code") or not values.get("name"):
        mistakes.append(_("{place}：编码和名称都要填。").format(place=place))
    return Hall.of(values) if len(mistakes) == before else None


def _rows(path: Path, heads: dict[str, tuple[str, ...]], mistakes: list[str]) -> Iterator[Row]:
    """Yield (place, {column: (text, cell)}) of every row that holds something."""
    table = _excel(path) if path.suffix.lower() in {".xlsx", ".xlsm"} else _csv(path)
    head = next(table, None)
    if head is None:
        raise InspectorError(_("{name} 是空表。").format(name=path.name))
    names = {name: key for key, known in heads.items() for name in known}
    columns = {index: names[text.strip()] for index, text in enumerate(head) if text.strip() in names}
    missing = [heads[key][0] for key in ("code", "name") if key not in columns.values()]
    if missing:
        raise InspectorError(
            _("{name} 第 1 行缺少列：{missing}。").format(name=path.name, missing="、".join(missing)),
            _("可用的列名：{names}。").format(names="、".join(known[0] for known in heads.values())),
        )
    for number, row in enumerate(table, 2):
        if number > MOST_ROWS:
            mistakes.append(_("第 {n} 行以后没有读：一次最多 {most} 行。").format(n=number, most=MOST_ROWS))
            return
        if any(text.strip() for text in row):
            yield (
                _("第 {n} 行").format(n=number),
                {
                    key: (row[index].strip() if index < len(row) else "", f"{_letter(index)}{number}")
                    for index, key in columns.items()
                },
            )


def _letter(index: int) -> str:
    return chr(65 + index) if index < 26 else _letter(index // 26 - 1) + chr(65 + index % 26)  # noqa: PLR2004


def _csv(path: Path) -> Iterator[list[str]]:
    content = _content(path)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise InspectorError(_("{name} 不是文本表格。").format(name=path.name), _("请另存为 CSV（UTF-8）或 Excel。"))
    try:
        yield from csv.reader(io.StringIO(text.replace("\0", "")))
    except csv.Error as fault:
        raise InspectorError(_("{name} 读不出来：{fault}。").format(name=path.name, fault=fault)) from fault


def _excel(path: Path) -> Iterator[list[str]]:
    import openpyxl  # noqa: PLC0415 - 200 ms that only imports need

    content = _content(path)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=100, values_only=True):
            yield [_text(value) for value in row]
    except (zipfile.BadZipFile, KeyError, ValueError, ParseError, IndexError, OSError, TypeError) as fault:
        raise InspectorError(
            _("{name} 不是 Excel 表格，或已损坏。").format(name=path.name), _("请用 Excel 打开后另存为 xlsx。")
        ) from fault


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InspectorError(_("{name} 太大，不像名单。").format(name=path.name))
        return path.read_bytes()
    except OSError as fault:
        raise InspectorError(_("{name} 打不开。").format(name=path.name)) from fault
