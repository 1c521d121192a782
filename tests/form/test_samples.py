"""One bad file for every kind of mistake: each is told with its own code, at its own line, and alone."""

import string
from pathlib import Path

import pytest

from inspector import wording
from inspector.form.catalogue import catalogue
from inspector.form.checks import check_files, report
from inspector.form.codes import Code
from inspector.paths import resources

SAMPLES = Path(__file__).parent.parent / "samples" / "forms"
BAD = sorted(SAMPLES.rglob("F*.yaml"))
GOOD = sorted({*SAMPLES.rglob("*.yaml")} - {*BAD})
WITHOUT_SAMPLE = {Code.UNREADABLE, Code.TOO_LARGE}
SCHEMES = "F2"  # codes of schemes have their samples beside the schemes


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_mistake_is_told_at_its_line(path: Path) -> None:
    first_line = path.read_bytes().partition(b"\n")[0]
    expected = int(first_line.removeprefix(b"# expect: "))
    assert [(one.code, one.line) for one in check_files([path], ())] == [(path.name[:4], expected)]


def test_every_kind_has_its_sample() -> None:
    assert {path.name[:4] for path in BAD} == {
        code.value for code in set(Code) - WITHOUT_SAMPLE if not code.startswith(SCHEMES)
    }


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_samples_are_good(path: Path) -> None:
    assert report([path], ()) == []


def test_every_code_is_worded_with_the_same_values_in_each_language() -> None:
    chinese = catalogue()
    assert set(chinese) == set(Code)
    wording.set_language("en", resources("translations"))
    try:
        english = catalogue()
    finally:
        wording.set_language("zh_CN", resources("translations"))
    for code, told in chinese.items():
        assert _values(told) >= _values(english[code]), code
        assert told[0].endswith("。"), code


def _values(told: tuple[str, str]) -> set[str | None]:
    return {name for text in told for _before, name, _spec, _how in string.Formatter().parse(text) if name}


def test_all_mistakes_of_all_files_come_at_once_in_order() -> None:
    mistakes = check_files([*reversed(BAD[20:40]), *GOOD], ())
    assert len(mistakes) >= 20
    assert [(one.file, one.line, one.column) for one in mistakes] == sorted(
        (one.file, one.line, one.column) for one in mistakes
    )


def test_a_mistake_reads_as_file_line_column_code_and_sentence() -> None:
    path = SAMPLES / "F040-unknown-topic.yaml"
    assert report([path], ()) == [
        f"{path}:13:19: F040: 没有“signs”这个专题。 "
        "可用：signage、etiquette、process、timing、phone_online、promise、accessibility、special_groups、"
        "environment、improvement。是否想写 signage？",
    ]


def test_a_form_brings_its_sections_along(tmp_path: Path) -> None:
    form = (SAMPLES / "F162-section-version.yaml").read_text("utf-8").replace("good@2.0", "broken@1.0")
    (tmp_path / "sections").mkdir()
    (tmp_path / "form.yaml").write_text(form.replace("red_line: good-red-line@1.0\n", ""), "utf-8")
    broken = (
        (SAMPLES / "F079-effort-not-positive.yaml").read_text("utf-8").replace("section: sample", "section: broken")
    )
    (tmp_path / "sections" / "broken.yaml").write_text(broken, "utf-8")
    mistakes = check_files([tmp_path / "form.yaml"], ())
    assert [(Path(one.file).name, one.code) for one in mistakes] == [("broken.yaml", "F079")]


def test_a_copy_of_a_section_replaces_it_instead_of_doubling_it(tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_bytes((SAMPLES / "sections" / "good.yaml").read_bytes())
    assert report([copy], [SAMPLES]) == []


def test_two_files_of_one_name_keep_their_mistakes_apart() -> None:
    circle, limit = SAMPLES / "F133-condition-cycle.yaml", SAMPLES / "F106-unknown-limit.yaml"
    told = {(Path(one.file).name[:4], one.code) for one in check_files([circle, limit], ())}
    assert told == {("F133", "F133"), ("F106", "F106"), ("F133", "F071"), ("F106", "F071")}


def test_of_schemes_only_the_shape_is_looked_at_here(tmp_path: Path) -> None:
    scheme = tmp_path / "scheme.yaml"
    scheme.write_text('scheme: own\nversion: "1"\ntitle: 规范\nbased_on: nowhere@1\nwhatever: 1\n', "utf-8")
    assert [one.code for one in check_files([scheme], ())] == ["F020"]
