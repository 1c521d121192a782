"""The lock: opened by passphrase or recovery key, told apart from damage, and never a key on the disk."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.lock import keys
from inspector.lock.keys import (
    LOCK,
    Lock,
    LockedError,
    forget,
    key_for,
    new_lock,
    read_lock,
    rewrapped,
    unlock,
    unlocked,
    write_lock,
)
from inspector.paths import apart_from

PASSPHRASE = "春天的营业厅很安静"


def opens(lock: Lock, secret: str) -> bool:
    forget(lock)
    try:
        unlock(lock, secret)
    except InspectorError:
        return False
    return unlocked(lock.id)


@pytest.mark.usefixtures("quick_lock")
class TestSecrets:
    def test_passphrase_and_recovery_key_open_the_same_key(self) -> None:
        lock, recovery = new_lock(PASSPHRASE)
        key = key_for(lock.id, b"test")
        for secret in (PASSPHRASE, recovery, recovery.lower().replace("-", " "), recovery.replace("O", "0")):
            assert opens(lock, secret), secret
            assert key_for(lock.id, b"test") == key

    @pytest.mark.parametrize("wrong", ["", "春天的营业厅很安静 ", "AAAA-" * 8, "12345678", "口" * 5000])
    def test_nothing_else_opens_it(self, wrong: str) -> None:
        lock, _recovery = new_lock(PASSPHRASE)
        assert not opens(lock, wrong)
        with pytest.raises(LockedError):
            key_for(lock.id, b"test")

    def test_each_purpose_and_each_lock_has_its_own_key(self) -> None:
        one, other = new_lock(PASSPHRASE)[0], new_lock(PASSPHRASE)[0]
        made = {key_for(one.id, b"a"), key_for(one.id, b"b"), key_for(other.id, b"a")}
        assert len(made) == 3

    def test_another_passphrase_opens_the_same_key_and_the_old_one_no_longer(self) -> None:
        lock, recovery = new_lock(PASSPHRASE)
        key = key_for(lock.id, b"test")
        changed = rewrapped(lock, PASSPHRASE, "秋天的营业厅很热闹")
        assert not opens(changed, PASSPHRASE)
        assert opens(changed, "秋天的营业厅很热闹")
        assert key_for(lock.id, b"test") == key
        assert opens(rewrapped(changed, recovery, PASSPHRASE), PASSPHRASE)

    def test_whoever_does_not_know_the_passphrase_cannot_change_it(self) -> None:
        lock, _recovery = new_lock(PASSPHRASE)
        with pytest.raises(InspectorError, match="口令不对"):
            rewrapped(lock, "猜一个口令", "秋天的营业厅很热闹")

    def test_a_short_passphrase_is_refused(self) -> None:
        with pytest.raises(InspectorError, match="至少 8 个字"):
            new_lock("1234567")

    def test_the_lock_holds_no_key(self, folder: Path) -> None:
        lock, recovery = new_lock(PASSPHRASE)
        write_lock(folder, lock)
        content = (folder / LOCK).read_text()
        assert keys._unlocked[lock.id].hex() not in content
        assert recovery not in content
        assert PASSPHRASE not in content


@pytest.mark.usefixtures("quick_lock")
class TestFile:
    def test_it_is_read_as_it_was_written(self, folder: Path) -> None:
        lock, _recovery = new_lock(PASSPHRASE)
        write_lock(folder, lock)
        assert read_lock(folder) == lock

    def test_a_folder_without_one_is_not_locked(self, folder: Path) -> None:
        assert read_lock(folder) is None

    @pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"id": 3}'])
    def test_a_damaged_one_is_replaced_by_its_twin_and_told_without_it(self, folder: Path, content: bytes) -> None:
        lock, _recovery = new_lock(PASSPHRASE)
        write_lock(folder, lock)
        (folder / LOCK).write_bytes(content)
        assert read_lock(folder) == lock
        (apart_from(folder) / LOCK).unlink()
        with pytest.raises(InspectorError, match="损坏，读不出来"):
            read_lock(folder)

    @pytest.mark.parametrize("field", ["salt", "by_passphrase", "by_recovery"])
    def test_one_that_was_altered_opens_nothing_wrong(self, field: str) -> None:
        lock, recovery = new_lock(PASSPHRASE)
        old = getattr(lock, field)
        altered = replace(lock, **{field: ("0" if old[0] != "0" else "1") + old[1:]})
        assert opens(altered, PASSPHRASE) is (field == "by_recovery")
        assert opens(altered, recovery) is (field != "by_recovery")

    def test_a_number_in_the_place_of_a_text_is_no_lock(self, folder: Path) -> None:
        lock, _recovery = new_lock(PASSPHRASE)
        write_lock(folder, lock, twin=False)
        plain = json.loads((folder / LOCK).read_bytes())
        plain["memory"] = "much"
        (folder / LOCK).write_text(json.dumps(plain))
        with pytest.raises(InspectorError, match="损坏"):
            read_lock(folder)
