"""The headless door: lists, fills, rates, reports and checks without a window; opens the window when asked nothing."""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.cli.keeping import Command, add_commands, unlock_folder
from inspector.cli.reporting import add_report_commands
from inspector.errors import InspectorError
from inspector.paths import data_folder

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.store.headers import Header


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code. Expected trouble is one sentence on standard error and 1."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        code = _command(given) if given else _window(data_folder())
    except InspectorError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has gone; what is still buffered must not complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as trouble:
        print(f"{trouble.filename or ''}：{trouble.strerror or trouble}", file=sys.stderr)
        return 1
    return code


def _command(arguments: Sequence[str]) -> int:
    asked = _parser().parse_args(arguments)
    code: int = asked.act(asked)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="inspector", description="星察：营业厅星级检查")
    parser.add_argument("--data", metavar="DIR", help="数据文件夹（默认 INSPECTOR_DATA，否则为系统位置）")
    parser.set_defaults(act=lambda asked: _window(data_folder(asked.data)))
    commands = parser.add_subparsers(title="命令", metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="数据文件夹")

    def command(name: str, act: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, parents=[shared])
        sub.set_defaults(act=act)
        return sub

    demo = command("demo", _demo, "用虚构的营业厅走完一次明察，留下报告和每个界面的截图")
    demo.add_argument("--out", metavar="DIR", required=True)
    fill = command("fill", _fill, "按作答文件（JSON）建立检查")
    fill.add_argument("file", type=Path)
    listing = command("list", _list, "列出所有检查")
    listing.add_argument("--json", action="store_true")
    add_report_commands(command, _desk)
    _rating_commands(command)
    add_commands(command)
    check = command("check-form", _check_form, "检查检查表、时限和星级规范文件，一次报出全部错误")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE")
    check.add_argument(
        "--table", action="store_true", help="没有错误时，再列出其中的暗访场景：检查项、时刻、时限、红线"
    )
    return parser


def _rating_commands(command: Command) -> None:
    rating = command("rate", _rate, "评定一次检查，或一份作答文件：星级与每一分的依据")
    rating.set_defaults(misused=rating.error)
    rating.add_argument("id", nargs="?", metavar="ID|ANSWERS.json")
    rating.add_argument("--json", action="store_true")
    rating.add_argument("--scheme", type=Path, metavar="SCHEME.yaml", help="评作答文件用的星级规范")
    rating.add_argument("--form", type=Path, action="append", default=[], metavar="FORM.yaml", help="作答文件的检查表")
    rating.add_argument("--limits", type=Path, metavar="DIR", help="时限表所在文件夹")
    rating.add_argument("--receipt", type=Path, metavar="R.json", help="写出评定回执，供任何人重算")
    rating.add_argument("--check", action="store_true", help="重算 --receipt 的回执，不写出")
    change = command("preview", _preview, "在所有已完成的检查上试一份星级规范：谁升谁降，为什么")
    change.add_argument("--scheme", type=Path, required=True, metavar="NEW.yaml")
    change.add_argument("--against", type=Path, metavar="OLD.yaml", help="默认与现用规范比")
    change.add_argument("--json", action="store_true")
    agree = command("agree", _agree, "两位督查员查同一个营业厅：一致率、κ 和分歧最大的项")
    agree.add_argument("first", metavar="ID")
    agree.add_argument("second", metavar="ID")
    agree.add_argument("--json", action="store_true")


@contextmanager
def _desk(asked: argparse.Namespace) -> Iterator["Desk"]:
    from inspector.actions.desk import Desk  # noqa: PLC0415 - the window has its own way in

    folder = data_folder(asked.data)
    unlock_folder(folder)
    desk = Desk.at(folder)
    for incident in desk.database.incidents:  # told again in the window, where somebody can act on it
        print(incident, file=sys.stderr)
    try:
        yield desk
    finally:
        desk.close()


def _window(folder: Path) -> int:
    gc.disable()  # nothing of start-up is garbage, and looking for some takes a tenth of its time; run() enables it
    import inspector.actions.desk  # noqa: F401, PLC0415 - before Qt: PySide reads the source of whatever comes after it
    from inspector.app import run  # noqa: PLC0415 - commands must work without Qt

    return run(folder)


def _demo(asked: argparse.Namespace) -> int:
    from inspector.app import demo  # noqa: PLC0415

    for line in demo(Path(asked.out)):
        print(line)
    return 0


