"""The commands that look after the data: verifying, examining, saving; and the way into a locked folder."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from inspector.paths import data_folder

# Adds a command: its name, what it does, and words for its help.
Command = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]


def add_commands(command: Command) -> None:
    """Add the commands of this file."""
    proof = command("verify", _verify, "校验一份数据、备份或报告：哪些封存完好，哪些被动过")
    proof.add_argument("path", type=Path, nargs="?", metavar="DIR|DB|PDF", help="默认为数据文件夹")
    proof.add_argument("--head", type=Path, metavar="HEAD.json", help="另存的链头；默认取数据文件夹旁边的")
    doctor = command("doctor", _doctor, "从头到尾检查一份数据；或从损坏的数据文件里抢救读得出来的")
    doctor.add_argument("path", type=Path, nargs="?", metavar="DIR", help="默认为数据文件夹")
    doctor.add_argument("--salvage", type=Path, metavar="OUT", help="抢救到这个新文件夹；原来的不动")


def unlock_folder(folder: Path) -> None:
    """Unlock a locked folder by INSPECTOR_PASSPHRASE, by the system's keyring, or by asking where one can answer."""
    from inspector.lock.keys import read_lock, unlock, unlocked  # noqa: PLC0415
    from inspector.lock.remembering import recall  # noqa: PLC0415

    lock = read_lock(folder)
    if lock is None or unlocked(lock.id):
        return
    secret = os.environ.get("INSPECTOR_PASSPHRASE", "")
    if not secret and recall(folder, lock):
        return
    if not secret and sys.stdin.isatty():
        from getpass import getpass  # noqa: PLC0415

        secret = getpass("口令：")
    unlock(lock, secret)


def _verify(asked: argparse.Namespace) -> int:
    from inspector.actions.verifying import verify  # noqa: PLC0415

    path = asked.path or data_folder(asked.data)
    if path.suffix.lower() == ".pdf":
        from inspector.actions.proving_report import verify_report  # noqa: PLC0415

        proof = verify_report(path)
    else:
        unlock_folder(path if path.is_dir() else path.parent)
        proof = verify(path, asked.head)
    for sentence in proof.holds:
        print(sentence)
    for sentence in proof.doubts:
        print(f"✗ {sentence}")
    print(f"有 {len(proof.doubts)} 处不符" if proof.doubts else "✓ 封存的内容全部相符")
    return 1 if proof.doubts else 0


def _doctor(asked: argparse.Namespace) -> int:
    from inspector.actions.desk import now  # noqa: PLC0415
    from inspector.actions.doctoring import examine, save  # noqa: PLC0415

    folder = asked.path or data_folder(asked.data)
    unlock_folder(folder)
    if asked.salvage:
        for one in save(folder, asked.salvage):
            lost = f"，读不出 {one.lost} 处" if one.lost else ""
            rebuilt = f"，按历史补写 {one.rebuilt} 行" if one.rebuilt else ""
            print(f"{one.table:<14} {one.rows} 行{lost}{rebuilt}")
        print(f"已抢救到 {asked.salvage}；请用 inspector verify {asked.salvage} 看还缺什么")
        return 0
    well = True
    for finding in examine(folder, now()):
        well = well and finding.well
        print(f"{'✓' if finding.well else '✗'} {finding.words}")
        if not finding.well and finding.advice:
            print(f"  {finding.advice}")
    return 0 if well else 1
