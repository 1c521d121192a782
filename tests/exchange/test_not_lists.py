"""What is no list, is damaged, or floods: refused with a sentence, and soon."""

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.errors import InspectorError
from inspector.exchange.lists import read_halls
from inspector.exchange.tables import MOST_BYTES, MOST_ROWS
from inspector.inspection.hall import Hall
from tests.exchange.list_files import HEADS, SPREADSHEET, csv_file, excel_file, texts, trouble, with_part, with_sheet

# Longer than any of these files needs, far shorter than unpacking one whole would take.
PATIENCE = 30.0


class TestNotLists:
    def test_empty_files(self, tmp_path: Path) -> None:
        for text in ("", "\n\n", "\ufeff", " , ,\n"):
            assert trouble(csv_file(tmp_path, text)) == "halls.csv 是空表。"
        assert trouble(excel_file(tmp_path)) == "halls.xlsx 是空表。"
        empty = tmp_path / "empty.xlsx"
        empty.touch()
        assert trouble(empty) == "empty.xlsx 是空表。"

    def test_heads_alone_hold_nothing_and_are_no_mistake(self, tmp_path: Path) -> None:
        found = read_halls(excel_file(tmp_path, HEADS))
        assert (found.rows, found.mistakes) == ([], [])

    def test_missing_heads_are_named(self, tmp_path: Path) -> None:
        said = trouble(csv_file(tmp_path, "名称,地址\n东厅,东路\n"))
        assert said.startswith("halls.csv 前 10 行里没有列名：编码。可用的列名：编码、名称、级别")

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "旧版 Excel"),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "是 PDF"),
            (b"PK\x03\x04 torn", "不是 Excel 表格，或已损坏"),
            (b"\x00\x01\x02\xff\xfe\xfd", "不是文本表格"),
            (b"\xff\xff\xff\xff", "不是文本表格"),
        ],
    )
    @pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list.xls"])
    def test_other_files_whatever_their_name(self, tmp_path: Path, content: bytes, words: str, name: str) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        if name.endswith("xlsx"):
            words = words.replace("不是文本表格", "不是 Excel 表格，或已损坏")
        assert words in trouble(path)

    def test_a_missing_file_and_a_folder(self, tmp_path: Path) -> None:
        assert "打不开" in trouble(tmp_path / "gone.csv")
        assert "打不开" in trouble(tmp_path)

    def test_more_than_20_mb_is_not_even_read(self, tmp_path: Path) -> None:
        path = tmp_path / "big.csv"
        with path.open("wb") as file:
            file.truncate(MOST_BYTES + 1)
        assert "超过 20 MB" in trouble(path)

    def test_a_workbook_without_a_sheet_part(self, tmp_path: Path) -> None:
        path = tmp_path / "hollow.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<document/>")
        assert "不是 Excel 表格" in trouble(path)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        at=st.floats(0, 1, exclude_max=True),
        bits=st.binary(min_size=1, max_size=40),
        keep=st.booleans(),
        csv=st.booleans(),
    )
    def test_damaged_files_end_in_a_sentence(
        self, tmp_path: Path, at: float, bits: bytes, keep: bool, csv: bool
    ) -> None:
        path = excel_file(tmp_path, HEADS, ["001", "东厅", "A", "城区"])
        if csv:
            path = csv_file(tmp_path, "编码,名称\n001,东厅\n", "gb18030")
        whole = path.read_bytes()
        place = int(at * len(whole))
        path.write_bytes(whole[:place] + bits + (whole[place + len(bits) :] if keep else b""))
        try:
            found = read_halls(path)
            said = found.mistakes
        except InspectorError as told:
            said = [str(told)]
        assert all(sentence.endswith("。") for sentence in said)


class TestFloods:
    @pytest.fixture(autouse=True)
    def _in_time(self) -> object:
        began = time.monotonic()
        yield
        assert time.monotonic() - began < PATIENCE

    def test_a_million_rows_taken_for_used(self, tmp_path: Path) -> None:
        phantom = b"".join(b'<row r="%d"><c s="0"/><c s="0"/><c s="0"/></row>' % n for n in range(3, 1_048_577))
        found = read_halls(with_sheet(tmp_path, texts(1, *HEADS) + texts(2, "001", "东厅") + phantom))
        assert (found.rows, found.mistakes) == ([Hall("001", "东厅")], [])

    def test_one_cell_in_the_very_last_row(self, tmp_path: Path) -> None:
        rows = texts(1, *HEADS) + texts(2, "001", "东厅") + texts(1_048_576, "", "")
        assert read_halls(with_sheet(tmp_path, rows)).rows == [Hall("001", "东厅")]

    def test_more_rows_than_are_read_are_told(self, tmp_path: Path) -> None:
        lines = "".join(f"{n},厅{n}\n" for n in range(MOST_ROWS + 5))
        found = read_halls(csv_file(tmp_path, "编码,名称\n" + lines))
        assert len(found.rows) == MOST_ROWS - 1
        assert found.mistakes == ["第 20001 行起没有读：一次最多 20000 行。"]

    @pytest.mark.parametrize(
        "rows",
        [
            lambda: b" " * 120_000_000,
            lambda: b"<row>" + b"<c/>" * 20_000_000 + b"</row>",
            lambda: b"<row>" + b"<c/>" * 3_100_000 + b"</row>",
        ],
        ids=["spaces", "one endless row", "a long row"],
    )
    def test_a_sheet_that_unpacks_to_a_flood_is_refused(self, tmp_path: Path, rows: Callable[[], bytes]) -> None:
        assert "解开后大得不像名单" in trouble(with_sheet(tmp_path, rows()))

    def test_styles_that_unpack_to_a_flood_are_refused(self, tmp_path: Path) -> None:
        path = with_part(excel_file(tmp_path, HEADS), "xl/styles.xml", b"<xf/>" * 2_000_000)
        assert "解开后大得不像名单" in trouble(path)

    def test_entities_that_multiply_are_refused(self, tmp_path: Path) -> None:
        entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 50) for n in range(1, 9))
        sheet = b'<!DOCTYPE x [<!ENTITY e0 "lol">' + entities + b"]>" + SPREADSHEET
        sheet += b'<sheetData><row><c t="inlineStr"><is><t>&e8;</t></is></c></row></sheetData></worksheet>'
        path = with_part(excel_file(tmp_path, HEADS), "xl/worksheets/sheet1.xml", sheet)
        assert "不是 Excel 表格，或已损坏" in trouble(path)
