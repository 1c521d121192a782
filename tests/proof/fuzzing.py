"""Whatever a person may hand over, damaged at random: every reader refuses it in a sentence, or reads it."""

import copy
import json
import random
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from inspector.errors import InspectorError

LONGEST = 2.0  # seconds for one input
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, -(2**70), 0.5, 1e400, float("nan"), "", " ", "x", "\x00", "\ud800",
    "不符合", "2026-02-30", "9999-99-99T99:99", "1e9999", "-0", "+1", "NaN", "∞", [], {}, [[]], [None], {"": ""},
    {"zh": 1}, "a" * 5000,
)  # fmt: skip
PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"&a *a", b"!!python/object:os.system", b"{" * 200,
    b"[" * 200, b"- " * 100, b"\r", b"\t", b"<<: *x", b"%YAML 9.9\n", b'"', b"'", b"\\u0000", b"9" * 400, b"\x1b[2J",
)  # fmt: skip


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Return bytes with one to six random damages."""
    body = bytearray(content)
    for _time in range(dice.randint(1, 6)):
        at = dice.randrange(len(body) + 1)
        upto = min(len(body), at + dice.randint(1, 60))
        act = dice.randrange(6)
        if act == 0 and body:
            body[dice.randrange(len(body))] = dice.randrange(256)
        elif act == 1:
            del body[at:upto]
        elif act == 2:
            body[at:at] = body[at:upto] * dice.randint(1, 20)
        elif act == 3:
            body[at:at] = dice.choice(PIECES)
        elif act == 4:
            del body[at:]
        else:
            body[at:upto] = dice.randbytes(dice.randint(0, 40))
    return bytes(body)


def estranged(plain: Any, dice: random.Random) -> Any:
    """Return a copy of plain data with a few values, keys or rows replaced, doubled or taken out."""
    whole = json.loads(json.dumps(plain))
    for _time in range(dice.randint(1, 4)):
        places = list(_places(whole))
        if not places:
            return dice.choice(STRANGE)
        holder, key = dice.choice(places)
        act = dice.randrange(4)
        if act == 0:
            del holder[key]
        elif act == 1 and isinstance(holder, dict):
            holder[dice.choice(("", "zh", "id", "x" * 300, "\x00"))] = holder.pop(key)
        else:
            holder[key] = copy.deepcopy(dice.choice([*STRANGE, [holder[key]], {"zh": holder[key]}, holder]))
    return whole


def _places(plain: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield plain, key
            yield from _places(value)
    elif isinstance(plain, list):
        for key, value in enumerate(plain):
            yield plain, key
            yield from _places(value)


def as_json(plain: Any) -> bytes:
    """Write plain data as JSON does, lone surrogates and NaN included."""
    return json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Reader:
    """A reader of files: good samples, how to read one, and how many inputs the long proof gives it."""

    name: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], object]
    suffix: str = ""
    plain: Any = None
    many: int = 100_000


class HangError(Exception):
    """A reader took longer than a person would wait."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop whatever takes longer."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def fuzz(reader: Reader, count: int, folder: Path, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """Give a reader damaged inputs; return how it took them, and every fault with the input that made it."""
    dice, took, faults = random.Random(f"{reader.name} {seed}"), Counter[str](), []
    path = folder / f"input{reader.suffix}"
    for number in range(count):
        whole = reader.plain is not None and dice.random() < 0.5
        content = as_json(estranged(reader.plain, dice)) if whole else damaged(dice.choice(reader.seeds), dice)
        path.write_bytes(content)
        try:
            with at_most(LONGEST):
                reader.read(path)
            took["read"] += 1
        except InspectorError as told:
            took["refused" if str(told).strip() else "refused without a word"] += 1
        except (Exception, HangError) as fault:  # noqa: BLE001 - this is what is looked for
            last = traceback.extract_tb(fault.__traceback__)[-1]
            faults.append(f"{reader.name} #{number}: {fault!r} at {Path(last.filename).name}:{last.lineno}")
            (folder / f"fault-{reader.name}-{number}{reader.suffix}").write_bytes(content)
        if path.exists() and path.read_bytes() != content:
            faults.append(f"{reader.name} #{number}: what was read was written over")
        if len(faults) >= 20:
            break
    return took, faults


def told(reader: Reader, count: int, folder: Path) -> tuple[str, list[str]]:
    """Fuzz and return the line to print, and the faults."""
    began = time.monotonic()
    took, faults = fuzz(reader, count, folder)
    spent, peak = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"{reader.name:<16} {count:>7} inputs {spent:6.0f} s  {dict(took)}  {len(faults)} faults  {peak} MB", faults
