"""A keyring for tests: a real backend of the library, which keeps its things in memory."""

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError


class Drawer(KeyringBackend):
    """A keyring that keeps what it is given until the test ends, and does not answer while it is stuck."""

    priority = 1

    def __init__(self, *, stuck: bool) -> None:  # without the argument the library would find and use it by itself
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.stuck = stuck

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")

    def _answer(self) -> None:
        if self.stuck:
            raise KeyringError("no answer")
