"""Functions for the tests of the checks: a report with a text, and the findings of a rule in it."""

from datetime import date

from reports.checks import find
from tests.factories import make_report

TODAY = date(2025, 1, 15)


def findings(report, rule, today=TODAY):
    return [finding for finding in find(report, today) if finding.rule is rule]


def texts(report, rule, today=TODAY):
    return [finding.text for finding in findings(report, rule, today)]


def report_saying(department, text, **values):
    """Return a report with one section of this text."""
    return make_report(department, (1, "Kết quả", text), **values)
