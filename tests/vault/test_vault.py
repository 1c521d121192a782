"""Evidence by hash: the same photo once, what is altered or gone is known, copies are made again."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from inspector.errors import InspectorError
from inspector.inspection.drawn import Drawn
from inspector.vault.picture import size_of
from inspector.vault.vault import REPORT, THUMB, WORK, Vault, copy_durably
from tests.vault.pictures import encoded, photo, taken


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def test_the_original_is_kept_byte_for_byte_under_its_hash(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "门头.jpg"
    source.write_bytes(taken())
    kept = vault.take_file(source)
    assert kept.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (kept.name, kept.taken_at, kept.width, kept.height) == ("门头.jpg", "2026-03-05T09:12:00", 120, 80)
    assert vault.original(kept.sha256).read_bytes() == source.read_bytes()
    assert vault.state(kept.sha256) == "ok"
    assert {size_of(vault.copy(kept.sha256, kind)) for kind in (REPORT, WORK, THUMB)} == {(120, 80)}


def test_the_same_photo_is_kept_once(vault: Vault) -> None:
    first = vault.take(photo(), "一.jpg")
    written = {path: path.stat().st_mtime_ns for path in vault.files()}
    again = vault.take(photo(), "二.jpg")
    assert again.sha256 == first.sha256
    assert {path: path.stat().st_mtime_ns for path in vault.files()} == written
    vault.take(photo(shade=1), "三.jpg")
    assert len(vault.files()) == 2 * len(written)
    assert vault.size() == sum(path.stat().st_size for path in vault.files())


def test_a_photo_that_cannot_be_read_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    for broken in (b"", b"no photo", photo()[:50]):
        with pytest.raises(InspectorError):
            vault.take(broken, "坏.jpg")
    with pytest.raises(InspectorError, match="读不出来"):
        vault.take_file(tmp_path / "没有.jpg")
    with pytest.raises(InspectorError, match="读不出来"):
        vault.take_file(tmp_path)
    assert vault.files() == []


def test_altered_and_missing_are_known_and_healed_by_the_same_photo(vault: Vault) -> None:
    kept = vault.take(photo(), "门头.jpg")
    vault.original(kept.sha256).write_bytes(photo(shade=9))
    assert vault.state(kept.sha256) == "altered"
    vault.take(photo(), "门头.jpg")
    assert vault.state(kept.sha256) == "ok"
    vault.original(kept.sha256).unlink()
    assert vault.state(kept.sha256) == "missing"
    assert vault.state("0" * 64) == "missing"


@pytest.mark.parametrize("damage", [b"", b"no picture"])
def test_a_lost_or_damaged_copy_is_made_again(vault: Vault, damage: bytes) -> None:
    sha256 = vault.take(photo(), "门头.jpg").sha256
    copy = vault.copy(sha256, REPORT)
    whole = copy.read_bytes()
    copy.write_bytes(damage)
    assert vault.for_paper(sha256) == copy
    assert copy.read_bytes() == whole
    copy.unlink()
    assert vault.for_paper(sha256) == copy
    assert copy.read_bytes() == whole


def test_without_original_a_copy_still_serves_and_without_both_nothing_does(vault: Vault) -> None:
    sha256 = vault.take(photo(), "门头.jpg").sha256
    vault.original(sha256).unlink()
    assert vault.for_paper(sha256) == vault.copy(sha256, REPORT)
    vault.copy(sha256, REPORT).write_bytes(b"")
    assert vault.for_paper(sha256) is None
    assert vault.for_paper("0" * 64) is None


def test_the_same_photo_from_many_threads(vault: Vault) -> None:
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda number: vault.take(photo(), f"{number}.jpg"), range(24)))
    assert {one.sha256 for one in kept} == {hashlib.sha256(photo()).hexdigest()}
    assert vault.state(kept[0].sha256) == "ok"
    assert len(vault.files()) == 4
    assert not list(vault.folder.rglob("*.part"))


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("a file where the folder should be")
    with pytest.raises(InspectorError, match="没有存下") as trouble:
        Vault(tmp_path / "vault").take(photo(), "门头.jpg")
    assert trouble.value.advice


def test_copying_is_whole_or_nothing(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "deep" / "b"
    source.write_bytes(b"evidence")
    copy_durably(source, target)
    assert target.read_bytes() == b"evidence"
    target.unlink()
    target.mkdir()
    (target / "in the way").touch()
    with pytest.raises(OSError, match="b"):
        copy_durably(source, target)
    assert [path.name for path in target.parent.iterdir()] == ["b"]


def test_what_was_blurred_is_a_coarse_mosaic_on_paper_and_nowhere_else(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    kept = vault.take(encoded(Image.effect_noise((600, 400), 90).convert("RGB"), quality=95), "噪.jpg")
    path = vault.published(kept.sha256, (), (Drawn("blur", 8000, 8000, 2000, 2000), Drawn("arrow", 0, 0, 900, 900)))
    assert path is not None
    with Image.open(path) as image, Image.open(vault.copy(kept.sha256, "report")) as bare:
        means, noise = (ImageStat.Stat(one.convert("L").crop((125, 85, 175, 130))).stddev[0] for one in (image, bare))
    assert means < 3
    assert noise > 20


def test_what_was_drawn_is_burnt_into_the_copy_for_paper_only(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    kept = vault.take(encoded(Image.new("RGB", (640, 480), "gray")), "门头.jpg")
    before = vault.original(kept.sha256).read_bytes()
    marks = (Drawn("ring", 2000, 2000, 6000, 6000), Drawn("words", 1000, 8000, 1000, 8000, "破损"))
    path, plain = vault.published(kept.sha256, (), marks), vault.published(kept.sha256, ())
    assert path is not None
    assert plain is not None
    assert path != plain
    with Image.open(path) as drawn, Image.open(plain) as bare:
        assert drawn.size == bare.size
        reds = [_reds(image.crop((128, 96, 384, 120))) for image in (drawn, bare)]
    assert reds[0] > reds[1]
    assert vault.original(kept.sha256).read_bytes() == before
    assert vault.published(kept.sha256, (), marks) == path
    assert vault.published(kept.sha256, (), marks[:1]) != path


def _reds(image: Image.Image) -> int:
    return sum(r > 180 and g < 90 and b < 90 for r, g, b in image.convert("RGB").get_flattened_data())
