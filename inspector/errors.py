"""The two kinds of trouble: what a person can mend (InspectorError) and our own bugs (everything else)."""


class InspectorError(Exception):
    """Expected trouble, told to the person as a sentence and, where there is one, a piece of advice."""

    def __init__(self, sentence: str, advice: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice

    def __str__(self) -> str:
        gap = " " if self.advice and self.sentence[-1:].isascii() else ""  # Chinese full stops bring their own
        return f"{self.sentence}{gap}{self.advice}"


class Cancelled(Exception):  # noqa: N818 - an outcome, not a fault
    """A person cancelled the work; there is nothing to say about it."""
