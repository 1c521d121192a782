"""The chain of sealed records: what holds of it, and what does not, in plain words."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from inspector.inspection.record import FIRST, sha256
from inspector.wording import _

# Says whether a signature over a hash was made with a device's key.
Signed = Callable[[str, str, bytes], bool]
SIGNED_SINCE = 2


class Link(NamedTuple):
    """One sealed record as it is stored; `device` and `signature` are empty where it was sealed before signing."""

    number: int
    inspection: str
    body: bytes
    sha256: str
    previous: str
    at: str
    device: str
    signature: bytes

    @property
    def sound(self) -> bool:
        """Return whether the bytes still have their hash."""
        return sha256(self.body) == self.sha256

    @property
    def told(self) -> dict[str, Any]:
        """Return what the record says; nothing when it cannot be read."""
        try:
            plain = json.loads(self.body)
        except ValueError:
            return {}
        return plain if isinstance(plain, dict) else {}


def chain_doubts(links: Sequence[Link], signed: Signed) -> list[str]:
    """Return a sentence for everything in a chain, in order of its numbers, that does not hold."""
    doubts, previous = [], FIRST
    for expected, link in zip(_numbers(links), links, strict=True):
        if link.number != expected:
            doubts.append(_("缺第 {n} 条：它或它之后的记录被删除或调换过。").format(n=expected))
        doubts += [f"{_('第 {n} 条').format(n=link.number)}：{one}" for one in _link_doubts(link, previous, signed)]
        previous = link.sha256
    return doubts


def _numbers(links: Sequence[Link]) -> Iterable[int]:
    """Count on from the number before, so that one gap is told once."""
    return (1, *(link.number + 1 for link in links))[: len(links)]


def _link_doubts(link: Link, previous: str, signed: Signed) -> list[str]:
    told = link.told
    checks = {
        _("内容与指纹不符，被改过。"): link.sound,
        _("与前一条接不上，前一条被改过、删过或调换过。"): link.previous == previous,
        _("登记的编号、时间或所属检查与内容不符。"): _placed(link, told),
        _("没有本机签名。"): bool(link.signature) or told.get("schema", SIGNED_SINCE) < SIGNED_SINCE,
        _("签名不是它所写的那台电脑的。"): not link.signature
        or (link.device == told.get("device") and signed(link.device, link.sha256, link.signature)),
    }
    return [sentence for sentence, holds in checks.items() if not holds]


def _placed(link: Link, told: dict[str, Any]) -> bool:
    said = tuple(told.get(key) for key in ("number", "previous", "id", "finished_at"))
    return said == (link.number, link.previous, link.inspection, link.at)


def head_doubts(links: Sequence[Link], number: int, head: str) -> list[str]:
    """Return what does not hold of a chain against a head that was kept apart from it."""
    if not links or links[-1].number < number:
        last = links[-1].number if links else 0
        return [_("本机封存到过第 {n} 条，这份数据只到第 {last} 条：它是较早的副本。").format(n=number, last=last)]
    if next((link.sha256 for link in links if link.number == number), "") != head:
        return [_("第 {n} 条不是本机当时封存的那一条：记录被整串换过。").format(n=number)]
    return []


def devices(links: Iterable[Link]) -> list[tuple[int, str]]:
    """Return the devices that signed, each with the number of the record from which on it did."""
    found: list[tuple[int, str]] = []
    for link in links:
        if link.device and (not found or found[-1][1] != link.device):
            found.append((link.number, link.device))
    return found
