"""The commands that make papers: a report, many reports, the league, the card for a pocket."""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.keeping import Command
from inspector.errors import InspectorError
from inspector.paths import apart_from

if TYPE_CHECKING:
    from inspector.actions.desk import Desk

# Opens the desk that a command asks for, and closes it.
Opened = Callable[[argparse.Namespace], AbstractContextManager["Desk"]]


def add_report_commands(command: Command, opened: Opened) -> None:
    """Add the commands of this file."""
    report = command("report", partial(_report, opened), "生成一次检查的 PDF 星级报告")
    report.add_argument("id")
    report.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    report.add_argument("--hall", action="store_true", help="按营业厅评定出具，含暗访过程")
    report.add_argument("--sign", nargs="?", const="", metavar="CERT.p12", help="数字签名：本机证书，或一份证书文件")
    report.add_argument("--encrypt", action="store_true", help="出加密副本（AES-256），口令在 INSPECTOR_PDF_PASSWORD")
    report.add_argument(
        "--profile", default="full", help="full 全本、one-page 领导一页、notice 整改通知单、poster、public 公示"
    )
    batch = command("batch", partial(_batch, opened), "把全部已封存的检查各出一份报告到一个文件夹；已有的不重做")
    batch.add_argument("--out", type=Path, required=True, metavar="DIR")
    batch.add_argument("--profile", default="full", help="同 report")
    ranking = command("league", partial(_league, opened), "全部营业厅的排行榜和短板热力图，一份 PDF")
    ranking.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    ranking.add_argument("--city", default="", help="只排这个市的营业厅")
    ranking.add_argument("--own", default="", metavar="CODE", help="读者自己的营业厅，标出来")
    blank = command("blank-form", partial(_blank_form, opened), "空白检查表，打印了在纸上勾")
    blank.add_argument("form", help="检查表的名字，如 hall-open-audit")
    blank.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    card = command("pocket-card", partial(_pocket_card, opened), "生成一次暗访的口袋卡：一页 A6")
    card.add_argument("id")
    card.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _report(opened: Opened, asked: argparse.Namespace) -> int:
    gc.disable()  # one report, and the process ends: looking through all that was loaded would take a sixth of it
    from inspector.actions.reporting import write_report_of  # noqa: PLC0415

    with opened(asked) as desk:
        finish = _finish(desk, asked)
        notes = write_report_of(desk, asked.id, asked.out, hall=asked.hall, profile=asked.profile, finish=finish)
    print(f"{asked.out}  {notes.pages} 页")
    if notes.missing:
        print("字库没有的字：" + " ".join(notes.missing), file=sys.stderr)
    return 0


def _finish(desk: "Desk", asked: argparse.Namespace) -> Callable[[bytes], bytes] | None:
    """Return what a report's bytes go through before they are written: a password, or a signature."""
    if asked.encrypt:
        from inspector.report.certified import encrypted  # noqa: PLC0415

        password = os.environ.get("INSPECTOR_PDF_PASSWORD", "")
        if not password:
            raise InspectorError("加密副本要有口令。", "请放在 INSPECTOR_PDF_PASSWORD 里。")
        return lambda document: encrypted(document, password)
    if asked.sign is None:
        return None
    from inspector.report.order import device_signature  # noqa: PLC0415

    if not asked.sign:
        return device_signature((apart_from(desk.folder), desk.setting("organisation")))
    from inspector.report.certified import sign, signer  # noqa: PLC0415

    by = signer(Path(asked.sign), os.environ.get("INSPECTOR_SIGN_PASSPHRASE", ""))
    return lambda document: sign(document, by, "星级评定报告")


def _batch(opened: Opened, asked: argparse.Namespace) -> int:
    from inspector.actions.batching import write_batch  # noqa: PLC0415

    with opened(asked) as desk:
        made = write_batch(desk, [header.id for header in desk.headers()], asked.out, asked.profile)
    for whose, why in made.failed:
        print(f"{whose}：{why}", file=sys.stderr)
    print(made.words)
    return 1 if made.failed else 0


def _league(opened: Opened, asked: argparse.Namespace) -> int:
    from inspector.actions.ranking import write_league_of  # noqa: PLC0415

    with opened(asked) as desk:
        pages = write_league_of(desk, asked.out, asked.city, asked.own)
    print(f"{asked.out}  {pages} 页")
    return 0


def _blank_form(opened: Opened, asked: argparse.Namespace) -> int:
    from inspector.report.blank_form import write_blank_form  # noqa: PLC0415

    with opened(asked) as desk:
        pages = write_blank_form(desk.shelf.form(asked.form), desk.clock(), asked.out)
    print(f"{asked.out}  {pages} 页")
    return 0


def _pocket_card(opened: Opened, asked: argparse.Namespace) -> int:
    from inspector.actions.carding import write_card_of  # noqa: PLC0415

    with opened(asked) as desk:
        absent = write_card_of(desk, asked.id, asked.out)
    print(asked.out)
    if absent:
        print("字库没有的字：" + " ".join(absent), file=sys.stderr)
    return 0
