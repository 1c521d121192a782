"""What the two clocks show between two looks: that the wall clock was set, or that the machine slept."""

from datetime import datetime, timedelta

from inspector.actions.steady import Steady
from inspector.inspection.visit import JUMP
from inspector.wording import _, clock, lasting

ASLEEP = timedelta(seconds=10)  # looks are a fraction of a second apart; a busy machine is not this late


class Drift:
    """Compares both clocks from look to look."""

    def __init__(self, wall: datetime, steady: Steady) -> None:
        self._wall, self._steady = wall, steady

    def look(self, wall: datetime, steady: Steady) -> str:
        """Return in words what happened since the last look; empty when nothing did."""
        passed = timedelta(milliseconds=steady.ms - self._steady.ms)
        jump = wall - self._wall - passed
        self._wall, self._steady = wall, steady
        told = []
        if passed >= ASLEEP:
            told.append(_("电脑睡了 {span}，计时没有停").format(span=lasting(passed)))
        if abs(jump) >= JUMP:
            told.append(set_words(jump))
        return f"{clock(wall)} {'；'.join(told)}" if told else ""


def set_words(jump: timedelta) -> str:
    """Say that the wall clock was set, and that it does no harm."""
    words = _("时钟拨快了 {span}，用时不受影响") if jump > timedelta() else _("时钟拨慢了 {span}，用时不受影响")
    return words.format(span=lasting(abs(jump)))
