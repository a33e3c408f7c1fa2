"""A long report is printed in a process of its own: the same file, or a sentence once it costs too much."""

import json
from base64 import b64decode
from collections import deque

import pytest

from pbgdpl.lib import apart
from reports.document import pdf
from reports.document.pdf import NOT_PRINTED, TOO_LONG, UnprintableError, lay_out, printed, to_pages, to_paper
from tests.reports.document.documents import full_document, minimal_document


@pytest.fixture(autouse=True)
def _apart(monkeypatch):
    """Let every page be a long one, and none of them stopped before."""
    monkeypatch.setattr(pdf, "LONGEST_HERE", 0)
    monkeypatch.setattr(pdf, "STOPPED", deque(maxlen=100))


def endless(page):
    while True:
        page = page[::-1]


def greedy(page):
    return str(len(b"x" * 2**33))


def broken(page):
    raise ValueError


def file_of(answer):
    return b64decode(json.loads(answer)["content"])


def refusal(work):
    with pytest.raises(UnprintableError) as refused:
        lay_out(work, minimal_document())
    return str(refused.value)


def test_a_report_printed_apart_is_the_same_file(monkeypatch):
    def files():
        return to_paper(full_document()), to_pages(full_document())

    made_apart = files()
    monkeypatch.setattr(pdf, "LONGEST_HERE", 10**9)
    assert made_apart == files()


@pytest.mark.parametrize(("work", "limit"), [(endless, {"SECONDS": 3}), (greedy, {})])
def test_a_report_that_costs_too_much_is_refused_and_not_tried_again(work, limit, monkeypatch):
    with monkeypatch.context() as limited:
        for name, value in limit.items():
            limited.setattr(pdf, name, value)
        assert refusal(work) == TOO_LONG
    # The same page could be printed now: it is refused without a process.
    assert refusal(printed) == TOO_LONG
    assert file_of(lay_out(printed, minimal_document(closing="Ngắn hơn./."))).startswith(b"%PDF")


def test_a_report_whose_printing_breaks_off_is_tried_again():
    assert refusal(broken) == NOT_PRINTED
    assert file_of(lay_out(printed, minimal_document())).startswith(b"%PDF")


def test_a_report_whose_printing_cannot_be_started_is_tried_again(monkeypatch, tmp_path):
    with monkeypatch.context() as without_python:
        without_python.setattr(apart.sys, "executable", str(tmp_path / "none"))
        assert refusal(printed) == NOT_PRINTED
    assert file_of(lay_out(printed, minimal_document())).startswith(b"%PDF")
