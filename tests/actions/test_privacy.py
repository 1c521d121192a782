"""Covert evidence: identities sealed, photos cleared and redacted for good, originals destroyed on their day."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from inspector.actions.clearing import Clearing
from inspector.actions.desk import Desk
from inspector.actions.reporting import content_of, photo_file
from inspector.actions.retaining import Retaining
from inspector.actions.visiting import Visiting
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Document, Photo, Verdict
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.inspection.redaction import Region
from inspector.inspection.visit import Recording
from inspector.store.workdays import Workday, Workdays
from inspector.vault.vault import THUMB, WORK
from tests.conftest import HALL, Ticking, conform_to_everything, start

BY = Inspector("I1", "李明")
IDENTITY = {"name": "王小暗", "phone": "13800000000"}


def photographed(desk: Desk) -> str:
    """Take in a photo with a place, a comment and a striped patch that stands for a face."""
    image = Image.effect_noise((640, 480), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "secret-description"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=95, exif=exif, comment=b"secret-comment")
    return desk.vault.take(buffer.getvalue(), "门头.jpg").sha256


@pytest.fixture
def kept(desk: Desk) -> str:
    return photographed(desk)


def test_only_the_passphrase_opens_an_identity_and_every_attempt_is_logged(desk: Desk) -> None:
    identities = desk.identities
    with pytest.raises(InspectorError, match="保管人"):
        identities.seal("S-07", IDENTITY, "李明")
    identities.name_key_holder("周主任", "山高月小水落石出")
    identities.seal("S-07", IDENTITY, "李明")
    with pytest.raises(InspectorError, match="口令不对"):
        identities.open("S-07", "不是这个口令啊", "李明", "申诉")
    assert identities.open("S-07", "山高月小水落石出", "周主任", "申诉 2026-3") == IDENTITY
    assert [(one.act, one.by_name) for one in identities.shoppers.acts()] == [
        ("opened", "周主任"),
        ("refused", "李明"),
        ("sealed", "李明"),
    ]
    with pytest.raises(InspectorError, match="已被使用"):
        identities.seal("S-07", IDENTITY, "李明")
    with pytest.raises(InspectorError, match="姓名"):
        identities.seal("S-王小暗", IDENTITY, "李明")
    with pytest.raises(InspectorError, match="不能更换"):
        identities.name_key_holder("别人", "山高月小水落石出")


def test_no_byte_of_the_data_file_tells_an_identity(tmp_path: Path) -> None:
    desk = Desk.at(tmp_path)
    desk.identities.name_key_holder("周主任", "山高月小水落石出")
    desk.identities.seal("S-07", IDENTITY, "李明")
    desk.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert all(word.encode("utf-8") not in stored for word in (*IDENTITY.values(), "山高月小水落石出"))


@pytest.mark.parametrize("shape", ["box", "blur"])
def test_what_is_hidden_cannot_be_got_back(desk: Desk, kept: str, shape: str) -> None:
    region = Region(shape, 2500, 2500, 5000, 5000)
    Clearing(desk).hide(kept, [region], "李明")
    path = desk.vault.published(kept, [region])
    assert path is not None
    with Image.open(path) as image:
        hidden = image.convert("L").crop((170, 130, 470, 350))
        # Noise in every pixel before; afterwards no more tones than cells of the mosaic, give or take JPEG.
        flat = hidden.crop((10, 10, 30, 30)).getextrema()
        assert flat[1] - flat[0] <= 8  # type: ignore[operator]
        beside = image.convert("L").crop((0, 0, 100, 100)).getextrema()
        assert beside[1] - beside[0] > 100  # type: ignore[operator]


def test_published_copies_carry_no_metadata(desk: Desk, kept: str) -> None:
    for path in (desk.vault.for_paper(kept), desk.vault.published(kept, [Region("box", 0, 0, 100, 100)])):
        assert path is not None
        content = path.read_bytes()
        assert b"secret" not in content
        assert b"Exif" not in content


def test_a_covert_photo_is_published_only_once_cleared(desk: Desk, kept: str) -> None:
    clearing = Clearing(desk)
    assert photo_file(desk, kept, covert=True).missing
    assert photo_file(desk, kept).path is not None
    clearing.clear([kept], "李明")
    assert photo_file(desk, kept, covert=True).path is not None
    clearing.hide(kept, [Region("box", 0, 0, 5000, 5000)], "李明")
    assert photo_file(desk, kept, covert=True).missing


def test_evidence_is_destroyed_on_its_day_and_accounted_for(desk: Desk, kept: str, clock: Ticking) -> None:
    inspecting = start(desk)
    inspecting.attach("SG-01", Photo(kept, "门头.jpg"))
    conform_to_everything(inspecting)
    inspecting.finish()
    Clearing(desk).hide(kept, [Region("box", 0, 0, 5000, 5000)], "李明")
    Clearing(desk).clear([kept], "李明")
    retaining = Retaining(desk)
    listed = retaining.clock()
    assert [one.kind for one in listed] == ["original", "copy"]
    assert retaining.due(listed) == []
    with pytest.raises(InspectorError, match="没有到期"):
        retaining.purge(listed, BY)
    clock.at += timedelta(days=91)
    due = retaining.due(retaining.clock())
    retaining.purge(due, BY)
    assert not desk.vault.original(kept).exists()
    assert not desk.vault.copy(kept, WORK).exists()
    assert desk.vault.copy(kept, THUMB).exists()
    paper = photo_file(desk, kept)
    assert paper.path is not None
    with Image.open(paper.path) as image:
        assert image.convert("L").crop((0, 0, 100, 100)).getextrema()[1] < 60  # type: ignore[operator]
    assert [one.kind for one in retaining.clock()] == ["copy"]
    clock.at += timedelta(days=1100)
    retaining.purge(retaining.due(retaining.clock()), BY)
    assert "按期销毁" in photo_file(desk, kept).missing
    assert retaining.clock() == []


def test_a_sound_of_an_answer_has_a_day_and_a_paper_has_none(desk: Desk, clock: Ticking) -> None:
    inspecting = start(desk)
    sound, paper = desk.vault.keep(b"#!AMR sound"), desk.vault.keep(b"%PDF-1.7 paper")
    papers = Document(sound, "问答.amr", "Sound", 11), Document(paper, "台账.pdf", "PDF", 14)
    inspecting.put("SG-01", Answer(documents=papers))
    conform_to_everything(inspecting)
    inspecting.finish()
    clock.at += timedelta(days=61)
    retaining = Retaining(desk)
    due = retaining.due(retaining.clock())
    assert [(one.sha256, one.kind) for one in due] == [(sound, "sound")]
    retaining.purge(due, BY)
    words = [one.value for one in content_of(desk, inspecting.inspection.id).documents]
    assert "录音" in words[0]
    assert "按期销毁" in words[0]
    assert "销毁" not in words[1]
    desk.vault.original(paper).unlink()
    assert "佐证缺失" in content_of(desk, inspecting.inspection.id).documents[1].value


def test_a_sound_is_destroyed_on_its_day_and_a_purge_cut_off_is_made_up_for(desk: Desk, clock: Ticking) -> None:
    visiting = Visiting(desk.start("s08-elderly-cash", Head(HALL)))
    sound = desk.vault.keep(b"RIFF....WAVE")
    for _again in range(2):
        visiting.keep_sound(Recording(sound, "通话.wav"))
    for item in visiting.inspecting.inspection.asked_items:
        visiting.inspecting.judge(item.id, Verdict.CONFORM)
    visiting.inspecting.finish()
    clock.at += timedelta(days=61)
    retaining = Retaining(desk)
    due = retaining.due(retaining.clock())
    assert [(one.sha256, one.kind, one.name) for one in due] == [(sound, "sound", "通话.wav")]
    retaining.purge(due, BY)
    assert not desk.vault.original(sound).exists()
    assert retaining.clock() == []
    desk.vault.keep(b"RIFF....WAVE")  # entered as destroyed, and still there
    assert retaining.due(retaining.clock()) == due


def test_days_set_by_hand_move_deadlines_and_go_again(desk: Desk) -> None:
    workdays, friday, saturday = Workdays(desk.database), date(2026, 3, 6), date(2026, 3, 7)
    assert desk.calendar.add(date(2026, 3, 5), 1) == friday
    workdays.keep([Workday(friday, works=False, note="本省调休"), Workday(saturday, works=True, note="补班")])
    assert desk.calendar.add(date(2026, 3, 5), 1) == saturday
    assert [one.note for one in workdays.days()] == ["本省调休", "补班"]
    workdays.remove(friday)
    assert desk.calendar.add(date(2026, 3, 5), 1) == friday
