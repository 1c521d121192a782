"""What a scheme asks for and its forms do not ask about, once it is known which forms it is for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from inspector.form.codes import Code
from inspector.form.form import Form, Item
from inspector.form.kinds import Slips, guess
from inspector.form.mistakes import Slip
from inspector.rating.draft import Draft
from inspector.rating.heaps import Credit
from inspector.rating.measures import WEIGHED, chooses
from inspector.rating.scheme import Measure


def unmatched(draft: Draft, forms: Sequence[Form]) -> Slips:
    """Yield every selection of a scheme that selects nothing of its forms, and every item that none of them has."""
    items = {id_: item for form in forms for id_, item in form.items.items()}
    told = {"forms": [form.id for form in forms]}

    def unknown(id_: str, *path: str | int) -> Slips:
        if id_ not in items:
            yield Slip(Code.NOT_ON_FORM, path, {**told, "id": id_, "guess": guess(id_, items)})

    for key, measure in draft.measures.items():
        path, of = draft.of(key)
        if measure.kind == "value":
            yield from unknown(of["item"], *path, "item")
        elif measure.kind in WEIGHED:
            yield from _selection(measure, of, items, unknown, told)
    for path, row in draft.rows("levels"):
        for at, one in enumerate(row.get("necessary", ())):
            yield from unknown(one, *path, "necessary", at)


def _selection(
    measure: Measure,
    of: Mapping[str, Any],
    items: Mapping[str, Item],
    unknown: Callable[..., Slips],
    told: Mapping[str, Any],
) -> Slips:
    """Yield the items by name that are on no form; where all are, whether the whole selection selects anything."""
    path = ("measures", measure.key, measure.kind)
    named = of.get("items", ())
    missing = [slip for at, one in enumerate(named) for slip in unknown(one, *path, "items", at)]
    yield from missing
    scored = (Credit(item, None, None) for item in items.values() if item.weight)
    if not missing and not any(chooses(measure, one) for one in scored):
        yield Slip(Code.SELECTS_NOTHING, path, {**told, "name": measure.key}, at_key=True)
