"""What it would take to reach the next star, for the chapter that tells how the star came about."""

from inspector.rating.path import after_each, shortest_way
from inspector.rating.rate import Rating
from inspector.rating.reasons import days_words, way_words
from inspector.report.composing.source import Source
from inspector.report.rated import Mending


def way(source: Source) -> tuple[str, tuple[Mending, ...]]:
    """Return the sentence and the items of the fewest repairs; nothing where no star is told."""
    if not source.scored:
        return "", ()
    rating = source.rating
    found = shortest_way(rating)
    steps = zip(found.items, after_each(rating, found.items), strict=True)
    rows = tuple(
        Mending(
            item.id,
            str(item.ask),
            str(item.remedy),
            days_words(item.effort),
            after.total_shown,
            lowest_shown(after),
            majors_shown(after),
        )
        for item, after in steps
    )
    return way_words(found), rows


def lowest_shown(rating: Rating) -> str:
    """Return the lowest idea as printed; empty where none has data."""
    known = [(value, key) for key in rating.scheme.ideas if (value := rating.readings[key].value) is not None]
    return rating.shown(min(known)[1]) if known else ""


def majors_shown(rating: Rating) -> str:
    """Return how many major problems are left; empty where the scheme does not count them."""
    reading = rating.readings.get("major_open")
    return "" if reading is None or reading.value is None else str(int(reading.value))
