"""The ordinary buttons of the stopwatch: as high as its keys want, with words no larger than theirs."""

from inspector.ui.widgets.buttons import SECONDARY, ActionButton

HEIGHT, WORDS = 48, 14


class PlainButton(ActionButton):
    """A secondary button of 48 px that takes the width of its place."""

    def __init__(self, text: str, icon: str = "", key: str = "") -> None:
        super().__init__(text, SECONDARY, icon, key, HEIGHT)
        self.stretch()

    def _word_size(self) -> int:
        return WORDS
