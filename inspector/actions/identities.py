"""Sealing who a shopper is: written down once, opened only with the key-holder's passphrase, every attempt logged.

The cryptography is libsodium's (PyNaCl): a sealed box to the key-holder's public key; the private key rests in a secret
box under a key that Argon2id makes of the passphrase.
"""

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from inspector.errors import InspectorError
from inspector.store.shoppers import Act, KeyHolder, Shoppers
from inspector.store.visits import Visits
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk

__all__ = ["SHORTEST", "Act", "Identities", "Listed"]
SHORTEST = 8


class Listed(NamedTuple):
    """A shopper as a list shows them: by code, whether an identity is sealed, and the latest visit if any."""

    code: str
    sealed: bool
    last: date | None
    hall: str


class Identities:
    """The verbs of shoppers' identities."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.shoppers = Shoppers(desk.database)

    @property
    def key_holder(self) -> KeyHolder | None:
        """Return the key-holder; None before one was named."""
        return self.shoppers.key_holder()

    def listed(self) -> list[Listed]:
        """Return every shopper by code: those registered, and those that only visits name."""
        registered, latest = set(self.shoppers.codes()), Visits(self.desk.database).latest()
        return [
            Listed(code, code in registered, *latest.get(code, (None, ""))) for code in sorted(registered | set(latest))
        ]

    def acts(self) -> list[Act]:
        """Return the log, the latest first."""
        return self.shoppers.acts()

    def name_key_holder(self, name: str, passphrase: str) -> None:
        """Name the key-holder and their passphrase, which is kept nowhere."""
        from nacl import public, pwhash, secret, utils  # noqa: PLC0415 - only who seals or opens needs it

        if self.key_holder:
            raise InspectorError(_("已经指定了密钥保管人，不能更换。"), _("换人须由原保管人移交口令。"))
        if not name.strip() or len(passphrase) < SHORTEST:
            raise InspectorError(_("请写保管人姓名；口令至少 {n} 个字。").format(n=SHORTEST))
        key, salt = public.PrivateKey.generate(), utils.random(pwhash.argon2id.SALTBYTES)
        sealed = secret.SecretBox(_stretched(passphrase, salt)).encrypt(bytes(key))
        at = self.desk.clock().isoformat(timespec="seconds")
        self.shoppers.name_key_holder(KeyHolder(bytes(key.public_key), bytes(sealed), salt, name.strip(), at))

    def seal(self, code: str, identity: dict[str, str], by: str) -> None:
        """Seal an identity (name, unit, telephone) under a code; from then on nobody but the key-holder reads it."""
        from nacl import public  # noqa: PLC0415

        holder = self.key_holder
        if holder is None:
            raise InspectorError(_("还没有指定密钥保管人。"), _("请先在设置里指定。"))
        code = code.strip()
        if not code or not identity.get("name", "").strip():
            raise InspectorError(_("暗访员要有代号和姓名。"))
        if identity["name"].strip() in code:
            raise InspectorError(_("代号里不能有姓名。"))
        if self.shoppers.sealed(code) is not None:
            raise InspectorError(_("代号 {code} 已被使用。").format(code=code))
        box = public.SealedBox(public.PublicKey(holder.public))
        sealed = box.encrypt(json.dumps(identity, ensure_ascii=False).encode("utf-8"))
        self.shoppers.seal(code, bytes(sealed), self._act(code, "sealed", by, ""))

    def open(self, code: str, passphrase: str, by: str, reason: str) -> dict[str, Any]:
        """Open an identity, for an appeal say; the attempt is logged whether or not the passphrase is right."""
        from nacl import public, secret  # noqa: PLC0415
        from nacl.exceptions import CryptoError  # noqa: PLC0415

        holder, sealed = self.key_holder, self.shoppers.sealed(code)
        if holder is None or sealed is None:
            raise InspectorError(_("没有代号为 {code} 的暗访员。").format(code=code))
        if not reason.strip() or not by.strip():
            raise InspectorError(_("请写明谁要看、为什么。"))
        try:
            key = secret.SecretBox(_stretched(passphrase, holder.salt)).decrypt(holder.sealed)
        except CryptoError as fault:
            self.shoppers.log(self._act(code, "refused", by, reason))
            raise InspectorError(_("口令不对；这次尝试已记入日志。")) from fault
        self.shoppers.log(self._act(code, "opened", by, reason))
        opened: dict[str, Any] = json.loads(public.SealedBox(public.PrivateKey(key)).decrypt(sealed))
        return opened

    def _act(self, code: str, act: str, by: str, reason: str) -> Act:
        return Act(code, act, by.strip(), reason.strip(), self.desk.clock().isoformat(timespec="seconds"))


def _stretched(passphrase: str, salt: bytes) -> bytes:
    from nacl import pwhash, secret  # noqa: PLC0415

    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE,
        passphrase.encode("utf-8"),
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_MODERATE,
        memlimit=pwhash.argon2id.MEMLIMIT_MODERATE,
    )
