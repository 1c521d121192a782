"""A scheme in words: every condition as a person would say it, and two schemes side by side."""

from fractions import Fraction
from pathlib import Path

import pytest

from inspector.paths import forms
from inspector.rating.phrases import figure
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme, scheme_from_plain
from inspector.rating.telling import GROUPS, differences, group_title, table
from inspector.wording import NBSP

FILES = sorted((forms() / "schemes").glob("*.yaml"))


def told(scheme: Scheme, group: str) -> dict[str, str]:
    return {line.name: line.words.replace(NBSP, " ") for line in table(scheme) if line.group == group}


def shipped(name: str) -> Scheme:
    return read_scheme(forms() / "schemes" / f"{name}.yaml")


def changed(scheme: Scheme, **keys: object) -> Scheme:
    return scheme_from_plain({**scheme.plain, **keys})


def test_levels_are_told_best_first(scheme: Scheme) -> None:
    levels = told(scheme, "levels")
    assert list(levels) == ["五星", "四星", "三星", "二星", "一星", "不达标"]
    assert levels["五星"] == "总分 ≥ 90；各理念 ≥ 80"
    assert levels["不达标"] == "以上各级都没有达到"


def test_what_moves_a_level_is_told_under_its_reason(scheme: Scheme) -> None:
    assert told(scheme, "caps")["严重问题未整改"] == "未整改的严重问题 ≥ 1 时，最高四星"
    assert told(scheme, "caps")["一票否决"] == "已确认的否决事实 ≥ 1 时，只能是不达标"
    assert told(scheme, "withhold") == {"否决待确认": "待确认的否决事实 ≥ 1 时，须由第二人核实后才能评定"}
    assert told(scheme, "not_rated") == {"必须有数据": "服务标准化、响应高效化、体验人性化，缺一个就不评定"}
    stepwise = shipped("default-stepwise")
    assert told(stepwise, "promotion")["梯级晋升，每次最多升一星"] == "每次评定最多比上次高 1 级；降级立即生效"
    assert told(stepwise, "levels")["五星"] == "总分 ≥ 90；上次总分 ≥ 90；各理念 ≥ 80"


def test_evidence_and_validity(scheme: Scheme) -> None:
    assert told(scheme, "evidence") == {
        "计入的检查": "明察、复查、暗访",
        "正式评定所需": "12 个月内至少 明察 1 次、暗访 2 次",
        "有效期": "12 个月",
    }
    weighted = changed(scheme, kinds={"open": 2, "survey": 0}, evidence_floor={})
    assert told(weighted, "evidence")["计入的检查"] == "明察 ×2"
    assert told(weighted, "evidence")["正式评定所需"] == "没有要求"


def test_measures_are_told_with_their_weights(scheme: Scheme) -> None:
    measures = told(scheme, "measures")
    assert next(iter(measures)) == "总分"
    assert measures["总分"] == "加权平均：服务标准化 35、响应高效化 25、体验人性化 30、创新持续化 10"
    assert measures["服务标准化"] == "加权平均：标识与信息公示 12、服务礼仪 13、办理准确 10"
    assert measures["各专题"].startswith("标识与信息公示、服务礼仪")
    assert measures["已确认的否决事实"] == "问题台账上的项数：否决、已确认"
    assert measures["未整改的严重问题"] == "问题台账上的项数：严重、未整改"
    assert "超过 30% 的个数" in measures["数据不足的理念"]
    assert len(measures) == 1 + 4 + 1 + 4


def test_verdicts_that_leave_the_base_are_named(scheme: Scheme) -> None:
    assert told(scheme, "credits") == {
        "得到权重的多少": "符合 1、部分符合 1/2、不符合 0",
        "不计分的结论": "不适用、未能检查：不计入得分，也不计入满分",
    }
    strict = changed(scheme, credits={"conform": 1, "partly": 0, "fail": 0, "na": 0, "unchecked": 0})
    assert list(told(strict, "credits")) == ["得到权重的多少"]


