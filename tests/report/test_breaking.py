from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.report.breaking import Kind, Strip, kind_of

EM = 10.0
CLOSERS = "，。；：？！、）》”"
OPENERS = "（《“"
WORDS = (
    "供电营业厅",
    "无障碍",
    "的",
    "台面距地 920 mm",
    "限值",
    "GB/T 31015-2014",
    "2026年3月26日",
    "第12项",
    "counter",
    "95598",
    "4 项",
)

phrase = st.tuples(
    st.sampled_from(["", *OPENERS]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    st.sampled_from(["", *CLOSERS, "。”"]),
).map(lambda parts: parts[0] + "".join(parts[1]) + parts[2])
prose = st.lists(phrase, min_size=1, max_size=40).map("".join)


def strip(text: str) -> Strip:
    advances = [
        EM if kind_of(char) not in {Kind.LETTER, Kind.DIGIT, Kind.POINT, Kind.SPACE} else EM / 2 for char in text
    ]
    return Strip(text, advances, [EM] * len(text))


def broken(text: str, ems: float, justify: bool = False) -> list[str]:
    return [text[line.start : line.end] for line in strip(text).lines(ems * EM, justify)]


@settings(max_examples=150, deadline=None)
@given(prose, st.integers(9, 45), st.booleans())
def test_no_line_begins_or_ends_against_the_rules_or_leaves_its_column(text: str, ems: int, justify: bool) -> None:
    laid = strip(text)
    for line in laid.lines(ems * EM, justify):
        assert text[line.start] not in CLOSERS
        assert text[line.end - 1] not in OPENERS
        assert line.width <= ems * EM + 1e-6
        assert len(line.adjust) == line.end - line.start


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.integers(1, 40))
def test_any_text_at_any_width_keeps_every_character(text: str, ems: int) -> None:
    text = text.replace("\n", "")
    kept = "".join(broken(text, ems))
    assert kept.replace(" ", "").replace("\u3000", "").replace("\u00a0", "") == text.replace(" ", "").replace(
        "\u3000", ""
    ).replace("\u00a0", "")


@settings(max_examples=80, deadline=None)
@given(prose, st.integers(24, 45))
def test_justified_lines_end_at_the_margin_unless_they_would_gape(text: str, ems: int) -> None:
    laid = strip(text)
    *lines, _last = laid.lines(ems * EM, justify=True)
    for line in lines:
        places = sum(laid.grow[line.start + 1 : line.end])
        short = ems * EM - line.width
        assert short < 1e-6 or not places or short / places > 0.3 * EM


def test_a_figure_keeps_its_unit_and_a_word_its_letters() -> None:
    for ems in range(6, 30):
        lines = broken("台面距地实测共有920年整改三次共享counter办理12345678项目" * 3, ems)
        assert not any(line.startswith("年") and before[-1].isdigit() for before, line in pairwise(lines))
        assert "".join(lines).count("counter") == sum(line.count("counter") for line in lines)


def test_the_space_of_a_standard_number_holds() -> None:
    for ems in range(9, 20):
        for line in broken("依据无障碍环境建设法第四十条和 GB 55019-2021 以及 GB/T 31015-2014 执行", ems):
            assert not line.endswith(("GB", "GB/T"))


def test_a_word_wider_than_the_column_is_cut_inside_it() -> None:
    lines = broken("指纹70ce871f8a3d3fb449bc3c3ace6547cef02dfc74ffe48d912532a724bfdbe5b9", 10)
    assert len(lines) >= 4
    assert "".join(lines).endswith("bfdbe5b9")


def test_marks_in_pairs_share_their_blank_and_edges_take_it() -> None:
    laid = strip("他说：“好。”（完）")
    (line,) = laid.lines(1000)
    assert line.width == EM * 10 - 4 * EM / 2
    (line,) = strip("“好").lines(1000)
    assert line.adjust[0] == -EM / 2


def test_chinese_and_latin_stand_a_quarter_apart() -> None:
    laid = strip("共166项")
    assert laid.lead == [0.0, EM / 4, 0.0, 0.0, EM / 4]


def test_one_character_and_its_stop_are_not_left_alone() -> None:
    for count in range(20, 80):
        *_rest, last = broken("检" * count + "查。", 20)
        assert len(last) > 2
