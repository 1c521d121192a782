"""What the search of the first screen finds: inspections, and halls to start one at."""

from inspector.actions.desk import Desk
from inspector.inspection.hall import Hall
from inspector.ui.pages.finding import matching
from inspector.ui.pages.row_list import Row
from inspector.ui.pages.telling import (
    DISCARDED,
    FINISHED,
    Headed,
    day_words,
    ended,
    kind_word,
    place_of,
    star_of,
    status_spec,
)
from inspector.ui.widgets.hall_form import area_word, class_word
from inspector.wording import _

EACH = 6


def found_rows(desk: Desk, text: str) -> list[Row]:
    """Return the rows for a text; a row without a key says that nothing was found."""
    headers = [header for header in desk.headers() if header.status != DISCARDED]
    inspections = [_inspection_row(desk, header) for header in matching(headers, text, desk)[:EACH]]
    halls = [_hall_row(hall) for hall in desk.find_halls(text)[:EACH]]
    return [*inspections, *halls] or [Row("", _("没有找到“{text}”").format(text=text.strip()))]


def _hall_row(hall: Hall) -> Row:
    second = " · ".join((hall.code, class_word(hall.hall_class), area_word(hall.area)))
    return Row(f"hall:{hall.code}", hall.name, second, "hall", _("开始检查"), "accent")


def _inspection_row(desk: Desk, header: Headed) -> Row:
    second = " · ".join(
        (_("编号 {n}").format(n=header.number), kind_word(header.kind), day_words(ended(header), desk.clock()))
    )
    done = header.status == FINISHED
    star = star_of(header) if done else None
    return Row(
        f"{place_of(header)}:{header.id}",
        header.hall_name,
        second,
        "checklist",
        chip=None if done else status_spec(header),
        star=star,
    )
