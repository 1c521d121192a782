"""A file that does nothing but take room, given up when the disk is full so that filling in can go on."""

import os
import shutil
from pathlib import Path

NAME = "inspector.ballast"
SIZE = 8 << 20
PIECE = b"\0" * (1 << 20)
PLENTY = 10  # times its size must be free before it takes its room


class Ballast:
    """The ballast of one data folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def take(self) -> None:
        """Take the room, where there is plenty; slow, so meant for a worker. Trouble is none: it is only a reserve."""
        try:
            if self.path.exists() or shutil.disk_usage(self.path.parent).free < PLENTY * SIZE:
                return
            with self.path.open("xb") as file:
                for _piece in range(SIZE // len(PIECE)):
                    file.write(PIECE)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self.give_up()

    def give_up(self) -> bool:
        """Give the room back; return whether there was any."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True
