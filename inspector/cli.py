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
    report = command("report", _report, "生成一次检查的 PDF 星级报告")
    report.add_argument("id")
    report.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    rating = command("rate", _rate, "评定一次检查：星级与每一分的依据")
    rating.add_argument("id")
    rating.add_argument("--json", action="store_true")
    check = command("check-form", _check_form, "检查检查表、时限和星级规范文件，一次报出全部错误")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE")
    return parser


@contextmanager
def _desk(asked: argparse.Namespace) -> Iterator["Desk"]:
    from inspector.actions.desk import Desk  # noqa: PLC0415 - the window has its own way in

    desk = Desk.at(data_folder(asked.data))
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
        _print_json([one._asdict() for one in headers])
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


def _report(asked: argparse.Namespace) -> int:
    from inspector.actions.reporting import write_report_of  # noqa: PLC0415

    with _desk(asked) as desk:
        notes = write_report_of(desk, asked.id, asked.out)
    print(f"{asked.out}  {notes.pages} 页")
    if notes.missing:
        print("字库没有的字：" + " ".join(notes.missing), file=sys.stderr)
    return 0


def _rate(asked: argparse.Namespace) -> int:
    from inspector.actions.explaining import explanation  # noqa: PLC0415

    with _desk(asked) as desk:
        rated = explanation(desk.open(asked.id).rating)
    if asked.json:
        _print_json(rated)
        return 0
    total = rated["total"]["shown"] if rated["total"] else "–"
    print(f"{rated['label']}  {total}  {rated['why']}")
    return 0


def _check_form(asked: argparse.Namespace) -> int:
    from inspector.rating.checks import report  # noqa: PLC0415

    files = [file for path in asked.files for file in (sorted(path.rglob("*.yaml")) if path.is_dir() else [path])]
    mistakes = report(files)
    for line in mistakes:
        print(line)
    return 1 if mistakes else 0


def _print_json(plain: Any) -> None:
    print(json.dumps(plain, ensure_ascii=False, indent=2))
