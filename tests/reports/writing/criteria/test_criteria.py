"""The pages of a report's criteria: Bình writes them, An and Giang read, nobody else gets there."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from accounts.models import Role
from pbgdpl.lib.vietnamese import clean
from reports.models import Assessment, CriteriaSet, Criterion, PeriodKind
from tests.accounts.rows.editors import buttons_of, fields_of
from tests.bad_input import BAD_INPUT, letters
from tests.factories import (
    PASSWORD,
    make_attachment,
    make_directive,
    make_event,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import title, words

LIST = "/bao-cao/2024/tieu-chi/"
FAULTS = "//*[contains(@class, 'faults')]//li"
NOTICES = "//*[contains(@class, 'notice')]/p"
ROWS = "//table[contains(@class, 'criteria')]/tbody/tr"
GONE = "Một dòng đã chọn không còn nữa: có thể vừa bị xóa. Xem lại các dòng đã chọn rồi lưu."


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def assessments(report):
    return [report.assessments.create(criterion=criterion) for criterion in Criterion.objects.all()]


@pytest.fixture
def client_of_binh(client, binh):
    client.force_login(binh)
    return client


def page_of(assessment):
    return f"{LIST}{assessment.pk}/"


@dataclass
class Writer:
    """A person with the page of a criterion open in front of them."""

    person: object
    assessment: object
    client: Client = field(default_factory=Client)
    fields: dict = field(default_factory=dict)
    buttons: dict = field(default_factory=dict)

    def __post_init__(self):
        self.client.force_login(self.person)
        self.fields = fields_of(self.client.get(page_of(self.assessment)))

    def send(self, **typed):
        self.fields |= typed
        response = self.client.post(page_of(self.assessment), self.fields)
        if response.status_code == 409:
            self.fields, self.buttons = fields_of(response), buttons_of(response)
        return response

    def press(self, button, **chosen):
        name, value = self.buttons[button]
        return self.send(**chosen, **{name: value})


# The list


def test_binh_sees_each_criterion_and_its_progress(client_of_binh, report, assessments, department):
    first = assessments[0]
    first.text, first.result = "Đạt.", "met"
    first.save()
    first.plans.add(make_plan(department))
    response = client_of_binh.get(LIST)
    rows = [
        f"{number}. {one.criterion.name} Chưa đánh giá Chưa chọn 0"
        for number, one in enumerate(assessments, start=1)
    ]
    assert words(response, ROWS) == [f"1. {first.criterion.name} Đã có lời Đạt 1", *rows[1:]]
    assert words(response, "//*[@class='assessed-count']") == ["1 trong 5 tiêu chí đã đánh giá"]
    shipped = CriteriaSet.objects.get()
    assert words(response, "//*[@class='criteria-set']") == [f"{shipped.name}Căn cứ: {shipped.legal_basis}"]
    assert words(response, "//thead//th") == ["Tiêu chí", "Lời đánh giá", "Kết quả", "Minh chứng"]


def test_groups_and_points_are_shown_where_the_set_has_them(client_of_binh, report):
    made = CriteriaSet.objects.create(name="Bộ thử", from_year=2024)
    for position, (group, most) in enumerate((("A", 10), ("A", 5), ("B", 5)), start=1):
        criterion = made.criteria.create(
            position=position, group=f"Nhóm {group}", name=f"Số {position}", maximum_points=most
        )
        report.assessments.create(criterion=criterion, points=Decimal("4.50"))
    response = client_of_binh.get(LIST)
    assert words(response, ROWS) == [
        "Nhóm A",
        "1. Số 1 Chưa có lời Chưa chọn 4,5 / 10 0",
        "2. Số 2 Chưa có lời Chưa chọn 4,5 / 5 0",
        "Nhóm B",
        "3. Số 3 Chưa có lời Chưa chọn 4,5 / 5 0",
    ]
    assert words(response, "//tfoot/tr") == ["Tổng điểm 13,5 / 20"]
    report.assessments.update(points=None)
    assert words(client_of_binh.get(LIST), "//tfoot/tr") == []


def test_a_list_that_is_not_there_is_set_up_once(client_of_binh, report):
    assert words(client_of_binh.get(LIST), "//main//button") == ["Lập danh sách tiêu chí"]
    response = client_of_binh.post(f"{LIST}lap/", follow=True)
    assert (words(response, NOTICES), len(words(response, ROWS))) == (["Đã thêm 5 tiêu chí."], 5)
    response = client_of_binh.post(f"{LIST}lap/", follow=True)
    assert (words(response, NOTICES), len(words(response, ROWS))) == (["Danh sách tiêu chí đã đủ."], 5)


def test_a_handed_in_report_shows_why_its_list_is_not_set_up(client_of_binh, report):
    make_submission(report)
    assert words(client_of_binh.get(LIST), "//main//button") == []
    response = client_of_binh.post(f"{LIST}lap/", follow=True)
    assert words(response, NOTICES)[0].startswith("Không soạn được: Báo cáo đã nộp")


def test_the_number_of_queries_stays(client_of_binh, report, assessments, department):
    def queries(address):
        with CaptureQueriesContext(connection) as captured:
            client_of_binh.get(address)
        return len(captured)

    def link(assessment):
        assessment.plans.add(plan := make_plan(department))
        assessment.directives.add(make_directive(department))
        assessment.events.add(event := make_event(department))
        for row in (plan, event):
            assessment.attachments.add(make_attachment(department, row=row))

    link(assessments[0])
    addresses = (LIST, page_of(assessments[0]))
    few = [[queries(address), queries(address)][1] for address in addresses]
    for position in range(30):
        criterion = Criterion.objects.create(
            criteria_set=CriteriaSet.objects.get(), position=90 + position, name=f"Thêm {position}"
        )
        more = report.assessments.create(criterion=criterion)
        link(more)
        link(assessments[0])
    assert [queries(address) for address in addresses] == few


# One criterion


def test_binh_assesses_a_criterion_and_goes_on_to_the_next(binh, department, assessments):
    plan, event = make_plan(department), make_event(department)
    file = make_attachment(department, row=plan, name="quyet-dinh.pdf")
    writer = Writer(binh, assessments[0])
    typed = {"text": "Đạt.\r\n\r\nVượt.", "result": "met", "points": "8,5"}
    links = {"plans": [plan.pk], "events": [event.pk], "attachments": [file.pk]}
    response = writer.send(**typed, **links, next_criterion="1")
    assert response.url == page_of(assessments[1])
    assert words(writer.client.get(response.url), NOTICES) == [
        f"Đã lưu tiêu chí “{assessments[0].criterion.name}”."
    ]
    assessment = Assessment.objects.get(pk=assessments[0].pk)
    assert (assessment.text, assessment.result, assessment.points) == ("Đạt.\n\nVượt.", "met", Decimal("8.5"))
    assert [
        list(getattr(assessment, name).all()) for name in ("plans", "directives", "events", "attachments")
    ] == [
        [plan],
        [],
        [event],
        [file],
    ]
    again = Writer(binh, assessments[0])
    assert (again.fields["points"], again.fields["plans"]) == (["8,5"], [str(plan.pk)])


def test_saving_stays_and_the_last_one_leads_nowhere(binh, assessments):
    assert Writer(binh, assessments[0]).send(text="Đạt.").url == page_of(assessments[0])
    last = Writer(binh, assessments[-1])
    assert last.send(text="Đạt.", next_criterion="1").url == page_of(assessments[-1])


def test_files_are_chosen_by_name_and_row(client_of_binh, department, other_department, assessments):
    make_attachment(department, row=make_plan(department, number="9/KH-SXD"), name="anh.pdf")
    make_attachment(department, row=make_event(department, name="Hội nghị"), name="anh-2.pdf")
    make_attachment(department, row=make_plan(department, reporting_year=2023), name="nam-truoc.pdf")
    make_attachment(department, name="da-xoa.pdf", deleted_at="2024-05-01T00:00Z")
    make_attachment(other_department, name="cua-so-khac.pdf")
    found = words(client_of_binh.get(page_of(assessments[0])), "//fieldset[@id='id_attachments']//label")
    assert found == ["anh.pdf – Kế hoạch số 9/KH-SXD", "anh-2.pdf – Hội nghị"]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("-1", "Điểm không được âm."),
        ("−1", "Điểm không được âm."),
        ("12", "Điểm tối đa của tiêu chí này là 10."),
        ("10,01", "Điểm tối đa của tiêu chí này là 10."),
        ("8,555", "Điểm có nhiều nhất hai chữ số sau dấu phẩy. Viết như 8,25."),
        ("1000", "Điểm nhiều nhất là 999,99."),
        ("tám", "“tám” không phải số điểm. Viết như 8 hoặc 8,5."),
        ("1e2", "“1e2” không phải số điểm. Viết như 8 hoặc 8,5."),
        ("1.000,5", "“1.000,5” không phải số điểm. Viết như 8 hoặc 8,5."),
        ("8 5", "“8 5” không phải số điểm. Viết như 8 hoặc 8,5."),
        ("NaN", "“NaN” không phải số điểm. Viết như 8 hoặc 8,5."),
    ],
)
def test_points_that_cannot_be_are_refused_at_their_field(binh, assessments, typed, fault):
    Criterion.objects.update(maximum_points=10)
    writer = Writer(binh, assessments[0])
    response = writer.send(text="Lời mới.", points=typed)
    assert words(response, FAULTS) == [f"Điểm: {fault}"]
    shown = fields_of(response)
    assert (shown["text"], shown["points"]) == (["Lời mới."], [typed])
    assert Assessment.objects.get(pk=assessments[0].pk).version == 1


@pytest.mark.parametrize("typed", ["8.5", "8,5", " 8,50 ", "08,5"])
def test_points_are_written_with_a_comma_or_a_dot(binh, assessments, typed):
    Writer(binh, assessments[0]).send(points=typed)
    assert Assessment.objects.get(pk=assessments[0].pk).points == Decimal("8.5")


@pytest.mark.parametrize(
    ("name", "label", "make"),
    [
        ("plans", "Kế hoạch, văn bản", make_plan),
        ("directives", "Văn bản chỉ đạo", make_directive),
        ("events", "Hoạt động", make_event),
        ("attachments", "Tệp", make_attachment),
    ],
)
def test_what_is_no_row_of_ones_own_is_refused_in_a_sentence(
    binh, department, other_department, assessments, name, label, make
):
    make(department)
    strange = make(other_department)
    writer = Writer(binh, assessments[0])
    for number in (strange.pk, "9" * 30, "x", "0", "-1", ""):
        response = writer.send(text="Lời mới.", **{name: [number]})
        assert words(response, FAULTS) == [f"{label}: {GONE}"]
    assert getattr(assessments[0], name).count() == 0


def test_whatever_is_typed_as_text_is_stored_as_its_words_or_refused(binh, assessments):
    writer = Writer(binh, assessments[0])
    for typed in BAD_INPUT:
        writer.fields["version"] = [str(stored_version(assessments[0]))]
        response = writer.send(text=typed)
        if response.status_code == 302:
            stored = Assessment.objects.get(pk=assessments[0].pk).text
            assert letters(stored) == letters(clean(typed))
        else:
            assert (response.status_code, len(words(response, FAULTS))) == (200, 1)


def stored_version(assessment):
    return Assessment.objects.get(pk=assessment.pk).version


def test_whatever_else_is_sent_gets_a_page_with_sentences(binh, assessments):
    writer = Writer(binh, assessments[0])
    for typed in BAD_INPUT[::3]:
        response = writer.send(points=typed, result=typed, base=typed, version=typed, text="Lời quý.")
        assert (response.status_code, fields_of(response)["text"]) in (
            (200, ["Lời quý."]),
            (409, ["Lời quý."]),
        )
    assert Assessment.objects.get(pk=assessments[0].pk).version == 1


def test_two_writers_choose_between_both_texts(binh, department, assessments):
    khanh = make_user(department, Role.LEGAL_OFFICER, full_name="Lê Khánh")
    plan = make_plan(department, number="9/KH-SXD")
    of_binh, of_khanh = (Writer(person, assessments[0]) for person in (binh, khanh))
    of_khanh.send(text="Lời của Khánh.", result="met")
    response = of_binh.send(text="Lời của Bình.", plans=[plan.pk])
    assert (response.status_code, title(response)) == (
        409,
        "Hai người cùng sửa một tiêu chí – Sở Xây dựng tỉnh Sen",
    )
    assert words(response, NOTICES)[0].startswith(
        f"Lê Khánh đã lưu một bản khác của {assessments[0].criterion.name} lúc"
    )
    sides = words(response, "//fieldset/label")
    assert list(zip(words(response, "//legend"), sides[::2], sides[1::2], strict=True)) == [
        ("Lời đánh giá", "Của tôi Lời của Bình.", "Bản đã lưu Lời của Khánh."),
        ("Kết quả", "Của tôi (bỏ trống)", "Bản đã lưu Đạt"),
        ("Kế hoạch, văn bản", "Của tôi Kế hoạch số 9/KH-SXD", "Bản đã lưu (bỏ trống)"),
    ]
    assert words(response, "//input[@type='radio'][@checked]/@value") == ["mine", "stored", "mine"]
    assert of_binh.press("Lưu bản đã chọn").status_code == 302
    assessment = Assessment.objects.get(pk=assessments[0].pk)
    assert (assessment.text, assessment.result, list(assessment.plans.all())) == (
        "Lời của Bình.",
        "met",
        [plan],
    )


@pytest.mark.parametrize(
    ("button", "text"), [("Lấy tất cả của tôi", "Của Bình."), ("Lấy tất cả bản đã lưu", "Của Khánh.")]
)
def test_all_of_one_version_is_taken(binh, department, assessments, button, text):
    khanh = make_user(department, Role.LEGAL_OFFICER)
    of_binh, of_khanh = (Writer(person, assessments[0]) for person in (binh, khanh))
    of_khanh.send(text="Của Khánh.")
    of_binh.send(text="Của Bình.")
    assert of_binh.press(button).url == page_of(assessments[0])
    assert Assessment.objects.get(pk=assessments[0].pk).text == text


def test_a_conflict_with_a_fault_shows_the_fault_and_then_the_conflict(binh, department, assessments):
    khanh = make_user(department, Role.LEGAL_OFFICER)
    of_binh, of_khanh = (Writer(person, assessments[0]) for person in (binh, khanh))
    of_khanh.send(text="Của Khánh.")
    assert words(of_binh.send(text="Của Bình.", points="x"), FAULTS) != []
    assert of_binh.send(points="5").status_code == 409


def test_what_was_typed_when_the_report_was_handed_in_is_still_there(binh, report, assessments):
    writer = Writer(binh, assessments[0])
    make_submission(report)
    response = writer.send(text="Lời quý.")
    assert words(response, FAULTS)[0].startswith("Không soạn được: Báo cáo đã nộp")
    assert fields_of(response)["text"] == ["Lời quý."]


def test_what_was_typed_outlives_the_session(binh, assessments):
    writer = Writer(binh, assessments[0])
    writer.client.logout()
    response = writer.send(text="Lời quý.")
    hidden = html.fromstring(response.content.decode()).xpath("//form//input[@type='hidden']")
    sent = {one.get("name"): one.get("value") for one in hidden}
    writer.client.post("/dang-nhap/", sent | {"username": "binh", "password": PASSWORD})
    assert fields_of(writer.client.get(page_of(assessments[0])))["text"] == ["Lời quý."]


# Readers


def test_an_and_giang_read_and_send_nothing(client, an, giang, department, assessments):
    assessment = assessments[0]
    assessment.text, assessment.result, assessment.points = "Đạt.\n\nVượt.", "partly_met", Decimal("8.50")
    assessment.save()
    assessment.plans.add(make_plan(department, number="9/KH-SXD"))
    assessment.attachments.add(make_attachment(department, name="anh.pdf"))
    for person in (an, giang):
        client.force_login(person)
        response = client.get(page_of(assessment))
        assert words(response, "//dl/div") == [
            "Lời đánh giáĐạt. Vượt.",
            "Kết quảĐạt một phần",
            "Điểm8,5",
            "Kế hoạch, văn bảnKế hoạch số 9/KH-SXD",
            "Tệpanh.pdf",
        ]
        assert words(response, "//main//form") == []
        assert words(client.get(LIST), "//main//form") == []
        assert client.post(page_of(assessment), {"text": "x", "version": 1}).status_code == 403
    assert Assessment.objects.get(pk=assessment.pk).text == "Đạt.\n\nVượt."


def test_binh_reads_what_was_handed_in(client_of_binh, report, assessments):
    make_submission(report)
    response = client_of_binh.get(page_of(assessments[0]))
    assert words(response, "//main//form") == []
    assert words(response, NOTICES) == ["Báo cáo không còn ở bước soạn nên trang này chỉ để xem."]


def test_another_reports_criterion_is_not_there(client_of_binh, department, other_department, assessments):
    strange = make_report(other_department).assessments.create(criterion=Criterion.objects.first())
    of_last_year = make_report(department, reporting_year=2023).assessments.create(
        criterion=Criterion.objects.first()
    )
    assert [client_of_binh.get(page_of(one)).status_code for one in (strange, of_last_year)] == [404, 404]
    assert client_of_binh.post(page_of(strange), {"text": "x"}).status_code == 404


def test_a_number_that_no_criterion_can_have_leads_nowhere(client_of_binh, report):
    assert [client_of_binh.get(f"{LIST}{'9' * digits}/").status_code for digits in (19, 40, 5000)] == [
        404
    ] * 3


def test_half_a_year_has_criteria_of_its_own(client_of_binh, department, report):
    half = make_report(department, period_kind=PeriodKind.HALF_YEAR)
    start = "/bao-cao/2024-6-thang/tieu-chi/"
    response = client_of_binh.post(f"{start}lap/", follow=True)
    links = [f"{start}{one.pk}/" for one in half.assessments.all()]
    chosen = words(response, "//*[@class='evidence-of']/a/@href")
    assert chosen == [f"{link}#minh-chung" for link in links]
    response = client_of_binh.post(links[0], {"text": "Đạt.", "version": "1", "next_criterion": "1"})
    assert (response.url, half.assessments.first().text) == (links[1], "Đạt.")
    assert report.assessments.count() == 0
