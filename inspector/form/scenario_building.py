"""A mystery-visit scenario from plain data."""

from inspector.form.plain import Plain, condition, words
from inspector.form.scenario import Question, Scenario, Step, Synopsis


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
        visit=_visit(plain),
        note=words(plain.get("note")),
    )


def synopsis(plain: Plain) -> Synopsis:
    """Build what a list shows of a scenario."""
    told = {key: words(plain[key]) for key in ("title", "role", "brief")}
    return Synopsis(name=plain["name"], code=plain["code"], channel=plain["channel"], visit=_visit(plain), **told)


def _visit(plain: Plain) -> bool:
    counts: bool = plain.get("visit", plain["channel"] == "hall")
    return counts


def _step(plain: Plain) -> Step:
    return Step(words(plain["do"]), plain.get("at", ""), condition(plain["if"]) if "if" in plain else None)
