"""Who may do what: every page of the site, for everyone, asked for and sent to."""

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from tests.factories import make_directive, make_event, make_plan, make_report

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
ENTERED = {"GET": (302, 200, 200, 200, 200, 403), "POST": (302, 200, 200, 200, 200, 403)}
CHANGED = {"GET": (302, 200, 200, 200, 404, 403), "POST": (302, 200, 200, 200, 404, 403)}
DONE = {"GET": (302, 405, 405, 405, 405, 403), "POST": (302, 302, 302, 302, 404, 403)}
ROWS = {"directive": make_directive, "plan": make_plan, "event": make_event}
ROW_PAGES = {
    "": ((2024, ROW), OWN_ROW),
    "_add": ((2024,), ENTERED),
    "_edit": ((2024, ROW), CHANGED),
    "_delete": ((2024, ROW), DONE),
    "_restore": ((2024, ROW), DONE),
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
    rows = {kind: make(department) for kind, make in ROWS.items()}
    url = address(name, arguments, rows)
    assert {who: answer_to(person, client, method, url) for who, person in people.items()} == dict(
        zip(PEOPLE, answers[method], strict=True)
    )
