"""What a person carries on a covert visit: role, steps, moments, what never to do; neither hall nor purpose."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspector.form.form import Words
from inspector.form.scenario import Scenario
from inspector.inspection.inspection import Inspection
from inspector.inspection.mark_names import mark_name
from inspector.inspection.script import Line, script, to_bring_back
from inspector.inspection.visit import Visit
from inspector.wording import _, language, short_date

# Whoever finds the card must not learn what it is for; the longer word stands before those it holds.
DISCREET = {
    "督查样本": "样本", "督查证件": "证件", "督查员": "同事", "督查组": "小组", "督查": "工作",
    "暗访": "走访", "星察": "",
    "Star Inspector": "", "mystery shopper": "colleague", "mystery visit": "visit", "inspector": "colleague",
}  # fmt: skip
OPENLY = "callback"  # here one says who one is, in the words of the script


@dataclass(frozen=True, slots=True)
class CardStep:
    """A step: the moment taken with it, if any, and what to do."""

    mark: str
    do: str


@dataclass(frozen=True, slots=True)
class CardMark:
    """A moment to take: its code, its name, and whether it may be missing."""

    key: str
    name: str
    spare: bool


@dataclass(frozen=True, slots=True)
class PocketCard:
    """What stands on the card, in the words that will be printed."""

    role: str
    when: str
    steps: tuple[CardStep, ...]
    marks: tuple[CardMark, ...]
    never: tuple[str, ...]
    bring: tuple[str, ...]
    proof: tuple[str, ...]
    place: tuple[str, ...]
    known: str
    note: str

    @property
    def letters(self) -> tuple[str, ...]:
        """Return the letters its moments go by."""
        return tuple(dict.fromkeys(mark.key[0] for mark in self.marks))


def card_of(inspection: Inspection) -> PocketCard:
    """Return what stands on the card of a covert visit, for its hall."""
    form, scenario, visit = inspection.form, inspection.form.scenario, inspection.head.visit
    if scenario is None or visit is None:
        raise ValueError(inspection.id)

    def said(texts: tuple[Words, ...]) -> tuple[str, ...]:
        return tuple(discreet(text.into(language()), scenario) for text in texts)

    return PocketCard(
        role=discreet(scenario.role.into(language()), scenario),
        when=_planned(visit),
        steps=tuple(CardStep(at, discreet(do, scenario)) for at, do in _steps(script(inspection))),
        marks=tuple(CardMark(key, mark_name(key), key in scenario.spare) for key in scenario.marks),
        never=said(scenario.never),
        bring=said(scenario.bring),
        proof=said(to_bring_back(form, scenario.proof)),
        place=said(to_bring_back(form, scenario.place)),
        known=_known(scenario),
        note=_note(scenario),
    )


def discreet(text: str, scenario: Scenario) -> str:
    """Return a text without the words that would betray a covert visit; one made openly keeps its words."""
    if scenario.channel != OPENLY:
        for word, other in DISCREET.items():
            text = text.replace(word, other)
    return text


def _steps(lines: tuple[Line, ...]) -> Iterator[tuple[str, str]]:
    """Yield moment and words; what nobody has said yet is asked once, then its two ways are told apart by 是 and 否."""
    facts = dict.fromkeys(line.fact for line in lines if line.fact)
    told = len(facts) != 1  # where several are open, each step names its own
    for line in lines:
        text, way = line.do.into(language()), line.only_if
        if line.fact and not told:
            told = True
            yield "", _("{fact}？是的照“是”做，不是的照“否”做").format(fact=line.fact)
        if line.fact and len(facts) == 1:
            way = _("是") if line.wanted else _("否")
        yield line.at, _("{condition}：{text}").format(condition=way, text=text) if way else text


def _known(scenario: Scenario) -> str:
    """Say what to do when somebody sees through it; nothing where one says who one is."""
    if scenario.channel == OPENLY:
        return ""
    if scenario.channel in {"phone", "online"}:
        return _("被认出就道谢结束，不再往下问；写明经过")
    return _("被认出、被盘问就道谢离开，不再往下做；写明经过")


def _note(scenario: Scenario) -> str:
    if not scenario.marks:
        return _("随做随记，当天写完。")
    since = {"phone": _("打完后"), "online": _("办完后")}.get(scenario.channel, _("离开后"))
    return _("{since} 24 小时内写完；24 到 72 小时只算事实，不写印象；超过 72 小时整趟不算。").format(since=since)


def _planned(visit: Visit) -> str:
    if visit.window is None:
        return ""
    begin, end = visit.window
    until = f"{end:%H:%M}" if end.date() == begin.date() else f"{short_date(end)} {end:%H:%M}"
    return f"{short_date(begin)} {begin:%H:%M}–{until}"
