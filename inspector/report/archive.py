"""What makes a PDF fit for an archive (ISO 19005-3): colours defined, facts about itself as XML, attachments named.

reportlab draws the pages; the objects of this file are handed to its document as they stand.
"""

import zlib
from datetime import datetime
from functools import cache
from html import escape
from typing import Any

from reportlab.pdfbase import pdfdoc

from inspector.report.content import Attached
from inspector.report.tagging import Raw, text

NAMESPACES = "".join(
    f' xmlns:{name}="{address}"'
    for name, address in (
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    )
)
PROFILE_MADE = slice(24, 36)  # bytes of a colour profile that say when it was made


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream whose end stands on a line of its own, as the archive asks; reportlab leaves the line feed out."""

    def format(self, document: Any) -> bytes:
        """Return its bytes."""
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


def mend_streams() -> None:
    """Let reportlab end its streams on lines of their own."""
    pdfdoc.PDFStream = Stream


def archived(document: Any, made_at: datetime, attached: tuple[Attached, ...]) -> None:
    """Write into a document what an archive asks for."""
    catalog = document.Catalog
    files = [_file(document, one, made_at) for one in attached]
    catalog.Metadata = Raw(_stream("/Type/Metadata/Subtype/XML", _facts(document.info, made_at), packed=False))
    profile = document.Reference(Raw(_stream("/N 3", _srgb())))
    number = document.idToObjectNumberAndVersion[profile.name][0]
    intent = f"/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile {number} 0 R"
    extra = {"OutputIntents": Raw(f"[<<{intent}>>]".encode("ascii"))}
    if files:
        names = " ".join(f"{text(one.name)} {number} 0 R" for one, number in zip(attached, files, strict=True))
        catalog.Names = Raw(f"<</EmbeddedFiles<</Names[{names}]>>>>".encode("ascii"))
        extra["AF"] = Raw(f"[{' '.join(f'{number} 0 R' for number in files)}]".encode("ascii"))
    for name, value in extra.items():
        setattr(catalog, name, value)
    catalog.__NoDefault__ = catalog.__Refs__ = [*catalog.__NoDefault__, *extra]


def moment(at: datetime) -> str:
    """Write a moment as PDF has it, with its distance from universal time where that is known."""
    zone = at.strftime("%z")
    return at.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def _file(document: Any, one: Attached, made_at: datetime) -> int:
    head = (
        f"/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</ModDate({moment(made_at)})/Size {len(one.content)}>>"
    )
    stream = document.Reference(Raw(_stream(head, one.content)))
    number = document.idToObjectNumberAndVersion[stream.name][0]
    name = text(one.name)
    held = f"/EF<</F {number} 0 R/UF {number} 0 R>>/AFRelationship/Data"
    told = f"<</Type/Filespec/F{name}/UF{name}/Desc{text(one.about)}{held}>>"
    spec = document.Reference(Raw(told.encode("ascii")))
    return int(document.idToObjectNumberAndVersion[spec.name][0])


def _stream(head: str, content: bytes, *, packed: bool = True) -> bytes:
    held = zlib.compress(content) if packed else content
    packing = "/Filter/FlateDecode" if packed else ""
    return f"<<{head}{packing}/Length {len(held)}>>\nstream\n".encode("ascii") + held + b"\nendstream\n"


def _facts(info: Any, made_at: datetime) -> bytes:
    """Return the facts about the document as XML, the same that its dictionary of facts holds."""
    zone = made_at.strftime("%z")
    at = made_at.strftime("%Y-%m-%dT%H:%M:%S") + (f"{zone[:3]}:{zone[3:5]}" if zone else "")
    default = '<rdf:li xml:lang="x-default">'
    title, subject, author = (escape(words) for words in (info.title, info.subject, info.author))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{NAMESPACES}>'
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
        f"<dc:title><rdf:Alt>{default}{title}</rdf:li></rdf:Alt></dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:description><rdf:Alt>{default}{subject}</rdf:li></rdf:Alt></dc:description>"
        f"<xmp:CreatorTool>{escape(info.creator)}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>"
        f"<pdf:Producer>{escape(info.producer)}</pdf:Producer><pdf:Keywords>{escape(info.keywords)}</pdf:Keywords>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()


@cache
def _srgb() -> bytes:
    """Return the colour profile of screens, without the moment it was made, so that a report is the same again."""
    from PIL import ImageCms  # noqa: PLC0415 - only here

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[PROFILE_MADE] = bytes.fromhex("07e6 0001 0001 0000 0000 0000")
    return bytes(profile)
