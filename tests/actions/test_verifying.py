"""Verifying: what holds is said, what does not is named, and nothing is touched."""

import shutil
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.actions.verifying import verify
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.exchange.backup import back_up
from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Head
from inspector.store.database import FILE
from inspector.store.device import HEAD, KEY, read_head
from tests.conftest import HALL, Ticking, conform_to_everything

SAMPLES = Path(__file__).parents[1] / "samples" / "databases"


def seal(folder: Path, times: int = 1) -> str:
    """Seal inspections of the signs, each with a photo; return the photo's hash."""
    desk = Desk.at(folder, Ticking())
    for _time in range(times):
        inspecting = desk.start("signage", Head(HALL))
        photo = desk.vault.keep(b"the front door")
        inspecting.attach("SG-01", Photo(photo, "门头.jpg"))
        conform_to_everything(inspecting)
        inspecting.finish()
    desk.close()
    return photo


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_sound_is_said_and_nothing_is_touched(folder: Path) -> None:
    seal(folder, 2)
    before = contents(folder)
    proof = verify(folder)
    assert proof.doubts == ()
    assert proof.holds[0] == "封存 2 条，其中有签名 2 条；引用佐证 2 件。"
    assert "另存的链头：第 2 条" in proof.holds[-1]
    assert contents(folder) == before


def test_the_key_is_no_part_of_the_data_and_nobody_else_may_read_it(folder: Path) -> None:
    seal(folder)
    key = folder.with_name("data.apart") / KEY
    assert key.stat().st_mode & 0o077 == 0
    secret = key.read_bytes()
    assert not any(
        secret in content or bytes.fromhex(secret.decode()) in content for content in contents(folder).values()
    )


def test_a_copy_that_goes_on_elsewhere_is_signed_by_another_key_and_says_so(folder: Path, tmp_path: Path) -> None:
    seal(folder)
    moved = Path(shutil.copytree(folder, tmp_path / "moved"))
    seal(moved)
    proof = verify(moved)
    assert proof.doubts == ()
    assert [sentence.startswith(("自第 1 条起", "自第 2 条起")) for sentence in proof.holds[1:3]] == [True, True]
    (doubt,) = verify(folder, moved.with_name("moved.apart") / HEAD).doubts
    assert "只到第 1 条：它是较早的副本" in doubt


def test_photos_missing_or_altered_are_named(folder: Path) -> None:
    photo = seal(folder)
    path = folder / "vault" / photo[:2] / photo
    path.write_bytes(b"another door")
    assert verify(folder).doubts == (f"第 1 条：佐证 {photo[:16]} 被改过。",)
    path.unlink()
    assert verify(folder).doubts == (f"第 1 条：佐证 {photo[:16]} 不见了。",)


def test_a_file_that_was_made_anew_is_not_the_one_of_the_head(folder: Path, untouched: Path) -> None:
    seal(folder)
    (folder / FILE).unlink()
    shutil.copyfile(untouched / FILE, folder / FILE)
    seal(folder)
    other = folder.with_name("data.apart") / HEAD
    kept = other.read_bytes()
    (folder / FILE).unlink()
    shutil.copyfile(untouched / FILE, folder / FILE)
    seal(folder)
    other.write_bytes(kept)
    assert "记录被整串换过" in " ".join(verify(folder).doubts)


def test_what_was_sealed_before_signing_is_still_proven_by_its_chain(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(SAMPLES / "v3.db", folder / FILE)
    proof = verify(folder)
    assert proof.doubts == ()
    assert proof.holds[0] == "封存 1 条，其中有签名 0 条；引用佐证 0 件。"


def test_a_backup_is_verified_as_the_data_are(folder: Path, tmp_path: Path) -> None:
    seal(folder)
    (tmp_path / "disk").mkdir()
    made = back_up(folder, tmp_path / "disk", Ticking()())
    assert verify(made).doubts == ()


def test_the_command_says_it_and_leaves_with_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo = seal(folder)
    assert main(["verify", str(folder / FILE)]) == 0
    assert "✓ 封存的内容全部相符" in capsys.readouterr().out
    (folder / "vault" / photo[:2] / photo).unlink()
    assert main(["--data", str(folder), "verify"]) == 1
    assert "✗ 第 1 条：佐证" in capsys.readouterr().out


def test_what_cannot_be_read_is_refused_in_a_sentence(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="没有星察的数据文件"):
        verify(tmp_path / "nowhere")
    (tmp_path / "head.json").write_text("{}")
    with pytest.raises(InspectorError, match="链头文件"):
        verify(folder, tmp_path / "head.json")
    with pytest.raises(InspectorError, match="不是星察的数据文件"):
        verify(SAMPLES.parent / "items.csv")


def test_a_key_that_cannot_be_read_is_told_and_the_inspection_stays_a_draft(folder: Path) -> None:
    apart = folder.with_name("data.apart")
    apart.mkdir()
    (apart / KEY).write_text("rubbish")
    desk = Desk.at(folder, Ticking())
    inspecting = desk.start("signage", Head(HALL))
    conform_to_everything(inspecting)
    with pytest.raises(InspectorError, match="封存密钥"):
        inspecting.finish()
    assert [header.status for header in desk.headers()] == ["draft"]
    desk.close()


def test_a_head_that_holds_no_number_is_none(folder: Path) -> None:
    path = folder / "head.json"
    for number in ("Infinity", "1e999", "NaN", '"x"', "[]"):
        path.write_text(f'{{"file": "f", "number": {number}, "sha256": "s", "device": "d"}}')
        assert read_head(path) is None
