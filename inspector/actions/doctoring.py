"""Examining a data folder from end to end, in plain words, and saving what can be read of a damaged one."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from inspector.actions.shelf import Shelf
from inspector.actions.verifying import prove
from inspector.errors import InspectorError
from inspector.exchange.backup import carry_lock
from inspector.exchange.restoring import copies
from inspector.lock.keys import LockedError, read_lock
from inspector.paths import apart_from
from inspector.store.blanks import Blanks
from inspector.store.copies import opened_copy, verify
from inspector.store.database import FILE, Database, open_database
from inspector.store.device import HEAD, KEY, Device, read_head
from inspector.store.places import Places
from inspector.store.salvage import Saved, salvage
from inspector.vault.vault import Vault
from inspector.wording import _

LITTLE = 2 * 10**9
OLD_DAYS = 7


class Finding(NamedTuple):
    """One thing examined: whether it is well, what was found, and what to do where it is not."""

    well: bool
    words: str
    advice: str = ""


def examine(folder: Path, now: datetime) -> Iterator[Finding]:
    """Yield what is found in a data folder; nothing in it is changed."""
    second = ""
    try:
        verify(folder / FILE)
        with opened_copy(folder / FILE) as database:
            yield Finding(True, _("数据文件完整，每一页都读得出来。"))
            yield from (Finding(False, words) for words in database.incidents)
            yield from _inside(database, folder)
            second = Places(database, lambda _name: "").settings().get("backup_folder", "")
    except LockedError:
        raise
    except InspectorError as trouble:
        yield Finding(
            False,
            str(trouble.args[0]),
            _("先用“从备份恢复”；没有可用的备份时，用 inspector doctor --salvage 新文件夹 抢救。"),
        )
    yield _photos(folder)
    yield _key(folder)
    yield _backups(folder, second, now)
    free = shutil.disk_usage(folder).free
    yield Finding(free >= LITTLE, _("磁盘可用 {n} GB。").format(n=free // 10**9), _("请腾出空间。"))


def _inside(database: Database, folder: Path) -> Iterator[Finding]:
    broken = database.rows("pragma foreign_key_check")
    if broken:
        yield Finding(False, _("有 {n} 行指向不在的记录。").format(n=len(broken)), _("请把数据文件夹交给维护人员。"))
    proof = prove(database, Vault(folder / "vault"), read_head(apart_from(folder.resolve()) / HEAD))
    if proof.doubts:
        advice = _("用 inspector verify 看每一处。")
        yield Finding(False, _("封存的内容有 {n} 处不符。").format(n=len(proof.doubts)), advice)
    else:
        yield Finding(True, proof.holds[0])


def _photos(folder: Path) -> Finding:
    vault = Vault(folder / "vault")
    originals = [path for path in vault.files() if "copies" not in path.parts]
    altered = [path.name[:16] for path in originals if vault.state(path.name) != "ok"]
    if altered:
        told = _("{n} 件佐证与指纹不符：{names}。").format(n=len(altered), names="、".join(altered[:5]))
        return Finding(False, told, _("从备份的 vault 文件夹里取回同名文件。"))
    return Finding(True, _("佐证 {n} 件，指纹全部相符。").format(n=len(originals)))


def _key(folder: Path) -> Finding:
    if not (apart_from(folder.resolve()) / HEAD).exists():
        return Finding(True, _("本机还没有封存过，没有链头。"))
    if not (apart_from(folder.resolve()) / KEY).exists():
        told = _("本机的封存密钥不见了；以后的封存会用新的密钥，校验时会写明。")
        return Finding(False, told, _("有备份的话，把 device.key 放回数据文件夹旁边的 .apart 文件夹。"))
    try:
        public = Device(folder).public
    except InspectorError as trouble:
        return Finding(False, str(trouble.args[0]), str(trouble.args[1]) if len(trouble.args) > 1 else "")
    return Finding(True, _("本机的封存密钥 {key} 和链头都在。").format(key=public[:16]))


def _backups(folder: Path, second: str, now: datetime) -> Finding:
    found = copies([apart_from(folder.resolve()), *([Path(second)] if second else [])])
    usable = [copy for copy in found if not copy.trouble]
    if not usable:
        return Finding(False, _("没有可用的备份。"), _("请在“设置 · 数据与备份”里备份到移动硬盘。"))
    age = (now - usable[0].at).days
    told = _("可用的备份 {n} 份，最近的是 {day}。").format(n=len(usable), day=f"{usable[0].at:%Y-%m-%d %H:%M}")
    return Finding(age < OLD_DAYS, told, _("请再备份一次。"))


def save(folder: Path, out: Path) -> list[Saved]:
    """Save what can be read of a folder into a new one: rows, photos and the lock; say what, table by table."""
    if read_lock(folder) is not None:
        out.mkdir(parents=True, exist_ok=True)
        carry_lock(folder, out)
    saved = salvage(folder, out)
    if any(one.lost for one in saved if one.table == "blanks"):
        _take_blanks_from_the_shelf(out)
    if (folder / "vault").is_dir():
        shutil.copytree(folder / "vault", out / "vault", dirs_exist_ok=True)
    return saved


def _take_blanks_from_the_shelf(out: Path) -> None:
    """Take in the forms, limits and scheme shipped now: those that were lost are mostly the same."""
    database = open_database(out)
    try:
        shelf = Shelf(Blanks(database))
        for name in shelf.library.names():
            shelf.form(name)
        shelf.limits()
        shelf.scheme()
    finally:
        database.close()
