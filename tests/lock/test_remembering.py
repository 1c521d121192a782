"""The system's keyring: a copy of the key where a person wants one, and every way in which a keyring may fail."""

from pathlib import Path

import keyring
import keyring.backends.fail
import pytest

from inspector.errors import InspectorError
from inspector.lock.keys import Lock, forget, new_lock, unlocked
from inspector.lock.remembering import forget_remembered, keyring_name, recall, remember, remembered
from tests.lock.drawer import Drawer

pytestmark = pytest.mark.usefixtures("quick_lock")


@pytest.fixture
def lock() -> Lock:
    return new_lock("春天的营业厅很安静")[0]


def test_a_remembered_key_opens_the_lock_and_a_forgotten_one_does_not(
    drawer: Drawer, lock: Lock, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    assert keyring_name()
    remember(data, lock)
    forget(lock)
    assert remembered(data, lock)
    assert recall(data, lock)
    assert unlocked(lock.id)
    forget_remembered(data, lock)
    forget(lock)
    assert not recall(data, lock)
    assert not unlocked(lock.id)
    assert drawer.kept == {}


def test_the_keyring_holds_no_passphrase(drawer: Drawer, lock: Lock, tmp_path: Path) -> None:
    remember(tmp_path / "data", lock)
    assert "春天" not in repr(drawer.kept)


def test_another_lock_is_not_opened_by_it(drawer: Drawer, lock: Lock, tmp_path: Path) -> None:
    other = new_lock("夏天的营业厅很热闹")[0]
    remember(tmp_path / "data", lock)
    forget(other)
    assert not recall(tmp_path / "data", other)
    assert not unlocked(other.id)


@pytest.mark.parametrize("spoilt", ["", "zz", "00" * 31, "no key at all"])
def test_what_the_keyring_spoilt_opens_nothing(spoilt: str, drawer: Drawer, lock: Lock, tmp_path: Path) -> None:
    remember(tmp_path / "data", lock)
    forget(lock)
    drawer.kept = dict.fromkeys(drawer.kept, spoilt)
    assert not recall(tmp_path / "data", lock)
    assert not unlocked(lock.id)


def test_a_keyring_that_does_not_answer_is_told_or_passed_over(drawer: Drawer, lock: Lock, tmp_path: Path) -> None:
    data = tmp_path / "data"
    drawer.stuck = True
    with pytest.raises(InspectorError, match="系统钥匙串没有收下"):
        remember(data, lock)
    assert not remembered(data, lock)
    drawer.stuck = False
    remember(data, lock)
    forget(lock)
    drawer.stuck = True
    assert not recall(data, lock)
    with pytest.raises(InspectorError, match="没有删掉"):
        forget_remembered(data, lock)
    assert not remembered(data, lock)


def test_without_a_keyring_nothing_is_offered(lock: Lock, tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    try:
        assert keyring_name() == ""
        with pytest.raises(InspectorError, match="没有可用的系统钥匙串"):
            remember(tmp_path / "data", lock)
    finally:
        keyring.set_keyring(before)
