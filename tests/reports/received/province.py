"""A province of four bodies, one of each group, whose reports of 2026 are accepted, and its own report."""

from accounts.models import BodyGroup
from reports.models import PeriodKey
from tests.factories import make_organisation, make_report
from tests.reports.received.test_totals import hand_in

YEAR = PeriodKey(2026)
NUMBERS = {
    BodyGroup.DEPARTMENT: ("Sở Y tế", {"c3": 12, "c5": 36, "c6": 5614, "c18": 35_519_055_296}),
    BodyGroup.FRONT: ("Hội Nông dân tỉnh", {"c3": "-", "c5": 4, "c6": 1000, "c18": 0}),
    BodyGroup.ENTERPRISE: ("Công ty Cấp nước", {"c3": "-", "c5": 2, "c6": 80, "c18": "-"}),
    BodyGroup.COMMUNE: ("Xã Đông", {"c1": 9, "c5": 7, "c6": 1245, "c18": 1_500_000}),
}


def make_province(receiver):
    """Save the bodies with their accepted reports; return them in the order of the form."""
    bodies = []
    for group, (name, numbers) in NUMBERS.items():
        body = make_organisation(reports_to=receiver, name=name, group=group)
        hand_in(body, YEAR.year, **numbers)
        bodies.append(body)
    return bodies


def make_province_report(receiver, *sections, **values):
    return make_report(receiver, *sections, reporting_year=YEAR.year, **values)
