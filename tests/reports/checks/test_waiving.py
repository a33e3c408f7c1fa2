"""A finding is waived with a stored reason, as long as the same thing is found."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.history import history_of
from reports.checks import find
from reports.checks.waiving import can_be_waived, left_open, take_waiver_back, waive
from reports.models import Waiver
from reports.states import WrongState
from tests.factories import make_report, make_submission


@pytest.fixture
def report(department):
    return make_report(department, (1, "Một", "Trả lời kip thời."), (1, "Hai", ""), number="05/BC-SXD")


@pytest.fixture
def kip(report):
    return next(finding for finding in find(report) if finding.rule.code == "impossible-syllable")


@pytest.fixture
def blocking(report):
    return next(finding for finding in find(report) if finding.rule.code == "empty-section")


def test_a_finding_that_binh_waives_is_no_longer_open_and_is_in_the_history(binh, report, kip):
    waiver = waive(kip, report=report, reason="Tên riêng.\x00 ", by=binh)
    assert (waiver.key, waiver.text, waiver.reason, waiver.waived_by) == (
        kip.key,
        kip.text,
        "Tên riêng.",
        binh,
    )
    assert kip not in left_open(find(report), report.waivers.all())
    assert history_of(report).get().values == [["giữ nguyên", "", f"{kip.text} – Tên riêng."]]


def test_of_two_waivers_of_a_finding_the_last_reason_and_person_count(binh, report, kip, department):
    first = waive(kip, report=report, reason="Một.", by=binh)
    second = waive(kip, report=report, reason="Hai.", by=binh)
    assert (Waiver.objects.get().reason, second.waived_at > first.waived_at) == ("Hai.", True)


def test_what_is_corrected_and_comes_back_is_let_stand_still(binh, report, kip):
    waive(kip, report=report, reason="Tên riêng.", by=binh)
    section = report.sections.first()
    section.body = "Trả lời kịp thời."
    section.save()
    assert kip.key not in [finding.key for finding in find(report)]
    section.body = "Đã trả lời kip thời hơn."
    section.save()
    assert kip.key not in [finding.key for finding in left_open(find(report), report.waivers.all())]


@pytest.mark.parametrize("reason", ["", "  ", "\u200b\n"])
def test_a_reason_is_needed(binh, report, kip, reason):
    with pytest.raises(ValidationError) as refused:
        waive(kip, report=report, reason=reason, by=binh)
    assert (list(refused.value.message_dict), Waiver.objects.count()) == (["reason"], 0)


def test_what_blocks_cannot_be_let_stand(binh, report, blocking):
    assert not can_be_waived(blocking)
    with pytest.raises(ValidationError, match="chặn việc nộp"):
        waive(blocking, report=report, reason="Vì thế.", by=binh)
    Waiver.objects.create(report=report, key=blocking.key, text="x", reason="x", waived_by=binh)
    assert blocking in left_open(find(report), report.waivers.all())


def test_binh_takes_it_back(binh, report, kip):
    take_waiver_back(waive(kip, report=report, reason="Tên riêng.", by=binh), by=binh)
    assert kip in left_open(find(report), report.waivers.all())
    assert history_of(report).first().values == [["giữ nguyên", f"{kip.text} – Tên riêng.", ""]]


def test_a_waiver_taken_back_in_two_tabs_is_recorded_once(binh, report, kip):
    waiver = waive(kip, report=report, reason="Tên riêng.", by=binh)
    in_another_tab = Waiver.objects.get()
    take_waiver_back(in_another_tab, by=binh)
    take_waiver_back(waiver, by=binh)
    assert [one.values[0][2] for one in history_of(report)] == ["", f"{kip.text} – Tên riêng."]


def test_others_and_those_too_late_are_refused(an, giang, chi, dung, binh, report, kip):
    waiver = waive(kip, report=report, reason="Tên riêng.", by=binh)
    for person in (an, giang, chi, dung):
        with pytest.raises(PermissionDenied):
            waive(kip, report=report, reason="Vì thế.", by=person)
        with pytest.raises(PermissionDenied):
            take_waiver_back(waiver, by=person)
    make_submission(report)
    with pytest.raises(WrongState):
        waive(kip, report=report, reason="Vì thế.", by=binh)
    with pytest.raises(WrongState):
        take_waiver_back(waiver, by=binh)
    assert Waiver.objects.get().reason == "Tên riêng."
