"""This laptop's key and the head of its chain, kept beside the data folder and never in it.

A data folder that is copied takes the records along but not the key, and one that is put back from an older copy does
not reach the head noted here.
"""

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.errors import InspectorError
from inspector.paths import apart_from, write_whole
from inspector.wording import _

if TYPE_CHECKING:
    from nacl.signing import SigningKey

KEY, HEAD = "device.key", "head.json"
DOMAIN, REPORT = b"star-inspector seal 1\n", b"star-inspector report 1\n"  # what a signature is for
SEED = 32


class ChainHead(NamedTuple):
    """The last record sealed here: its number, its hash, the key it was signed with, and the data file it lies in."""

    file: str
    number: int
    sha256: str
    device: str


class Device:
    """The key and the chain head of one data folder; without a folder they last as long as the program."""

    def __init__(self, data: Path | None) -> None:
        self.folder = apart_from(data) if data else None

    @cached_property
    def _key(self) -> "SigningKey":
        from nacl.signing import SigningKey  # noqa: PLC0415 - only sealing needs it

        if self.folder is None:
            return SigningKey.generate()
        path = self.folder / KEY
        try:
            if not path.exists():
                write_whole(path, bytes(SigningKey.generate()).hex().encode("ascii"))
                path.chmod(0o600)
            return SigningKey(bytes.fromhex(path.read_text("ascii")))
        except (OSError, ValueError) as fault:
            raise InspectorError(
                _("本机的封存密钥 {path} 读不出来。").format(path=path),
                _("请把这个文件移到别处后重试；之后的封存会用新的密钥，校验时会写明。"),
            ) from fault

    @property
    def public(self) -> str:
        """Return the public key in hexadecimal, by which this laptop is known."""
        return self._key.verify_key.encode().hex()

    def sign(self, sha256: str, domain: bytes = DOMAIN) -> bytes:
        """Return the Ed25519 signature of a hash, of a sealed record unless another domain is named."""
        return self._key.sign(domain + sha256.encode("ascii")).signature

    def keep_head(self, head: ChainHead) -> None:
        """Note the last record sealed; what cannot be noted now is noted with the next one."""
        if self.folder is None:
            return
        try:
            write_whole(self.folder / HEAD, json.dumps(head._asdict(), indent=1).encode("ascii"))
        except OSError:
            return

    def head(self) -> ChainHead | None:
        """Return the head noted; None when there is none, or none that can be read."""
        if self.folder is None:
            return None
        return read_head(self.folder / HEAD)


def read_head(path: Path) -> ChainHead | None:
    """Read a chain head that was kept apart; None when there is none, or none that can be read."""
    try:
        plain = json.loads(path.read_bytes())
        return ChainHead(str(plain["file"]), int(plain["number"]), str(plain["sha256"]), str(plain["device"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def signed_by(device: str, sha256: str, signature: bytes, domain: bytes = DOMAIN) -> bool:
    """Return whether a signature over a hash was made with the key of a device."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - only verifying needs it
    from nacl.signing import VerifyKey  # noqa: PLC0415

    try:
        VerifyKey(bytes.fromhex(device)).verify(domain + sha256.encode("ascii"), signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True
