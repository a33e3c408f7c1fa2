"""What the table of states allows is done through the pages too, and nothing else, whatever page somebody still has."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from reports.models import FileKind, Outcome, Submission, SubmittedFile
from reports.submission.submission import prepare
from tests.accounts.attaching.uploads import pdf
from tests.reports.test_states import STATES, Case, people, table

__all__ = ["people"]  # the fixture


def submit(client, case):
    return client.post("/bao-cao/2024/nop/", {"digest": prepare(case.report).digest})


def withdraw(client, case):
    return client.post("/bao-cao/2024/rut/", {"version": 1, "reason": "Nhầm."})


def add_signed(client, case):
    sent = {"file": SimpleUploadedFile("ky.pdf", pdf()), "is_another_print": "on"}
    return client.post("/bao-cao/2024/cac-ban/1/ban-ky/", sent)


def replace_signed(client, case):
    before = SubmittedFile.ever.filter(kind=FileKind.SIGNED).first()
    sent = {"file": SimpleUploadedFile("ky.pdf", pdf()), "is_another_print": "on"}
    return client.post("/bao-cao/2024/cac-ban/1/ban-ky/", sent | {"replaces": before.pk if before else 1})


POSTS = {"nộp": submit, "rút": withdraw, "thêm bản đã ký": add_signed, "thay bản đã ký": replace_signed}


def stored():
    return [manager.count() for manager in (Submission.objects, Outcome.objects, SubmittedFile.ever)]


def is_done(client, deed, case, person):
    """Return whether sending the form changed anything; whoever is not allowed to is never shown a fault of ours."""
    with transaction.atomic():
        client.force_login(person)
        if deed == "thay bản đã ký":
            case.signed_before()
        before = stored()
        status = POSTS[deed](client, case).status_code
        changed = stored() != before
        transaction.set_rollback(True)
    assert status < 500
    return changed


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("deed", POSTS)
def test_pages_do_what_the_table_allows_and_nothing_else(client, department, people, deed, state):
    case = Case(department, **STATES[state])
    done = {name for name, person in people.items() if is_done(client, deed, case, person)}
    assert done == {table()[deed, state]} - {"–"}
