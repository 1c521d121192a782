"""The file written whole: everything but streams is packed into object streams (ISO 32000-1, 7.5.7).

reportlab writes each object of its own; of the structure of a report there are thousands, alike enough to shrink to a
tenth when they are compressed together.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from inspector.report.tagging import Raw

TOGETHER = 200  # objects in a stream: a reader unpacks no more than that to find one
FREE, PLAIN, PACKED = 0, 1, 2


def packed(document: Any) -> bytes:
    """Return the bytes of a document whose pages are all drawn."""
    document.encrypt.prepare(document)
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file = document.__accum__ = pdfdoc.PDFFile(document._pdfVersion)  # noqa: SLF001 - as reportlab does it
    rows: list[tuple[int, int, int]] = [(FREE, 0, 65535)]
    waiting: list[tuple[int, bytes]] = []
    for number, content in _objects(document):
        if content.endswith(b"endstream"):
            rows.append((PLAIN, file.add(_whole(number, content)), 0))
        else:
            rows.append((PACKED, 0, 0))
            waiting.append((number, content))
    for first in range(0, len(waiting), TOGETHER):
        held, number = waiting[first : first + TOGETHER], len(rows)
        rows.append((PLAIN, file.add(_whole(number, _stream_of(held))), 0))
        for place, (one, _content) in enumerate(held):
            rows[one] = (PACKED, number, place)
    number, start = len(rows), file.offset
    rows.append((PLAIN, start, 0))
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    said = f"/Root {_bare(root, document)}/Info {_bare(info, document)}/ID {_bare(document.ID(), document)}"
    head = f"/Type/XRef/W[1 4 2]/Size {len(rows)}{said}"
    file.add(_whole(number, _compressed(head, table)) + f"startxref\n{start}\n%%EOF\n".encode("ascii"))
    del document.__accum__
    return bytes(file.format(document))


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    """Yield every object with its number; writing one may make others."""
    number = 1
    while number in document.numberToId:
        held = document.idToObject[document.numberToId[number]]
        content = held.content if isinstance(held, Raw) else pdfdoc.format(held, document, toplevel=1)
        yield number, content.rstrip()
        number += 1


def _whole(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, content)


def _stream_of(held: Sequence[tuple[int, bytes]]) -> bytes:
    places, at = [], 0
    for number, content in held:
        places.append(f"{number} {at}")
        at += len(content) + 1
    first = " ".join(places).encode("ascii") + b"\n"
    body = b"\n".join(content for _number, content in held)
    return _compressed(f"/Type/ObjStm/N {len(held)}/First {len(first)}", first + body)


def _compressed(head: str, content: bytes) -> bytes:
    small = zlib.compress(content)
    return f"<<{head}/Filter/FlateDecode/Length {len(small)}>>\nstream\n".encode("ascii") + small + b"\nendstream"


def _bare(part: Any, document: Any) -> str:
    return str(pdfdoc.format(part, document).decode("latin-1"))
