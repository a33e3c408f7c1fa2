"""Prints which words each program misses in each report: script/readers"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.site import open_site

open_site()

from reports.compiling.compile import compile_report  # noqa: E402 (models need the site)
from reports.demo.load import load_demo  # noqa: E402
from reports.document.tree import Document  # noqa: E402
from reports.document.word import to_docx  # noqa: E402
from reports.models import Report  # noqa: E402
from tests.readers.documents import named_documents  # noqa: E402
from tests.readers.programs import PROGRAMS, Program  # noqa: E402
from tests.readers.sdk import sdk_errors, sdk_missing  # noqa: E402
from tests.readers.words import missing_words  # noqa: E402


def all_documents() -> dict[str, Document]:
    load_demo()
    demo = compile_report(Report.objects.get(organisation__code="SKHCN"))
    return {"demo": demo, **dict(named_documents())}


def print_program(program: Program, documents: dict[str, Document], files: list[Path], folder: Path) -> int:
    """Print what the program misses in each report, and return how many words it misses."""
    if program.missing():
        print(f"{program.name:<13} bỏ qua: {program.way}")
        return 0
    texts = program.read(files, folder)
    missing = [
        missing_words(document, text, with_foot=program.shows_foot)
        for document, text in zip(documents.values(), texts, strict=True)
    ]
    print(
        f"{program.name:<13}",
        *(f"{name} {len(words)}" for name, words in zip(documents, missing, strict=True)),
    )
    for name, words in zip(documents, missing, strict=True):
        if words:
            print(f"  thiếu ở {name}: {' '.join(words[:12])}")
    return sum(map(len, missing))


def print_sdk(files: list[Path]) -> int:
    """Print what the Open XML SDK finds in the files, and return how much."""
    if reason := sdk_missing():
        print(reason)
        return 0
    errors = [f"{file.stem}: {error}" for file in files for error in sdk_errors(file)]
    print(f"Open XML SDK  {len(errors)} lỗi trong {len(files)} tệp", *errors[:10], sep="\n  ")
    return len(errors)


def main() -> None:
    documents = all_documents()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{name}.docx" for name in documents]
        for file, document in zip(files, documents.values(), strict=True):
            file.write_bytes(to_docx(document))
        found = [print_program(program, documents, files, folder) for program in PROGRAMS]
        sys.exit(sum(found) + print_sdk(files) > 0)


main()
