"""A folder of forms: what it lists, loads, refuses, and notices when a file changes."""

import shutil
from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.form.library import Library

SAMPLES = Path(__file__).parent.parent / "samples" / "forms"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one good form, its sections and its limits."""
    for name in ("sections", "limits"):
        shutil.copytree(SAMPLES / name, tmp_path / "lib" / name)
    shutil.copy(SAMPLES / "good-form.yaml", tmp_path / "lib" / "good-form.yaml")
    return tmp_path / "lib"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_form_is_put_together(folder: Path) -> None:
    form = Library(folder).load("good-form").form
    assert form.name == "good-form@1.0"
    assert form.order == ("YY-01", "YY-02")
    assert [fact.key for fact in form.facts] == ["has_gate"]
    assert [line.id for line in form.red_lines] == ["W-01"]
    assert form.minimum == {"photos": 2}
    assert len(form.digest) == 64


def test_only_some_items_are_taken(folder: Path) -> None:
    change(folder / "good-form.yaml", "- good@1.0", "- {section: good@1.0, items: [YY-02]}")
    assert Library(folder).load("good-form").form.order == ("YY-02",)


def test_titles_are_those_of_forms_only(folder: Path) -> None:
    (folder / "broken.yaml").write_text("title: [\n", "utf-8")
    (folder / "other.yaml").write_text("scheme: x\ntitle: 规范\n", "utf-8")
    change(folder / "good-form.yaml", "title: {zh: 好检查表, en: Good form}", "title:\n  zh: 好检查表\n  en: Good form")
    assert Library(folder).titles() == [("good-form", "好检查表")]


def test_a_form_with_mistakes_is_refused_with_the_first_three(folder: Path) -> None:
    change(folder / "sections" / "good.yaml", "severity:", "severities:")
    with pytest.raises(InspectorError) as refused:
        Library(folder).load("good-form")
    lines = refused.value.sentence.splitlines()
    assert "有 " in lines[0]
    assert len(lines) == 4
    assert all("good.yaml:" in line for line in lines[1:])


def test_what_is_no_form_is_refused(folder: Path) -> None:
    (folder / "other.yaml").write_text("scheme: x\n", "utf-8")
    with pytest.raises(InspectorError, match="不是检查表"):
        Library(folder).load("other")
    with pytest.raises(InspectorError, match="没有检查表"):
        Library(folder).load("nowhere")
    with pytest.raises(InspectorError, match="没有检查表"):
        Library(folder).load(folder / "nowhere.yaml")


def test_a_further_folder_lends_sections_and_limits(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    shutil.move(folder / "good-form.yaml", own / "mine.yaml")
    library = Library(own, [folder])
    assert library.load("mine").form.order == ("YY-01", "YY-02")
    assert library.load(own / "mine.yaml").form == library.load("mine").form


def test_the_source_digest_follows_form_and_sections(folder: Path) -> None:
    library = Library(folder)
    before = library.source_digest("good-form")
    assert library.source_digest("good-form") == before
    change(folder / "sections" / "good.yaml", "大门完好", "大门完好无损")
    changed = library.source_digest("good-form")
    assert changed != before
    change(folder / "good-form.yaml", "photos: 2", "photos: 3")
    assert library.source_digest("good-form") not in {before, changed}


def test_the_digest_tells_words_but_not_their_layout(folder: Path) -> None:
    library = Library(folder)
    before = library.load("good-form").form.digest
    change(folder / "good-form.yaml", "photos: 2", "photos:   2")
    assert library.load("good-form").form.digest == before
    change(folder / "sections" / "good.yaml", "大门完好", "大门完好无损")
    assert library.load("good-form").form.digest != before


def test_limits_are_read_and_refused(folder: Path) -> None:
    path = folder / "limits" / "good-limits.yaml"
    limits = Library(folder).limits(path).limits
    assert [(row.key, str(row.value), row.unit) for row in limits.rows] == [("bell", "60", "s"), ("days", "5", "wd")]
    change(path, "role: pass", "role: past")
    with pytest.raises(InspectorError, match="F052"):
        Library(folder).limits(path)
