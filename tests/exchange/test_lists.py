"""The lists of halls and inspectors: every row read as it was meant, every mistake told with its cell."""

from datetime import date
from datetime import time as clock_time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.errors import InspectorError
from inspector.exchange.lists import (
    HALL_HEADS,
    INSPECTOR_HEADS,
    read_halls,
    read_inspectors,
    write_template,
)
from inspector.inspection.hall import Hall, Inspector
from tests.exchange.list_files import HEADS, csv_file, excel_file, texts, with_sheet


class TestHalls:
    def test_a_row_becomes_a_hall_with_words_as_keys(self, tmp_path: Path) -> None:
        path = csv_file(
            tmp_path,
            "编码,名称,级别,供电企业,单位,市,县,地址,区域,建筑,营业时间,电话\n"
            "BJ-017,滨江供电营业厅,c级,南方电网,临江公司,临江市,滨江区,滨江路 17 号,农村,扩建,8:30–17:30,0571-1234\n",
        )
        found = read_halls(path)
        assert found.mistakes == []
        assert found.rows == [
            Hall(
                "BJ-017", "滨江供电营业厅", "C", "CSG", "临江公司", "临江市", "滨江区", "滨江路 17 号", "rural",
                "rebuilt", "8:30–17:30", "0571-1234",
            )
        ]  # fmt: skip

    def test_every_head_is_known_by_each_of_its_names(self, tmp_path: Path) -> None:
        for names in HALL_HEADS.values():
            for name in names:
                line = [one[0] for one in HALL_HEADS.values() if one is not names]
                path = csv_file(tmp_path, ",".join([*line, name]) + "\n" + ",".join(["C"] * 12) + "\n")
                assert not [one for one in read_halls(path).mistakes if "列名" in one]

    def test_wrong_words_are_told_with_their_cells(self, tmp_path: Path) -> None:
        path = excel_file(tmp_path, HEADS, ["001", "东厅", "E", "城区"], ["002", "西厅", "A", "山上"], ["003", "南厅"])
        found = read_halls(path)
        assert [hall.code for hall in found.rows] == ["003"]
        assert found.mistakes == [
            "C2：“E”不认识，可填 A级、B级、C级、D级。",
            "D3：“山上”不认识，可填 城区、城市、农村、边远、特殊边远。",
        ]

    def test_a_missing_code_and_name_are_told_with_their_cells(self, tmp_path: Path) -> None:
        found = read_halls(csv_file(tmp_path, "名称,编码,电话\n,B1,1\n东厅,,2\n,,3\n"))
        assert found.rows == []
        assert found.mistakes == ["A2：没有填。", "B3：没有填。", "A4：没有填。", "B4：没有填。"]

    def test_a_code_used_twice_is_refused_and_the_first_stays(self, tmp_path: Path) -> None:
        found = read_halls(csv_file(tmp_path, "编码,名称\n001,东厅\n002,西厅\n００１,又一个东厅\n"))
        assert [(hall.code, hall.name) for hall in found.rows] == [("001", "东厅"), ("002", "西厅")]
        assert found.mistakes == ["A4：001 与 A2 重复。"]

    def test_cells_beyond_z_are_named_as_excel_names_them(self, tmp_path: Path) -> None:
        blanks = [f"x{n}" for n in range(26)]
        found = read_halls(excel_file(tmp_path, [*blanks, "编码", "名称"], [*[""] * 26, "001", ""]))
        assert found.mistakes == ["AB2：没有填。"]

    def test_titles_above_the_heads_and_columns_unknown_do_not_matter(self, tmp_path: Path) -> None:
        path = excel_file(
            tmp_path, ["2026 年营业厅名单"], [], ["序号", "*编码", "名称 ", "备注"], [1, "001", "东厅", "新"], [2], [3]
        )
        found = read_halls(path)
        assert (found.rows, found.mistakes) == ([Hall("001", "东厅")], [])

    def test_a_known_hall_keeps_what_the_list_leaves_empty(self, tmp_path: Path) -> None:
        known = Hall("001", "东厅", "A", "CSG", phone="95598", area="remote", facts={"has_ramp": True})
        path = csv_file(tmp_path, "编码,名称,电话,区域,地址\n001,东供电厅,,,新路 1 号\n002,西厅,,,\n")
        first, second = read_halls(path, {"001": known}, {"operator": "IMPC", "area": "rural"}).rows
        assert first == Hall(
            "001", "东供电厅", "A", "CSG", phone="95598", area="remote", address="新路 1 号", facts={"has_ramp": True}
        )
        assert (second.operator, second.area, second.building) == ("IMPC", "rural", "existing")

    def test_invisible_characters_and_line_breaks_are_dropped(self, tmp_path: Path) -> None:
        path = csv_file(tmp_path, '编码,名称\n"\u200b 001\u3000","滨江\n供电\u00a0营业厅"\n')
        assert read_halls(path).rows == [Hall("001", "滨江 供电 营业厅")]

    def test_a_text_as_long_as_a_letter_is_refused(self, tmp_path: Path) -> None:
        assert read_halls(csv_file(tmp_path, f"编码,名称\n001,{'厅' * 201}\n")).mistakes == ["B2：超过 200 个字。"]


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
    def test_every_encoding_of_an_office_is_read(self, tmp_path: Path, encoding: str) -> None:
        found = read_halls(csv_file(tmp_path, "编码,名称\r\n001,滨江供电营业厅\r\n", encoding))
        assert found.rows == [Hall("001", "滨江供电营业厅")]

    @pytest.mark.parametrize("line", ["001\t东厅", "001;东厅", '="001",东厅'])
    def test_other_separators_and_texts_kept_as_text(self, tmp_path: Path, line: str) -> None:
        head = line.replace("001", "编码").replace("东厅", "名称")
        assert read_halls(csv_file(tmp_path, f"{head}\n{line}\n")).rows == [Hall("001", "东厅")]

    def test_lines_of_an_old_mac(self, tmp_path: Path) -> None:
        assert len(read_halls(csv_file(tmp_path, "编码,名称\r001,东厅\r002,西厅\r")).rows) == 2


