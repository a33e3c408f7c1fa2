"""Bình assesses all criteria on one page: with last year's texts beside, saved one by one or all at once."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from lxml import html

from accounts.history import history_of
from accounts.models import Change, Role
from reports.models import Assessment, CriteriaSet, Criterion, Section
from reports.writing.criteria.assessments import last_assessed
from reports.writing.start import start_report
from tests.accounts.rows.editors import fields_of
from tests.bad_input import BAD_INPUT
from tests.factories import PASSWORD, make_plan, make_report, make_submission, make_user
from tests.pages import words

LIST = "/bao-cao/2024/tieu-chi/"
LEFT = "//*[contains(@class, 'faults')]//li"
NOTICES = "//*[contains(@class, 'notice')]/p"
TEXTS = "//*[@class='earlier-text']"


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def assessments(report):
    return [report.assessments.create(criterion=criterion) for criterion in Criterion.objects.all()]


@pytest.fixture
def last_year(department):
    """Save a report of 2023 with a text on each of the shipped criteria, the second without one."""
    earlier = make_report(department, reporting_year=2023)
    for number, criterion in enumerate(Criterion.objects.all(), start=1):
        text = "" if number == 2 else f"Lời {number} năm trước."
        earlier.assessments.create(criterion=criterion, text=text, result="met")
    return earlier


def sent_by(page):
    """Return what a browser would send of a page; lxml sends "on" for a chosen radio button with an empty value."""
    return {name: [""] if value == ["on"] else value for name, value in fields_of(page).items()}


@dataclass
class Writer:
    """A person with the page of all criteria open in front of them."""

    person: object
    address: str = LIST
    client: Client = field(default_factory=Client)
    fields: dict = field(default_factory=dict)

    def __post_init__(self):
        self.client.force_login(self.person)
        self.open()

    def open(self):
        self.fields = sent_by(self.client.get(self.address))
        return self

    def type(self, assessment, **values):
        self.fields |= {f"c{assessment.pk}-{name}": value for name, value in values.items()}
        return self

    def send(self, **buttons):
        response = self.client.post(self.address, self.fields | buttons)
        if response.status_code != 302:
            self.fields = sent_by(response)
        return response


def stored(report):
    return list(report.assessments.values_list("text", flat=True))


def names(assessments):
    return [one.criterion.name for one in assessments]


# All at once


def test_binh_saves_all_criteria_with_one_button(binh, report, assessments):
    writer = Writer(binh)
    for number, one in enumerate(assessments[:3], start=1):
        writer.type(one, text=f"Lời {number}.", result="met")
    response = writer.send()
    assert words(writer.client.get(response.url), NOTICES) == ["Đã lưu 3 tiêu chí."]
    assert stored(report) == ["Lời 1.", "Lời 2.", "Lời 3.", "", ""]
    assert [one.version for one in report.assessments.all()] == [2, 2, 2, 1, 1]
    assert sorted(entry.values[0][2] for entry in history_of(report)) == sorted(names(assessments[:3]))


def test_what_was_not_changed_is_not_saved_again(binh, report, assessments):
    writer = Writer(binh)
    response = writer.send()
    assert words(writer.client.get(response.url), NOTICES) == ["Không có gì mới để lưu."]
    assert not history_of(report).exists()


def test_a_fault_in_one_criterion_leaves_that_one_and_saves_the_others(binh, report, assessments):
    Criterion.objects.update(maximum_points=10)
    writer = Writer(binh)
    writer.type(assessments[0], text="Lời.", points="12").type(assessments[1], text="Lời hai.")
    response = writer.send()
    fault = "Điểm: Điểm tối đa của tiêu chí này là 10."
    assert words(response, LEFT) == [f"{assessments[0].criterion.name}: {fault}"]
    assert words(response, NOTICES) == ["Đã lưu 1 tiêu chí."]
    assert stored(report) == ["", "Lời hai.", "", "", ""]
    assert writer.fields[f"c{assessments[0].pk}-text"] == ["Lời."]
    assert writer.type(assessments[0], points="8,5").send().status_code == 302
    assert stored(report) == ["Lời.", "Lời hai.", "", "", ""]


@pytest.fixture
def two_writers(binh, department, assessments):
    """Return Bình with three texts typed, after a colleague has saved the first and the result of the second."""
    of_binh, of_khanh = (
        Writer(one) for one in (binh, make_user(department, Role.LEGAL_OFFICER, full_name="Lê Khánh"))
    )
    of_khanh.type(assessments[0], text="Của Khánh.", result="met").type(assessments[1], result="met").send()
    for number, one in enumerate(assessments[:3], start=1):
        of_binh.type(one, text=f"Của Bình {number}.")
    return of_binh


def test_a_conflict_leaves_that_criterion_with_both_texts_and_saves_the_others(two_writers, report):
    response = two_writers.send()
    first, second, third = report.assessments.all()[:3]
    assert response.status_code == 409
    assert [one.split(":")[0] for one in words(response, LEFT)] == names([first, second])
    assert words(response, NOTICES) == ["Đã lưu 1 tiêu chí."]
    assert (first.text, second.text, third.text) == ("Của Khánh.", "", "Của Bình 3.")
    assert words(response, "//*[@class='stored']/div") == ["Của Khánh.", "(chưa có lời)"]
    # What Bình did not change is what Khánh saved.
    shown = [
        two_writers.fields[f"c{one.pk}-{name}"] for one in (first, second) for name in ("text", "result")
    ]
    assert shown == [["Của Bình 1."], ["met"], ["Của Bình 2."], ["met"]]


def test_after_a_conflict_the_own_text_is_saved_or_the_stored_one_stays(two_writers, report, assessments):
    two_writers.send()
    assert two_writers.send(keep_stored=str(assessments[0].pk)).url == f"{LIST}#tieu-chi-{assessments[0].pk}"
    values = list(report.assessments.values_list("text", "result")[:3])
    assert values == [("Của Khánh.", "met"), ("Của Bình 2.", "met"), ("Của Bình 3.", "")]


def test_a_colleagues_change_of_an_untouched_criterion_is_no_conflict(binh, department, report, assessments):
    of_binh, of_khanh = Writer(binh), Writer(make_user(department, Role.LEGAL_OFFICER))
    of_khanh.type(assessments[0], text="Của Khánh.").send()
    assert of_binh.type(assessments[1], text="Của Bình.").send().status_code == 302
    assert stored(report)[:2] == ["Của Khánh.", "Của Bình."]


def test_what_was_typed_when_the_report_was_submitted_is_still_there(binh, report, assessments):
    writer = Writer(binh).type(assessments[0], text="Lời quý.")
    make_submission(report)
    response = writer.send()
    assert words(response, NOTICES)[0].startswith("Không soạn được: Báo cáo đã nộp")
    assert (writer.fields[f"c{assessments[0].pk}-text"], stored(report)[0]) == (["Lời quý."], "")


def test_what_was_typed_outlives_the_session(binh, assessments):
    writer = Writer(binh).type(assessments[0], text="Lời quý.")
    writer.client.logout()
    response = writer.client.post(LIST, writer.fields)
    hidden = html.fromstring(response.content.decode()).xpath("//form//input[@type='hidden']")
    sent = {one.get("name"): one.get("value") for one in hidden}
    writer.client.post("/dang-nhap/", sent | {"username": "binh", "password": PASSWORD})
    assert writer.open().fields[f"c{assessments[0].pk}-text"] == ["Lời quý."]


def test_whatever_is_sent_gets_a_page_with_sentences(binh, report, assessments):
    writer, first = Writer(binh), assessments[0]
    for typed in BAD_INPUT[::3]:
        others = {f"c{first.pk}-{name}": typed for name in ("result", "points", "base", "version")}
        buttons = {"take": typed, "keep_stored": typed, "section_done": typed}
        response = writer.client.post(LIST, others | buttons | {f"c{first.pk}-text": "Lời quý."})
        assert response.status_code in (200, 302, 409)
        assert stored(report)[0] == "Lời quý." or fields_of(response)[f"c{first.pk}-text"] == ["Lời quý."]
    assert {one.version for one in report.assessments.exclude(pk=first.pk)} == {1}


def test_another_departments_criterion_is_never_written(binh, other_department, assessments):
    strange = make_report(other_department).assessments.create(criterion=Criterion.objects.first())
    writer = Writer(binh).type(strange, text="x", version="1")
    writer.send()
    writer.send(keep_stored=str(strange.pk), take=str(strange.pk))
    assert Assessment.objects.get(pk=strange.pk).text == ""


# Last year's texts


def test_last_years_texts_stand_beside_by_the_names_of_the_criteria(binh, report, last_year):
    made = CriteriaSet.objects.create(name="Bộ mới", from_year=2024)
    for position, name in enumerate((Criterion.objects.first().name.upper(), "Mới hẳn"), start=1):
        report.assessments.create(
            criterion=made.criteria.create(position=position, name=name, guidance="Kể.")
        )
    response = Writer(binh).client.get(LIST)
    assert words(response, TEXTS) == ["Lời 1 năm trước."]
    assert words(response, "//*[@class='of-last-year']/p") == ["Lời năm 2023 · Đạt"]
    assert words(response, "//*[@class='guidance']/div") == ["Kể.", "Kể."]


def test_the_report_that_this_one_began_with_is_the_one_beside(binh, department, last_year):
    older = make_report(department, reporting_year=2022)
    older.assessments.create(criterion=Criterion.objects.first(), text="Lời năm kia.")
    begun = start_report(organisation=department, year=2024, earlier=older, by=binh)
    response = Writer(binh).client.get(LIST)
    assert (words(response, TEXTS), begun.assessments.count()) == (["Lời năm kia."], 5)


def test_last_years_text_is_taken_with_one_button(binh, report, assessments, last_year):
    writer = Writer(binh).type(assessments[2], text="Lời của Bình.")
    pk = assessments[0].pk
    assert writer.send(take=str(pk)).url == f"{LIST}#tieu-chi-{pk}"
    writer.open().send(take=str(assessments[2].pk))
    assert stored(report) == ["Lời 1 năm trước.", "", "Lời của Bình.\n\nLời 3 năm trước.", "", ""]


def test_last_years_texts_are_taken_into_the_empty_boxes_alone(binh, report, assessments, last_year):
    Writer(binh).type(assessments[0], text="Lời của Bình.").send(take="all")
    texts = [f"Lời {number} năm trước." for number in (3, 4, 5)]
    assert stored(report) == ["Lời của Bình.", "", *texts]


def test_a_text_taken_over_by_the_start_counts_only_once_it_is_confirmed(binh, department, last_year):
    begun = start_report(organisation=department, year=2024, earlier=last_year, by=binh)
    first = begun.assessments.first()
    writer = Writer(binh)
    assert words(writer.client.get(LIST), "//*[@class='assessed-count']") == [
        "0 trong 5 tiêu chí đã đánh giá"
    ]
    writer.send()
    assert begun.assessments.first().version == 1
    response = writer.client.get(writer.send(take=str(first.pk)).url)
    assert words(response, "//*[@class='assessed-count']") == ["1 trong 5 tiêu chí đã đánh giá"]
    assert stored(begun)[0] == "Lời 1 năm trước."


# Automatic saving


def autosave(person, assessment, **values):
    client = Client()
    client.force_login(person)
    return client.post(f"{LIST}{assessment.pk}/tu-luu/", values)


def test_one_criterion_saves_itself(binh, report, assessments):
    answer = autosave(binh, assessments[0], text="Đạt.", result="met", version=1)
    sent = answer.json()
    assert sent.pop("message").startswith("Đã lưu ")
    assert sent == {
        "version": 2,
        "progress": {"name": "described", "words": "Đã có lời", "icon": "done"},
        "count": "1 trong 5 tiêu chí đã đánh giá",
    }
    assert stored(report)[0] == "Đạt."


def test_an_older_version_and_a_fault_are_refused_in_a_sentence(binh, report, assessments):
    autosave(binh, assessments[0], text="Một.", version=1)
    older = autosave(binh, assessments[0], text="Hai.", version=1)
    message = "Tiêu chí này vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản."
    assert (older.status_code, older.json()) == (409, {"refusal": message})
    fault = autosave(binh, assessments[0], text="Hai.", points="tám", version=2)
    assert fault.status_code == 422
    assert stored(report)[0] == "Một."


def test_the_evidence_stays_where_a_text_saves_itself(binh, department, report, assessments):
    assessments[0].plans.add(plan := make_plan(department))
    autosave(binh, assessments[0], text="Một.", version=1)
    Writer(binh).type(assessments[0], text="Hai.").send()
    assert (stored(report)[0], list(assessments[0].plans.all())) == ("Hai.", [plan])


def test_a_sitting_is_one_entry_in_the_history(binh, department, report, assessments):
    for version, text in enumerate(("Sở", "Sở đã", "Sở đã làm."), start=1):
        autosave(binh, assessments[0], text=text, version=version)
    entry = history_of(report).get()
    assert entry.values == [["tiêu chí", "", assessments[0].criterion.name], ["đánh giá", "", "Sở đã làm."]]
    autosave(make_user(department, Role.LEGAL_OFFICER), assessments[0], text="Sở đã làm tốt.", version=4)
    assert history_of(report).count() == 2


def test_a_text_that_was_deleted_and_a_later_sitting_have_entries_of_their_own(binh, report, assessments):
    autosave(binh, assessments[0], text="Sở đã làm nhiều việc.", version=1)
    autosave(binh, assessments[0], text="", version=2)
    Change.objects.update(changed_at=F("changed_at") - timedelta(hours=1))
    autosave(binh, assessments[0], text="Sở", version=3)
    assert history_of(report).count() == 3
    assert last_assessed(assessments[0]).values[1:] == [["đánh giá", "", "Sở"]]


# The section that prints the criteria


def test_the_section_of_the_criteria_is_done_when_binh_ticks_it(binh, department):
    report = make_report(department, (1, "Tiêu chí", "[[tiêu chí]]"), (1, "Khác", "Lời."))
    one = report.assessments.create(criterion=Criterion.objects.first())
    writer = Writer(binh).type(one, text="Đạt.", result="met")
    writer.send()
    section = report.sections.first()
    assert not section.is_done
    writer.open().send(section_done=[str(section.pk), str(report.sections.last().pk)])
    assert [each.is_done for each in Section.objects.order_by("position")] == [True, False]
    writer.open().send(section_done=[])
    assert not report.sections.first().is_done
