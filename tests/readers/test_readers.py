"""Two of the programs that script/readers asks read every word of every report, hyphens included."""

from __future__ import annotations

import pytest

from reports.document.word import to_docx
from tests.readers.documents import named_documents
from tests.readers.programs import PROGRAMS
from tests.readers.words import missing_words

DOCUMENTS = dict(named_documents())


@pytest.mark.parametrize(
    "program", [program for program in PROGRAMS if program.name in ("LibreOffice", "python-docx")]
)
def test_a_program_reads_every_word_of_every_report(program, tmp_path):
    if program.missing():
        pytest.skip(f"{program.name} is not on this machine: {program.way}")
    files = [tmp_path / f"{name}.docx" for name in DOCUMENTS]
    for file, document in zip(files, DOCUMENTS.values(), strict=True):
        file.write_bytes(to_docx(document))
    texts = program.read(files, tmp_path)
    missing = {
        name: missing_words(document, text, with_foot=program.shows_foot)
        for (name, document), text in zip(DOCUMENTS.items(), texts, strict=True)
    }
    assert missing == {name: [] for name in DOCUMENTS}
