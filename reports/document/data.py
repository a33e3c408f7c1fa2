"""The paper as plain lists and dictionaries, and back: what is stored as JSON says all that the paper says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, assert_never

from reports.document.labels import label, letter
from reports.document.lines import annexes
from reports.document.tree import (
    Annex,
    Block,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Numbering,
    Paragraph,
    Section,
    Signature,
    Table,
)

Data = dict[str, Any]

HEAD = ("parent_body", "issuing_body", "number", "place", "contact")
TEXTS = ("kind", "subject", "period_note", "closing", "author")
LINES = ("addressees", "legal_bases", "recipients")


def to_data(document: Document) -> Data:
    """Return the paper with its printed numbers; whether it is a draft is not said."""
    head, signature = document.letterhead, document.signature
    day = head.issued_on.isoformat() if head.issued_on else None
    return {
        "letterhead": {name: getattr(head, name) for name in HEAD} | {"issued_on": day},
        **{name: getattr(document, name) for name in TEXTS},
        **{name: [*getattr(document, name)] for name in LINES},
        "signature": {"authority": [*signature.authority], "name": signature.name},
        "numbering": document.numbering.value,
        "body": [*_blocks(document.body, document.numbering)],
        "annexes": [
            {"label": words, "title": annex.title, "blocks": [*_blocks(annex.blocks, document.numbering)]}
            for words, annex in annexes(document)
        ],
    }


def _blocks(blocks: Iterable[Block], numbering: Numbering, path: tuple[int, ...] = ()) -> Iterator[Data]:
    """Yield the blocks; a section has its printed number and its depth, 1 for the highest."""
    numbers = count(1)
    for block in blocks:
        match block:
            case Section(heading, children):
                here = (*path, next(numbers))
                number = {"number": label(here, numbering), "depth": len(here)}
                inner = [*_blocks(children, numbering, here)]
                yield {"type": "section", **number, "heading": heading, "blocks": inner}
            case BulletList(items, mark):
                yield {"type": "bullets", "mark": mark, "items": [*items]}
            case LetteredList(items):
                points = [
                    {"label": f"{letter(position)})", "lead": item.lead, "text": item.text}
                    for position, item in enumerate(items, start=1)
                ]
                yield {"type": "points", "items": points}
            case Paragraph(text, lead):
                yield {"type": "paragraph", "lead": lead, "text": text}
            case Table(rows):
                yield {"type": "table", "rows": [[*row] for row in rows]}
            case _:
                assert_never(block)


def from_data(data: Data) -> Document:
    """Return the document of which `to_data` made the data; its printed numbers follow from the order."""
    head, signature = data["letterhead"], data["signature"]
    day = dt.date.fromisoformat(head["issued_on"]) if head["issued_on"] else None
    printed: Data = {name: data[name] for name in TEXTS} | {name: tuple(data[name]) for name in LINES}
    return Document(
        Letterhead(**{name: head[name] for name in HEAD}, issued_on=day),
        **printed,
        body=_tree(data["body"]),
        signature=Signature(tuple(signature["authority"]), signature["name"]),
        annexes=tuple(Annex(one["title"], _tree(one["blocks"])) for one in data["annexes"]),
        numbering=Numbering(data["numbering"]),
    )


def _tree(blocks: Iterable[Data]) -> tuple[Block, ...]:
    return tuple(map(_block, blocks))


def _block(data: Data) -> Block:
    match data:
        case {"type": "section", "heading": heading, "blocks": inner}:
            return Section(heading, _tree(inner))
        case {"type": "bullets", "mark": mark, "items": items}:
            return BulletList(tuple(items), mark)
        case {"type": "points", "items": items}:
            return LetteredList(tuple(Paragraph(one["text"], one["lead"]) for one in items))
        case {"type": "table", "rows": rows}:
            return Table(tuple(map(tuple, rows)))
        case {"type": "paragraph", "text": text, "lead": lead}:
            return Paragraph(text, lead)
        case _:
            raise ValueError(data.get("type"))
