"""Run every benchmark and print the ratios."""

from tests.bench.crowds import crowds
from tests.bench.importing import importing
from tests.bench.large_forms import large_forms
from tests.bench.league import a_thousand_halls
from tests.bench.lines import lines
from tests.bench.locked import locked
from tests.bench.paper import paper
from tests.bench.rating import rating
from tests.bench.starting import start
from tests.bench.tapping import tap
from tests.bench.typeset import typeset


def main() -> None:
    print(f"{'':<46} {'ours':>9} {'floor':>9}")
    for measure in (
        start,
        tap,
        large_forms,
        rating,
        paper,
        typeset,
        lines,
        crowds,
        a_thousand_halls,
        locked,
        importing,
    ):
        for line in measure():
            print(line, flush=True)


if __name__ == "__main__":
    main()
