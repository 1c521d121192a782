"""A mystery-visit scenario from plain data."""

from inspector.form.plain import Plain, condition, words
from inspector.form.scenario import Question, Scenario, Step


def scenario(plain: Plain) -> Scenario:
    """Build a scenario."""
    return Scenario(
        code=plain["code"],
        channel=plain["channel"],
        role=words(plain["role"]),
        brief=words(plain["brief"]),
        script=tuple(_step(one) for one in plain["script"]),
        never=tuple(map(words, plain["never"])),
        bring=tuple(map(words, plain.get("bring", ()))),
        check=tuple(
            Question(words(one["ask"]), tuple(map(words, one["choices"])), one["right"])
            for one in plain.get("check", ())
        ),
        marks=tuple(plain.get("marks", ())),
        spare=tuple(plain.get("spare", ())),
        proof=tuple(plain["proof"]),
        place=tuple(plain.get("place", ())),
        rules=tuple(plain["rules"]),
        visit=plain.get("visit", plain["channel"] == "hall"),
        note=words(plain.get("note")),
    )


def _step(plain: Plain) -> Step:
    return Step(words(plain["do"]), plain.get("at", ""), condition(plain["if"]) if "if" in plain else None)
