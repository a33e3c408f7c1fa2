"""A report that did not change is rendered once; one that changed, or a damaged cached file, is rendered anew."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.core.cache import caches
from pypdf import PdfReader

from reports.compiling import formats, rendering
from reports.compiling.formats import FORMATS
from reports.compiling.rendering import (
    RENDERERS,
    Rendered,
    digest_of,
    draft_of,
    paged,
    rendered,
    renderers_digest,
)
from reports.document import css
from reports.document.css import STRUCTURE, style_sheet
from reports.document.tree import Document, Numbering, Paragraph, Signature
from tests.reports.document.documents import full_document, minimal_document

OTHER = Rendered(b"khac", sha256(b"khac").hexdigest(), 1)


@pytest.fixture
def directory(settings, tmp_path):
    """The directory of the cached files while the test runs."""
    location = tmp_path / "cache"
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {**settings.CACHES, "files": {"BACKEND": backend, "LOCATION": location}}
    return location


def cached_files(directory):
    return sorted(directory.glob("*.djcache"))


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_is_what_its_renderer_makes(ending, directory):
    content = FORMATS[ending].render(minimal_document()).content
    file = rendered(minimal_document(), ending)
    assert (file.content, file.sha256) == (content, sha256(content).hexdigest())
    assert rendered(minimal_document(), ending) == file


def test_a_pdf_says_how_many_pages_it_has_and_word_decides_for_itself(directory):
    pdf = rendered(full_document(), "pdf")
    assert pdf.pages == len(PdfReader(BytesIO(pdf.content)).pages) == 4
    assert rendered(full_document(), "docx").pages is None


def test_there_is_no_third_format(directory):
    with pytest.raises(KeyError):
        rendered(minimal_document(), "odt")


def test_an_unchanged_report_comes_from_the_cache(directory):
    rendered(minimal_document(), "docx")
    caches["files"].set(f"docx-{digest_of(minimal_document())}", OTHER)
    assert rendered(minimal_document(), "docx") == OTHER
    assert rendered(minimal_document(closing="Hết./."), "docx") != OTHER
    assert rendered(minimal_document(), "pdf") != OTHER


def test_a_draft_is_the_report_with_a_stamp():
    assert draft_of(full_document()) == replace(full_document(), is_draft=True)
    assert draft_of(draft_of(full_document())).is_draft is True
    assert digest_of(draft_of(full_document())) != digest_of(full_document())


CHANGES = {
    "letterhead": replace(full_document().letterhead, number="06/BC-SNNMT"),
    "kind": "THÔNG BÁO",
    "subject": "Khác",
    "period_note": "",
    "addressees": (),
    "legal_bases": (),
    "body": (Paragraph("khác"),),
    "closing": "Hết./.",
    "recipients": ("Khác",),
    "signature": Signature(("GIÁM ĐỐC",), "Lý Thị Na"),
    "annexes": (),
    "numbering": Numbering.LETTERS,
    "author": "Khác",
    "is_draft": True,
}


def test_every_part_of_the_report_is_in_its_digest():
    assert set(CHANGES) == {field.name for field in fields(Document)}
    digests = [digest_of(full_document(**{name: value})) for name, value in CHANGES.items()]
    assert len({*digests, digest_of(full_document())}) == len(CHANGES) + 1


def test_half_a_character_that_somebody_pasted_has_a_digest():
    assert len({digest_of(minimal_document(subject=subject)) for subject in ("\ud800", "\udbff", "")}) == 3


def test_the_digest_is_the_same_in_every_process():
    program = (
        "from reports.compiling.rendering import digest_of\n"
        "from tests.reports.document.full_report import FULL_DOCUMENT\n"
        "print(digest_of(FULL_DOCUMENT))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    process = subprocess.run(
        [sys.executable, "-c", program],
        cwd=site_settings.BASE_DIR,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert process.stdout.decode().strip() == digest_of(full_document())


def test_another_renderer_is_another_digest(tmp_path, monkeypatch):
    usual = digest_anew()
    copy = shutil.copytree(RENDERERS, tmp_path / "document", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(rendering, "RENDERERS", copy)
    assert digest_anew() == usual
    (copy / "html.py").write_text((copy / "html.py").read_text() + "\n")
    assert digest_anew() != usual


@pytest.mark.parametrize("module", [rendering, formats])
def test_another_way_to_cache_a_file_is_another_digest(module, tmp_path, monkeypatch):
    copy, usual = shutil.copy(module.__file__, tmp_path), digest_anew()
    monkeypatch.setattr(module, "__file__", copy)
    assert digest_anew() == usual
    Path(copy).write_text(f"{Path(copy).read_text()}\n")
    assert digest_anew() != usual


@pytest.mark.parametrize("name", ["docx_frame.py", "docx_tables.py"])
def test_another_frame_of_word_files_is_another_digest(name, tmp_path, monkeypatch):
    copy = shutil.copytree(rendering.FRAME, tmp_path / "office", ignore=shutil.ignore_patterns("__pycache__"))
    usual = digest_anew()
    monkeypatch.setattr(rendering, "FRAME", copy)
    assert digest_anew() == usual
    (copy / name).write_text((copy / name).read_text() + "\n")
    assert digest_anew() != usual


def test_another_style_is_another_digest(tmp_path, monkeypatch):
    usual = digest_anew()
    copy = tmp_path / "document.css"
    copy.write_text(f"{STRUCTURE.read_text()}\n")
    monkeypatch.setattr(css, "STRUCTURE", copy)
    style_sheet.cache_clear()
    try:
        assert digest_anew() != usual
    finally:
        style_sheet.cache_clear()


def digest_anew() -> str:
    """Return the digest of the renderers as they are now: a process remembers its first."""
    return renderers_digest.__wrapped__()


@pytest.mark.parametrize("length", [0, 1, 20, 200, -1])
def test_a_cached_file_that_was_cut_off_is_made_anew(directory, length):
    file = rendered(minimal_document(), "docx")
    (file_path,) = cached_files(directory)
    whole = file_path.read_bytes()
    file_path.write_bytes(whole[:length])
    assert rendered(minimal_document(), "docx") == file
    assert cached_files(directory) == [file_path]
    assert (len(file_path.read_bytes()), rendered(minimal_document(), "docx")) == (len(whole), file)


def test_known_pages_are_read_without_the_file_that_has_them_too(directory):
    for kind, pages in (("pages", 3), ("pdf", 4)):
        caches["files"].set(f"{kind}-{digest_of(minimal_document())}", replace(OTHER, pages=pages))
    assert paged(minimal_document()).pages == 3


@pytest.mark.parametrize("entry", ["chữ", None, (b"PDF", 1), replace(OTHER, sha256="0" * 64)])
def test_a_cached_file_that_is_another_thing_is_made_anew(directory, entry):
    caches["files"].set(f"docx-{digest_of(minimal_document())}", entry)
    assert rendered(minimal_document(), "docx").content == FORMATS["docx"].render(minimal_document()).content


def test_a_cached_file_that_cannot_be_opened_or_replaced_keeps_nobody_from_the_report(directory):
    file = rendered(minimal_document(), "docx")
    (file_path,) = cached_files(directory)
    file_path.unlink()
    file_path.mkdir()
    assert rendered(minimal_document(), "docx") == file


def test_a_directory_that_cannot_be_made_keeps_nobody_from_the_report(directory):
    directory.write_text("")
    assert rendered(minimal_document(), "docx").content == FORMATS["docx"].render(minimal_document()).content


def test_a_directory_that_was_emptied_is_filled_again(directory):
    file = rendered(minimal_document(), "docx")
    shutil.rmtree(directory)
    assert rendered(minimal_document(), "docx") == file
    assert len(cached_files(directory)) == 1


def test_cached_files_are_for_the_site_alone(directory):
    rendered(minimal_document(), "docx")
    (file_path,) = cached_files(directory)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (directory, file_path)] == [0o700, 0o600]


@pytest.fixture
def printed(monkeypatch):
    """The documents that were printed as PDF, one after another."""
    documents, pdf = [], FORMATS["pdf"]

    def render(document):
        documents.append(document)
        return pdf.render(document)

    monkeypatch.setitem(FORMATS, "pdf", replace(pdf, render=render))
    return documents


def test_two_who_ask_at_once_get_the_same_file_which_is_made_once(directory, printed):
    with ThreadPoolExecutor(4) as askers:
        files = list(askers.map(lambda _: rendered(minimal_document(), "pdf"), range(4)))
    assert (files, len(printed)) == ([files[0]] * 4, 1)


def test_a_draft_and_what_is_handed_in_are_printed_once(directory, printed):
    draft, plain = rendered(draft_of(full_document()), "pdf"), rendered(full_document(), "pdf")
    assert printed == [full_document()]
    assert (draft.pages, plain.pages) == (4, 4)
    assert draft.content == FORMATS["pdf"].render(draft_of(full_document())).content


@pytest.fixture
def laid_out(monkeypatch):
    """The documents whose pages were laid out without a file, one after another."""
    documents, lay_out = [], rendering.to_pages

    def to_pages(document):
        documents.append(document)
        return lay_out(document)

    monkeypatch.setattr(rendering, "to_pages", to_pages)
    return documents


def test_the_pages_alone_are_those_of_the_file(directory):
    pages, pdf = paged(full_document()), rendered(full_document(), "pdf")
    assert (pages.pages, pages.starts, pages.content) == (pdf.pages, pdf.starts, b"")
    assert (len(pages.starts), pdf.pages) == (4, 4)


def test_the_pages_of_a_report_and_of_its_draft_are_laid_out_once_for_all_who_ask(directory, laid_out):
    asked = [minimal_document(is_draft=is_draft) for is_draft in (True, False, True, False)]
    with ThreadPoolExecutor(4) as askers:
        pages = list(askers.map(paged, asked))
    assert (pages, laid_out) == ([pages[0]] * 4, [minimal_document()])
    paged(minimal_document(closing="Hết./."))
    assert laid_out == [minimal_document(), minimal_document(closing="Hết./.")]


def test_a_printed_report_has_its_pages_already(directory, laid_out):
    pdf = rendered(draft_of(minimal_document()), "pdf")
    assert (paged(draft_of(minimal_document())).starts, laid_out) == (pdf.starts, [])


@pytest.mark.parametrize("entry", ["chữ", None, (b"PDF", 1), replace(OTHER, sha256="0" * 64)])
@pytest.mark.parametrize("kind", ["pages", "pdf"])
def test_cached_pages_that_are_another_thing_are_laid_out_anew(directory, laid_out, kind, entry):
    caches["files"].set(f"{kind}-{digest_of(minimal_document())}", entry)
    assert (paged(minimal_document()).starts, laid_out) == (((1, 0),), [minimal_document()])


@pytest.mark.parametrize("length", [0, 20, -1])
def test_cached_pages_that_were_cut_off_are_laid_out_anew(directory, length):
    pages = paged(minimal_document())
    (file_path,) = cached_files(directory)
    file_path.write_bytes(file_path.read_bytes()[:length])
    assert paged(minimal_document()) == pages