class TestNumbers:
    def test_csv_keeps_leading_zeros(self, tmp_path: Path) -> None:
        assert read_halls(csv_file(tmp_path, "编码,名称\n001,东厅\n")).rows[0].code == "001"

    @pytest.mark.parametrize(
        ("held", "code"), [(1.0, "1"), (1, "1"), (1.5, "1.5"), ("001", "001"), (123456789012345, "123456789012345")]
    )
    def test_numbers_of_excel_are_written_as_people_write_them(self, tmp_path: Path, held: object, code: str) -> None:
        assert read_halls(excel_file(tmp_path, HEADS, [held, "东厅"])).rows[0].code == code

    @pytest.mark.parametrize("held", [1.2345678901234567e17, 123456789012345678, "1.23457E+17"])
    def test_a_number_that_lost_its_end_is_refused(self, tmp_path: Path, held: object) -> None:
        found = read_halls(excel_file(tmp_path, HEADS, [held, "东厅"]))
        assert found.rows == []
        assert found.mistakes == ["A2：数字太长，Excel 已丢掉末几位，请把这一列设为文本后重填。"]

    def test_a_code_taken_for_a_date_is_refused_and_a_time_of_day_is_not(self, tmp_path: Path) -> None:
        path = excel_file(tmp_path, HEADS, [date(2026, 3, 1), "东厅"], ["002", "西厅", None, None, clock_time(8, 30)])
        found = read_halls(path)
        assert found.rows[0].hours == "08:30"
        assert found.mistakes == ["A2：Excel 当成了日期，请把这一列设为文本后重填。"]

    def test_formulas_count_by_their_value_and_errors_are_located(self, tmp_path: Path) -> None:
        rows = (
            texts(1, *HEADS)
            + b'<row r="2"><c r="A2" t="str"><f>B2</f><v>F1</v></c><c r="B2" t="str"><v>East</v></c></row>'
            + b'<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3" t="str"><v>West</v></c></row>'
        )
        found = read_halls(with_sheet(tmp_path, rows))
        assert found.rows == [Hall("F1", "East")]
        assert found.mistakes == ["A3：是 Excel 的错误值 #DIV/0!。"]


class TestInspectors:
    def test_people_are_read_and_mistakes_located(self, tmp_path: Path) -> None:
        path = csv_file(tmp_path, "工号,姓名,单位\nD001,周敏,督查组\nD002,,督查组\nD001,陈立新,\nD004,陈立新,\n")
        found = read_inspectors(path, {"D004": Inspector("D004", "陈立", "二组")})
        assert found.rows == [Inspector("D001", "周敏", "督查组"), Inspector("D004", "陈立新", "二组")]
        assert found.mistakes == ["B3：没有填。", "A4：D001 与 A2 重复。"]


class TestTemplates:
    @pytest.mark.parametrize(("kind", "heads"), [("halls", HALL_HEADS), ("inspectors", INSPECTOR_HEADS)])
    def test_a_template_holds_heads_an_example_and_columns_of_text(
        self, tmp_path: Path, kind: str, heads: dict[str, tuple[str, ...]]
    ) -> None:
        write_template(tmp_path / "t.xlsx", kind)
        sheet = load_workbook(tmp_path / "t.xlsx").worksheets[0]
        first, second = list(sheet.iter_rows(values_only=True))
        assert first == tuple(names[0] for names in heads.values())
        assert all(second)
        assert sheet.column_dimensions["A"].number_format == "@"

    def test_the_example_left_standing_does_not_become_a_hall(self, tmp_path: Path) -> None:
        path = tmp_path / "t.xlsx"
        write_template(path, "halls")
        book = load_workbook(path)
        book.worksheets[0].append(["001", "东厅"])
        book.save(path)
        found = read_halls(path)
        assert (found.rows, found.mistakes) == ([Hall("001", "东厅")], [])

    def test_the_example_is_right_but_for_its_mark(self, tmp_path: Path) -> None:
        for kind in ("halls", "inspectors"):
            path = tmp_path / f"{kind}.xlsx"
            write_template(path, kind)
            book = load_workbook(path)
            book.worksheets[0]["A2"] = "001"
            book.save(path)
            found = read_halls(path) if kind == "halls" else read_inspectors(path)
            assert (len(found.rows), found.mistakes) == (1, [])

    def test_a_place_that_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(InspectorError, match=r"模板 t\.xlsx 没有写成"):
            write_template(tmp_path / "gone" / "t.xlsx", "halls")
