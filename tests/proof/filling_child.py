"""A process that fills in without end and prints every change it was told is saved; made to be killed."""

import json
import random
import sys
from pathlib import Path

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Verdict
from inspector.inspection.change import Change
from tests.conftest import start
from tests.inspection.blanks import values


def one_act(inspecting: Inspecting, chance: random.Random) -> Change | None:
    item = chance.choice(inspecting.inspection.form.order)
    acts = [
        lambda: inspecting.judge(item, chance.choice(list(Verdict)), "夜间检查"),
        lambda: inspecting.note(item, "记" * chance.randrange(400)),
        lambda: inspecting.measure("AC-13", "height", values(*(chance.randrange(600, 900) for _ in range(3)))),
        lambda: inspecting.state_fact("has_kiosk", chance.choice([True, False, None])),
        lambda: inspecting.set_head("note", f"第 {chance.randrange(1000)} 记"),
        inspecting.undo,
        inspecting.redo,
    ]
    return chance.choice(acts)()


def main(folder: Path, seed: int) -> None:
    chance, inspecting = random.Random(seed), start(Desk.at(folder))
    print(json.dumps({"inspection": inspecting.inspection.id}), flush=True)
    while True:
        change = one_act(inspecting, chance)
        if change:
            told = {"seq": change.seq, "kind": change.kind, "key": change.key, "after": change.after}
            print(json.dumps({**told, "last": inspecting.inspection.last_item}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
