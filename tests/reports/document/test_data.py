"""The paper as data: nothing of it is lost on the way to JSON and back, and its numbers stand in the data."""

import json
from collections.abc import Iterator

from hypothesis import given, settings

from reports.document.data import from_data, to_data
from reports.document.lines import lines
from reports.document.text import line_text, to_text
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document


def sent(document):
    """Return the data of a document as whoever receives the file has it."""
    return json.loads(json.dumps(to_data(document)))


@given(documents())
@settings(max_examples=40)
def test_a_paper_is_the_same_after_it_was_data(document):
    again = from_data(sent(document))
    assert again == document
    assert to_text(again) == to_text(document)


def test_whole_papers_are_rebuilt():
    for document in (minimal_document(), full_document(), real_size_document()):
        assert from_data(sent(document)) == document


def texts(blocks) -> Iterator[str]:
    """Yield the lines of blocks of data, as somebody would who has the file alone."""
    for block in blocks:
        match block:
            case {"type": "section", "number": number, "heading": heading, "blocks": inner}:
                yield f"{number} {heading}".strip()
                yield from texts(inner)
            case {"type": "bullets", "mark": mark, "items": items}:
                yield from (f"{mark} {item}" for item in items)
            case {"type": "points", "items": items}:
                for item in items:
                    yield " ".join(filter(None, (item["label"], item["lead"], item["text"])))
            case {"type": "table", "rows": rows}:
                yield "\n".join("\t".join(row) for row in rows)
            case {"type": "paragraph", "lead": lead, "text": text}:
                yield f"{lead} {text}".strip()


@given(documents())
@settings(max_examples=40)
def test_the_printed_numbers_stand_in_the_data(document):
    data = sent(document)
    for said, blocks in (
        (data["body"], document.body),
        *(
            (said["blocks"], annex.blocks)
            for said, annex in zip(data["annexes"], document.annexes, strict=True)
        ),
    ):
        assert [*texts(said)] == [line_text(line) for line in lines(blocks, document.numbering)]


def test_a_section_tells_its_depth_and_an_annex_its_label():
    data = to_data(full_document())
    first = next(block for block in data["body"] if block["type"] == "section")
    below = next(block for block in first["blocks"] if block["type"] == "section")
    assert [(one["number"], one["depth"]) for one in (first, below)] == [("I.", 1), ("1.", 2)]
    assert [annex["label"] for annex in data["annexes"]] == ["Phụ lục I", "Phụ lục II"]
