"""Saving what a damaged data file still holds."""

import random
import shutil
from pathlib import Path

import apsw
import pytest

from inspector.actions.desk import Desk
from inspector.actions.doctoring import save
from inspector.actions.verifying import verify as verify_seals
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.exchange.converting import begin_locking, convert
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Head
from inspector.lock.keys import new_lock
from inspector.store.copies import verify
from inspector.store.database import FILE
from inspector.store.driver import connect
from tests.conftest import FORM, HALL, Ticking, conform_to_everything

PAGE = 4096


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory, untouched: Path) -> Path:
    """A folder with two sealed audits and a draft half done."""
    folder = Path(shutil.copytree(untouched, tmp_path_factory.mktemp("worked") / "data"))
    desk = Desk.at(folder, Ticking())
    desk.keep_hall(HALL)
    for _time in range(2):
        inspecting = desk.start(FORM, Head(HALL))
        conform_to_everything(inspecting)
        inspecting.finish()
    draft = desk.start(FORM, Head(HALL))
    for number, item in enumerate(draft.inspection.form.order[:120]):
        draft.judge(item, Verdict.FAIL)
        draft.note(item, f"第 {number} 项的说明，写得长一些，好占满几页。" * 3)
    desk.close()
    return folder


@pytest.fixture
def data(worked: Path, tmp_path: Path) -> Path:
    shutil.copytree(worked.with_name("data.apart"), tmp_path / "data.apart")
    return Path(shutil.copytree(worked, tmp_path / "data"))


def pages_of(folder: Path, table: str) -> list[int]:
    """Return the leaf pages of a table."""
    connection = apsw.Connection(str(folder / FILE), flags=apsw.SQLITE_OPEN_READONLY)
    rows = list(
        connection.execute("select pageno from dbstat where name = ? and pagetype = 'leaf' order by pageno", (table,))
    )
    connection.close()
    return [page for (page,) in rows]


def ruin(folder: Path, *pages: int) -> None:
    content = bytearray((folder / FILE).read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = random.Random(page).randbytes(PAGE)
    (folder / FILE).write_bytes(content)


def counts(folder: Path) -> dict[str, int]:
    connection = connect(folder / FILE)
    names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall()]
    found = {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in names if name[0] != "_"}
    connection.close()
    return found


def answers(folder: Path) -> dict[str, object]:
    desk = Desk.at(folder, Ticking())
    try:
        return {header.id: desk.open(header.id).inspection.answers for header in desk.headers()}
    finally:
        desk.close()


def test_a_sound_file_is_saved_whole(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = (data / FILE).read_bytes()
    saved = save(data, out)
    assert [one for one in saved if one.lost or one.rebuilt] == []
    assert counts(out) == counts(data)
    assert answers(out) == answers(data)
    assert (data / FILE).read_bytes() == before
    verify(out / FILE)
    assert verify_seals(out).doubts == ()


@pytest.mark.parametrize("table", ["entries", "journal", "blanks", "settings", "sealed"])
def test_one_ruined_page_costs_at_most_what_stood_on_it(data: Path, tmp_path: Path, table: str) -> None:
    whole, expected = counts(data), answers(data)
    pages = pages_of(data, table)
    page = pages[len(pages) // 2]
    ruin(data, page)
    out = tmp_path / "out"
    saved = {one.table: one for one in save(data, out)}
    kept = counts(out)
    assert all(kept[name] == count for name, count in whole.items() if name not in {table, "sqlite_sequence"})
    if table in {"entries", "journal"}:
        assert answers(out) == expected
        assert kept[table] >= whole[table] * 0.9
    if table == "entries":
        assert saved["entries"].rebuilt > 0
    if table == "blanks":
        assert answers(out) == expected  # what was lost is on the shelf
    verify(out / FILE)


def test_many_ruined_pages(data: Path, tmp_path: Path) -> None:
    whole = counts(data)
    pages = pages_of(data, "journal")
    ruined = random.Random(3).sample(pages, len(pages) // 10 + 1)
    ruin(data, *ruined)
    out = tmp_path / "out"
    saved = {one.table: one for one in save(data, out)}
    assert saved["journal"].lost > 0
    assert counts(out)["journal"] >= whole["journal"] * (1 - 2 * len(ruined) / len(pages))
    assert any("修改记录" in doubt for doubt in verify_seals(out).doubts) or counts(out)["journal"] == whole["journal"]


@pytest.mark.usefixtures("quick_lock")
def test_a_locked_file_is_saved_under_its_lock(data: Path, tmp_path: Path) -> None:
    expected = answers(data)
    begin_locking(data, new_lock("春天的营业厅很安静")[0])
    convert(data)
    content = bytearray((data / FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (data / FILE).write_bytes(content)
    out = tmp_path / "out"
    save(data, out)
    assert not (out / FILE).read_bytes().startswith(b"SQLite format 3")
    assert counts_of_sealed(out) == 2
    assert len(answers(out)) >= 2
    assert answers(out).keys() <= expected.keys()


def counts_of_sealed(folder: Path) -> int:
    desk = Desk.at(folder)
    try:
        return len(desk.database.rows("select 1 from sealed"))
    finally:
        desk.close()


def test_heads_that_are_lost_are_written_anew_from_the_sealed_bytes(data: Path, tmp_path: Path) -> None:
    expected = answers(data)
    drafts = Desk.at(data)
    draft = drafts.drafts()[0].id
    drafts.close()
    ruin(data, *pages_of(data, "inspections"))
    out = tmp_path / "out"
    saved = {one.table: one for one in save(data, out)}
    assert saved["inspections"].rebuilt == 2
    assert answers(out) == {id_: told for id_, told in expected.items() if id_ != draft}
    assert verify_seals(out).doubts == ()


@pytest.mark.parametrize("content", [b"\0" * 8192, b"SQLite format 3\0" + b"\xff" * 8192])
def test_where_nothing_can_be_read_it_says_so(data: Path, tmp_path: Path, content: bytes) -> None:
    (data / FILE).write_bytes(content)
    with pytest.raises(InspectorError):
        save(data, tmp_path / "out")


def test_nothing_is_written_over(data: Path, tmp_path: Path) -> None:
    save(data, tmp_path / "out")
    with pytest.raises(InspectorError, match="已经有数据文件"):
        save(data, tmp_path / "out")


def test_the_doctor_says_what_is_well_and_what_is_not(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(data)]) == 1  # there is no backup
    said = capsys.readouterr().out
    assert "✓ 数据文件完整" in said
    assert "✓ 封存 2 条" in said
    assert "✗ 没有可用的备份" in said
    ruin(data, pages_of(data, "journal")[3])
    assert main(["doctor", str(data)]) == 1
    said = capsys.readouterr().out
    assert "✗ 数据文件" in said
    assert "--salvage" in said


def test_the_command_saves(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ruin(data, pages_of(data, "entries")[1])
    assert main(["doctor", str(data), "--salvage", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "按历史补写" in said
    assert answers(tmp_path / "out")


@pytest.mark.parametrize(
    "spoil",
    [
        "update blanks set body = cast(x'7b22ff22' as text)",
        "update blanks set body = substr(body, 1, length(body) - 9)",
        "update inspections set head = '{\"hall\": '",
        "update entries set body = '[[[' where kind = 'answer'",
    ],
)
def test_what_is_no_longer_what_we_wrote_is_told_as_damage(data: Path, spoil: str) -> None:
    connection = connect(data / FILE)
    connection.execute(spoil)
    connection.close()
    desk = Desk.at(data, Ticking())
    with pytest.raises(InspectorError, match="已损坏"):
        desk.open(desk.headers()[0].id)
    desk.close()