def test_other_shapes_of_schemes() -> None:
    hotel = shipped("hotel")
    assert told(hotel, "levels")["四星"] == (
        "总积分 ≥ 400，或 总积分 ≥ 380 且 仅供早餐（1 是 0 否） ≥ 1；必备项 HS-11、HS-12、HS-13、HS-14 全部满足"
    )
    assert told(hotel, "credits")["权重 1 的检查项"] == "部分符合 0"
    assert told(hotel, "measures")["总积分"] == "相加：目录积分、现场设施积分"
    assert told(hotel, "measures")["目录积分"] == "检查项 HS-01 记录的数值"
    assert told(shipped("confinement"), "measures")["六分项"] == "失分合计：CF-10"
    food = told(shipped("food-hygiene"), "measures")
    assert food["最差单项"] == "最高的一个：卫生操作、场所结构、管理可信度"
    assert told(shipped("default-history"), "measures")["上次得分"] == "上次评定的本次得分"


def test_adjustments_and_grades_are_told(scheme: Scheme) -> None:
    extra = {
        "grade": {"title": "档", "grade": [{"is": 2, "when": {"total": 80}}, {"is": 1}]},
        "old": {"title": "上次", "previous": "level"},
        "half": {"title": "半", "sum": {"total": "1/2"}},
        "all": {"title": "全", "lost": {}},
        "who": {"title": "轮椅", "share": {"who": "wheelchair", "items": ["A", "B"]}},
    }
    rules = [
        {"by": 1, "when": {"each": ["standard", "humane"], "over": "66.5"}, "why": "升", "highest": 4},
        {"by": -2, "when": {"total": {"under": "1/3"}}, "why": "降"},
        {"by": -1, "when": {"each": "topics", "most": 10}, "why": "降"},
    ]
    more = changed(scheme, measures={**scheme.plain["measures"], **extra}, adjust=rules)
    moves = [line.words.replace(NBSP, " ") for line in table(more) if line.group == "adjust"]
    assert moves == [
        "服务标准化、体验人性化各 > 66.5 时，升 1 级，不高于四星",
        "总分 < 1/3 时，降 2 级，不低于不达标",
        "各专题 ≤ 10 时，降 1 级，不低于不达标",
    ]
    measures = told(more, "measures")
    assert (measures["档"], measures["上次"]) == ("2 级：总分 ≥ 80　1 级：其余", "上次评定的级别")
    assert (measures["半"], measures["全"]) == ("相加：总分 × 0.5", "失分合计：全部检查项")
    assert measures["轮椅"] == "得分率：A、B，who = wheelchair"


def test_a_scheme_does_not_differ_from_itself(scheme: Scheme) -> None:
    assert not any(pair.differs for pair in differences(table(scheme), table(scheme)))


def test_what_differs_between_two_schemes(scheme: Scheme) -> None:
    pairs = differences(table(scheme), table(shipped("default-stepwise")))
    differing = [(pair.line.name, pair.left is None, pair.right is None) for pair in pairs if pair.differs]
    assert differing == [
        ("五星", False, False),
        ("梯级晋升，每次最多升一星", True, False),
        ("上次总分", True, False),
    ]
    assert [pair.line.group for pair in pairs] == sorted((pair.line.group for pair in pairs), key=list(GROUPS).index)


def test_a_moved_cap_is_the_same_cap(scheme: Scheme) -> None:
    caps = scheme.plain["caps"]
    other = changed(scheme, caps=[{**caps[1], "to": 2}, *caps[2:], caps[0], caps[0]])
    differing = [pair for pair in differences(table(scheme), table(other)) if pair.differs]
    assert [(pair.line.name, pair.left is None) for pair in differing] == [
        ("严重问题 3 项及以上未整改", False),
        ("一票否决", True),
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_scheme_is_told_whole(path: Path) -> None:
    lines = table(read_scheme(path))
    assert all(line.name and line.words for line in lines)
    assert len({(line.group, line.key) for line in lines}) == len(lines)
    assert {group_title(line.group) for line in lines} <= set(GROUPS.values())


def test_figures_are_printed_as_written() -> None:
    assert [figure(Fraction(text)) for text in ("90", "70.5", "0.125", "1/3")] == ["90", "70.5", "0.125", "1/3"]
