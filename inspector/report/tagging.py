"""The structure of a PDF for readers who do not see it: what is a heading, a table, a picture, and in which order.

What is drawn inside a tag belongs to it; what is drawn outside of every tag is decoration (an artifact).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

ROOT = "Document"


class Raw(PDFObject):  # type: ignore[misc]
    """An object of the file, written as it stands."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, _document: Any) -> bytes:
        """Return its bytes."""
        return self.content


class Element:
    """A node of the structure: its kind, what it holds, and what else is said of it in PDF syntax."""

    __slots__ = ("kids", "kind", "more", "number", "parent")

    def __init__(self, kind: str, parent: "Element | None", more: str = "") -> None:
        self.kind, self.parent, self.more = kind, parent, more
        # A kid is an element, a piece of a page (its page, its number there), or an annotation by its name.
        self.kids: list[Element | tuple[int, int] | str] = []
        self.number = 0


class Structure:
    """Marks what is drawn on a canvas, page by page, and writes the tree at the end; silent while `off`."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self.root = Element(ROOT, None)
        self.off = False
        self.marked: Element | None = None
        self._held: list[bool] = []
        self._open = [self.root]
        self._since = 0
        self._pages: list[list[Element]] = [[]]
        self._links: list[Element] = []

    @contextmanager
    def group(self, kind: str, more: str = "") -> Iterator[None]:
        """Gather the tags drawn meanwhile under one element, such as Table or L."""
        if self.off:
            yield
            return
        self._open.append(self._born(kind, more))
        try:
            yield
        finally:
            self._open.pop()

    @contextmanager
    def tag(self, kind: str, more: str = "", again: Element | None = None) -> Iterator[Element | None]:
        """Mark what is drawn meanwhile as one element, or as going on with one; tags within it are not its own."""
        if self.off:
            yield again
            return
        element = again or self._born(kind, more)
        self._end_artifact()
        here = self._pages[-1]
        element.kids.append((len(self._pages) - 1, len(here)))
        self.canvas._code.append(f"/{kind} <</MCID {len(here)}>> BDC")  # noqa: SLF001 - the canvas has no other way in
        here.append(element)
        self.off, self.marked = True, element
        try:
            yield element
        finally:
            self.off, self.marked = False, None
            self.canvas._code.append("EMC")  # noqa: SLF001
            self._since = len(self.canvas._code)  # noqa: SLF001

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Leave what is drawn meanwhile out of the structure: running heads, repeated heads, grounds."""
        before, self.off = self.off, True
        try:
            yield
        finally:
            self.off = before

    def figure(self, words: str, box: tuple[float, float, float, float]) -> Any:
        """Mark what is drawn meanwhile as one picture, told in words; `box` is x, y, width, height."""
        x, y, width, height = box
        place = f"/A<</O/Layout/Placement/Block/BBox[{x:.1f} {y:.1f} {x + width:.1f} {y + height:.1f}]>>"
        return self.tag("Figure", f"/Alt {text(words)}{place}")

    def link(self, element: Element, annotation: str) -> int:
        """Join an annotation to the element that it belongs to; return its key in the tree of parents."""
        element.kids.append(annotation)
        self._links.append(element)
        return len(self._links)

    def suspend(self) -> None:
        """Mark nothing until it is resumed: what is drawn now is shown from elsewhere."""
        self._held.append(self.off)
        self.off = True

    def resume(self) -> None:
        """Mark again as before."""
        self.off = self._held.pop()

    def end_page(self) -> None:
        """Close what is open on a page that is full."""
        self._end_artifact()
        self._pages.append([])
        self._since = 0

    def _born(self, kind: str, more: str) -> Element:
        parent = self._open[-1]
        element = Element(kind, parent, more)
        parent.kids.append(element)
        return element

    def _end_artifact(self) -> None:
        code = self.canvas._code  # noqa: SLF001
        if len(code) > self._since:
            code.insert(self._since, "/Artifact BMC")
            code.append("EMC")

    def written(self, document: Any) -> tuple[PDFObject, dict[int, int]]:
        """Write the tree into a document; return its root and the key of every page in the tree of parents.

        Annotations come first in the tree of parents, since their keys are given while pages are still drawn.
        """
        order = list(_descending(self.root))
        raws = [Raw() for _element in order]
        for element, raw in zip(order, raws, strict=True):
            element.number = _number(document, raw)
        tree, parents = Raw(), Raw()
        root, by_key = _number(document, tree), _number(document, parents)
        pages = [_page(document, place) for place in range(len(self._pages) - 1)]
        for element, raw in zip(order, raws, strict=True):
            raw.content = _plain(element, root, pages, document)
        first = len(self._links) + 1
        rows = [f"{key} {element.number} 0 R" for key, element in enumerate(self._links, 1)]
        rows += [
            f"{first + place} [{' '.join(f'{element.number} 0 R' for element in held)}]"
            for place, held in enumerate(self._pages[:-1])
        ]
        parents.content = f"<</Nums[{' '.join(rows)}]>>".encode("ascii")
        last = first + len(pages)
        tree.content = (
            f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree {by_key} 0 R/ParentTreeNextKey {last}>>"
        ).encode("ascii")
        return tree, {place: first + place for place in range(len(pages))}


def text(words: str) -> str:
    """Write words as a string of PDF."""
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"


def _descending(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _descending(kid)


def _number(document: Any, held: PDFObject) -> int:
    return int(document.idToObjectNumberAndVersion[document.Reference(held).name][0])


def _page(document: Any, place: int) -> int:
    return int(document.idToObjectNumberAndVersion[f"Page{place + 1}"][0])


def _plain(element: Element, root: int, pages: list[int], document: Any) -> bytes:
    parent = element.parent.number if element.parent else root
    pieces = [kid for kid in element.kids if isinstance(kid, tuple)]
    first = pieces[0][0] if pieces else 0
    page = f"/Pg {pages[first]} 0 R" if pieces else ""
    kids = " ".join(_kid(kid, first, pages, document) for kid in element.kids)
    held = kids if len(element.kids) == 1 else f"[{kids}]"
    return f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R{page}/K {held}{element.more}>>".encode("ascii")


def _kid(kid: "Element | tuple[int, int] | str", first: int, pages: list[int], document: Any) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, str):
        number = document.idToObjectNumberAndVersion[document.refAnnotation(kid).name][0]
        return f"<</Type/OBJR/Pg {pages[first]} 0 R/Obj {number} 0 R>>"
    page, mark = kid
    return str(mark) if page == first else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>"
