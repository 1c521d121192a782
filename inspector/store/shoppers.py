"""Shoppers (暗访员) by code, their identities sealed to a key-holder, and the log of who asked to open one."""

from typing import NamedTuple

from inspector.store.database import Database
from inspector.store.driver import Connection


class KeyHolder(NamedTuple):
    """The person whose passphrase opens identities: public key, sealed private key, salt of the passphrase."""

    public: bytes
    sealed: bytes
    salt: bytes
    name: str
    at: str


class Act(NamedTuple):
    """A line of the log: sealed, opened or refused."""

    code: str
    act: str
    by_name: str
    reason: str
    at: str


class Shoppers:
    """The shoppers of a data file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def key_holder(self) -> KeyHolder | None:
        """Return the key-holder; None before one was named."""
        row = self.database.one("select public, sealed, salt, name, at from key_holder")
        return KeyHolder(bytes(row[0]), bytes(row[1]), bytes(row[2]), row[3], row[4]) if row else None

    def name_key_holder(self, holder: KeyHolder) -> None:
        """Name the key-holder, once: what is sealed to the one before could never be opened again."""
        self.database.write("insert into key_holder values (1, ?, ?, ?, ?, ?)", *holder)

    def codes(self) -> list[str]:
        """Return the codes of every shopper."""
        return [row[0] for row in self.database.rows("select code from shoppers order by code")]

    def seal(self, code: str, sealed: bytes, act: Act) -> None:
        """Keep a sealed identity under a code, with its line in the log."""
        with self.database.transaction() as connection:
            connection.execute("insert into shoppers values (?, ?, ?)", (code, sealed, act.at))
            self._log(connection, act)

    def sealed(self, code: str) -> bytes | None:
        """Return a sealed identity."""
        row = self.database.one("select sealed from shoppers where code = ?", code)
        return bytes(row[0]) if row else None

    def log(self, act: Act) -> None:
        """Add a line to the log."""
        with self.database.transaction() as connection:
            self._log(connection, act)

    def _log(self, connection: Connection, act: Act) -> None:
        connection.execute(
            "insert into identity_log (code, act, by_name, reason, at) values (?, ?, ?, ?, ?)", tuple(act)
        )

    def acts(self) -> list[Act]:
        """Return the log, the latest first."""
        rows = self.database.rows("select code, act, by_name, reason, at from identity_log order by seq desc")
        return [Act(*row) for row in rows]
