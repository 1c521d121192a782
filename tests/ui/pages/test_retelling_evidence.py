"""Photos of the phone and sound files: sorted, confirmed or moved, kept in the vault, and never taken unasked."""

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.ui.jobs import Job
from inspector.ui.pages.retelling import RetellingPage
from tests.ui.pages.staging import OFFSCREEN, desk_with_halls, heard, nameless, press, shown, type_into
from tests.ui.pages.visiting_stage import phone_folder, stored, visited

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture
def inspecting(desk: Desk) -> Inspecting:
    return visited(desk)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, inspecting: Inspecting) -> RetellingPage:
    return cast(RetellingPage, shown(RetellingPage, desk, qtbot, inspecting.inspection.id))


def proposed(page: RetellingPage) -> list[tuple[str, str]]:
    return [(row.glimpse.path.name, row.chosen) for row in page.frame.sorting.rows]


def photos(desk: Desk, inspecting: Inspecting) -> dict[str, list[str]]:
    answers = stored(desk, inspecting).inspection.answers
    return {item: [photo.name for photo in answer.photos] for item, answer in answers.items() if answer.photos}


def test_photos_are_sorted_and_only_those_confirmed_are_taken(
    desk: Desk, page: RetellingPage, inspecting: Inspecting, tmp_path: Path, qtbot: QtBot
) -> None:
    phone = phone_folder(tmp_path, "05 10:46:10", "05 10:46:40", "05 10:47:20", "05 10:19:30")
    page.acts.look_into(phone)
    assert proposed(page) == [
        ("IMG_3.jpg", "MP-01"), ("IMG_0.jpg", "MP-02"), ("IMG_1.jpg", "MP-03"), ("IMG_2.jpg", "MP-03"),
    ]  # fmt: skip
    assert desk.vault.files() == []
    page.frame.sorting.rows[3].taken.click()
    assert page.frame.sorting.confirm_button.words == "附上 3 张"
    said = heard(page, "say")
    press(qtbot, page.frame.sorting.confirm_button)
    assert photos(desk, inspecting) == {"MP-01": ["IMG_3.jpg"], "MP-02": ["IMG_0.jpg"], "MP-03": ["IMG_1.jpg"]}
    assert said[0][:2] == ("good", "已附上 3 张照片。")
    states = {row.ruling.rule: row.ruling.state for row in page.frame.validity.rows}
    assert (states["V2"], states["V3"]) == ("met", "met")
    assert page.frame.evidence_button.words == "凭据 3"


def test_a_photo_is_moved_to_another_item(
    desk: Desk, page: RetellingPage, inspecting: Inspecting, tmp_path: Path
) -> None:
    page.acts.look_into(phone_folder(tmp_path, "05 10:46:10"))
    (row,) = page.frame.sorting.rows
    row.item.show_key("S08-04")
    row.item.picked.emit("S08-04")
    assert nameless(page.frame.sorting) == []
    page.frame.sorting.confirm_button.click()
    assert photos(desk, inspecting) == {"S08-04": ["IMG_0.jpg"]}


def test_other_days_are_left_out_and_broken_files_told(page: RetellingPage, tmp_path: Path) -> None:
    phone = phone_folder(tmp_path, "01 10:46:10", "05 10:46:10")
    (phone / "broken.jpg").write_bytes(b"no picture")
    page.acts.look_into(phone)
    assert [name for name, _item in proposed(page)] == ["IMG_1.jpg"]
    told = page.frame.sorting._seen.text()
    assert "1 张是别的日子" in told
    assert "1 张读不出来" in told


def test_the_phones_clock_is_found_by_a_photo_of_a_known_moment(
    desk: Desk, page: RetellingPage, inspecting: Inspecting, tmp_path: Path, qtbot: QtBot
) -> None:
    """The phone is two hours ahead: without correction all of it lies after the visit."""
    page.acts.look_into(phone_folder(tmp_path, "05 12:20:05", "05 12:21:30"))
    sheet = page.frame.sorting
    assert [item for _name, item in proposed(page)] == ["MP-01", "MP-02"]
    assert "T8" in sheet.rows[1].step.text()
    sheet.photo.show_key(sheet.rows[0].glimpse.sha256)
    sheet.mark.show_key("T0")
    press(qtbot, sheet.set_button)
    visit = stored(desk, inspecting).inspection.head.visit
    assert visit is not None
    assert visit.phone_ahead == 7200
    assert [row.step.text() for row in sheet.rows] == ["T0 到门口 之后", "T2 取号 之后"]
    assert sheet.ahead.text() == "7200"


def test_the_phones_clock_is_set_by_hand(
    desk: Desk, page: RetellingPage, inspecting: Inspecting, tmp_path: Path, qtbot: QtBot
) -> None:
    page.acts.look_into(phone_folder(tmp_path, "05 10:20:00"))
    sheet = page.frame.sorting
    assert sheet.rows[0].step.text() == "到门口之前"
    type_into(qtbot, sheet.ahead.edit, "x")
    sheet.ahead.commit_pending()
    assert sheet.ahead.edit.accessibleDescription()
    type_into(qtbot, sheet.ahead.edit, "-60")
    sheet.ahead.commit_pending()
    assert sheet.rows[0].step.text() == "T1 引导员招呼 之后"
    visit = stored(desk, inspecting).inspection.head.visit
    assert visit is not None
    assert visit.phone_ahead == -60


def test_a_photo_attached_before_is_not_taken_again(page: RetellingPage, tmp_path: Path) -> None:
    phone = phone_folder(tmp_path, "05 10:46:10")
    page.acts.look_into(phone)
    page.frame.sorting.confirm_button.click()
    page.acts.look_into(phone)
    (row,) = page.frame.sorting.rows
    assert row.step.text() == "已附在 MP-01"
    assert not page.frame.sorting.confirm_button.isEnabled()


def test_looking_can_be_cancelled_and_an_empty_folder_says_so(page: RetellingPage, tmp_path: Path) -> None:
    page.jobs.started.connect(Job.cancel)
    page.acts.look_into(phone_folder(tmp_path, "05 10:46:10"))
    assert page.frame.sorting.isHidden()
    said = heard(page, "say")
    (tmp_path / "empty").mkdir()
    page.acts.look_into(tmp_path / "empty")
    assert said[0][:2] == ("accent", "这个文件夹里没有照片。")


def test_a_photo_is_taken_off_again(desk: Desk, page: RetellingPage, inspecting: Inspecting, tmp_path: Path) -> None:
    page.acts.look_into(phone_folder(tmp_path, "05 10:46:10"))
    page.frame.sorting.confirm_button.click()
    sha = stored(desk, inspecting).inspection.answer("MP-01").photos[0].sha256
    page.frame.evidence.photo_dropped.emit("MP-01", sha)
    assert photos(desk, inspecting) == {}
    assert desk.vault.intact(sha)


def test_sounds_are_kept_by_hash_attached_and_dropped(
    desk: Desk, page: RetellingPage, inspecting: Inspecting, tmp_path: Path
) -> None:
    sound = tmp_path / "通话.m4a"
    sound.write_bytes(b"sound")
    page.acts.take_sounds([sound, sound])
    visit = stored(desk, inspecting).inspection.head.visit
    assert visit is not None
    (kept,) = visit.sounds
    assert (kept.name, desk.vault.original(kept.sha256).read_bytes()) == ("通话.m4a", b"sound")
    page.frame.evidence.sound_dropped.emit(kept.sha256)
    visit = stored(desk, inspecting).inspection.head.visit
    assert visit is not None
    assert visit.sounds == ()
    assert desk.vault.intact(kept.sha256)
