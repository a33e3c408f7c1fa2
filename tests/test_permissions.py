"""Who may do what: every page of the site, for everyone, asked for and sent to."""

from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from tests.factories import (
    make_attachment,
    make_directive,
    make_division,
    make_event,
    make_plan,
    make_report,
    make_user,
)

PEOPLE = ("nobody", "an", "binh", "giang", "chi", "dung")

# An, Bình and Giang (staff, legal officer, administrator) share a department that has a report of 2024.
# Chi (staff of another department) and Dung (Justice Department) have none.
#                     nobody an  binh giang chi dung
ONLY_READ = {"POST": (302, 405, 405, 405, 405, 405)}
OPEN = {"GET": (200,) * 6, "POST": (405,) * 6}
OWN_PAGE = {"GET": (302, 200, 200, 200, 200, 200), **ONLY_READ}
OWN_REPORT = {"GET": (302, 200, 200, 200, 404, 404), **ONLY_READ}
# A row of An's department; Chi's page of that number does not exist, the Justice Department only reads its own.
ROW = "row"  # in arguments: the number of a row of that kind
OWN_ROW = {"GET": (302, 200, 200, 200, 404, 404), **ONLY_READ}
# What nobody sends to these is kept by the login page, which answers at once.
ENTERED = {"GET": (302, 200, 200, 200, 200, 403), "POST": (200, 200, 200, 200, 200, 403)}
CHANGED = {"GET": (302, 200, 200, 200, 404, 403), "POST": (200, 200, 200, 200, 404, 403)}
DONE = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 302, 302, 302, 404, 403)}
DONE_TO_OWN = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 302, 302, 302, 302, 403)}
FILLED_IN = {"GET": (302, 200, 200, 200, 200, 403), "POST": (302, 405, 405, 405, 405, 403)}
ANSWERED = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 200, 200, 200, 200, 403)}
UPLOADED = {"GET": (302, 200, 200, 200, 200, 403), "POST": (302, 200, 200, 200, 200, 403)}
# A review that was sent is shown again; who asks for it without one is led to the box for lists.
REVIEWED = {"GET": (302, 302, 302, 302, 302, 403), "POST": (200, 200, 200, 200, 200, 403)}
# An administrator changes the own body, its divisions and its people.
MANAGED = {"GET": (302, 403, 403, 200, 403, 403), "POST": (302, 403, 403, 405, 403, 403)}
MANAGED_FORM = {"GET": MANAGED["GET"], "POST": (200, 403, 403, 200, 403, 403)}
MANAGED_ACT = {"GET": (302, 403, 403, 405, 403, 403), "POST": (302, 403, 403, 302, 403, 403)}
ROWS = {"directive": make_directive, "plan": make_plan, "event": make_event}
ROW_PAGES = {
    "": ((2024, ROW), OWN_ROW),
    "_add": ((2024,), ENTERED),
    "_sentence": ((2024,), ANSWERED),
    "_edit": ((2024, ROW), CHANGED),
    "_delete": ((2024, ROW), DONE),
    "_restore": ((2024, ROW), DONE),
    "_move": ((2024, ROW), DONE),
    "_select": ((2024,), DONE_TO_OWN),
    "_export": ((2024, "xlsx"), OWN_PAGE),
    "_template": ((2024,), FILLED_IN),
    "_by_date": ((2024,), DONE_TO_OWN),
    "_sheet": ((2024,), UPLOADED),
    "_attach": ((2024, ROW), DONE),
}
PAGES = {
    "login": ((), {"GET": (200, 302, 302, 302, 302, 302), "POST": (200, 302, 302, 302, 302, 302)}),
    "logout": ((), {"GET": (302, 405, 405, 405, 405, 405), "POST": (302, 302, 302, 302, 302, 302)}),
    "home": ((), {"GET": (302,) * 6, **ONLY_READ}),
    "year": ((2024,), OWN_PAGE),
    "directives": ((2024,), OWN_PAGE),
    "plans": ((2024,), OWN_PAGE),
    "events": ((2024,), OWN_PAGE),
    **{f"{name}{page}": answers for name in ROWS for page, answers in ROW_PAGES.items()},
    "directive_upload": ((2024,), UPLOADED),
    "plan_upload": ((2024,), UPLOADED),
    "attachment": ((ROW,), OWN_ROW),
    "attachment_delete": ((ROW,), DONE),
    "attachment_restore": ((ROW,), DONE),
    "paste": ((2024,), ENTERED),
    "paste_save": ((2024,), REVIEWED),
    "paste_undo": ((2024, uuid4()), DONE_TO_OWN),
    "crosscheck": ((2024,), OWN_PAGE),
    "organisation": ((2024,), MANAGED),
    "organisation_edit": ((2024,), MANAGED_FORM),
    "division_add": ((2024,), MANAGED_FORM),
    "division_edit": ((2024, ROW), MANAGED_FORM),
    "division_remove": ((2024, ROW), MANAGED_ACT),
    "user": ((2024, ROW), MANAGED),
    "user_add": ((2024,), MANAGED_FORM),
    "user_edit": ((2024, ROW), MANAGED_FORM),
    "user_disable": ((2024, ROW), MANAGED_ACT),
    "user_enable": ((2024, ROW), MANAGED_ACT),
    "user_password": ((2024, ROW), {"GET": MANAGED["GET"], "POST": MANAGED_ACT["POST"]}),
    "password": ((), {"GET": (302, 200, 200, 200, 200, 200), "POST": (302, 200, 200, 200, 200, 200)}),
    "report": ((2024,), OWN_PAGE),
    "report_paper": ((2024,), OWN_REPORT),
    "report_file": ((2024, "docx"), OWN_REPORT),
    "document_style": ((), OPEN),
    "health": ((), OPEN),
}


@pytest.fixture
def people(an, binh, giang, chi, dung):
    return {"nobody": None, "an": an, "binh": binh, "giang": giang, "chi": chi, "dung": dung}


def answer_to(person, client, method, url):
    """Ask as a person; what was deleted for one is there again for the next."""
    client.logout()
    if person is not None:
        client.force_login(person)
    with transaction.atomic():
        status = client.generic(method, url).status_code
        transaction.set_rollback(True)
    return status


def address(name, arguments, rows):
    """Return a page's address, with the number of the row that its name begins with."""
    row = rows.get(name.split("_")[0])
    return reverse(name, args=[row.pk if one == ROW else one for one in arguments])


def test_every_page_of_the_site_is_listed_here():
    assert {name for name in get_resolver().reverse_dict if isinstance(name, str)} == set(PAGES)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", PAGES)
def test_everyone_gets_the_answer_of_the_table(client, people, department, name, method):
    make_report(department)
    arguments, answers = PAGES[name]
    others = {"division": make_division, "user": make_user, "attachment": make_attachment}
    rows = {kind: make(department) for kind, make in (ROWS | others).items()}
    url = address(name, arguments, rows)
    assert {who: answer_to(person, client, method, url) for who, person in people.items()} == dict(
        zip(PEOPLE, answers[method], strict=True)
    )
