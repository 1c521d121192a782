"""Where Chinese lines break: pure rules and arithmetic, knowing nothing of fonts or paper.

A strip is a paragraph laid in one endless line: a character, an advance and an em for each place. The rules
stand in one table over pairs of kinds: the room between two characters, whether a line may end there, and
whether the room may grow to justify the line.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, pairwise

ICON = "\ufffc"
NO_BREAK_SPACE = "\u00a0"
GAP = 0.25  # em between Chinese and Latin, drawn and never typed
HALF = 0.5  # em of blank in a full-width mark that a neighbour or an edge may take
LOOSEST = 0.34  # em a gap may grow by before a line is better left ragged
TIGHTEST = 0.2  # em a mark within the line may give up to spare a lonely last line
LONELY = 2  # characters in a last line too short to stand alone
PUSH_BACK = 4  # characters the line above may give up to company a lonely one


class Kind(IntEnum):
    """How a character behaves beside others."""

    HAN = 0
    UNIT = 1
    ORDINAL = 2
    SIGN = 3
    LETTER = 4
    DIGIT = 5
    POINT = 6
    BRACKET = 7
    OPEN = 8
    CLOSE = 9
    STOP = 10
    SPACE = 11
    GLUE = 12
    PICTURE = 13
    CODE_SPACE = 14


MEMBERS = {
    Kind.UNIT: "年月日时分秒天周项个处人次号台米元件条名厅类款章节张份辆户种把席具页级星度档倍组块枚寸岁点步笔家座盏只",
    Kind.ORDINAL: "第",
    Kind.SIGN: "≥≤≠≈<>±−+¥$€№§#",
    Kind.POINT: ".,:;!?)]}/-–~'’%‰°_",
    Kind.BRACKET: "([{",
    Kind.OPEN: "（《「『【〔〖“‘〈［｛⟦〚",
    Kind.CLOSE: "，。、；：！？）》」』】〕〗”〉］｝⟧〛",
    Kind.STOP: "…—·•・℃㎡㎜～＝％‥々ー",
    Kind.SPACE: " \u3000",
    Kind.GLUE: NO_BREAK_SPACE,
    Kind.PICTURE: ICON,
}
KINDS: dict[str, Kind] = {char: kind for kind, chars in MEMBERS.items() for char in chars}
KINDS |= {str(figure): Kind.DIGIT for figure in range(10)}

CHINESE = {Kind.HAN, Kind.UNIT, Kind.ORDINAL}
LATIN = {Kind.LETTER, Kind.DIGIT, Kind.POINT, Kind.BRACKET, Kind.SIGN}
NEVER_FIRST = {Kind.CLOSE, Kind.STOP, Kind.POINT, Kind.SPACE, Kind.GLUE, Kind.CODE_SPACE}
NEVER_LAST = {Kind.OPEN, Kind.BRACKET, Kind.GLUE, Kind.PICTURE, Kind.SIGN, Kind.ORDINAL, Kind.CODE_SPACE}
ONLY_BEFORE_FIGURES = {Kind.SIGN, Kind.ORDINAL}
LATIN_BLOCKS_END = 0x2E80


def kind_of(char: str) -> Kind:
    """Return the kind of a character; what is not listed is a letter below the CJK blocks, else Chinese."""
    known = KINDS.get(char)
    if known is None:
        letter = ord(char) < LATIN_BLOCKS_END and not 0x2460 <= ord(char) < 0x2600  # noqa: PLR2004 - ①…▪ are full width
        known = KINDS[char] = Kind.LETTER if letter else Kind.HAN
    return known


def room(left: Kind, right: Kind) -> float:
    """Return the room between two kinds in em: the quarter gap, or the blank that two marks share."""
    if right in {Kind.CLOSE, Kind.STOP, Kind.OPEN} and left == Kind.CLOSE:
        return -HALF if right != Kind.STOP else 0.0
    if left == right == Kind.OPEN:
        return -HALF
    beside = (left, right) if left in CHINESE else (right, left)
    if beside[0] in CHINESE and beside[1] in {Kind.LETTER, Kind.DIGIT}:
        return GAP
    return GAP if left in CHINESE and right == Kind.SIGN else 0.0


def breakable(left: Kind, right: Kind) -> bool:
    """Say whether a line may end between two kinds."""
    if right in NEVER_FIRST:
        return False
    if left in ONLY_BEFORE_FIGURES:
        return right not in {Kind.DIGIT, Kind.LETTER, Kind.SIGN}
    if left in NEVER_LAST:
        return False
    if left in LATIN and right in LATIN:
        return False
    return not (left == Kind.DIGIT and right == Kind.UNIT)


def stretchable(left: Kind, right: Kind) -> bool:
    """Say whether the room between two kinds may grow to justify a line."""
    if Kind.PICTURE in {left, right} or right in {Kind.SPACE, Kind.GLUE, Kind.CODE_SPACE}:
        return False
    if left in {Kind.GLUE, Kind.CODE_SPACE}:
        return False
    if left in LATIN and right in LATIN:
        return False
    return not (left == Kind.DIGIT and right == Kind.UNIT)


RULES = [[(room(a, b), breakable(a, b), float(stretchable(a, b))) for b in Kind] for a in Kind]


@dataclass(frozen=True, slots=True)
class Line:
    """Characters start to end of a strip, the room before each, and the width they come to."""

    start: int
    end: int
    adjust: list[float]
    width: float


class Strip:
    """A paragraph in one endless line, measured once, broken at any width."""

    def __init__(self, text: str, advances: Sequence[float], ems: Sequence[float]) -> None:
        self.text = text
        self.ems = ems
        self.kinds = kinds = [kind_of(char) for char in text]
        bind_standard_numbers(text, kinds)
        rules = [RULES[a][b] for a, b in pairwise(kinds)]
        self.lead = [0.0, *(rule[0] * em for rule, em in zip(rules, ems[1:], strict=False))][: len(text)]
        self.legal = [False, *(rule[1] for rule in rules), True]
        self.grow = [0.0, *(rule[2] for rule in rules)]
        self.reach = [0.0, *accumulate(a + b for a, b in zip(advances, self.lead, strict=True))]
        places = (place if legal else 0 for place, legal in enumerate(self.legal))
        self.break_before = list(accumulate(places, max))

    def bare(self, start: int, end: int) -> float:
        """Return the width from start to end, blanks at both edges squeezed away."""
        return self.reach[end] - self.reach[start] - self.lead[start] + self.at_start(start) - self.at_end(end)

    def at_start(self, start: int) -> float:
        """Return the shift, never positive, of the character that begins a line."""
        return -HALF * self.ems[start] if self.kinds[start] == Kind.OPEN else 0.0

    def at_end(self, end: int) -> float:
        """Return the blank of the mark that ends a line."""
        return HALF * self.ems[end - 1] if self.kinds[end - 1] == Kind.CLOSE else 0.0

    def fitting(self, start: int, width: float) -> int:
        """Return the furthest place a line from start may reach, legal or not; at least one character."""
        limit = width + self.reach[start] + self.lead[start] - self.at_start(start) + 1e-6
        size = len(self.text)
        end = min(max(bisect_right(self.reach, limit) - 1, start + 1), size)
        while end < size and self.reach[end + 1] - self.at_end(end + 1) <= limit:
            end += 1
        return end

    def next_break(self, start: int, width: float) -> int:
        """Return where a line from start ends: the last legal place, else inside a word, else anywhere."""
        end = self.fitting(start, width)
        size = len(self.text)
        hanging = end
        while hanging < size and self.kinds[hanging] == Kind.SPACE:
            hanging += 1
        legal = self.break_before[hanging]
        return legal if legal > start else self.within_word(start, end)

    def within_word(self, start: int, end: int) -> int:
        """Return a place inside an over-long word that keeps marks off the edges, if there is one."""
        for place in range(end, start, -1):
            if self.kinds[place] not in NEVER_FIRST and self.kinds[place - 1] not in {Kind.OPEN, Kind.BRACKET}:
                return place
        return end

    def shown(self, start: int, end: int) -> int:
        """Return the end of a line without the spaces that hang beyond it."""
        while end > start + 1 and self.kinds[end - 1] in {Kind.SPACE, Kind.GLUE}:
            end -= 1
        return end

    def breaks(self, width: float) -> list[int]:
        """Return the end of each line."""
        size = len(self.text)
        ends: list[int] = []
        start = 0
        while start < size:
            start = self.next_break(start, width)
            ends.append(start)
        return self.not_lonely(ends, width)

    def not_lonely(self, ends: list[int], width: float) -> list[int]:
        """Spare the last line from holding one character and its stop: squeeze it in, or send it company."""
        if len(ends) < 2 or ends[-1] - ends[-2] > LONELY:  # noqa: PLR2004 - one line has no line above
            return ends
        start, end = (ends[-3] if len(ends) > 2 else 0), ends[-1]  # noqa: PLR2004
        if self.bare(start, end) - self.slack(start, end) <= width:
            return [*ends[:-2], end]
        for place in range(ends[-2] - 1, max(ends[-2] - PUSH_BACK, start + 1), -1):
            if self.legal[place] and self.bare(place, end) <= width:
                return [*ends[:-2], place, end]
        return ends

    def slack(self, start: int, end: int) -> float:
        """Return how much the marks within a line could give up."""
        marks = sum(kind in {Kind.CLOSE, Kind.OPEN} for kind in self.kinds[start + 1 : end - 1])
        return marks * TIGHTEST * self.ems[start]

    def lines(self, width: float, justify: bool = False) -> list[Line]:
        """Break at a width; justify all lines but the last when asked."""
        ends = self.breaks(width)
        starts = [0, *ends][: len(ends)]
        last = len(ends) - 1
        return [
            self.line(start, self.shown(start, end), width, justify and place != last)
            for place, (start, end) in enumerate(zip(starts, ends, strict=True))
        ]

    def line(self, start: int, end: int, width: float, justify: bool) -> Line:
        """Lay one line: edges squeezed, then grown to the width, or tightened to it when it is too wide."""
        adjust = self.lead[start:end]
        adjust[0] = self.at_start(start)
        natural = self.bare(start, end)
        spare = width - natural
        if spare < 0:
            adjust = self.tightened(adjust, start, -spare)
            natural = min(natural, width) if self.slack(start, end) >= -spare else natural
        elif justify:
            places = sum(self.grow[start + 1 : end])
            if places and spare / places <= LOOSEST * self.ems[start]:
                each = spare / places
                adjust[1:] = [a + each * g for a, g in zip(adjust[1:], self.grow[start + 1 : end], strict=True)]
                natural = width
        return Line(start, end, adjust, natural)

    def tightened(self, adjust: list[float], start: int, excess: float) -> list[float]:
        """Take an excess evenly from the blanks of the marks within a line."""
        inner = range(1, len(adjust) - 1)
        after = [k + 1 for k in inner if self.kinds[start + k] == Kind.CLOSE]
        before = [k for k in inner if self.kinds[start + k] == Kind.OPEN]
        marks = after + before
        for place in marks:
            adjust[place] -= excess / len(marks)
        return adjust


def bind_standard_numbers(text: str, kinds: list[Kind]) -> None:
    """Keep the space of a standard number from breaking: GB 55019-2021, GB/T 31015-2014."""
    place = text.find(" ")
    while place != -1:
        before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
        if before.isascii() and before.isupper() and after.isdigit() and after.isascii():
            kinds[place] = Kind.CODE_SPACE
        place = text.find(" ", place + 1)
