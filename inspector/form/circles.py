"""Circles in what reads what: conditions of items, measures of a scheme."""

from collections import deque

from inspector.form.mistakes import Steps

Reads = dict[str, dict[str, Steps]]


def in_circles(reads: Reads) -> Reads:
    """Leave out, again and again, what reads nothing that is left: only circles and what leads to them remain."""
    readers: dict[str, list[str]] = {}
    for key, others in reads.items():
        for other in others:
            readers.setdefault(other, []).append(key)
    waiting = {key: sum(other in reads for other in others) for key, others in reads.items()}
    free = deque(key for key, count in waiting.items() if not count)
    while free:
        for reader in readers.get(free.popleft(), ()):
            waiting[reader] -= 1
            if not waiting[reader]:
                free.append(reader)
    return {key: reads[key] for key, count in waiting.items() if count}


def ring_of(start: str, reads: Reads) -> list[str]:
    """Return the shortest way from a name back to itself, empty when there is none."""
    before: dict[str, str] = {}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for other in reads[here]:
            if other == start:
                ring = [start]
                while here != start:
                    ring.insert(0, here)
                    here = before[here]
                return [start, *ring]
            if other in reads and other not in before:
                before[other] = here
                queue.append(other)
    return []