def _fill(asked: argparse.Namespace) -> int:
    from inspector.actions.filling import fill_from_file  # noqa: PLC0415

    with _desk(asked) as desk:
        for inspecting in fill_from_file(desk, asked.file):
            header = desk.inspections.header(inspecting.inspection.id)
            if header:
                print(_line(header))
    return 0


def _list(asked: argparse.Namespace) -> int:
    with _desk(asked) as desk:
        headers = desk.inspections.headers()
    if asked.json:
        _print_json([one.plain() for one in headers])
        return 0
    for header in headers:
        print(_line(header))
    return 0


def _line(header: "Header") -> str:
    state = {"draft": "草稿", "finished": "已完成", "discarded": "回收站"}[header.status]
    stars = f"{header.level} 星 {header.total}" if header.level is not None else "–"
    return (
        f"{header.number}  {header.id}  {header.started_at[:10]}  {header.hall_name}  {state}"
        f"  {header.answered}/{header.asked}  {stars}"
    )


def _rate(asked: argparse.Namespace) -> int:
    from inspector.actions.explaining import explanation, hall_explanation  # noqa: PLC0415
    from inspector.actions.rating_files import Blanks, check_receipt, rate_file, write_receipt  # noqa: PLC0415
    from inspector.rating.receipt import receipt  # noqa: PLC0415

    if asked.check:
        if not asked.receipt:
            asked.misused("--check 要同时写 --receipt R.json")
        return _told(check_receipt(asked.receipt))
    if not asked.id:
        asked.misused("要写检查的编号，或作答文件 ANSWERS.json")
    if asked.id.endswith(".json"):
        hall = rate_file(Path(asked.id), Blanks(asked.scheme, asked.form, asked.limits))
        rating, plain = hall.rating, hall_explanation(hall)
    else:
        with _desk(asked) as desk:
            rating = desk.open(asked.id).rating
        plain = explanation(rating)
    if asked.receipt:
        write_receipt(receipt(rating), asked.receipt)
    if asked.json:
        _print_json(plain)
    else:
        print(f"{plain['label']}  {rating.total_shown}  {plain['why']}")
    return 0


def _preview(asked: argparse.Namespace) -> int:
    from inspector.actions.previewing import preview_of, preview_plain  # noqa: PLC0415

    with _desk(asked) as desk:
        plain = preview_plain(preview_of(desk, asked.scheme, asked.against))
    if asked.json:
        _print_json(plain)
        return 0
    words = {"rises": "升", "falls": "降", "stays": "不变", "appears": "新评上", "goes": "不再评星"}
    print("  ".join(f"{words[key]} {number}" for key, number in plain["counts"].items()))
    for row in plain["inspections"]:
        told = (f"{side['label']} {side['total']}" for side in (row["before"], row["after"]))
        print(f"{row['hall_name']}  {' → '.join(told)}  {row['after']['why']}")
    return 0


def _agree(asked: argparse.Namespace) -> int:
    from inspector.actions.agreeing import agreement_of  # noqa: PLC0415

    with _desk(asked) as desk:
        plain = agreement_of(desk, asked.first, asked.second)
    if asked.json:
        _print_json(plain)
        return 0
    print(f"两人都判 {plain['judged_by_both']} 项，一致 {plain['agreeing']} 项，一致率 {plain['percent']}")
    print(f"κ {plain['kappa']['shown']}  {plain['interval']}  {plain['word']}")
    for one in plain["disagreements"]:
        print(f"{one['item']}  {one['title']}  {one['first']} / {one['second']}")
    return 0


def _told(differences: Sequence[str]) -> int:
    for line in differences or ["回执与重算一致"]:
        print(line)
    return 1 if differences else 0


def _check_form(asked: argparse.Namespace) -> int:
    from inspector.form.scenario_table import scenario_table  # noqa: PLC0415
    from inspector.rating.checks import report  # noqa: PLC0415

    files = [file for path in asked.files for file in (sorted(path.rglob("*.yaml")) if path.is_dir() else [path])]
    mistakes = report(files)
    for line in mistakes or (scenario_table(files) if asked.table else []):
        print(line)
    return 1 if mistakes else 0


def _print_json(plain: Any) -> None:
    print(json.dumps(plain, ensure_ascii=False, indent=2))
