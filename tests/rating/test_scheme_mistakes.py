"""An author's mistakes in a scheme: one bad file for every kind, told at its line and alone; good ones have none."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.form.codes import Code
from inspector.paths import forms
from inspector.rating.checks import check_files, report
from inspector.rating.scheme_reader import read_scheme
from tests.form.test_mutations import DAMAGES

SAMPLES = Path(__file__).parents[1] / "samples" / "schemes"
BAD = sorted((SAMPLES / "bad").glob("[Ff]*.yaml"))
WHOLE = SAMPLES / "bad" / "whole.yaml"
GOOD = sorted({*SAMPLES.glob("*.yaml"), WHOLE, *(forms() / "schemes").glob("*.yaml")})


def code_of(path: Path) -> str:
    return path.name[:4].upper()


def told_of(path: Path) -> tuple[int, list[Path]]:
    """Return the line a sample names, and the forms it says it is for."""
    expect, also, *_rest = path.read_text("utf-8").splitlines()
    named = also.removeprefix("# for: ").split() if also.startswith("# for: ") else []
    return int(expect.removeprefix("# expect: ")), [forms() / f"{one}.yaml" for one in named]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_mistake_is_told_at_its_line(path: Path) -> None:
    expected, blanks = told_of(path)
    assert [(one.code, one.line) for one in check_files([path, *blanks], ())] == [(code_of(path), expected)]
    assert not blanks or check_files([path], ()) == []


def test_every_kind_has_its_sample() -> None:
    assert {code.value for code in Code if code.startswith("F2")} <= {code_of(path) for path in BAD}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_schemes_are_good(path: Path) -> None:
    assert report([path], ()) == []
    assert read_scheme(path).measures


def test_all_mistakes_of_a_scheme_come_at_once() -> None:
    alone = [path for path in BAD if not told_of(path)[1]]
    told = report([SAMPLES / "bad" / "F214-out-of-range.yaml", *alone, WHOLE], ())
    assert len(told) == len(alone)
    path = SAMPLES / "bad" / "F227-cap-level.yaml"
    assert f"{path}:23:10: F227: 没有 5 这一级，不能封顶到它。 可用：3、2、1、0。" in told


def codes(tmp_path: Path, *edits: tuple[str, str]) -> list[str]:
    """Return the codes of what is wrong with the good scheme after some edits."""
    text = WHOLE.read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "whole.yaml"
    path.write_text(text, "utf-8")
    return [one.code for one in check_files([path], ())]


LEVELS = WHOLE.read_text("utf-8")
LEVELS = LEVELS[LEVELS.index("levels:\n") : LEVELS.index("otherwise:")]


MIX, COUNT = "mix: {signage: 60, etiquette: 40}", "count: {severity: major, open: true}"


def levels(*whens: str) -> tuple[str, str]:
    """Return the edit that gives the good scheme three levels with these conditions."""
    rows = (f"  - {{level: {3 - at}, label: L{at}, {when}}}\n" for at, when in enumerate(whens))
    return LEVELS, "levels:\n" + "".join(rows)


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        (("when: {total: 90}", "when: {total: {least: 70, under: 90}}", "when: {total: 50}"), []),
        (("when: {total: 90}", "when: {total: {least: 70, most: 90}}", "when: {total: 50}"), ["F225"]),
        (("when: {total: 90}", "when: {total: {least: 70, under: 90}}", "when: {total: {over: 50, under: 70}}"), []),
        (("when: {total: 90}", "when: {total: {over: 70, under: 90}}", "when: {total: {under: 70}}"), ["F224"]),
        (("when: {majors: 9}", "when: {majors: {least: 4, most: 8}}", "when: {majors: {least: 1, most: 3}}"), []),
        (("when: {majors: 9}", "when: {majors: {least: 5, most: 7}}", "when: {majors: {least: 1, most: 4}}"), ["F224"]),
        (("when: {total: 90}", "when: {total: 90, steps: 1}", "when: {total: 50}"), ["F223"]),
        (("when: {total: 90, steps: 1}", "when: {total: 90}", "when: {total: 50}"), []),
        (("when: {total: 90, majors: 0}", "when: {total: 90}", "when: {total: 50}"), ["F216", "F223"]),
        (("when: {any: [{total: 90}, {steps: 2}]}", "when: {total: 80, steps: 2}", "when: {total: 50}"), ["F223"]),
        (("when: {total: 80, steps: 2}", "when: {any: [{total: 90}, {steps: 2}]}", "when: {total: 50}"), []),
        (("when: {each: topics, least: 80}", "when: {signage: 80, etiquette: 80}", "when: {total: 50}"), ["F223"]),
        (("when: {signage: 80, etiquette: 80}", "when: {each: topics, least: 80}", "when: {total: 50}"), []),
        (("necessary: [SG-01], when: {total: 90}", "when: {total: 90}", "when: {total: 50}"), []),
        (("when: {total: 90}", "necessary: [SG-01], when: {total: 90}", "when: {total: 50}"), ["F223"]),
        (("when: {total: 90}", "when: {total: 70}", "necessary: [SG-01]"), []),
        (("when: {total: {over: 100}}", "when: {total: 70}", "when: {total: 50}"), ["F222"]),
        (("when: {any: [{total: {over: 90, most: 90}}, {steps: 2}]}", "when: {total: 70}", "when: {total: 50}"), []),
        (("when: {total: -1}", "when: {steps: 3}", "when: {majors: {most: -1}}"), ["F214"] * 3),
        (("when: {total: 0.9}", "when: {total: 0.7}", "when: {total: 1/2}"), ["F215"] * 3),
        (("when: {each: topics, least: 0.9}", "when: {total: 70}", "when: {total: 50}"), ["F215"]),
        (("when: {total: 90, fees: {most: 0.5}}", "when: {total: 70}", "when: {total: 0}"), []),
        (("when: {majors: {least: 0, most: 2}}", "when: {majors: {most: 5}}", "when: {total: 50}"), []),
        (("when: {total: {least: 95, most: 90}}", "when: {total: 70}", "when: {total: 80}"), ["F222", "F223"]),
    ],
)  # fmt: skip
def test_levels_leave_no_holes_and_can_be_reached(tmp_path: Path, whens: tuple[str, ...], expected: list[str]) -> None:
    assert codes(tmp_path, levels(*whens)) == expected


BOTH, NEVER = "{total: {over: 60, most: 60}}", "{total: {over: 90, most: 60}}"


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        # One that cannot be reached is told once, and not for its other faults.
        (("{total: 90}", "{total: {least: 92, most: 95}}", "{total: 50}"), ["F223"]),
        (("{total: 70}", "{total: 80}", "{total: 90}"), ["F223", "F223"]),
        # Of alternatives each must be covered, but for those that cannot hold.
        (("{total: 80}", "{any: [{total: 90}, {steps: 2}]}", "{total: 50}"), []),
        (("{total: 90}", f"{{any: [{BOTH}, {{total: 95}}]}}", "{total: 50}"), ["F223"]),
        ((f"{{any: [{BOTH}, {{total: 90}}]}}", "{total: 95}", "{total: 50}"), ["F223"]),
        ((f"{{any: [{{total: 95}}, {NEVER}]}}", "{total: {least: 70, under: 80}}", "{total: {under: 70}}"), ["F224"]),
        # Only what looks at the same measure alone overlaps, and it is told once.
        (("{signage: 90}", "{total: {least: 70, most: 95}}", "{etiquette: 50}"), []),
        (("{total: 90}", "{total: {least: 80, under: 90}}", "{total: {least: 70, under: 94}}"), ["F225"]),
    ],
)  # fmt: skip
def test_levels_are_compared_by_what_they_leave_room_for(
    tmp_path: Path, whens: tuple[str, ...], expected: list[str]
) -> None:
    assert codes(tmp_path, levels(*(f"when: {one}" for one in whens))) == expected


def test_a_necessary_item_sets_levels_apart(tmp_path: Path) -> None:
    necessary = "necessary: [SG-01], when: "
    wide = levels(f"{necessary}{{total: 90}}", "when: {total: {least: 70, most: 95}}", "when: {total: 50}")
    assert codes(tmp_path, wide) == []
    # The last takes the rest whatever those above ask for; between them a hole remains.
    assert codes(tmp_path, levels("when: {total: 90}", f"{necessary}{{total: {{most: 70}}}}", "stars: 1")) == ["F224"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (MIX, "mix: {signage: 60, before: 40}}\n  before: {title: 上次, previous: total", []),
        ("{is: 1, when: {etiquette: 50}}", "{is: 1}", []),
        ("{is: 1, when: {etiquette: 50}}", "{is: 1}, {is: 0}", ["F223"]),
        ("{is: 1, when: {etiquette: 50}}", "{is: 1, when: {etiquette: {least: 50, most: 70}}}, {is: 0}", ["F224"]),
        (COUNT, "sum: {fees: 1/10, steps: 1}", ["F213"]),
        (COUNT, "sum: {fees: 0.1}", ["F022"]),
        (COUNT, "sum: {signage: 1, etiquette: 1}", []),
        ("when: {majors: 3}", "when: {each: [majors, total], least: 3}", ["F213"]),
        ("when: {majors: 3}", "when: {each: [majors]}", ["F136"]),
        ("when: {majors: 3}", "when: {all: [{majors: 3}], total: 3}", ["F020"]),
        ("when: {majors: 3}", "when: {majors: 3, any: [{total: 3}]}", ["F020"]),
        (COUNT, "previous: total", []),
        (COUNT, "previous: level", []),
        (COUNT, "previous: totals", ["F210"]),
        (COUNT, "short: {of: [signage, timing], over: 30}", ["F210", "F214"]),
        (MIX, "mix: {total: 1}", ["F211"]),
        ("share: {topic: etiquette}", "shares: {topic: etiquette}", ["F200"]),
        ("{by: 1, highest: 2,", "{by: 0, highest: 2,", ["F228"]),
        ("{by: 1, highest: 2,", "{by: -4,", ["F228"]),
        ("caps:", "withhold: {when: {mood: 1}, why: 待定}\ncaps:", ["F210"]),
        ("kinds: {open: 1,", "kinds: {recheck: 1,", []),
        ("kinds: {open: 1, mystery: 2}\n", "", []),
        ("months: 12, open: 1", "months: 12, recheck: 1", ["F204"]),
        ("months: 12, open: 1", "months: 12, survey: 1", ["F229"]),
        ("fail: 0}", "fail: 2/3}", ["F206"]),
        ("fail: 0}", "fail: 0, na: 0, unchecked: 0}", []),
        ("fail: 0}\n", "fail: 0}\ncredits_by_weight: {1: {partly: 0}, 5: {fail: 3/4}}\n", ["F206"]),
    ],
)  # fmt: skip
def test_measures_rules_and_credits(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert codes(tmp_path, (old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("total: 90}", "total: 90%}", "只写数字，不加引号、单位、百分号"),
        ("total: 90}", 'total: ">= 90"}', "{least: 14, under: 28} 这样的界限"),
        ("total: 90}", "total: 90, each: topics, least: 60}", "[{total: 90}, {each: topics, least: 60}]"),
        ("total: 90}", "total: 90，signage: 80}", "逗号和引号要用半角"),
        ("title: 样本", "title: {zh: 样本, en: Stars, one step at a time}", "含逗号的文字请加引号"),
        ("why: 严重问题多", "why: 严重问题多, 不宜高评", "含逗号的文字请加引号"),
        ("topics: [signage, etiquette]", "topics: signage", "请写成 [甲, 乙]"),
        ("{steps: 1, why: 逐级晋升}", "1", "请写成 {key: …}"),
    ],
)
def test_the_advice_fits_the_mistake(tmp_path: Path, old: str, new: str, advice: str) -> None:
    path = tmp_path / "whole.yaml"
    path.write_text(WHOLE.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert advice in "".join(report([path], ()))


def test_one_mistake_does_not_hide_another(tmp_path: Path) -> None:
    edits = (("{by: 1,", "{by: up,"), ("{majors: 3}", "{major: 3}"), ("total: 70", "total: 95"), ("fees: {", "Fees: {"))
    assert sorted(codes(tmp_path, *edits)) == ["F022", "F027", "F210", "F223"]


def based(tmp_path: Path, more: str, base: str = "") -> list[tuple[str, str, int]]:
    text = WHOLE.read_text("utf-8")
    (tmp_path / "whole.yaml").write_text(text + base, "utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(f'scheme: own\nversion: "1"\ntitle: 自拟\nbased_on: whole@1\n{more}', "utf-8")
    return [(Path(one.file).name, one.code, one.line) for one in check_files([own], ())]


LESS = "levels:\n  - {level: 3, label: 三级, when: {total: 90}}\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("valid_months: 6\ncaps: []\n", []),
        ("measures:\n  signage: {title: 标识, share: {topic: timing}}\n", []),
        ("measures:\n  signage: {title: 标识, mix: {total: 1}}\n", [("own.yaml", "F211", 6)]),
        ("measures:\n  signage: {title: 标识, points: {}}\n", [("own.yaml", "F213", 4)]),
        ("measures: 5\n", [("own.yaml", "F022", 5)]),
        (LESS, [("own.yaml", "F227", 4), ("own.yaml", "F228", 4)]),
        (LESS + "caps: []\nadjust: []\n", []),
        ("total: sum\n", [("own.yaml", "F210", 5)]),
    ],
)
def test_a_scheme_is_checked_with_what_it_is_based_on(
    tmp_path: Path, more: str, expected: list[tuple[str, str, int]]
) -> None:
    assert based(tmp_path, more) == expected


def test_the_mistakes_of_the_other_are_told_there(tmp_path: Path) -> None:
    assert based(tmp_path, "", "needs: [mood]\n") == [("whole.yaml", "F210", 26)]
    assert based(tmp_path, "needs: [mood]\n", "valid_months: 0\n") == [("whole.yaml", "F032", 26)]


def test_a_circle_of_three_is_told_in_each(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        text = f'scheme: {name}\nversion: "1"\ntitle: 圈\nbased_on: {other}@1\n'
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    told = check_files([tmp_path / "d.yaml"], ())
    assert [(Path(one.file).stem, one.code) for one in told] == [("a", "F233"), ("b", "F233"), ("c", "F233")]


def test_a_scheme_with_endless_alternatives_is_not_looked_through(tmp_path: Path) -> None:
    either = "{any: [{total: 1}, {total: 2}, {total: 3}]}"
    assert codes(tmp_path, ("when: {total: 90}", f"when: {{all: [{', '.join([either] * 18)}]}}")) == []


def attack(folder: Path, times: int, seed: int) -> int:
    """Damage good schemes; what is told to be free of mistakes can be read. Return how often a damage was told."""
    dice, told = random.Random(seed), 0
    for number in range(times):
        content = dice.choice(DAMAGES)(dice.choice(GOOD).read_bytes(), dice)
        path = folder / f"{number}.yaml"
        path.write_bytes(content)
        mistakes = check_files([path], ())
        told += bool(mistakes)
        if mistakes:
            with suppress(InspectorError):
                read_scheme(path)
        elif path.read_bytes().strip():
            assert read_scheme(path).levels
    return told


def test_what_is_free_of_mistakes_can_be_read(tmp_path: Path) -> None:
    assert attack(tmp_path, times=100, seed=3) > 40


@pytest.mark.proof
def test_two_thousand_damages(tmp_path: Path) -> None:
    assert attack(tmp_path, times=2000, seed=5) > 800
