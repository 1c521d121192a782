"""Photos as evidence: numbered through, those of findings first, and listed whole in the annex."""

from inspector.inspection.answer import Document
from inspector.inspection.answer import Photo as Taken
from inspector.inspection.drawn import GOOD, PROBLEM
from inspector.report.composing.source import Source
from inspector.report.content import Evidence, Photo
from inspector.report.rated import Labelled
from inspector.wording import _


def evidence(source: Source) -> tuple[Evidence, ...]:
    """Return every photo of the inspection: those of findings in the order of print, then the others."""
    inspection = source.inspection
    found = {one.item.id: one.number for one in source.written}
    others = [item.id for item in inspection.asked_items if item.id not in found]
    lines = [line.id for line in inspection.form.red_lines]
    titles = {line.id: line.ask.zh for line in inspection.form.red_lines}
    titles |= {item.id: item.ask.zh for item in inspection.asked_items}
    listed = [
        (item, photo)
        for item in (*found, *others, *lines)
        if item in titles
        for photo in inspection.answer(item).photos
    ]
    return tuple(
        Evidence(_photo(source, photo, number), item, titles[item], found.get(item))
        for number, (item, photo) in enumerate(listed, 1)
    )


def shown_words(photo: Taken) -> str:
    """Say what a photo shows, and whether a scale is in it."""
    words = [{PROBLEM: _("问题"), GOOD: _("好做法")}.get(photo.shows, ""), _("附比例尺") if photo.ruler else ""]
    return "".join(f"［{word}］" for word in words if word)


def documents(source: Source) -> tuple[Labelled, ...]:
    """Return every document of the inspection, by the item it belongs to; one that is gone or altered says so."""
    inspection = source.inspection
    return tuple(
        Labelled(item.id, _document(source, document))
        for item in inspection.asked_items
        for document in inspection.answer(item.id).documents
    )


def _document(source: Source, document: Document) -> str:
    told = _("{name}（{kind}，{size} KB，指纹 {hash}）").format(
        name=document.name, kind=document.word, size=-(-document.size // 1000), hash=document.sha256[:16]
    )
    absent = source.absent(document.sha256)
    return f"{told}　{absent}" if absent else told


def _photo(source: Source, photo: Taken, number: int) -> Photo:
    file = source.photo(photo.sha256, photo.drawn)
    label = _("照片 {n}").format(n=number)
    caption = " ".join(word for word in (shown_words(photo), photo.caption) if word)
    return Photo(file.path, caption, file.width, file.height, photo.sha256, file.missing, label)
