"""The rules of PDF/A-3 (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) that can be checked without a validator."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "BI", "EI", "INLINE IMAGE"}
HEADINGS = ("/H1", "/H2", "/H3", "/H4")
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"


def faults(path: Path) -> list[str]:
    """Return every rule that a file breaks, in words."""
    with Pdf.open(path) as pdf:
        return [
            *_file(path, pdf), *_facts(pdf), *_colours(pdf), *_fonts(pdf), *_attachments(pdf),
            *_marked(pdf), *_tree(pdf), *_links(pdf),
        ]  # fmt: skip


def _file(path: Path, pdf: Pdf) -> Iterator[str]:
    raw = path.read_bytes()
    lengths = re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", raw)
    held = [one for one in pdf.objects if isinstance(one, Dictionary | Stream)]
    yield from _broken({
        "A 6.1.2 head of the file": re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", raw),
        "A 6.1.3 no ID in the trailer": "/ID" in pdf.trailer,
        "A 6.1.3 encrypted": not pdf.is_encrypted,
        "A 6.1.7.1 endstream not at the beginning of a line": not re.search(rb"[^\r\n]endstream", raw),
        "A 6.1.7.1 a length that is not the stream's": all(
            re.match(rb"\r?\nendstream", raw[at.end() + int(at[1]) :][:12]) for at in lengths
        ),
        "A 6.1.7.2 LZW": not any("/LZWDecode" in str(one.get("/Filter", "")) for one in held),
        "A 6.6.1 an action": not any(
            one.get("/S") in {"/JavaScript", "/Launch", "/Sound", "/Movie"} for one in held
        ),
    })  # fmt: skip


def _broken(rules: dict[str, object]) -> list[str]:
    return [rule for rule, kept in rules.items() if not kept]


def _facts(pdf: Pdf) -> list[str]:
    root, info = pdf.Root, pdf.docinfo
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        told = {name: str(meta.get(name, "")) for name in ("dc:title", "dc:description", "pdf:Producer",
                                                           "xmp:CreatorTool", "xmp:CreateDate")}  # fmt: skip
        level = (meta.get(f"{PDFAID}part"), meta.get(f"{PDFAID}conformance"))
        creator = "".join(meta.get("dc:creator", []))
    keys = ("/Title", "/Subject", "/Producer", "/Creator")
    figures = [re.sub(r"\D", "", text) for text in (told["xmp:CreateDate"], str(info["/CreationDate"]))]
    return _broken({
        "A 6.6.4 part and conformance": level == ("3", "U"),
        "A 6.6.3 facts that differ": list(told.values())[:4] == [str(info.get(key, "")) for key in keys],
        "A 6.6.3 dc:creator is not /Author": creator == str(info.get("/Author", "")),
        "A 6.6.3 two moments": figures[0] == figures[1],
        "UA 7.1 no title": told["dc:title"],
        "UA 7.2 no language": root.get("/Lang"),
        "UA 7.1 the title is not displayed": root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"),
        "UA 7.1 not marked": root.get("/MarkInfo", {}).get("/Marked"),
    })  # fmt: skip


def _colours(pdf: Pdf) -> Iterator[str]:
    intents = pdf.Root.get("/OutputIntents", [])
    if len(intents) != 1 or intents[0].S != "/GTS_PDFA1":
        yield "A 6.2.3 output intent"
    elif intents[0].DestOutputProfile.read_bytes()[36:40] != b"acsp":
        yield "A 6.2.3 no colour profile"
    for held in pdf.objects:
        if isinstance(held, Dictionary | Stream):
            if held.get("/SMask", "/None") != "/None" or held.get("/ca", 1) != 1 or held.get("/CA", 1) != 1:
                yield "A 6.2.10 transparency without a colour space"
            if "/CMYK" in str(held.get("/ColorSpace", "")):
                yield "A 6.2.4 CMYK under a profile of screens"


def _fonts(pdf: Pdf) -> Iterator[str]:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/Type") == "/Font":
            if "/FontDescriptor" not in held or "/FontFile2" not in held.FontDescriptor:
                yield f"A 6.2.11.4 {held.get('/BaseFont')} is not embedded"
            elif "/ToUnicode" not in held:
                yield f"A 6.2.11.7 {held.BaseFont} has no map of its characters"
            elif int(held.LastChar) - int(held.FirstChar) + 1 != len(held.Widths):
                yield f"A 6.2.11.5 {held.BaseFont} lacks widths"


def fonts_of(pdf: Pdf) -> dict[str, bool]:
    """Return every font of a file by its name, and whether it lies in the file."""
    fonts = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == "/Font"]
    return {str(one.BaseFont): "/FontFile2" in one.get("/FontDescriptor", {}) for one in fonts}


def _attachments(pdf: Pdf) -> Iterator[str]:
    named = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    specs = [one for one in named if isinstance(one, Dictionary)]
    if len(specs) != len(pdf.Root.get("/AF", [])):
        yield "A 6.8 an attachment that is not associated"
    for spec in specs:
        held = spec.EF.F
        if not (spec.get("/UF") and spec.get("/AFRelationship") and spec.get("/Desc")) or "/Subtype" not in held:
            yield "A 6.8 an attachment that does not say what it is"


def _marked(pdf: Pdf) -> Iterator[str]:
    """Everything that is painted is part of the structure or an artifact, and marks never cross a text object."""
    parents = _parents(pdf)
    for number, page in enumerate(pdf.pages, 1):
        operations = [(operands, str(operator)) for operands, operator in pikepdf.parse_content_stream(page)]
        marks = [int(what[1].MCID) for what, word in operations if word == "BDC" and isinstance(what[1], Dictionary)]
        held = parents.get(int(page.obj.get("/StructParents", -1)), Array())
        yield from (f"UA 7.1 page {number}: {fault}" for fault in _nesting([word for _what, word in operations]))
        if marks != list(range(len(held))):
            yield f"UA 7.1 page {number}: marks without their elements"
        if page.obj.get("/Tabs") != Name.S:
            yield f"UA 7.18.3 page {number}: order of tabs"


def _nesting(words: list[str]) -> Iterator[str]:
    depth, in_text = 0, False
    for word in words:
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(word, 0)
        if word in PAINTS and depth < 1:
            yield f"{word} is neither content nor artifact"
        if word in {"BDC", "BMC", "EMC"} and in_text:
            yield "a mark inside of a text object"
        if depth not in {0, 1}:
            yield "marks one inside of another"
        in_text = word == "BT" or (in_text and word != "ET")
    if depth:
        yield "a mark without its end"


def _parents(pdf: Pdf) -> dict[int, Any]:
    rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in rows[::2]]
    assert keys == sorted(set(keys)), "keys of the tree of parents out of order"
    return dict(zip(keys, rows[1::2], strict=True))


def elements(pdf: Pdf) -> Iterator[Any]:
    """Yield every element of the structure, in reading order."""

    def down(one: Any) -> Iterator[Any]:
        yield one
        for kid in kids(one):
            if isinstance(kid, Dictionary) and kid.get("/Type") == "/StructElem":
                assert one == kid.P, "an element that does not know its parent"
                yield from down(kid)

    yield from down(pdf.Root.StructTreeRoot.K)


def kids(one: Any) -> list[Any]:
    """Return what an element holds."""
    held = one.get("/K", Array())
    return list(held) if isinstance(held, Array) else [held]


def _tree(pdf: Pdf) -> Iterator[str]:
    within = {"/TR": "/Table", "/TOCI": "/TOC", "/TD": "/TR", "/TH": "/TR"}
    last = 0
    for one in elements(pdf):
        kind = str(one.S)
        if kind in HEADINGS:
            level, before = HEADINGS.index(kind) + 1, last
            last = level
            if level > before + 1:
                yield f"UA 7.4.2 {kind} after H{before}"
        if kind in within and str(one.P.S) != within[kind]:
            yield f"UA 7.2 {kind} in {one.P.S}"
        yield from _element(kind, one)


def _element(kind: str, one: Any) -> Iterator[str]:
    if kind == "/Figure" and not str(one.get("/Alt", "")):
        yield "UA 7.3 a figure without words"
    if kind != "/Document" and not kids(one):
        yield f"UA 7.1 an empty {kind}"
    if kind == "/Table":
        yield from _table(one)


def _table(table: Any) -> Iterator[str]:
    wide = [sum(int(cell.A.get("/ColSpan", 1)) if "/A" in cell else 1 for cell in kids(row)) for row in kids(table)]
    if len(set(wide)) > 1:
        yield f"UA 7.5 a table whose rows have {sorted(set(wide))} cells"
    for cell in (cell for row in kids(table) for cell in kids(row)):
        if cell.S == "/TH" and cell.get("/A", {}).get("/Scope") not in {"/Column", "/Row"}:
            yield "UA 7.5 a head of nothing"


def _links(pdf: Pdf) -> Iterator[str]:
    parents = _parents(pdf)
    for page in pdf.pages:
        for link in page.obj.get("/Annots", []):
            if not int(link.get("/F", 0)) & 4:
                yield "A 6.3.2 an annotation that is not printed"
            if link.Subtype != "/Widget" and not str(link.get("/Contents", "")):
                yield "UA 7.18.5 a link without words"
            if link.Subtype == "/Widget":  # an unseen signature has no place on the page
                continue
            element = parents.get(int(link.get("/StructParent", -1)))
            if element is None or element.S != "/Link":
                yield "UA 7.18.5 a link outside of the structure"
