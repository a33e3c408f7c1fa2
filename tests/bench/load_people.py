"""The people of the load: departments that still write their reports, their officers, and the Justice Department."""

from __future__ import annotations

from dataclasses import dataclass

from django.test import Client

from accounts.models import Organisation, Role, User
from reports.models import Outcome, PeriodKey, Report, Submission, SubmittedFile
from tests.bench.province import WORDS, YEARS, add_departments, open_province

PERIOD = PeriodKey(YEARS[-1])
PEOPLE_OF_A_DEPARTMENT = 8
JUSTICE_EVERY = 20  # one person in so many works for the Justice Department
# One section of so many characters fills 1,500 pages.
LONG_SECTION = 4_500_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is logged in; `section` is the one that this person writes, None in the Justice Department."""

    name: str
    session: str
    section: int | None


def make_people(count: int) -> tuple[list[Person], Person]:
    """Save a province; return the people who work in it, and one whose report has 1,500 pages."""
    dung, _ = open_province()
    many = -(-count // PEOPLE_OF_A_DEPARTMENT) + 1
    departments = add_departments(dung.organisation, range(1, many + 1), dung)
    reopen(departments)
    *others, last = departments
    lengthen(last)
    justice = [
        _person(_user(dung.organisation, n, Role.JUSTICE_OFFICER)) for n in range(count)[::JUSTICE_EVERY]
    ]
    writers = [_writer(others[n // PEOPLE_OF_A_DEPARTMENT], n) for n in range(count - len(justice))]
    return [*justice, *writers], _person(_user(last, count, Role.LEGAL_OFFICER))


def reopen(departments: list[Organisation]) -> None:
    """Remove what these departments submitted this year: their reports are drafts again."""
    submissions = Submission.objects.filter(
        report__organisation__in=departments, report__in=Report.objects.for_period(PERIOD)
    )
    for model in (Outcome, SubmittedFile):
        model.objects.filter(submission__in=submissions).delete()
    submissions.delete()


def lengthen(department: Organisation) -> None:
    section = Report.objects.of(department).for_period(PERIOD).get().sections.all()[1]
    section.body = f"{WORDS}\n\n" * (LONG_SECTION // len(WORDS))
    section.save()


def _user(organisation: Organisation, number: int, role: Role) -> User:
    name = f"{organisation.code.lower()}.{number}"
    return User.objects.create(username=name, full_name="Lê Văn Mẫu", role=role, organisation=organisation)


def _writer(department: Organisation, number: int) -> Person:
    """Return a person who writes one section, a different one for each of a department."""
    sections = list(
        Report.objects.of(department).for_period(PERIOD).get().sections.values_list("pk", flat=True)
    )
    user = _user(department, number, Role.LEGAL_OFFICER)
    return _person(user, sections[1 + number % PEOPLE_OF_A_DEPARTMENT])


def _person(user: User, section: int | None = None) -> Person:
    """Log a user in without a password, whose check alone would take 200 people a minute."""
    client = Client()
    client.force_login(user)
    return Person(user.username, str(client.session.session_key), section)
