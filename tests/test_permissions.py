"""Who may do what: every page of the site, for everyone, asked for and sent to."""

import pytest
from django.urls import get_resolver, reverse

from tests.factories import make_report

PEOPLE = ("nobody", "an", "binh", "giang", "chi", "dung")

# An, Bình and Giang (staff, legal officer, administrator) share a department that has a report of 2024.
# Chi (staff of another department) and Dung (Justice Department) have none.
#                     nobody an  binh giang chi dung
ONLY_READ = {"POST": (302, 405, 405, 405, 405, 405)}
OPEN = {"GET": (200,) * 6, "POST": (405,) * 6}
OWN_PAGE = {"GET": (302, 200, 200, 200, 200, 200), **ONLY_READ}
OWN_REPORT = {"GET": (302, 200, 200, 200, 404, 404), **ONLY_READ}
PAGES = {
    "login": ((), {"GET": (200, 302, 302, 302, 302, 302), "POST": (200, 302, 302, 302, 302, 302)}),
    "logout": ((), {"GET": (302, 405, 405, 405, 405, 405), "POST": (302, 302, 302, 302, 302, 302)}),
    "home": ((), {"GET": (302,) * 6, **ONLY_READ}),
    "year": ((2024,), OWN_PAGE),
    "directives": ((2024,), OWN_PAGE),
    "plans": ((2024,), OWN_PAGE),
    "events": ((2024,), OWN_PAGE),
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
    client.logout()
    if person is not None:
        client.force_login(person)
    return client.generic(method, url).status_code


def test_every_page_of_the_site_is_listed_here():
    assert {name for name in get_resolver().reverse_dict if isinstance(name, str)} == set(PAGES)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", PAGES)
def test_everyone_gets_the_answer_of_the_table(client, people, department, name, method):
    make_report(department)
    arguments, answers = PAGES[name]
    url = reverse(name, args=arguments)
    assert {who: answer_to(person, client, method, url) for who, person in people.items()} == dict(
        zip(PEOPLE, answers[method], strict=True)
    )
