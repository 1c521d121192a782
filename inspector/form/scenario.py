"""A mystery-visit scenario (暗访场景) as frozen values: role, script, the times one takes, what proves the visit."""

from dataclasses import dataclass

from inspector.form import moments
from inspector.form.conditions import Condition
from inspector.form.form import NO_WORDS, Words

PLAIN, SCENARIOS = "", "scenarios/"  # where forms lie: at the top, those of mystery visits beneath
CHANNELS = ("hall", "phone", "online", "callback")
MARKS = moments.MARKS
RULES = tuple(f"V{number}" for number in range(1, 11))


@dataclass(frozen=True, slots=True)
class Synopsis:
    """What a list shows of a scenario before its form is read."""

    name: str
    title: Words
    code: str
    channel: str
    role: Words
    brief: Words
    visit: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the script; `at` names the mark taken with it, `when` the halls it is for."""

    do: Words
    at: str = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the comprehension check; `right` counts from 1."""

    ask: Words
    choices: tuple[Words, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a person needs before, during and after a covert visit.

    `marks` are the times to take, those in `spare` may be missing. `proof` names items of the form: one of them with a
    photo or a document number proves the visit, one of `place` proves the hall. `rules` are those of the validity gate
    that apply; `visit` says whether it counts as a visit to the hall.
    """

    code: str
    channel: str
    role: Words
    brief: Words
    script: tuple[Step, ...]
    never: tuple[Words, ...]
    bring: tuple[Words, ...] = ()
    check: tuple[Question, ...] = ()
    marks: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    rules: tuple[str, ...] = RULES
    visit: bool = True
    note: Words = NO_WORDS

    @property
    def needed(self) -> tuple[str, ...]:
        """Return the marks that may not be missing."""
        return tuple(mark for mark in self.marks if mark not in self.spare)
